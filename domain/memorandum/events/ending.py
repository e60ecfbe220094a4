"""Events that pause or end what was concluded, and those by which the sweep writes down what time has done."""

from __future__ import annotations

from typing import Any

from domain.memorandum.events.base import MemorandumEvent
from domain.memorandum.state import MemorandumState


class MemorandumObjected(MemorandumEvent):
    """A party objected to the tacit renewal at the end of a period: the one it names, or the one then running."""

    TOPIC = "memorandum.objected"
    TOUCHES_STANDING = True
    CORRECTABLE = frozenset({"against"})

    party_id: str
    against: str | None

    def affect(self, memorandum: MemorandumState) -> None:
        memorandum.add_fact("objection", self, against=self.against)


class MemorandumSuspended(MemorandumEvent):
    """It was suspended from ``effective_on`` (the day of the act, if not stated), if stated until its own last day."""

    TOPIC = "memorandum.suspended"
    TOUCHES_STANDING = True
    CORRECTABLE = frozenset({"effective_on", "until"})

    effective_on: str | None
    until: str | None

    def affect(self, memorandum: MemorandumState) -> None:
        memorandum.add_fact("suspension", self, effect=self.effective_on, until=self.until)


class MemorandumResumed(MemorandumEvent):
    """The suspension ended: ``effective_on`` (the day of the act, if not stated) is the first day in force again."""

    TOPIC = "memorandum.resumed"
    TOUCHES_STANDING = True
    CORRECTABLE = frozenset({"effective_on"})

    effective_on: str | None

    def affect(self, memorandum: MemorandumState) -> None:
        memorandum.add_fact("resumption", self, effect=self.effective_on)


class MemorandumNoticeGiven(MemorandumEvent):
    """A party declared its will to end it, after ``length`` or from ``effective_on`` (first day out).

    With neither, the notice of the term holds. ``giver_only``: only the giver leaves, where three or more are party.
    """

    TOPIC = "memorandum.notice_given"
    TOUCHES_STANDING = True
    CORRECTABLE = frozenset({"length", "effective_on", "giver_only"})

    party_id: str
    length: dict[str, Any] | None
    effective_on: str | None
    giver_only: bool

    def affect(self, memorandum: MemorandumState) -> None:
        memorandum.add_fact(
            "notice",
            self,
            effect=self.effective_on,
            length=self.length,
            leaving=self.party_id if self.giver_only else None,
        )


class MemorandumTerminated(MemorandumEvent):
    """It was ended early: ``effective_on`` (the day of the act, if not stated) is the first day no longer in force.

    ``as_a_whole``: no mobility case had used it, and none may from then on.
    """

    TOPIC = "memorandum.terminated"
    class_version = 2
    TOUCHES_STANDING = True
    CORRECTABLE = frozenset({"effective_on"})

    effective_on: str | None
    as_a_whole: bool

    @staticmethod
    def upcast_v1_v2(state: dict[str, Any]) -> None:
        """Cases were not on record then."""
        state["as_a_whole"] = False

    def affect(self, memorandum: MemorandumState) -> None:
        memorandum.add_fact("termination", self, effect=self.effective_on)
        memorandum.ended_as_a_whole = memorandum.ended_as_a_whole or self.as_a_whole


class MemorandumSuperseded(MemorandumEvent):
    """Another memorandum took over from ``effective_on`` (the day of the act, if not stated)."""

    TOPIC = "memorandum.superseded"
    TOUCHES_STANDING = True
    CORRECTABLE = frozenset({"effective_on"})

    by_memorandum_id: str
    effective_on: str | None

    def affect(self, memorandum: MemorandumState) -> None:
        memorandum.superseded_by = self.by_memorandum_id
        memorandum.add_fact("supersession", self, effect=self.effective_on)


class _WrittenDown(MemorandumEvent):
    edition_id: str

    def write_down(self, memorandum: MemorandumState, kind: str) -> None:
        """Remember that this boundary is on record."""
        memorandum.written_down = memorandum.written_down | {(self.edition_id, kind, str(self.occurred_on))}


class MemorandumExpired(_WrittenDown):
    """The term ran out: the sweep wrote down that ``occurred_on`` is the first day after the edition's last."""

    TOPIC = "memorandum.expired"

    def affect(self, memorandum: MemorandumState) -> None:
        self.write_down(memorandum, "expired")


class MemorandumTacitlyRenewed(_WrittenDown):
    """Nobody objected: the sweep wrote down that a further period began on ``occurred_on``."""

    TOPIC = "memorandum.tacitly_renewed"

    def affect(self, memorandum: MemorandumState) -> None:
        self.write_down(memorandum, "tacitly_renewed")
