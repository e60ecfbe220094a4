"""The base of every event and every aggregate.

An event says what happened, who recorded it, when it occurred, when it was recorded, and on what ground. Effects stand
in the event's ``apply``; guards stand in the aggregate's methods, and never run again when a stream is loaded.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Any, ClassVar

from eventsourcing.domain import Aggregate as LibraryAggregate
from eventsourcing.domain import AggregateCreated, AggregateEvent
from eventsourcing.utils import register_topic

from domain.shared.act import Act
from domain.shared.moment import current_moment


def _register(cls: type) -> None:
    topic = cls.__dict__.get("TOPIC")
    if topic:
        register_topic(topic, cls)


class Event(AggregateEvent):
    """What happened to one aggregate.

    ``timestamp`` is *recorded at* (UTC). ``occurred_on`` is a partial civil date or ``None`` for unknown; ``source`` is
    ``{"title", "passage", "sha256"}`` or ``None``.
    """

    TOPIC: ClassVar[str]

    occurred_on: str | None
    certainty: str
    actor: str
    source: dict[str, Any] | None
    reason: str

    def __init_subclass__(cls, **kwargs: Any) -> None:
        super().__init_subclass__(**kwargs)
        _register(cls)

    @staticmethod
    def create_timestamp() -> datetime:
        """The instant of the command that is running (UTC)."""
        return current_moment().recorded_at

    @property
    def recorded_at(self) -> datetime:
        """The instant at which the event was stored (UTC)."""
        return self.timestamp


@dataclass(frozen=True)
class Created(Event, AggregateCreated):
    """The first event of a stream."""


class Aggregate(LibraryAggregate):
    """A stream of events and the state they add up to.

    ``TOPIC`` names it for ever in the first event of every stream (``memorandum``), and begins the topics of its events
    (``memorandum.signed``).
    """

    TOPIC = ""  # without an annotation, which would make a dataclass of every aggregate

    def __init_subclass__(cls, **kwargs: Any) -> None:
        # The library would ask for topics of the event classes that it nests in an aggregate with a topic; ours are
        # module-level, and nobody triggers the nested ones. So it sees the topic afterwards.
        topic = cls.__dict__.get("TOPIC")
        if topic:
            del cls.TOPIC
        super().__init_subclass__(**kwargs)
        if topic:
            cls.TOPIC = topic
            _register(cls)

    def trigger(self, event_class: type[Event], act: Act, **fields: Any) -> None:
        """Record what happened: append one event, stamped with the moment, never earlier than the last one."""
        self.trigger_event(
            event_class,
            timestamp=max(current_moment().recorded_at, self.modified_on),
            **act.plain(),
            **fields,
        )
