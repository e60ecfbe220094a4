"""One mobility case as it was known: what concerns it alone is computed from its stream, not kept."""

from __future__ import annotations

from uuid import UUID

from application.asking import Asked
from application.store.store import Store, fold
from application.streams import known_events
from domain.mobility.case import MobilityCase


def known_case(store: Store, case_id: UUID, asked: Asked) -> tuple[int, MobilityCase | None]:
    """The version of a case today, and the case as it was known; none if it was not in the register yet.

    Raises:
        NotFound: no case has this id.
    """
    stream = store.events(case_id)
    return len(stream), fold(None, known_events(MobilityCase, case_id, stream, asked))
