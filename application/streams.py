"""The stream of one record, of any kind, as far as it was known."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any
from uuid import UUID

from application.asking import Asked
from domain.shared.errors import NotFound
from domain.shared.event import Aggregate, Created, Event


def known_events(kind: type[Aggregate], id_: UUID, stream: Sequence[Event], asked: Asked) -> list[Any]:
    """The events of a record that had been recorded by the instant asked; none if it was not in the register yet.

    Args:
        kind: what the record must be.
        id_: by which it was asked for.
        stream: all its events.
        asked: the times of the question.

    Raises:
        NotFound: there is no record of this kind with this id.
    """
    first = stream[0] if stream else None
    if not isinstance(first, Created) or first.originator_topic != kind.TOPIC:
        raise NotFound(kind=kind.TOPIC, id=str(id_))
    return [event for event in stream if asked.knows(event.recorded_at)]
