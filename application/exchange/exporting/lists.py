"""The register and the caseload, whole: every row that answers a question, as one page after the other gives them."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from application.asking import AsOf, KnownAt, Times, instant
from application.exchange.exporting.chain import sealed_lines
from application.paging import LONGEST_PAGE, Page


@dataclass(frozen=True, slots=True)
class Listed:
    """An answer in full.

    Args:
        kind: of the file: ``register`` or ``caseload``.
        question: both times, and the conditions that were set.
        rows: as the list shows them.
    """

    kind: str
    question: dict[str, Any]
    rows: list[dict[str, Any]]

    @property
    def ids(self) -> list[UUID]:
        """Of the records listed."""
        return [UUID(row["id"]) for row in self.rows]

    def lines(self) -> Iterator[bytes]:
        """The answer as JSON Lines, sealed; the same question has the same bytes."""
        return sealed_lines(self.kind, self.question, self.rows)


class ListExport:
    """Gives out a list as it stood on a day, as known at an instant.

    Args:
        kind: of the file.
        pages: the question that gives the list page by page, such as `Register.list`.
        times: reads the times of a question.
    """

    def __init__(self, kind: str, pages: Callable[..., Page], times: Times) -> None:
        self._kind = kind
        self._pages = pages
        self._times = times

    def __call__(self, *, as_of: AsOf = None, known_at: KnownAt = None, **conditions: Any) -> Listed:
        """All rows that answer.

        Args:
            as_of, known_at: as for the list; what is recorded meanwhile is left out.
            conditions: those of the list.

        Raises:
            Invalid: an argument out of form.
        """
        known = self._times.instant_known(known_at)
        day = self._times.read(as_of).day.isoformat()
        rows: list[dict[str, Any]] = []
        after: str | None = None
        while True:
            page = self._pages(as_of=day, known_at=known, limit=LONGEST_PAGE, after=after, **conditions)
            rows += page["items"]
            after = page["after"]
            if after is None:
                return Listed(self._kind, {"as_of": day, "known_at": instant(known), **_set(conditions)}, rows)


def _set(conditions: Mapping[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in conditions.items() if value not in (None, "", (), [])}
