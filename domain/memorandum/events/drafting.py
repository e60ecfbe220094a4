"""Events of the working text: from the first draft to the approvals, or its withdrawal."""

from __future__ import annotations

from typing import Any

from domain.memorandum.content import PARTS
from domain.memorandum.edition import Approval, Edition
from domain.memorandum.events.base import ChangingEvent, MemorandumCreated, MemorandumEvent
from domain.memorandum.state import MemorandumState

CONTENT = frozenset(PARTS)


class MemorandumDrafted(MemorandumCreated):
    """A memorandum was begun: its reference, kind, owner, and the content of its first edition."""

    TOPIC = "memorandum.drafted"
    class_version = 2
    TOUCHES_STANDING = True
    CORRECTABLE = CONTENT | {"kind"}

    reference: str
    kind: str
    owner: str
    request_id: str | None
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

    def affect(self, memorandum: MemorandumState) -> None:
        memorandum.begin(self.reference, self.kind, self.owner)
        memorandum.request_id = self.request_id
        memorandum.add_edition(
            Edition(
                f"e{self.originator_version}",
                self.originator_version,
                "first",
                self.kind,
                {part: getattr(self, part) for part in PARTS},
                self.occurred_on,
                self.timestamp,
            )
        )


class MemorandumRevised(ChangingEvent):
    """Parts of a working text were changed."""

    TOPIC = "memorandum.revised"


class MemorandumReverted(ChangingEvent):
    """A working text was taken back to the content that was last approved."""

    TOPIC = "memorandum.reverted"

    content_hash: str


class MemorandumCounterpartyNamed(MemorandumEvent):
    """A party that was not yet named is."""

    TOPIC = "memorandum.counterparty_named"
    CORRECTABLE = frozenset({"partner_id", "unit"})

    edition_id: str
    party_id: str
    partner_id: str
    unit: str

    def affect(self, memorandum: MemorandumState) -> None:
        edition = memorandum.editions[self.edition_id]
        named = {"partner_id": self.partner_id, "unit": self.unit, "counterparty": ""}
        parties = [{**p, **named} if p["party_id"] == self.party_id else p for p in edition.parties]
        edition.content = {**edition.content, "parties": parties}


class MemorandumSigningPlanned(MemorandumEvent):
    """A signing is intended at a named event; ``planned_for`` is its day, partial or unknown."""

    TOPIC = "memorandum.signing_planned"
    CORRECTABLE = frozenset({"event", "place", "planned_for"})

    edition_id: str
    event: str
    place: str
    planned_for: str | None

    def affect(self, memorandum: MemorandumState) -> None:
        edition = memorandum.editions[self.edition_id]
        plan = {"event": self.event, "place": self.place, "planned_for": self.planned_for}
        edition.plans = (*edition.plans, plan)


class MemorandumSubmitted(MemorandumEvent):
    """A working text was submitted for review along a route of roles."""

    TOPIC = "memorandum.submitted"

    edition_id: str
    route: list[str]
    content_hash: str

    def affect(self, memorandum: MemorandumState) -> None:
        edition = memorandum.editions[self.edition_id]
        edition.route = tuple(self.route)
        edition.submitted_version = self.originator_version


class MemorandumCleared(MemorandumEvent):
    """A role of the review route cleared the content with this hash."""

    TOPIC = "memorandum.cleared"

    edition_id: str
    role: str
    content_hash: str

    def affect(self, memorandum: MemorandumState) -> None:
        edition = memorandum.editions[self.edition_id]
        clearance = Approval(f"role:{self.role}", self.content_hash, self.originator_version)
        edition.approvals = (*edition.approvals, clearance)


class MemorandumReturned(MemorandumEvent):
    """A role of the review route returned the text for changes, with its reason."""

    TOPIC = "memorandum.returned"

    edition_id: str
    role: str

    def affect(self, memorandum: MemorandumState) -> None:
        memorandum.editions[self.edition_id].route = None


class MemorandumApproved(MemorandumEvent):
    """Our side approved the content with this hash."""

    TOPIC = "memorandum.approved"

    edition_id: str
    content_hash: str

    def affect(self, memorandum: MemorandumState) -> None:
        edition = memorandum.editions[self.edition_id]
        edition.approvals = (*edition.approvals, Approval("ours", self.content_hash, self.originator_version))


class MemorandumApprovedByPartner(MemorandumEvent):
    """Another party's approval of the content with this hash was recorded."""

    TOPIC = "memorandum.approved_by_partner"

    edition_id: str
    party_id: str
    content_hash: str

    def affect(self, memorandum: MemorandumState) -> None:
        edition = memorandum.editions[self.edition_id]
        edition.approvals = (
            *edition.approvals,
            Approval(self.party_id, self.content_hash, self.originator_version),
        )


class MemorandumWithdrawn(MemorandumEvent):
    """An edition that was not concluded was withdrawn; with the first edition, the memorandum."""

    TOPIC = "memorandum.withdrawn"
    TOUCHES_STANDING = True

    edition_id: str

    def affect(self, memorandum: MemorandumState) -> None:
        memorandum.editions[self.edition_id].withdrawn = True
        if not any(not edition.withdrawn for edition in memorandum.editions.values()):
            memorandum.add_fact("withdrawal", self)
