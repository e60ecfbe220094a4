"""Guards of the working text: draft, revise, submit, clear, return, approve, withdraw."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Self
from uuid import UUID

from domain.memorandum import content as contents
from domain.memorandum.edition import Edition
from domain.memorandum.events import (
    MemorandumApproved,
    MemorandumApprovedByPartner,
    MemorandumCleared,
    MemorandumCounterpartyNamed,
    MemorandumDrafted,
    MemorandumReturned,
    MemorandumReverted,
    MemorandumRevised,
    MemorandumSigningPlanned,
    MemorandumSubmitted,
    MemorandumWithdrawn,
)
from domain.memorandum.guarding import Guarding
from domain.memorandum.lifecycle import missing_approvals
from domain.memorandum.reference import parse_number
from domain.shared.act import Act
from domain.shared.codes import identifier
from domain.shared.dates import parse_partial
from domain.shared.errors import Invalid, Refused
from domain.shared.text import code, line


class Drafting(Guarding):
    """The way of a working text to its approvals."""

    @classmethod
    def draft(
        cls,
        act: Act,
        *,
        memorandum_id: UUID,
        reference: str,
        kind: str,
        owner: str,
        content: Mapping[str, Any],
        request_id: str | None = None,
    ) -> Self:
        """Begin a memorandum with the first draft of its first edition.

        Args:
            act: who drafts it and since when.
            memorandum_id: its id, for ever.
            reference: its number, already reserved for it.
            kind: one of `contents.KINDS` or a kind of the institution's own.
            owner: id of the employee answerable for it.
            content: ``titles``, ``parties`` and, as far as they are settled, the other parts of `contents.PARTS`.
            request_id: the request for a partnership that it answers.

        Raises:
            Invalid: a part out of form; a day after today.
        """
        act.days()
        return cls._create(
            MemorandumDrafted,
            id=memorandum_id,
            reference=parse_number(reference),
            kind=code(kind, "kind"),
            owner=line(owner, "owner", 100),
            request_id=None if request_id is None else identifier(request_id, "request_id"),
            **contents.content(content),
            **act.plain(),
        )

    def revise(self, act: Act, *, edition_id: str, changes: Mapping[str, Any]) -> None:
        """Change parts of a working text; approvals of what it was no longer count.

        Raises:
            Refused: it is frozen since the first signature, or withdrawn.
            Invalid: a part out of form.
        """
        edition = self.edition(edition_id)
        self.require_stage(edition, "revise")
        act.days()
        changed = contents.changes(changes, edition.content, self.parties_known())
        if changed:
            self.trigger(MemorandumRevised, act, edition_id=edition_id, changes=changed)

    def revert(self, act: Act, *, edition_id: str) -> None:
        """Take the working text back to the content that was last approved, by us or a partner.

        Raises:
            Refused: no content of it was ever approved.
        """
        edition = self.edition(edition_id)
        self.require_stage(edition, "revert")
        act.days()
        approvals = [approval for approval in edition.approvals if not approval.by.startswith("role:")]
        if not approvals:
            raise Refused("never_approved", edition_id=edition_id)
        approved = self._content_before(edition_id, approvals[-1].version)
        changed = {part: value for part, value in approved.items() if value != edition.content[part]}
        if changed:
            self.trigger(
                MemorandumReverted,
                act,
                edition_id=edition_id,
                changes=changed,
                content_hash=approvals[-1].content_hash,
            )

    def _content_before(self, edition_id: str, version: int) -> contents.Content:
        """The content of an edition as it was when the event of this version was recorded."""
        past = type(self).__new__(type(self))
        past.__base_init__(self.id, 1, self.created_on)
        past.recorded = self.recorded[:version]
        past.restate()
        return past.editions[edition_id].content

    def name_counterparty(self, act: Act, *, edition_id: str, party_id: str, partner_id: str, unit: str = "") -> None:
        """Name a party that was not yet named.

        Raises:
            Refused: the party is named already.
            Invalid: no such party; the partner is a party already.
        """
        edition = self.edition(edition_id)
        self.require_stage(edition, "name_counterparty")
        act.days()
        party = self.require_party(edition, party_id)
        named = {
            "partner_id": identifier(partner_id, "partner_id"),
            "unit": line(unit, "unit", 200, empty=True),
        }
        if party["partner_id"] is not None:
            if {key: party[key] for key in named} == named:
                return
            raise Refused("counterparty_named", party_id=party_id, partner_id=party["partner_id"])
        contents.parties([{**side, **named} if side is party else side for side in edition.parties])
        self.trigger(MemorandumCounterpartyNamed, act, edition_id=edition_id, party_id=party_id, **named)

    def plan_signing(
        self, act: Act, *, edition_id: str, event: str, place: str = "", planned_for: str | None = None
    ) -> None:
        """Record the intention to sign at a named event.

        Args:
            act: who plans it.
            edition_id: the working text.
            event: the forum, visit or ceremony.
            place: where.
            planned_for: its day, partial or unknown; it may lie in the future.
        """
        edition = self.edition(edition_id)
        self.require_stage(edition, "plan_signing")
        act.days()
        parse_partial(planned_for, "planned_for")
        plan = {
            "event": line(event, "event", 300),
            "place": line(place, "place", 200, empty=True),
            "planned_for": planned_for,
        }
        if plan not in edition.plans:
            self.trigger(MemorandumSigningPlanned, act, edition_id=edition_id, **plan)

    def submit(self, act: Act, *, edition_id: str, route: list[str]) -> None:
        """Submit the working text for review.

        Args:
            act: who submits it.
            edition_id: the working text.
            route: the roles that must clear it, in order, as the institution sets them for this kind.
        """
        edition = self.edition(edition_id)
        self.require_stage(edition, "submit")
        act.days()
        roles = [code(role, f"route.{index}") for index, role in enumerate(route)]
        self.trigger(MemorandumSubmitted, act, edition_id=edition_id, route=roles, content_hash=edition.content_hash)

    def clear(self, act: Act, *, edition_id: str, role: str) -> None:
        """A role of the review route clears the text as it is.

        Raises:
            Refused: the roles before it on the route have not cleared it yet.
            Invalid: the role is not on the route.
        """
        edition = self._for_review(edition_id, "clear", role)
        act.days()
        if f"role:{role}" in edition.cleared_roles():
            return
        route = edition.route or ()
        missing = [r for r in route[: route.index(role)] if f"role:{r}" not in edition.cleared_roles()]
        if missing:
            raise Refused("clearance_missing", edition_id=edition_id, roles=missing)
        self.trigger(MemorandumCleared, act, edition_id=edition_id, role=role, content_hash=edition.content_hash)

    def return_for_changes(self, act: Act, *, edition_id: str, role: str) -> None:
        """A role of the review route returns the text, with the reason.

        Raises:
            Invalid: no reason is given, or the role is not on the route.
        """
        edition = self._for_review(edition_id, "return_for_changes", role)
        act.days()
        if not act.reason:
            raise Invalid("reason", act.reason, "required")
        self.trigger(MemorandumReturned, act, edition_id=edition.edition_id, role=role)

    def _for_review(self, edition_id: str, verb: str, role: str) -> Edition:
        edition = self.edition(edition_id)
        if verb != "clear" or f"role:{role}" not in edition.cleared_roles():
            self.require_stage(edition, verb)
        if role not in (edition.route or ()):
            raise Invalid("role", role, "one_of", values=list(edition.route or ()))
        return edition

    def approve(self, act: Act, *, edition_id: str) -> None:
        """Our side approves the text as it is.

        Raises:
            Refused: the review route has not cleared it; the reply lists the roles.
        """
        edition = self.edition(edition_id)
        if "ours" in edition.approved_by():
            return
        self.require_stage(edition, "approve")
        act.days()
        missing = [entry["role"] for entry in missing_approvals(edition) if entry["approval"] == "clearance"]
        if missing:
            raise Refused("clearance_missing", edition_id=edition_id, roles=missing)
        self.trigger(MemorandumApproved, act, edition_id=edition_id, content_hash=edition.content_hash)

    def record_partner_approval(self, act: Act, *, edition_id: str, party_id: str) -> None:
        """Record that another party approved the text as it is.

        Raises:
            Invalid: the party is ours or not of this edition.
        """
        edition = self.edition(edition_id)
        party = self.require_party(edition, party_id)
        if party["ours"]:
            raise Invalid("party_id", party_id, "another_party")
        if party_id in edition.approved_by():
            return
        self.require_stage(edition, "record_partner_approval")
        act.days()
        self.trigger(
            MemorandumApprovedByPartner,
            act,
            edition_id=edition_id,
            party_id=party_id,
            content_hash=edition.content_hash,
        )

    def withdraw(self, act: Act, *, edition_id: str) -> None:
        """Withdraw an edition that is not concluded; its reference is never issued again, its history remains.

        Raises:
            Refused: it is concluded; the reply offers termination.
        """
        edition = self.edition(edition_id)
        if edition.withdrawn:
            return
        if edition.concluded:
            raise Refused("concluded_cannot_be_withdrawn", edition_id=edition_id, instead=["terminate"])
        self.require_after_draft(edition, act)
        self.trigger(MemorandumWithdrawn, act, edition_id=edition_id)
