"""The register, whole: every row that answers a question, as one page after the other gives them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from application.asking import AsOf, KnownAt, Times, instant
from application.exchange.exporting.chain import sealed_lines
from application.memorandum.register.queries import Register
from application.paging import LONGEST_PAGE

KIND = "register"


@dataclass(frozen=True, slots=True)
class Listed:
    """An answer in full.

    Args:
        question: both times, and the conditions that were set.
        rows: as the register lists them.
    """

    question: dict[str, Any]
    rows: list[dict[str, Any]]

    @property
    def ids(self) -> list[UUID]:
        """Of the memorandums listed."""
        return [UUID(row["id"]) for row in self.rows]

    def lines(self) -> Iterator[bytes]:
        """The answer as JSON Lines, sealed; the same question has the same bytes."""
        return sealed_lines(KIND, self.question, self.rows)


class RegisterExport:
    """Gives out the register as it stood on a day, as known at an instant.

    Args:
        register: what is asked.
        times: reads the times of a question.
    """

    def __init__(self, register: Register, times: Times) -> None:
        self._register = register
        self._times = times

    def __call__(self, *, as_of: AsOf = None, known_at: KnownAt = None, **conditions: Any) -> Listed:
        """All rows that answer.

        Args:
            as_of, known_at: as for `Register.list`; what is recorded meanwhile is left out.
            conditions: those of `Register.list`.

        Raises:
            Invalid: an argument out of form.
        """
        known = self._times.instant_known(known_at)
        day = self._times.read(as_of).day.isoformat()
        rows: list[dict[str, Any]] = []
        after: str | None = None
        while True:
            page = self._register.list(as_of=day, known_at=known, limit=LONGEST_PAGE, after=after, **conditions)
            rows += page["items"]
            after = page["after"]
            if after is None:
                return Listed({"as_of": day, "known_at": instant(known), **_set(conditions)}, rows)


def _set(conditions: Mapping[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in conditions.items() if value not in (None, "", (), [])}
