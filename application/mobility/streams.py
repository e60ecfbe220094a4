"""One mobility case as it was known: what concerns it alone is computed from its stream, not kept."""

from __future__ import annotations

from uuid import UUID

from application.asking import Asked
from application.store.store import Store, fold
from domain.mobility.case import MobilityCase
from domain.mobility.events import MobilityEvent
from domain.shared.errors import NotFound


def known_case(store: Store, case_id: UUID, asked: Asked) -> tuple[int, MobilityCase | None]:
    """The version of a case today, and the case as it was known; none if it was not in the register yet.

    Raises:
        NotFound: no case has this id.
    """
    stream = store.events(case_id)
    if not stream or not isinstance(stream[0], MobilityEvent):
        raise NotFound(kind=MobilityCase.TOPIC, id=str(case_id))
    known: MobilityCase | None = fold(None, [event for event in stream if asked.knows(event.recorded_at)])
    return len(stream), known
