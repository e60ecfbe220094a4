"""Signatures."""

from __future__ import annotations

from typing import ClassVar

from domain.memorandum.edition import Signature
from domain.memorandum.events.base import MemorandumEvent
from domain.memorandum.state import MemorandumState


class _Signing(MemorandumEvent):
    TOUCHES_STANDING = True
    CORRECTABLE = frozenset({"signatory", "office", "place"})
    OUTSIDE: ClassVar[bool] = False

    edition_id: str
    party_id: str
    signatory: str
    office: str
    place: str

    def affect(self, memorandum: MemorandumState) -> None:
        edition = memorandum.editions[self.edition_id]
        signature = Signature(
            self.party_id,
            self.signatory,
            self.office,
            self.place,
            self.occurred_on,
            self.timestamp,
            self.originator_version,
            self.OUTSIDE,
        )
        edition.signatures = (*edition.signatures, signature)


class MemorandumSigned(_Signing):
    """A person signed for a party, holding an office that day; the content with this hash is frozen."""

    TOPIC = "memorandum.signed"

    content_hash: str


class MemorandumSignedOutside(_Signing):
    """A signature given outside the planned way was recorded from its source; it needs no approvals."""

    TOPIC = "memorandum.signed_outside"
    OUTSIDE = True

    content_hash: str

    def affect(self, memorandum: MemorandumState) -> None:
        super().affect(memorandum)
        memorandum.editions[self.edition_id].outside = True
