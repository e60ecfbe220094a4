"""Entries of a history: an event as it was recorded, and what later events made of it; of any record."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from application.asking import instant
from domain.shared.correction import CorrectableEvent, Correction, Retraction, as_corrected
from domain.shared.values import Changed

_ACT = ("occurred_on", "certainty", "actor", "source", "reason")
_OF_THE_LOG = {"originator_id", "originator_version", "timestamp", "originator_topic", *_ACT}


def event_shown(event: CorrectableEvent) -> dict[str, Any]:
    """An event as it was recorded."""
    own = {name: value for name, value in vars(event).items() if name not in _OF_THE_LOG}
    return {
        "version": event.originator_version,
        "topic": event.TOPIC,
        "chapter": type(event).__module__.rpartition(".")[2],
        "recorded_at": instant(event.recorded_at),
        **{name: getattr(event, name) for name in _ACT},
        "data": own,
    }


def stated(event: CorrectableEvent, recorded: Sequence[CorrectableEvent]) -> list[Changed]:
    """How an earlier entry reads by a correction or retraction, where no value of the record changes by it.

    Args:
        event: the event.
        recorded: those before it.
    """
    read = {one.originator_version: one for one in as_corrected(recorded)}
    if isinstance(event, Correction):
        path = f"entries.{event.event_version}.{event.field}"
        return [Changed(path, read[event.event_version].value_of(event.field), event.value)]
    if isinstance(event, Retraction):
        return [Changed(f"entries.{event.event_version}", read[event.event_version].TOPIC, None)]
    return []


def later(
    event: CorrectableEvent, events: Sequence[CorrectableEvent], standing: Mapping[int, CorrectableEvent]
) -> dict[str, Any]:
    """What later events made of one: how it reads now, and the corrections and retractions of it.

    Of several corrections of one field the last one that was not retracted holds.

    Args:
        event: the event.
        events: all of the record, as recorded.
        standing: those that were not retracted, by version, as they read after all corrections.
    """
    version = event.originator_version
    reads = standing.get(version)
    corrections = [e for e in events if isinstance(e, Correction) and e.event_version == version]
    holding = {e.field: e.originator_version for e in corrections if e.originator_version in standing}
    retractions = [
        e.originator_version
        for e in events
        if isinstance(e, Retraction) and e.event_version == version and e.originator_version in standing
    ]
    return {
        "reads": {
            field: reads.value_of(field)
            for field in sorted(event.correctable())
            if reads is not None and reads.value_of(field) != event.value_of(field)
        },
        "corrected_by": [
            {
                "version": e.originator_version,
                "field": e.field,
                "value": e.value,
                "holds": reads is not None and holding.get(e.field) == e.originator_version,
            }
            for e in corrections
        ],
        "retracted_by": retractions[-1] if reads is None and retractions else None,
    }
