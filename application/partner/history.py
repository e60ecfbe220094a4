"""The history of a partner: every event, and what later ones made of it."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from application.asking import KnownAt, Times
from application.entries import event_shown
from application.store.store import Store
from application.streams import known_events
from domain.partner.events import PartnerEvent
from domain.partner.partner import Partner
from domain.shared.correction import Correction, as_corrected


class PartnerHistory:
    """What happened to a partner, all of it.

    Args:
        store: the streams of partners.
        times: reads the times of a question.
    """

    def __init__(self, store: Store, times: Times) -> None:
        self._store = store
        self._times = times

    def of(self, partner_id: UUID, *, known_at: KnownAt = None) -> dict[str, Any]:
        """Every event in the order of its recording, with the versions of those that say it was wrong.

        Args:
            partner_id: the partner.
            known_at: the instant whose knowledge answers; now, if none is given.

        Raises:
            NotFound: no partner has this id.
            Invalid: a time out of form.
        """
        asked = self._times.read(known_at=known_at)
        stream = self._store.events(partner_id)
        events: list[PartnerEvent] = known_events(Partner, partner_id, stream, asked)
        standing = {event.originator_version for event in as_corrected(events)}
        return {
            "items": [_shown(event, events, standing) for event in events],
            "version": len(stream),
            "known_at": asked.shown["known_at"],
        }


def _shown(event: PartnerEvent, events: list[Any], standing: set[int]) -> dict[str, Any]:
    version = event.originator_version
    corrected = [e for e in events if isinstance(e, Correction) and e.event_version == version]
    shown = event_shown(event)
    del shown["chapter"]  # a partner's events are not divided into chapters
    return {
        **shown,
        "corrected_by": [e.originator_version for e in corrected if e.originator_version in standing],
        "retracted": version not in standing,
    }
