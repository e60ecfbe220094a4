"""Commands of keeping a memorandum."""

from __future__ import annotations

import hashlib
from uuid import UUID

from application.done import Attached, Done
from application.memorandum.commands.base import Commands
from domain.shared.act import Act


class Keeping(Commands):
    """Owner, partner's number, contacts, documents, notes, archive, framework."""

    def assign_owner(self, memorandum_id: UUID, act: Act, expected_version: int | None = None, *, owner: str) -> Done:
        """Make an employee answerable for follow-up and renewal; see `Memorandum.assign_owner`."""
        with self._change(memorandum_id, expected_version) as memorandum:
            memorandum.assign_owner(act, owner=owner)
        return Done.of(memorandum)

    def record_partner_reference(
        self, memorandum_id: UUID, act: Act, expected_version: int | None = None, *, party_id: str, reference: str
    ) -> Done:
        """Record the number under which another party keeps it; see `Memorandum.record_partner_reference`."""
        with self._change(memorandum_id, expected_version) as memorandum:
            memorandum.record_partner_reference(act, party_id=party_id, reference=reference)
        return Done.of(memorandum)

    def name_contact(
        self,
        memorandum_id: UUID,
        act: Act,
        expected_version: int | None = None,
        *,
        party_id: str,
        role: str,
        office: str,
        email: str = "",
    ) -> Done:
        """Name the office of a party that is to be asked in one matter; see `Memorandum.name_contact`."""
        with self._change(memorandum_id, expected_version) as memorandum:
            memorandum.name_contact(act, party_id=party_id, role=role, office=office, email=email)
        return Done.of(memorandum)

    def withdraw_contact(
        self, memorandum_id: UUID, act: Act, expected_version: int | None = None, *, party_id: str, role: str
    ) -> Done:
        """Let a party have no contact any more in one matter; see `Memorandum.withdraw_contact`."""
        with self._change(memorandum_id, expected_version) as memorandum:
            memorandum.withdraw_contact(act, party_id=party_id, role=role)
        return Done.of(memorandum)

    def attach_document(
        self,
        memorandum_id: UUID,
        act: Act,
        expected_version: int | None = None,
        *,
        edition_id: str,
        content: bytes,
        filename: str,
        media_type: str,
        label: str = "",
        language: str | None = None,
    ) -> Attached:
        """Attach a document: its bytes are kept in the file store, its digest in the event.

        Args:
            memorandum_id, act, expected_version: as for every command.
            edition_id, filename, media_type, label, language: see `Memorandum.attach_document`.
            content: the bytes.

        Raises:
            DocumentTooLarge: more bytes than the institution allows.
        """
        sha256 = hashlib.sha256(content).hexdigest()
        with self._change(memorandum_id, expected_version) as memorandum:
            memorandum.attach_document(
                act,
                edition_id=edition_id,
                sha256=sha256,
                filename=filename,
                media_type=media_type,
                size=len(content),
                label=label,
                language=language,
            )
            self._files.put(content)  # before the event is stored, which must not name bytes that are nowhere
        return Attached.of(memorandum, sha256=sha256)

    def note(self, memorandum_id: UUID, act: Act, expected_version: int | None = None, *, note: str) -> Done:
        """Make a note; see `Memorandum.note`."""
        with self._change(memorandum_id, expected_version) as memorandum:
            memorandum.note(act, note=note)
        return Done.of(memorandum)

    def archive(self, memorandum_id: UUID, act: Act, expected_version: int | None = None) -> Done:
        """Put it into the archive; see `Memorandum.archive`."""
        with self._change(memorandum_id, expected_version) as memorandum:
            memorandum.archive(act)
        return Done.of(memorandum)

    def bring_back(self, memorandum_id: UUID, act: Act, expected_version: int | None = None) -> Done:
        """Bring it back from the archive; see `Memorandum.bring_back`."""
        with self._change(memorandum_id, expected_version) as memorandum:
            memorandum.bring_back(act)
        return Done.of(memorandum)

    def place_under_framework(
        self, memorandum_id: UUID, act: Act, expected_version: int | None = None, *, framework_id: str
    ) -> Done:
        """Place it under a framework agreement; see `Memorandum.place_under_framework`."""
        with self._change(memorandum_id, expected_version) as memorandum:
            memorandum.place_under_framework(act, framework_id=framework_id)
        return Done.of(memorandum)
