"""The base of a memorandum's events."""

from __future__ import annotations

from typing import Any, ClassVar

from domain.memorandum.state import MemorandumState
from domain.shared import correction
from domain.shared.correction import CorrectableEvent
from domain.shared.event import Created


class MemorandumEvent(CorrectableEvent):
    """What happened to a memorandum; ``TOUCHES_STANDING`` says whether the timeline can change with it."""

    TOUCHES_STANDING: ClassVar[bool] = False

    def affect(self, memorandum: MemorandumState, /) -> None:
        """Change the state of the memorandum."""


class ChangingEvent(correction.ChangingEvent, MemorandumEvent):
    """An event that changes parts of an edition's content."""

    edition_id: str
    changes: dict[str, Any]

    def affect(self, memorandum: MemorandumState) -> None:
        edition = memorandum.editions[self.edition_id]
        edition.content = {**edition.content, **self.changes}


class MemorandumCreated(MemorandumEvent, Created):
    """The first event of a memorandum."""
