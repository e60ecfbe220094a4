"""Events that begin a further edition: a renewal in an updated form, or an amendment."""

from __future__ import annotations

from typing import Any

from domain.memorandum.content import PARTS
from domain.memorandum.edition import Edition
from domain.memorandum.events.base import MemorandumEvent
from domain.memorandum.state import MemorandumState


class _Proposed(MemorandumEvent):
    class_version = 2
    CORRECTABLE = frozenset(PARTS)
    TOUCHES_STANDING = True

    titles: dict[str, str]
    texts: dict[str, str]
    parties: list[dict[str, Any]]
    areas: list[dict[str, Any]]
    term: dict[str, Any] | None
    effective_on: str | None
    conditions: list[dict[str, Any]]

    @staticmethod
    def upcast_v1_v2(state: dict[str, Any]) -> None:
        """Nobody entered places then."""
        state["conditions"] = []

    def begin_edition(
        self, memorandum: MemorandumState, nature: str, *, follows: str | None = None, amends: str | None = None
    ) -> None:
        """Add the edition that this event begins."""
        memorandum.add_edition(
            Edition(
                f"e{self.originator_version}",
                self.originator_version,
                nature,
                memorandum.kind,
                {part: getattr(self, part) for part in PARTS},
                self.occurred_on,
                self.timestamp,
                amends=amends,
                follows=follows,
            )
        )


class MemorandumRenewalProposed(_Proposed):
    """A renewal in an updated form was drafted; the edition it follows stays in force meanwhile."""

    TOPIC = "memorandum.renewal_proposed"

    follows: str

    def affect(self, memorandum: MemorandumState) -> None:
        self.begin_edition(memorandum, "renewal", follows=self.follows)


class MemorandumAmendmentProposed(_Proposed):
    """An amendment inside the term of an edition was drafted, as a full text."""

    TOPIC = "memorandum.amendment_proposed"

    amends: str

    def affect(self, memorandum: MemorandumState) -> None:
        self.begin_edition(memorandum, "amendment", amends=self.amends)
