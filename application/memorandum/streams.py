"""One memorandum as it was known: what concerns it alone is computed from its stream, not kept."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID
from zoneinfo import ZoneInfo

from application.asking import Asked
from application.memorandum.register.observing import Seen, observer
from application.store.store import Store, fold
from application.streams import known_events
from domain.memorandum.chain import Link, chain
from domain.memorandum.edition import Edition
from domain.memorandum.events import MemorandumEvent
from domain.memorandum.memorandum import Memorandum
from domain.memorandum.standing import Timeline
from domain.shared.correction import as_corrected


@dataclass(frozen=True, slots=True)
class Known:
    """A memorandum as it was known at an instant.

    ``version`` is that of today, for If-Match; ``memorandum`` has the version that was known.
    """

    version: int
    memorandum: Memorandum
    seen: Seen

    @property
    def timeline(self) -> Timeline:
        """The standing on every day."""
        return self.seen.dated.timeline

    @property
    def numbers(self) -> dict[str, str]:
        """The numbers of the editions."""
        return self.seen.dated.numbers

    @property
    def editions(self) -> list[Edition]:
        """The editions by number, with those that were withdrawn at the end."""
        return sorted(self.memorandum.editions.values(), key=lambda e: _place(self.numbers.get(e.edition_id), e))

    def chain(self) -> list[Link]:
        """The renewal chain."""
        return chain(self.seen.dated.life.editions, self.numbers, self.timeline)

    def as_corrected(self) -> dict[int, MemorandumEvent]:
        """The events by version, as they read after all corrections; without those that were retracted."""
        return {event.originator_version: event for event in as_corrected(self.memorandum.recorded)}


def _place(number: str | None, edition: Edition) -> tuple[bool, list[int], int]:
    return (number is None, [int(part) for part in (number or "0").split(".")], edition.version)


def known_memorandum(store: Store, memorandum_id: UUID, asked: Asked, zone: ZoneInfo) -> Known | None:
    """The memorandum as it was known; none if it was not in the register yet.

    Raises:
        NotFound: no memorandum has this id.
    """
    stream = store.events(memorandum_id)
    events = known_events(Memorandum, memorandum_id, stream, asked)
    if not events:
        return None
    memorandum = fold(None, events)
    return Known(len(stream), memorandum, observer(zone)(memorandum, (), None))
