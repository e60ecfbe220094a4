"""Later statements that something recorded earlier was wrong. What was recorded stays; the state is folded anew.

A correction says that a field of an earlier event was never so, a retraction that an event did not happen. An aggregate
whose events can be corrected keeps them as recorded, and is what they add up to as they read now.
"""

from __future__ import annotations

import dataclasses
from abc import abstractmethod
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any, ClassVar, Self, TypeVar

from domain.shared.errors import NotFound
from domain.shared.event import Aggregate, Event

ACT_FIELDS = frozenset({"occurred_on", "certainty", "source", "reason"})
"""What a correction may change in every event."""


class CorrectableEvent(Event):
    """What happened, as far as it was not stated later to be wrong.

    ``CORRECTABLE`` names its own fields that a correction may change. Effects stand in ``affect``, which runs again,
    over the corrected events, after each correction.
    """

    CORRECTABLE: ClassVar[frozenset[str]] = frozenset()

    def apply(self, aggregate: Any) -> None:
        """Keep the event as recorded, and let it take effect."""
        aggregate.recorded.append(self)
        self.affect(aggregate)

    def affect(self, aggregate: Any, /) -> None:
        """Change the state of the aggregate."""

    def correctable(self) -> frozenset[str]:
        """The fields of this event that a correction may change."""
        return self.CORRECTABLE | ACT_FIELDS

    def value_of(self, field: str) -> Any:
        """The value of a field, as recorded."""
        return getattr(self, field)

    def with_value(self, field: str, value: Any) -> Self:
        """The event as it reads with a corrected field."""
        return dataclasses.replace(self, **{field: value})


class ChangingEvent(CorrectableEvent):
    """An event that changes parts of something: each part in its field ``changes`` can be corrected by itself.

    Those that inherit declare the field, in the place among theirs at which it is stored.
    """

    if TYPE_CHECKING:
        changes: dict[str, Any]

    def correctable(self) -> frozenset[str]:
        """The parts that it changed."""
        return frozenset(self.changes) | ACT_FIELDS

    def value_of(self, field: str) -> Any:
        """The value of a changed part, or of a field of the act."""
        return self.changes[field] if field in self.changes else getattr(self, field)

    def with_value(self, field: str, value: Any) -> Self:
        """The event as it reads with a corrected part."""
        if field in self.changes:
            return super().with_value("changes", {**self.changes, field: value})
        return super().with_value(field, value)


class Correction(CorrectableEvent):
    """A field of an earlier event was never so: ``value`` replaces it for all days."""

    event_version: int
    field: str
    value: Any

    def apply(self, aggregate: CorrectableAggregate) -> None:
        """Keep the event, and fold the aggregate anew."""
        aggregate.recorded.append(self)
        aggregate.restate()


class Retraction(CorrectableEvent):
    """An earlier event did not happen."""

    event_version: int

    def apply(self, aggregate: CorrectableAggregate) -> None:
        """Keep the event, and fold the aggregate anew."""
        aggregate.recorded.append(self)
        aggregate.restate()


E = TypeVar("E", bound=CorrectableEvent)


def as_corrected(recorded: Sequence[E]) -> list[E]:
    """The events as they read after all corrections and retractions among them, in stream order.

    The last correction of a field holds. A retraction may itself be retracted, which brings back what it took.
    """
    retracted: set[int] = set()
    for event in reversed(recorded):
        if isinstance(event, Retraction) and event.originator_version not in retracted:
            retracted.add(event.event_version)
    standing = {event.originator_version: event for event in recorded if event.originator_version not in retracted}
    for event in list(standing.values()):
        if isinstance(event, Correction) and event.event_version in standing:
            standing[event.event_version] = standing[event.event_version].with_value(event.field, event.value)
    return list(standing.values())


class CorrectableAggregate(Aggregate):
    """A stream of events that later ones may correct."""

    def __init__(self) -> None:
        self.recorded: list[Any] = []
        self._forget()

    @abstractmethod
    def _forget(self) -> None:
        """Take the state back to what it was ahead of the first event."""

    def restate(self) -> None:
        """Fold the state anew from the events as they read after every correction."""
        self._forget()
        for event in as_corrected(self.recorded):
            event.affect(self)

    def event_recorded(self, event_version: int) -> Any:
        """The event with this version, as recorded.

        Raises:
            NotFound: the stream is shorter.
        """
        if not 1 <= event_version <= len(self.recorded):
            raise NotFound("event_not_found", event_version=event_version, last=len(self.recorded))
        return self.recorded[event_version - 1]
