"""The working text: from the first draft to the approvals, or the withdrawal."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from application.done import Begun, Done
from domain.shared.act import Act
from web.api.memorandum.room import BEGUN, memorandums
from web.core import bitim
from web.schemas.memorandum.drafting import (
    ByRole,
    Draft,
    NameCounterparty,
    OnEdition,
    OnParty,
    PlanSigning,
    ReturnForChanges,
    Revise,
)


@memorandums.begins("", Draft, BEGUN)
def draft(act: Act, **fields: Any) -> Begun:
    """Begin a memorandum with its first draft."""
    return bitim().memorandums.draft(act, **fields)


@memorandums.changes("/<uuid:memorandum_id>/revise", Revise)
def revise(memorandum_id: UUID, act: Act, expected: int, **fields: Any) -> Done:
    """Change parts of a working text; approvals of what it was no longer count."""
    return bitim().memorandums.revise(memorandum_id, act, expected, **fields)


@memorandums.changes("/<uuid:memorandum_id>/revert", OnEdition)
def revert(memorandum_id: UUID, act: Act, expected: int, **fields: Any) -> Done:
    """Take the working text back to the content that was last approved."""
    return bitim().memorandums.revert(memorandum_id, act, expected, **fields)


@memorandums.changes("/<uuid:memorandum_id>/name-counterparty", NameCounterparty)
def name_counterparty(memorandum_id: UUID, act: Act, expected: int, **fields: Any) -> Done:
    """Name a party that was not yet named."""
    return bitim().memorandums.name_counterparty(memorandum_id, act, expected, **fields)


@memorandums.changes("/<uuid:memorandum_id>/plan-signing", PlanSigning)
def plan_signing(memorandum_id: UUID, act: Act, expected: int, **fields: Any) -> Done:
    """Record the intention to sign at a named event."""
    return bitim().memorandums.plan_signing(memorandum_id, act, expected, **fields)


@memorandums.changes("/<uuid:memorandum_id>/submit", OnEdition)
def submit(memorandum_id: UUID, act: Act, expected: int, **fields: Any) -> Done:
    """Submit the working text for review, along the route that the institution has set."""
    return bitim().memorandums.submit(memorandum_id, act, expected, **fields)


@memorandums.changes("/<uuid:memorandum_id>/clear", ByRole)
def clear(memorandum_id: UUID, act: Act, expected: int, **fields: Any) -> Done:
    """A role of the review route clears the text as it is."""
    return bitim().memorandums.clear(memorandum_id, act, expected, **fields)


@memorandums.changes("/<uuid:memorandum_id>/return-for-changes", ReturnForChanges)
def return_for_changes(memorandum_id: UUID, act: Act, expected: int, **fields: Any) -> Done:
    """A role of the review route returns the text, with the reason."""
    return bitim().memorandums.return_for_changes(memorandum_id, act, expected, **fields)


@memorandums.changes("/<uuid:memorandum_id>/approve", OnEdition)
def approve(memorandum_id: UUID, act: Act, expected: int, **fields: Any) -> Done:
    """Our side approves the text as it is."""
    return bitim().memorandums.approve(memorandum_id, act, expected, **fields)


@memorandums.changes("/<uuid:memorandum_id>/record-partner-approval", OnParty)
def record_partner_approval(memorandum_id: UUID, act: Act, expected: int, **fields: Any) -> Done:
    """Record that another party approved the text as it is."""
    return bitim().memorandums.record_partner_approval(memorandum_id, act, expected, **fields)


@memorandums.changes("/<uuid:memorandum_id>/withdraw", OnEdition)
def withdraw(memorandum_id: UUID, act: Act, expected: int, **fields: Any) -> Done:
    """Withdraw an edition that is not concluded; its history remains."""
    return bitim().memorandums.withdraw(memorandum_id, act, expected, **fields)
