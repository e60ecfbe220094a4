"""Streams of events: loading them, changing them, reading them in the order in which they were recorded."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import replace
from datetime import datetime
from typing import Any, TypeVar, cast
from uuid import UUID
from zoneinfo import ZoneInfo

from eventsourcing.persistence import (
    IntegrityError,
    InterfaceError,
    Mapper,
    Notification,
    OperationalError,
    PersistenceError,
    StoredEvent,
)
from eventsourcing.utils import get_topic

from application import deadline
from application.adapters.ports import Clock
from application.errors import AnsweredMeanwhile, OutcomeUnknown, Unavailable
from application.store.answers import KEPT, Answer, Attempt, Key, current_attempt
from application.store.codec import new_transcoder
from application.store.log import Log
from application.store.recent import RecentStreams
from domain.shared.errors import Conflict, NotFound
from domain.shared.event import Aggregate, Event
from domain.shared.moment import Moment, at, current_moment, raise_after

A = TypeVar("A", bound=Aggregate)

_in_bulk: ContextVar[bool] = ContextVar("in_bulk", default=False)


def fold(aggregate: Any, events: Iterable[Event]) -> Any:
    """What the events make of the aggregate; of None, if they are the first.

    The library's own function checks each event against a protocol at run time: 20 of its 23 µs per event.
    """
    for event in events:
        aggregate = event.mutate(aggregate)
    return aggregate


def nobody() -> None:
    """Nobody waits for what was saved."""


class Store:
    """Keeps every stream of events, and opens the one moment of each command.

    Args:
        log: where the events are appended.
        clock: what stamps them.
        zone: in which the institution counts its days.
        saved: called after each save; it must not fail.
    """

    def __init__(self, log: Log, clock: Clock, zone: ZoneInfo, saved: Callable[[], None] = nobody) -> None:
        self.log = log
        self.saved = saved
        self._clock = clock
        self._zone = zone
        self._mapper: Mapper[UUID] = Mapper(new_transcoder())
        self._recent = RecentStreams()

    @contextmanager
    def command(self) -> Iterator[Unit]:
        """Run one command: what is recorded inside bears one instant, and is stored together or not at all.

        Raises:
            Conflict: somebody else has changed one of the streams meanwhile.
            Unavailable: the store does not answer; nothing was stored.
            OutcomeUnknown: the store broke off while committing, or before it could be asked what stands in the way.
        """
        attempt = current_attempt()
        with at(Moment(self._clock.now(), self._zone)):
            unit = Unit(self)
            yield unit
            events = unit.collect()
            answer = unit.answer(attempt) if attempt else None
        if events or answer:
            self._save(events, answer)
        if events and not _in_bulk.get():
            self.saved()

    def answered(self, key: Key) -> Answer | None:
        """What was answered to a command sent under this key, as long as answers are remembered."""
        with answering():
            return self.log.find_answer(key.account, key.text, self._clock.now() - KEPT)

    @contextmanager
    def in_bulk(self) -> Iterator[None]:
        """Let the many commands inside be shown together at the end, not each by itself; to others nothing changes."""
        token = _in_bulk.set(True)
        try:
            yield
        finally:
            _in_bulk.reset(token)
            self.saved()

    @contextmanager
    def change(self, kind: type[A], id_: UUID, expected_version: int | None = None) -> Iterator[A]:
        """Run one command on one aggregate; see `command` and `Unit.load`."""
        with self.command() as unit:
            yield unit.load(kind, id_, expected_version)

    def get(self, kind: type[A], id_: UUID, version: int | None = None) -> A:
        """The aggregate as it stands, or as it stood at a version; for reading only.

        Raises:
            NotFound: no stream of this kind has this id.
        """
        stored = self.stored(id_, upto=version)
        if version is None and stored:
            self._recent.keep(id_, stored)
        aggregate = fold(None, (self.decode(one) for one in stored))
        if not isinstance(aggregate, kind):
            raise NotFound(kind=get_topic(kind), id=str(id_))
        return aggregate

    def events(self, id_: UUID, *, after: int = 0, upto: int | None = None) -> list[Event]:
        """The events of one stream, oldest first: versions above `after`, and none above `upto`."""
        return [self.decode(one) for one in self.stored(id_, after=after, upto=upto)]

    def version(self, id_: UUID) -> int:
        """The version of a stream: how many events it has; 0, if there is none."""
        with answering():
            return self.log.last_version(id_)

    def stored(self, id_: UUID, *, after: int = 0, upto: int | None = None) -> Sequence[StoredEvent]:
        """The same, as they are stored."""
        if upto is not None and (recent := self._recent.upto(id_, upto)) is not None:
            return recent[after:]
        with answering():
            return self.log.select_events(id_, gt=after or None, lte=upto)

    def notifications(self, after: int, limit: int, *, upto: int | None = None) -> Sequence[Notification]:
        """Stored events in the order in which they were recorded: beyond one position, not beyond another.

        A position says which event is earlier, not how many there are: there are gaps. See `decode`.
        """
        with answering():
            return self.log.select_notifications(after, limit, upto, inclusive_of_start=False)

    def with_topic(self, topic: str, limit: int) -> list[Event]:
        """The first events with this topic, as they were recorded; for one that is rare."""
        with answering():
            return [self.decode(one) for one in self.log.select_notifications(None, limit, topics=(topic,))]

    def streams(self, after: int, through: int, upto: int) -> Sequence[Notification]:
        """The stored events of some streams, stream by stream, in the order in which these began.

        Args:
            after: the position beyond which they begin.
            through: the last position at which they begin.
            upto: the last position that counts.
        """
        with answering():
            return self.log.select_streams(after, through, upto)

    def decode(self, stored: StoredEvent) -> Event:
        """The event that was stored, in today's form."""
        return cast(Event, self._mapper.to_domain_event(stored))

    def recorded_at(self, stored: StoredEvent) -> datetime:
        """The instant at which an event was stored (UTC), whether or not this code knows such events."""
        return cast(datetime, self._mapper.transcoder.decode(stored.state)["timestamp"])

    def max_position(self) -> int:
        """The position of the last event; 0 if there is none."""
        with answering():
            return self.log.max_notification_id() or 0

    def take_in(self, stored: Sequence[StoredEvent]) -> None:
        """Append events that another register has recorded, as they are, all or none.

        Raises:
            Conflict: one of their streams is here already.
            Unavailable: the store does not answer; nothing was stored.
            OutcomeUnknown: the store broke off while committing.
        """
        self._append(stored, None)
        self.saved()

    def _save(self, events: Sequence[Event], answer: Answer | None) -> None:
        self._append([self._mapper.to_stored_event(event) for event in events], answer)

    def _append(self, stored: Sequence[StoredEvent], answer: Answer | None) -> None:
        deadline.left(0)  # whoever sent it has been told that it came to nothing, or that nobody knows
        try:
            self.log.append(stored, answer)
        except IntegrityError as error:
            try:
                self._explain(stored, answer, error)
            except (InterfaceError, OperationalError, Unavailable):
                raise OutcomeUnknown(what="log") from error

    def _explain(self, events: Sequence[StoredEvent], answer: Answer | None, error: IntegrityError) -> None:
        """Find out what stands in the way; if it is these very events, they were stored after all.

        After a lost connection the append is tried again, and then meets what the first try has stored. An answer
        under the same key is another's, who was faster; without one it was a version that stood in the way.
        """
        kept = self.answered(answer.key) if answer else None
        if kept is not None and kept != answer:
            raise AnsweredMeanwhile(key=kept.key.text) from error
        firsts = {event.originator_id: event for event in reversed(events)}
        for first in firsts.values():
            there = self._stored(first)
            if there is not None and (there != first or kept != answer):
                last = self.log.select_events(first.originator_id, desc=True, limit=1)[0]
                raise Conflict(
                    id=str(first.originator_id),
                    expected=first.originator_version - 1,
                    version=last.originator_version,
                ) from error
        if kept != answer or any(self._stored(event) != event for event in events):
            raise error

    def _stored(self, event: StoredEvent) -> StoredEvent | None:
        version = event.originator_version
        found = self.log.select_events(event.originator_id, gt=version - 1, lte=version)
        return found[0] if found else None


