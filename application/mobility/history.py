"""The history of a mobility case: every event with the values before and after, and what later ones made of it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any, cast
from uuid import UUID

from application.asking import KnownAt, Times
from application.entries import event_shown, later, stated
from application.mobility.streams import known_case
from application.store.store import Store, fold
from domain.mobility.case import MobilityCase
from domain.mobility.events import MobilityEvent
from domain.mobility.values import values
from domain.shared.correction import as_corrected
from domain.shared.values import NOTHING, changes


class CaseHistory:
    """What happened to a case, all of it.

    Args:
        store: the streams of cases.
        times: reads the times of a question.
    """

    def __init__(self, store: Store, times: Times) -> None:
        self._store = store
        self._times = times

    def of(self, case_id: UUID, *, known_at: KnownAt = None) -> dict[str, Any]:
        """Every event in the order of its recording.

        Args:
            case_id: the case.
            known_at: the instant whose knowledge answers; now, if none is given.

        Raises:
            NotFound: no case has this id.
            Invalid: a time out of form.
        """
        asked = self._times.read(known_at=known_at)
        version, case = known_case(self._store, case_id, asked)
        events: list[MobilityEvent] = case.recorded if case else []
        return {
            "items": list(_entries(events)),
            "after": None,
            "version": version,
            "known_at": asked.shown["known_at"],
        }


def _entries(events: Sequence[MobilityEvent]) -> Iterator[dict[str, Any]]:
    standing = {event.originator_version: event for event in as_corrected(events)}
    case, seen = None, NOTHING
    for index, event in enumerate(events):
        case = cast(MobilityCase, fold(case, [event]))
        now = values(case)
        changed = changes(seen, now) or stated(event, events[:index])
        yield {
            **event_shown(event),
            "changes": [one._asdict() for one in changed],
            "standings": [],
            **later(event, events, standing),
            "untrue": False,
        }
        seen = now
