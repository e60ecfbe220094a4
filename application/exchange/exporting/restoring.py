"""Taking in an export of everything: the same events, with both their times, into a register that is empty.

It is the one way by which an event is stored with the instant of another register, and therefore narrow: the whole
file must agree with its chain, every record must fold, and nothing may have been recorded here yet.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import Any, BinaryIO
from uuid import UUID

from eventsourcing.persistence import StoredEvent
from eventsourcing.utils import TopicError, get_topic

from application.adapters.ports import FileStore
from application.errors import ExportRefused
from application.exchange.exporting.archive import documents_of, opened
from application.exchange.exporting.checking import Break, Broken, lines_of
from application.exchange.exporting.history import KIND, state_of
from application.store.store import Store, fold
from domain.shared.errors import Refused
from domain.shared.event import Event


@dataclass(frozen=True, slots=True)
class Restored:
    """What was taken in; ``documents_missing`` counts those that events name, and the file does not hold."""

    records: int
    events: int
    documents: int
    documents_missing: int
    sha256: str


class Restore:
    """Fills an empty register from an export of everything.

    Args:
        store: of the events.
        files: keeps the documents.
    """

    def __init__(self, store: Store, files: FileStore) -> None:
        self._store, self._files = store, files

    def __call__(self, file: BinaryIO) -> Restored:
        """Store the events of a history export, all or none, as they were stored where they come from.

        Args:
            file: an archive with the documents, or the lines of `HistoryExport.everything` alone.

        Raises:
            ExportRefused: the file is not as it was exported, not of everything, or holds what this Bitim cannot read.
            DocumentTooLarge: a document has more bytes than this register keeps.
            Refused: ``register_not_empty``.
            Unavailable: the store does not answer.
            OutcomeUnknown: the store broke off while committing.
        """
        if self._store.max_position():
            raise Refused("register_not_empty")
        with opened(file) as (lines, documents):
            stored, sha256 = _read(lines)
            digests = documents_of(_require_records(self._store, stored))
            missing = documents.keep(digests, self._files)  # before the events, which must not name what is nowhere
        if stored:
            self._store.take_in(stored)
        records = len({one.originator_id for one in stored})
        return Restored(records, len(stored), len(digests) - len(missing), len(missing), sha256)


def _read(file: BinaryIO) -> tuple[list[StoredEvent], str]:
    """The stored events of the file, and its last digest."""
    stored, last = [], ""
    try:
        for line in lines_of(file):
            last = line.sha256
            if "bitim" in line.said:
                _require_everything(line.said)
            if "number" in line.said:
                stored.append(_stored(line.said))
    except Broken as broken:
        raise ExportRefused(reason=broken.at.code, number=broken.at.number, **broken.at.data) from None
    return stored, last


def _require_everything(head: dict[str, Any]) -> None:
    question = head.get("question")
    if head["bitim"] != KIND or not isinstance(question, dict) or question.get("memorandums", ()) is not None:
        raise Broken(Break("not_everything", 0))


def _stored(said: dict[str, Any]) -> StoredEvent:
    try:
        return StoredEvent(UUID(said["id"]), int(said["version"]), str(said["topic"]), state_of(said["state"]))
    except (KeyError, TypeError, ValueError):
        raise Broken(Break("unreadable", said["number"], {})) from None


def _require_records(store: Store, stored: list[StoredEvent]) -> list[Event]:
    """The events; refused, if this Bitim cannot read them, or they do not add up to records of its own."""
    known = _topics()
    streams: dict[UUID, list[Event]] = defaultdict(list)
    for number, one in enumerate(stored, start=1):
        named = {"id": str(one.originator_id), "version": one.originator_version, "topic": one.topic}
        if one.topic not in known:  # looked up before it is resolved: the library would import whatever a topic names
            raise ExportRefused(reason="unknown_topic", number=number, **named)
        try:
            stream = streams[UUID(str(one.originator_id))]
            stream.append(store.decode(one))
            if stream[-1].originator_version != len(stream):
                raise ExportRefused(reason="unreadable", number=number, **named)
        except (TopicError, TypeError, ValueError, KeyError, AttributeError):
            raise ExportRefused(reason="unreadable", number=number, **named) from None
    for id_, events in streams.items():
        try:
            fold(None, events)
        except Exception:  # noqa: BLE001  whatever keeps a record from being folded is the reason to refuse it
            raise ExportRefused(reason="cannot_be_folded", number=0, id=str(id_)) from None
    return [event for events in streams.values() for event in events]


def _topics() -> set[str]:
    """The topics of all events that this Bitim knows."""
    found, waiting = set(), [Event]
    while waiting:
        kind = waiting.pop()
        waiting += kind.__subclasses__()
        if "TOPIC" in vars(kind):
            found.add(get_topic(kind))
    return found
