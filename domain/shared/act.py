"""Who says so, when it happened, and on what ground."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from domain.shared.codes import sha256
from domain.shared.dates import CERTAINTIES, Days, parse_partial
from domain.shared.errors import Invalid
from domain.shared.moment import current_moment
from domain.shared.text import line, paragraph


@dataclass(frozen=True, slots=True)
class Source:
    """The document that a record rests on, and the passage in it.

    ``sha256`` names the bytes, where the office keeps them in its file store.
    """

    title: str
    passage: str = ""
    sha256: str | None = None

    def __post_init__(self) -> None:
        object.__setattr__(self, "title", line(self.title, "source.title", 300))
        object.__setattr__(self, "passage", paragraph(self.passage, "source.passage", 2000))
        if self.sha256 is not None:
            sha256(self.sha256, "source.sha256")

    def plain(self) -> dict[str, Any]:
        """The form stored in events."""
        return {"title": self.title, "passage": self.passage, "sha256": self.sha256}


@dataclass(frozen=True, slots=True)
class Act:
    """An act as it is entered.

    Args:
        actor: id of the account that records it.
        occurred_on: when it happened: ``2023``, ``2023-09``, ``2023-09-14``, or ``None`` for unknown.
        certainty: ``stated`` in the source, or ``inferred`` by the officer.
        source: the document and passage it rests on.
        reason: why, in the officer's words.

    Raises:
        Invalid: a date after today (acts do not occur in the future), a certainty or text out of bounds.
    """

    actor: str
    occurred_on: str | None = None
    certainty: str = "stated"
    source: Source | None = None
    reason: str = ""

    def __post_init__(self) -> None:
        object.__setattr__(self, "actor", line(self.actor, "actor", 100))
        object.__setattr__(self, "reason", paragraph(self.reason, "reason", 2000))
        if self.certainty not in CERTAINTIES:
            raise Invalid("certainty", self.certainty, "one_of", values=CERTAINTIES)
        parse_partial(self.occurred_on, "occurred_on")

    @classmethod
    def today(cls, actor: str, **details: Any) -> Act:
        """An act of the office itself, done the day it is recorded."""
        return cls(actor, occurred_on=current_moment().today.isoformat(), **details)

    def days(self) -> Days:
        """The days on which it may have happened, none of them after today.

        Raises:
            Invalid: the date lies wholly after today.
        """
        today = current_moment().today
        days = parse_partial(self.occurred_on, "occurred_on")
        if days.earliest > today:
            raise Invalid("occurred_on", self.occurred_on, "not_after", day=today.isoformat())
        return Days(days.earliest, min(days.latest, today))

    def plain(self) -> dict[str, Any]:
        """The fields that every event stores of the act."""
        return {
            "occurred_on": self.occurred_on,
            "certainty": self.certainty,
            "actor": self.actor,
            "source": self.source.plain() if self.source else None,
            "reason": self.reason,
        }
