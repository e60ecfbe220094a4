"""Streams that were read a moment ago."""

from __future__ import annotations

import threading
from collections import OrderedDict
from collections.abc import Sequence
from uuid import UUID

from eventsourcing.persistence import StoredEvent

MOST = 100  # streams; a memorandum's with its texts takes some 30 kB


class RecentStreams:
    """Streams that commands have loaded of late, as they are stored, from the first event on.

    A command loads a stream, and in a moment the read models want it as it stood ahead of what the command has
    recorded. Stored events never change, so what was read once need not be asked for again.
    """

    def __init__(self) -> None:
        self._streams: OrderedDict[UUID, Sequence[StoredEvent]] = OrderedDict()
        self._lock = threading.Lock()

    def keep(self, id_: UUID, events: Sequence[StoredEvent]) -> None:
        """Remember a stream as it was read, from its first event on."""
        with self._lock:
            self._streams[id_] = events
            self._streams.move_to_end(id_)
            if len(self._streams) > MOST:
                self._streams.popitem(last=False)

    def upto(self, id_: UUID, version: int) -> Sequence[StoredEvent] | None:
        """The stream's events up to a version, if so many are remembered."""
        with self._lock:
            events = self._streams.get(id_, ())
        return events[:version] if events and len(events) >= version else None
