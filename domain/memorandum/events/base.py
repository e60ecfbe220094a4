"""The base of a memorandum's events."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar, Self

from domain.shared.correction import ACT_FIELDS, CorrectableEvent
from domain.shared.event import Created

if TYPE_CHECKING:
    from domain.memorandum.memorandum import Memorandum


class MemorandumEvent(CorrectableEvent):
    """What happened to a memorandum; ``TOUCHES_STANDING`` says whether the timeline can change with it."""

    TOUCHES_STANDING: ClassVar[bool] = False

    def affect(self, memorandum: Memorandum, /) -> None:
        """Change the state of the memorandum."""


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
