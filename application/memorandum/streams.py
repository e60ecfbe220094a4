"""One memorandum as it was known: what concerns it alone is computed from its stream, not kept."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, cast
from uuid import UUID

from application.asking import Asked
from domain.memorandum.events import MemorandumEvent
from domain.shared.errors import NotFound
from domain.shared.event import Event


def known_events(memorandum_id: UUID, stream: Sequence[Event], asked: Asked) -> list[MemorandumEvent]:
    """The events of a memorandum that had been recorded by the instant asked.

    Raises:
        NotFound: it is not the stream of a memorandum.
    """
    if not stream or not isinstance(stream[0], MemorandumEvent):
        raise NotFound("memorandum_not_found", field="memorandum_id", id=str(memorandum_id))
    return [cast("Any", event) for event in stream if asked.knows(event.recorded_at)]
