"""Guards of keeping a memorandum: owner, partner's number, contacts, documents, notes, archive, framework."""

from __future__ import annotations

import re
from typing import Any

from domain.memorandum.events import (
    MemorandumArchived,
    MemorandumBroughtBack,
    MemorandumContactNamed,
    MemorandumContactWithdrawn,
    MemorandumDocumentAttached,
    MemorandumNoted,
    MemorandumOwnerAssigned,
    MemorandumPartnerReferenceRecorded,
    MemorandumPlacedUnderFramework,
)
from domain.memorandum.guarding import Guarding
from domain.shared.act import Act
from domain.shared.codes import email as email_address
from domain.shared.codes import identifier
from domain.shared.codes import language as language_tag
from domain.shared.codes import sha256 as digest
from domain.shared.errors import Invalid, Refused
from domain.shared.text import line, one_of, paragraph

MOST_BYTES = 2_000_000_000
CONTACT_ROLES = ("coordination", "outgoing_mobility", "incoming_mobility", "research", "legal", "finance", "other")
"""In which matter an office is to be asked."""
_MEDIA_TYPE = re.compile(r"[a-z0-9.+-]+/[A-Za-z0-9.+_-]+")


class Keeping(Guarding):
    """What is kept about a memorandum beside its legal life."""

    def assign_owner(self, act: Act, *, owner: str) -> None:
        """Make an employee answerable for follow-up and renewal."""
        owner = line(owner, "owner", 100)
        act.days()
        if owner != self.owner:
            self.trigger(MemorandumOwnerAssigned, act, owner=owner)

    def record_partner_reference(self, act: Act, *, party_id: str, reference: str) -> None:
        """Record the number under which another party keeps the same memorandum."""
        self.require_party_of_memorandum(party_id)
        reference = line(reference, "reference", 100)
        act.days()
        if self.partner_references.get(party_id) != reference:
            self.trigger(MemorandumPartnerReferenceRecorded, act, party_id=party_id, reference=reference)

    def name_contact(self, act: Act, *, party_id: str, role: str, office: str, email: str = "") -> None:
        """Name the office of a party that is to be asked in one matter; it takes the place of the one named before.

        Args:
            act: who names it.
            party_id: the party.
            role: the matter, one of `CONTACT_ROLES`.
            office: what it is called; an office, never a person: names of persons are not kept unsealed.
            email: its own address, such as ``international@example.edu``; empty, if it is not known.

        Raises:
            Invalid: a part out of form, or no such party.
        """
        self.require_party_of_memorandum(party_id)
        role = one_of(role, "role", CONTACT_ROLES)
        office, email = line(office, "office", 200), email_address(email) if email else ""
        act.days()
        if self.contacts.get((party_id, role)) != {
            "party_id": party_id,
            "role": role,
            "office": office,
            "email": email,
        }:
            self.trigger(MemorandumContactNamed, act, party_id=party_id, role=role, office=office, email=email)

    def withdraw_contact(self, act: Act, *, party_id: str, role: str) -> None:
        """Let a party have no contact any more in one matter.

        Raises:
            Invalid: no such party or role.
        """
        self.require_party_of_memorandum(party_id)
        role = one_of(role, "role", CONTACT_ROLES)
        act.days()
        if (party_id, role) in self.contacts:
            self.trigger(MemorandumContactWithdrawn, act, party_id=party_id, role=role)

    def attach_document(
        self,
        act: Act,
        *,
        edition_id: str,
        sha256: str,
        filename: str,
        media_type: str,
        size: int,
        label: str = "",
        language: str | None = None,
    ) -> None:
        """Attach a document whose bytes are kept under their digest; the same digest on the same edition is no change.

        Args:
            act: who attaches it.
            edition_id: the edition it belongs to.
            sha256: digest of the bytes, 64 hexadecimal digits.
            filename: its name, without a path.
            media_type: for example ``application/pdf``.
            size: in bytes.
            label: what it is (scan, minutes, annex 1).
            language: of its text, if known.

        Raises:
            Invalid: a part out of form.
        """
        edition = self.edition(edition_id)
        digest(sha256)
        named, typed, sized = _filename(filename), _media_type(media_type), _size(size)
        act.days()
        if any(d["sha256"] == sha256 and d["edition_id"] == edition.edition_id for d in self.documents):
            return
        self.trigger(
            MemorandumDocumentAttached,
            act,
            edition_id=edition.edition_id,
            sha256=sha256,
            filename=named,
            media_type=typed,
            size=sized,
            label=line(label, "label", 200, empty=True),
            language=None if language is None else language_tag(language),
        )

    def note(self, act: Act, *, note: str) -> None:
        """Make a note; a note is always a change.

        Raises:
            Invalid: it is empty or too long.
        """
        text = paragraph(note, "note", 10_000)
        if not text:
            raise Invalid("note", note, "text", maximum=10_000)
        act.days()
        self.trigger(MemorandumNoted, act, note=text)

    def archive(self, act: Act) -> None:
        """Put it into the archive: kept, and left out of daily lists.

        Raises:
            Refused: a draft of it is still in preparation.
        """
        act.days()
        if self.archived:
            return
        if self.working_edition is not None:
            raise Refused("in_preparation", edition_id=self.working_edition.edition_id)
        self.trigger(MemorandumArchived, act)

    def bring_back(self, act: Act) -> None:
        """Bring it back from the archive."""
        act.days()
        if self.archived:
            self.trigger(MemorandumBroughtBack, act)

    def place_under_framework(self, act: Act, *, framework_id: str) -> None:
        """Place it under a framework agreement, as an agreement on a specific activity.

        Raises:
            Refused: it would be its own framework.
        """
        framework = identifier(framework_id, "framework_id")
        act.days()
        if framework == str(self.id):
            raise Refused("framework_of_itself", memorandum_id=framework)
        if framework != self.framework_id:
            self.trigger(MemorandumPlacedUnderFramework, act, framework_id=framework)


def _filename(value: Any) -> str:
    name = line(value, "filename", 200)
    if "/" in name or "\\" in name or not name.strip("."):
        raise Invalid("filename", value, "filename")
    return name


def _media_type(value: Any) -> str:
    if not isinstance(value, str) or not _MEDIA_TYPE.fullmatch(value):
        raise Invalid("media_type", value, "media_type")
    return value


def _size(value: Any) -> int:
    if not isinstance(value, int) or not 0 <= value <= MOST_BYTES:
        raise Invalid("size", value, "between", minimum=0, maximum=MOST_BYTES)
    return value
