"""Events of registration from paper: what was concluded before or outside Bitim."""

from __future__ import annotations

from typing import Any

from domain.memorandum.content import PARTS
from domain.memorandum.edition import Edition, Signature
from domain.memorandum.events.base import ChangingEvent, MemorandumCreated, MemorandumEvent
from domain.memorandum.state import MemorandumState

_OF_A_STUB = ("titles", "parties", "areas", "term")
"""Parts of which one at least is not known of a stub."""


class MemorandumRegistered(MemorandumCreated):
    """A memorandum was entered from paper; its editions follow as events of the same command."""

    TOPIC = "memorandum.registered"
    CORRECTABLE = frozenset({"kind"})

    reference: str
    kind: str
    owner: str

    def affect(self, memorandum: MemorandumState) -> None:
        memorandum.begin(self.reference, self.kind, self.owner)


class MemorandumEditionRecorded(MemorandumEvent):
    """An edition known from paper; ``occurred_on`` is the day it was concluded. Parts that are not known are ``None``.

    ``stub`` marks an edition of which little more is known than that it existed. ``signatures`` are
    ``{"party_id", "signatory", "office", "place", "signed_on"}``.
    """

    TOPIC = "memorandum.edition_recorded"
    class_version = 2
    TOUCHES_STANDING = True
    CORRECTABLE = frozenset({*PARTS, "signatures"})

    stub: bool
    follows: str | None
    amends: str | None
    signatures: list[dict[str, Any]]
    titles: dict[str, str] | None
    texts: dict[str, str] | None
    parties: list[dict[str, Any]] | None
    areas: list[dict[str, Any]] | None
    term: dict[str, Any] | None
    effective_on: str | None
    conditions: list[dict[str, Any]]

    @staticmethod
    def upcast_v1_v2(state: dict[str, Any]) -> None:
        """Nobody entered places then."""
        state["conditions"] = []

    def affect(self, memorandum: MemorandumState) -> None:
        memorandum.add_edition(
            Edition(
                f"e{self.originator_version}",
                self.originator_version,
                "paper",
                memorandum.kind,
                {part: getattr(self, part) for part in PARTS},
                self.occurred_on,
                self.timestamp,
                amends=self.amends,
                follows=self.follows,
                stub=self.stub,
                signatures=tuple(self._signature(entry) for entry in self.signatures),
            )
        )

    def _signature(self, entry: dict[str, Any]) -> Signature:
        return Signature(
            entry["party_id"],
            entry["signatory"],
            entry["office"],
            entry["place"],
            entry["signed_on"],
            self.timestamp,
            self.originator_version,
        )


class MemorandumStubCompleted(ChangingEvent):
    """Parts of an edition that were not known became known; ``signed_on`` is the day it was concluded."""

    TOPIC = "memorandum.stub_completed"
    TOUCHES_STANDING = True

    def affect(self, memorandum: MemorandumState) -> None:
        edition = memorandum.editions[self.edition_id]
        content = {part: value for part, value in self.changes.items() if part != "signed_on"}
        edition.content = {**edition.content, **content}
        if "signed_on" in self.changes:
            edition.introduced_on = self.changes["signed_on"]
        edition.stub = edition.stub and any(edition.content[part] is None for part in _OF_A_STUB)
