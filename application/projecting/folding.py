"""From stored events to what read models are given: each event decoded once, each stream folded and observed once."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Mapping, Sequence
from datetime import datetime
from itertools import groupby
from typing import Any
from uuid import UUID

from eventsourcing.persistence import Notification
from eventsourcing.utils import TopicError, resolve_topic

from application.projecting.projection import Batch, FoldedStream, Observer, Projection, RecordedEvent, Step
from application.store.store import Store, fold
from domain.shared.event import Aggregate

Stream = tuple[Any, Any]
"""An aggregate, and what was observed of it last."""


class Interest:
    """What a group of read models follows."""

    def __init__(self, projections: Sequence[Projection]) -> None:
        self._events = tuple(kind for projection in projections for kind in projection.events)
        kinds = {kind for projection in projections for kind in projection.streams}
        self._kinds = {kind.TOPIC: kind for kind in kinds}
        self._followed: dict[str, bool] = {}

    def kind(self, topic: str) -> type[Aggregate] | None:
        """The class of the stream in which such events stand, if it is to be folded."""
        return self._kinds.get(topic.partition(".")[0])

    def includes(self, topic: str) -> bool:
        """Whether an event with this topic has to be looked at."""
        if topic not in self._followed:
            self._followed[topic] = self.kind(topic) is not None or self._is_heard(topic)
        return self._followed[topic]

    def _is_heard(self, topic: str) -> bool:
        try:
            return issubclass(resolve_topic(topic), self._events)
        except TopicError:  # of a concept that this code does not know, so that nobody can follow it
            return False


class Folding:
    """Makes batches, and remembers the streams of earlier ones.

    Args:
        store: where the streams are.
        observers: one for each class of aggregates that is observed.
        capacity: how many streams are remembered; one that is forgotten is read again from its beginning.
    """

    def __init__(self, store: Store, observers: Mapping[type[Aggregate], Observer], capacity: int) -> None:
        self._store = store
        self._observers = observers
        self._capacity = capacity
        self._streams: OrderedDict[UUID, Stream] = OrderedDict()

    def batch(self, stored: Sequence[Notification], interest: Interest) -> Batch:
        """What these events, consecutive in the log, are to a group of read models."""
        decode = self._store.decode
        events = [RecordedEvent(one.id, decode(one)) for one in stored if interest.includes(one.topic)]
        streams: dict[UUID, list[RecordedEvent]] = {}
        for one in events:
            if interest.kind(one.event.TOPIC) is not None:
                streams.setdefault(one.event.originator_id, []).append(one)
        return Batch([self._fold(id_, added, interest) for id_, added in streams.items()], events)

    def _fold(self, id_: UUID, added: list[RecordedEvent], interest: Interest) -> FoldedStream:
        first = added[0].event
        kind = interest.kind(first.TOPIC)
        observe = self._observers.get(kind) if kind is not None else None
        aggregate, seen = self._enter(id_, first.originator_version, observe)
        steps = []
        for _, recorded in groupby(added, _instant):
            one, *more = recorded
            events, before = [one.event, *(another.event for another in more)], seen
            aggregate = fold(aggregate, events)
            if observe is not None:
                seen = observe(aggregate, events, before)
            steps.append(Step(one.position, events, before, seen))
        self._remember(id_, (aggregate, seen))
        return FoldedStream(id_, aggregate, steps)

    def _enter(self, id_: UUID, version: int, observe: Observer | None) -> Stream:
        """The stream as it stood ahead of a version; taken out, so that a failure leaves no half-folded one."""
        known = self._streams.pop(id_, None)
        if version == 1:
            return None, None
        if known is not None and known[0].version == version - 1:
            return known
        aggregate = fold(None, self._store.events(id_, upto=version - 1))
        return aggregate, observe(aggregate, (), None) if observe is not None else None

    def _remember(self, id_: UUID, stream: Stream) -> None:
        self._streams[id_] = stream
        if len(self._streams) > self._capacity:
            self._streams.popitem(last=False)


def _instant(recorded: RecordedEvent) -> datetime:
    return recorded.event.recorded_at
