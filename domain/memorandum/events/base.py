"""The base of a memorandum's events."""

from __future__ import annotations

import dataclasses
from typing import TYPE_CHECKING, Any, ClassVar, Self

from domain.shared.event import Created, Event

if TYPE_CHECKING:
    from domain.memorandum.memorandum import Memorandum

ACT_FIELDS = frozenset({"occurred_on", "certainty", "source", "reason"})
"""What a correction may change in every event."""


class MemorandumEvent(Event):
    """What happened to a memorandum.

    ``TOUCHES_STANDING`` says whether the timeline can change with it; ``CORRECTABLE`` names its own fields that a
    correction may change. Effects stand in ``affect``, which runs again, over corrected events, after each correction.
    """

    TOUCHES_STANDING: ClassVar[bool] = False
    CORRECTABLE: ClassVar[frozenset[str]] = frozenset()

    def apply(self, aggregate: Memorandum) -> None:
        """Keep the event as recorded, and let it take effect."""
        aggregate.recorded.append(self)
        self.affect(aggregate)

    def affect(self, memorandum: Memorandum) -> None:
        """Change the state of the memorandum."""

    def correctable(self) -> frozenset[str]:
        """The fields of this event that a correction may change."""
        return self.CORRECTABLE | ACT_FIELDS

    def value_of(self, field: str) -> Any:
        """The value of a field, as recorded."""
        return getattr(self, field)

    def with_value(self, field: str, value: Any) -> Self:
        """The event as it reads with a corrected field."""
        return dataclasses.replace(self, **{field: value})


class ChangingEvent(MemorandumEvent):
    """An event that changes parts of an edition's content: each part in ``changes`` is a field of its own."""

    edition_id: str
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

    def affect(self, memorandum: Memorandum) -> None:
        edition = memorandum.editions[self.edition_id]
        edition.content = {**edition.content, **self.changes}


class MemorandumCreated(MemorandumEvent, Created):
    """The first event of a memorandum."""
