"""Entries of a history: an event as it was recorded, and what later events made of it; of any record."""

from __future__ import annotations

import operator
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from operator import itemgetter
from typing import Any

from application.asking import instant
from application.paging import limit_of
from application.store.store import fold
from domain.shared.correction import CorrectableEvent, Correction, Retraction, as_corrected
from domain.shared.text import one_of
from domain.shared.values import NOTHING, Changed, Values, changes

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


def entries(events: Sequence[CorrectableEvent], values: Callable[[Any], Values]) -> Iterator[dict[str, Any]]:
    """Every event of a record without standing, with what it changed and what the later ones among them made of it.

    Args:
        events: in the order of recording.
        values: those of the record that people see.
    """
    standing = {event.originator_version: event for event in as_corrected(events)}
    record, seen = None, NOTHING
    for index, event in enumerate(events):
        record = fold(record, [event])
        now = values(record)
        changed = changes(seen, now) or stated(event, events[:index])
        yield {
            **event_shown(event),
            "changes": [one._asdict() for one in changed],
            "standings": [],
            **later(event, events, standing),
            "untrue": False,
        }
        seen = now


def page(
    entries: Iterable[dict[str, Any]],
    known_chapters: tuple[str, ...],
    *,
    chapters: Sequence[str],
    newest_first: bool,
    limit: int,
    after: int | None,
) -> dict[str, Any]:
    """A page of a history, and the version after which the next one begins.

    Args:
        entries: of one record, the oldest first.
        known_chapters: those that such records have.
        chapters: those to be shown; all, if none is given.
        newest_first: the last recorded entry first, instead of last.
        limit: how many, 500 at most.
        after: the version with which the previous page ended.

    Raises:
        Invalid: an argument out of form.
    """
    require_chapters(chapters, known_chapters)
    found = [entry for entry in entries if not chapters or entry["chapter"] in chapters]
    shown, last = stretch(found, itemgetter("version"), newest_first=newest_first, limit=limit, after=after)
    return {"items": shown, "after": last}


def require_chapters(chapters: Sequence[str], known_chapters: tuple[str, ...]) -> None:
    """Refuse a chapter that the records of a history do not have.

    Raises:
        Invalid: there is one.
    """
    for index, chapter in enumerate(chapters):
        one_of(chapter, f"chapters.{index}", known_chapters)


def stretch(
    found: Iterable[dict[str, Any]],
    place: Callable[[dict[str, Any]], Any],
    *,
    newest_first: bool,
    limit: int,
    after: Any,
) -> tuple[list[dict[str, Any]], Any]:
    """The entries of a page in the order of their places, and the place of its last one; none if no more follow.

    Args:
        found: the entries of all pages.
        place: tells where an entry stands.
        newest_first: the last place first.
        limit: how many, 500 at most.
        after: the place with which the previous page ended; none for the first.

    Raises:
        Invalid: no such limit.
    """
    ordered = sorted(found, key=place, reverse=newest_first)
    if after is not None:
        beyond = operator.lt if newest_first else operator.gt
        ordered = [entry for entry in ordered if beyond(place(entry), after)]
    shown = ordered[: limit_of(limit)]
    return shown, place(shown[-1]) if len(ordered) > len(shown) else None
