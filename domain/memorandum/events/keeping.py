"""Events of keeping a memorandum: its owner, contacts, documents, notes, links and place in the archive."""

from __future__ import annotations

from typing import Any

from domain.memorandum.events.base import MemorandumEvent
from domain.memorandum.state import MemorandumState


class MemorandumOwnerAssigned(MemorandumEvent):
    """An employee became answerable for follow-up and renewal."""

    TOPIC = "memorandum.owner_assigned"
    CORRECTABLE = frozenset({"owner"})

    owner: str

    def affect(self, memorandum: MemorandumState) -> None:
        memorandum.owner = self.owner


class MemorandumPartnerReferenceRecorded(MemorandumEvent):
    """The number under which another party keeps the same memorandum."""

    TOPIC = "memorandum.partner_reference_recorded"
    CORRECTABLE = frozenset({"reference"})

    party_id: str
    reference: str

    def affect(self, memorandum: MemorandumState) -> None:
        memorandum.partner_references = {**memorandum.partner_references, self.party_id: self.reference}


class MemorandumContactNamed(MemorandumEvent):
    """An office of a party is the one to be asked in one matter; it takes the place of the one named before."""

    TOPIC = "memorandum.contact_named"
    CORRECTABLE = frozenset({"office", "email"})

    party_id: str
    role: str
    office: str
    email: str

    def affect(self, memorandum: MemorandumState) -> None:
        contact = {name: getattr(self, name) for name in ("party_id", "role", "office", "email")}
        memorandum.contacts = {**memorandum.contacts, (self.party_id, self.role): contact}


class MemorandumContactWithdrawn(MemorandumEvent):
    """A party has no contact any more in one matter."""

    TOPIC = "memorandum.contact_withdrawn"

    party_id: str
    role: str

    def affect(self, memorandum: MemorandumState) -> None:
        withdrawn = (self.party_id, self.role)
        memorandum.contacts = {key: contact for key, contact in memorandum.contacts.items() if key != withdrawn}


class MemorandumDocumentAttached(MemorandumEvent):
    """A document was attached to an edition; its bytes are kept under their SHA-256."""

    TOPIC = "memorandum.document_attached"
    CORRECTABLE = frozenset({"filename", "label", "language"})

    edition_id: str
    sha256: str
    filename: str
    media_type: str
    size: int
    label: str
    language: str | None

    def affect(self, memorandum: MemorandumState) -> None:
        document: dict[str, Any] = {
            name: getattr(self, name)
            for name in ("edition_id", "sha256", "filename", "media_type", "size", "label", "language")
        }
        memorandum.documents = (*memorandum.documents, document)


class MemorandumNoted(MemorandumEvent):
    """A note was made."""

    TOPIC = "memorandum.noted"
    CORRECTABLE = frozenset({"note"})

    note: str

    def affect(self, memorandum: MemorandumState) -> None:
        memorandum.notes = (*memorandum.notes, self.note)


class MemorandumArchived(MemorandumEvent):
    """It was put into the archive: kept, and left out of daily lists."""

    TOPIC = "memorandum.archived"

    def affect(self, memorandum: MemorandumState) -> None:
        memorandum.archived = True


class MemorandumBroughtBack(MemorandumEvent):
    """It was brought back from the archive."""

    TOPIC = "memorandum.brought_back"

    def affect(self, memorandum: MemorandumState) -> None:
        memorandum.archived = False


class MemorandumPlacedUnderFramework(MemorandumEvent):
    """It was placed under a framework agreement, as an agreement on a specific activity."""

    TOPIC = "memorandum.placed_under_framework"
    CORRECTABLE = frozenset({"framework_id"})

    framework_id: str

    def affect(self, memorandum: MemorandumState) -> None:
        memorandum.framework_id = self.framework_id
