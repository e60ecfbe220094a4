"""The sweep: writes down the ends and tacit renewals that have come by today.

No answer depends on it: every standing is computed. It writes history down, each boundary once for ever, so that it may
run as often as it likes, and in two places at once.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import cast
from uuid import UUID

from application.store.store import Store
from domain.memorandum.memorandum import Memorandum
from domain.shared.act import Act
from domain.shared.errors import Conflict

SWEEPER = "sweep"
"""The actor of what is written down."""
_PAGE = 5000


@dataclass(frozen=True, slots=True)
class Swept:
    """What one sweep did: how many memorandums it looked at, and how many events it stored."""

    memorandums: int
    events: int


class Sweep:
    """Writes down what time has done to every memorandum."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def __call__(self) -> Swept:
        """Look at every memorandum; today is that of the clock, in the institution's zone.

        Raises:
            Unavailable: the store does not answer; what was written down so far stays.
        """
        memorandums = events = 0
        for memorandum_id in self._memorandum_ids():
            memorandums += 1
            events += self._write_down(memorandum_id)
        return Swept(memorandums, events)

    def _write_down(self, memorandum_id: UUID) -> int:
        while True:
            try:
                with self._store.change(Memorandum, memorandum_id) as memorandum:
                    memorandum.write_down(Act(SWEEPER))
                    written = len(memorandum.pending_events)
            except Conflict:
                continue  # another sweep, or an officer, was quicker: look again
            return written

    def _memorandum_ids(self) -> Iterator[UUID]:
        """Every memorandum, in the order in which they came into the register."""
        position = 0
        while notifications := self._store.notifications(position, _PAGE):
            for notification in notifications:
                if notification.originator_version == 1 and notification.topic.startswith("memorandum."):
                    yield cast(UUID, notification.originator_id)
            position = notifications[-1].id
