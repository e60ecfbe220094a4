"""Commands on the working text."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any
from uuid import UUID

from application.done import Begun, Done
from application.institution.decisions import review_route
from application.memorandum.commands.base import Commands
from application.store.store import Unit
from domain.memorandum.memorandum import Memorandum
from domain.request.request import PartnershipRequest
from domain.shared.act import Act
from domain.shared.codes import identifier


class Drafting(Commands):
    """From the first draft to the approvals, or the withdrawal."""

    def draft(
        self,
        act: Act,
        *,
        kind: str,
        owner: str,
        content: Mapping[str, Any],
        reference: str | None = None,
        request_id: UUID | str | None = None,
        request_version: int | None = None,
    ) -> Begun:
        """Begin a memorandum with its first draft; see `Memorandum.draft`.

        Args:
            act, kind, owner, content: as the guard takes them.
            reference: the number given by the officer; none: the next one that is free (``MOU-2026-0031``).
            request_id: the request for a partnership that the draft answers; it is accepted by the same command.
            request_version: the version that the request is expected to have; none: whichever it has.

        Raises:
            Taken: the reference is in use, or was; names the memorandum that bears it.
            Refused: the request is answered already.
        """
        request = None if request_id is None else identifier(request_id, "request_id")

        def make(memorandum_id: UUID, number: str) -> Memorandum:
            return Memorandum.draft(
                act,
                memorandum_id=memorandum_id,
                reference=number,
                kind=kind,
                owner=owner,
                content=content,
                request_id=request,
            )

        def answer(unit: Unit, memorandum_id: UUID) -> None:
            if request is not None:
                unit.load(PartnershipRequest, UUID(request), request_version).accept(act, memorandum_id=memorandum_id)

        return self._begin(act, reference, make, answer)

    def revise(
        self,
        memorandum_id: UUID,
        act: Act,
        expected_version: int | None = None,
        *,
        edition_id: str,
        changes: Mapping[str, Any],
    ) -> Done:
        """Change parts of a working text; see `Memorandum.revise`."""
        with self._change(memorandum_id, expected_version) as memorandum:
            memorandum.revise(act, edition_id=edition_id, changes=changes)
        return Done.of(memorandum)

    def revert(self, memorandum_id: UUID, act: Act, expected_version: int | None = None, *, edition_id: str) -> Done:
        """Take the working text back to the content that was last approved; see `Memorandum.revert`."""
        with self._change(memorandum_id, expected_version) as memorandum:
            memorandum.revert(act, edition_id=edition_id)
        return Done.of(memorandum)

    def name_counterparty(
        self,
        memorandum_id: UUID,
        act: Act,
        expected_version: int | None = None,
        *,
        edition_id: str,
        party_id: str,
        partner_id: str,
        unit: str = "",
    ) -> Done:
        """Name a party that was not yet named; see `Memorandum.name_counterparty`."""
        with self._change(memorandum_id, expected_version) as memorandum:
            memorandum.name_counterparty(
                act, edition_id=edition_id, party_id=party_id, partner_id=partner_id, unit=unit
            )
        return Done.of(memorandum)

    def plan_signing(
        self,
        memorandum_id: UUID,
        act: Act,
        expected_version: int | None = None,
        *,
        edition_id: str,
        event: str,
        place: str = "",
        planned_for: str | None = None,
    ) -> Done:
        """Record the intention to sign at a named event; see `Memorandum.plan_signing`."""
        with self._change(memorandum_id, expected_version) as memorandum:
            memorandum.plan_signing(act, edition_id=edition_id, event=event, place=place, planned_for=planned_for)
        return Done.of(memorandum)

    def submit(self, memorandum_id: UUID, act: Act, expected_version: int | None = None, *, edition_id: str) -> Done:
        """Submit the working text for review, along the route that the institution has set for its kind."""
        with self._change(memorandum_id, expected_version) as memorandum:
            route = list(review_route(self._store, memorandum.kind))
            memorandum.submit(act, edition_id=edition_id, route=route)
        return Done.of(memorandum)

    def clear(
        self, memorandum_id: UUID, act: Act, expected_version: int | None = None, *, edition_id: str, role: str
    ) -> Done:
        """A role of the review route clears the text as it is; see `Memorandum.clear`."""
        with self._change(memorandum_id, expected_version) as memorandum:
            memorandum.clear(act, edition_id=edition_id, role=role)
        return Done.of(memorandum)

    def return_for_changes(
        self, memorandum_id: UUID, act: Act, expected_version: int | None = None, *, edition_id: str, role: str
    ) -> Done:
        """A role of the review route returns the text, with the reason; see `Memorandum.return_for_changes`."""
        with self._change(memorandum_id, expected_version) as memorandum:
            memorandum.return_for_changes(act, edition_id=edition_id, role=role)
        return Done.of(memorandum)

    def approve(self, memorandum_id: UUID, act: Act, expected_version: int | None = None, *, edition_id: str) -> Done:
        """Our side approves the text as it is; see `Memorandum.approve`."""
        with self._change(memorandum_id, expected_version) as memorandum:
            memorandum.approve(act, edition_id=edition_id)
        return Done.of(memorandum)

    def record_partner_approval(
        self, memorandum_id: UUID, act: Act, expected_version: int | None = None, *, edition_id: str, party_id: str
    ) -> Done:
        """Record that another party approved the text as it is; see `Memorandum.record_partner_approval`."""
        with self._change(memorandum_id, expected_version) as memorandum:
            memorandum.record_partner_approval(act, edition_id=edition_id, party_id=party_id)
        return Done.of(memorandum)

    def withdraw(self, memorandum_id: UUID, act: Act, expected_version: int | None = None, *, edition_id: str) -> Done:
        """Withdraw an edition that is not concluded; see `Memorandum.withdraw`."""
        with self._change(memorandum_id, expected_version) as memorandum:
            memorandum.withdraw(act, edition_id=edition_id)
        return Done.of(memorandum)
