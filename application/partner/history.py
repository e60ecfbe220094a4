"""The history of a partner: every event with the values before and after, and what later ones made of it."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from application.asking import KnownAt, Times
from application.entries import entries
from application.store.store import Store
from application.streams import known_events
from domain.partner.events import PartnerEvent
from domain.partner.partner import Partner
from domain.partner.values import values


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
        """Every event in the order of its recording.

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
        return {
            "items": list(entries(events, values)),
            "after": None,
            "version": len(stream),
            "known_at": asked.shown["known_at"],
        }