class Unit:
    """The aggregates of one command."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._aggregates: dict[UUID, Aggregate] = {}

    def load(self, kind: type[A], id_: UUID, expected_version: int | None = None) -> A:
        """The aggregate, to be changed; the same object each time.

        Args:
            expected_version: that on which the command is based; none if it does not matter.

        Raises:
            NotFound: no stream of this kind has this id.
            Conflict: it has another version.
        """
        aggregate = self._aggregates.get(id_) or self._store.get(kind, id_)
        if not isinstance(aggregate, kind):
            raise NotFound(kind=get_topic(kind), id=str(id_))
        if expected_version not in (None, aggregate.version):
            raise Conflict(id=str(id_), expected=expected_version, version=aggregate.version)
        raise_after(aggregate.modified_on)  # two hosts' clocks differ; each command of a stream has its own instant
        return self.add(aggregate)

    def add(self, aggregate: A) -> A:
        """Have a new aggregate stored with the rest."""
        self._aggregates[aggregate.id] = aggregate
        return aggregate

    def holds(self, id_: UUID) -> bool:
        """Whether this command makes or changes the record with this id."""
        return id_ in self._aggregates

    def answer(self, attempt: Attempt) -> Answer:
        """The answer to be kept under the key with which the command was sent."""
        return attempt.answer(self._aggregates.values(), current_moment().recorded_at)

    def collect(self) -> list[Event]:
        """What was recorded, all at its latest instant: a stream that was loaded late may have raised it."""
        events = [cast(Event, event) for one in self._aggregates.values() for event in one.collect_events()]
        if len({event.timestamp for event in events}) > 1:
            latest = max(event.timestamp for event in events)
            events = [replace(event, timestamp=latest) for event in events]
        return events


@contextmanager
def answering() -> Iterator[None]:
    """Say that the store is unavailable where the library gives the reason in a database's words."""
    try:
        yield
    except PersistenceError as error:
        raise Unavailable(what="log") from error
