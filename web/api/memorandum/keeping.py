"""What is kept about a memorandum beside its legal life."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from application.done import Attached, Done
from domain.shared.act import Act
from web.api.memorandum.room import ATTACHED, memorandums
from web.core import bitim
from web.schemas.act import Act as JustAnAct
from web.schemas.memorandum.keeping import (
    AssignOwner,
    AttachDocument,
    NameContact,
    Note,
    PlaceUnderFramework,
    RecordPartnerReference,
    WithdrawContact,
)


@memorandums.changes("/<uuid:memorandum_id>/assign-owner", AssignOwner)
def assign_owner(memorandum_id: UUID, act: Act, expected: int, **fields: Any) -> Done:
    """Make an employee answerable for follow-up and renewal."""
    return bitim().memorandums.assign_owner(memorandum_id, act, expected, **fields)


@memorandums.changes("/<uuid:memorandum_id>/record-partner-reference", RecordPartnerReference)
def record_partner_reference(memorandum_id: UUID, act: Act, expected: int, **fields: Any) -> Done:
    """Record the number under which another party keeps it."""
    return bitim().memorandums.record_partner_reference(memorandum_id, act, expected, **fields)


@memorandums.changes("/<uuid:memorandum_id>/name-contact", NameContact)
def name_contact(memorandum_id: UUID, act: Act, expected: int, **fields: Any) -> Done:
    """Name the office of a party that is to be asked in one matter; it takes the place of the one named before."""
    return bitim().memorandums.name_contact(memorandum_id, act, expected, **fields)


@memorandums.changes("/<uuid:memorandum_id>/withdraw-contact", WithdrawContact)
def withdraw_contact(memorandum_id: UUID, act: Act, expected: int, **fields: Any) -> Done:
    """Let a party have no contact any more in one matter."""
    return bitim().memorandums.withdraw_contact(memorandum_id, act, expected, **fields)


@memorandums.changes("/<uuid:memorandum_id>/attach-document", AttachDocument, ATTACHED, location="form")
def attach_document(memorandum_id: UUID, act: Act, expected: int, **fields: Any) -> Attached:
    """Attach a document to an edition; its bytes come as a file."""
    return bitim().memorandums.attach_document(memorandum_id, act, expected, **fields)


@memorandums.changes("/<uuid:memorandum_id>/note", Note)
def note(memorandum_id: UUID, act: Act, expected: int, **fields: Any) -> Done:
    """Make a note."""
    return bitim().memorandums.note(memorandum_id, act, expected, **fields)


@memorandums.changes("/<uuid:memorandum_id>/archive", JustAnAct)
def archive(memorandum_id: UUID, act: Act, expected: int, **fields: Any) -> Done:
    """Put it into the archive: kept, and left out of daily lists."""
    return bitim().memorandums.archive(memorandum_id, act, expected, **fields)


@memorandums.changes("/<uuid:memorandum_id>/bring-back", JustAnAct)
def bring_back(memorandum_id: UUID, act: Act, expected: int, **fields: Any) -> Done:
    """Bring it back from the archive."""
    return bitim().memorandums.bring_back(memorandum_id, act, expected, **fields)


@memorandums.changes("/<uuid:memorandum_id>/place-under-framework", PlaceUnderFramework)
def place_under_framework(memorandum_id: UUID, act: Act, expected: int, **fields: Any) -> Done:
    """Place it under a framework agreement."""
    return bitim().memorandums.place_under_framework(memorandum_id, act, expected, **fields)
