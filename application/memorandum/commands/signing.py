"""Commands that record signatures."""

from __future__ import annotations

from uuid import UUID

from application.done import Done
from application.memorandum.commands.base import Commands
from domain.shared.act import Act


class Signing(Commands):
    """Signatures, party by party."""

    def sign(
        self,
        memorandum_id: UUID,
        act: Act,
        expected_version: int | None = None,
        *,
        edition_id: str,
        party_id: str,
        signatory: str,
        office: str,
        place: str = "",
    ) -> Done:
        """Record a signature on an approved text; see `Memorandum.sign`."""
        with self._change(memorandum_id, expected_version) as memorandum:
            memorandum.sign(
                act, edition_id=edition_id, party_id=party_id, signatory=signatory, office=office, place=place
            )
        return Done.of(memorandum)

    def record_outside_signature(
        self,
        memorandum_id: UUID,
        act: Act,
        expected_version: int | None = None,
        *,
        edition_id: str,
        party_id: str,
        signatory: str = "",
        office: str = "",
        place: str = "",
    ) -> Done:
        """Record a signature that was given outside the planned way; see `Memorandum.record_outside_signature`."""
        with self._change(memorandum_id, expected_version) as memorandum:
            memorandum.record_outside_signature(
                act, edition_id=edition_id, party_id=party_id, signatory=signatory, office=office, place=place
            )
        return Done.of(memorandum)
