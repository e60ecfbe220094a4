"""Later statements that something recorded earlier was wrong. What was recorded stays; the state is folded anew."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from domain.memorandum.events.base import MemorandumEvent

if TYPE_CHECKING:
    from domain.memorandum.memorandum import Memorandum


class MemorandumCorrected(MemorandumEvent):
    """A field of an earlier event was never so: ``value`` replaces it for all days."""

    TOPIC = "memorandum.corrected"
    TOUCHES_STANDING = True

    event_version: int
    field: str
    value: Any

    def apply(self, aggregate: Memorandum) -> None:
        """Keep the event, and fold the memorandum anew."""
        aggregate.recorded.append(self)
        aggregate.restate()


class MemorandumRetracted(MemorandumEvent):
    """An earlier event did not happen."""

    TOPIC = "memorandum.retracted"
    TOUCHES_STANDING = True

    event_version: int

    def apply(self, aggregate: Memorandum) -> None:
        """Keep the event, and fold the memorandum anew."""
        aggregate.recorded.append(self)
        aggregate.restate()


def as_corrected(recorded: list[MemorandumEvent]) -> list[MemorandumEvent]:
    """The events as they read after all corrections and retractions among them, in stream order.

    The last correction of a field holds. A retraction may itself be retracted, which brings back what it took.
    """
    retracted: set[int] = set()
    for event in reversed(recorded):
        if isinstance(event, MemorandumRetracted) and event.originator_version not in retracted:
            retracted.add(event.event_version)
    standing = {event.originator_version: event for event in recorded if event.originator_version not in retracted}
    for event in list(standing.values()):
        if isinstance(event, MemorandumCorrected) and event.event_version in standing:
            standing[event.event_version] = standing[event.event_version].with_value(event.field, event.value)
    return list(standing.values())
