"""The history of a memorandum: every event as a person reads it, and what later ones made of it.

It is computed from the stream when it is asked for. A stream has some ten events, and the values before and after
each (full texts among them) would be many times the log if they were kept.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from application.asking import KnownAt, Times
from application.entries import event_shown, later, page, stated
from application.store.store import Store, fold
from application.streams import known_events
from domain.memorandum.boundaries import Boundary, certain_boundaries
from domain.memorandum.events import (
    MemorandumEvent,
    MemorandumExpired,
    MemorandumTacitlyRenewed,
)
from domain.memorandum.memorandum import Memorandum
from domain.memorandum.shifts import Shift, shifts
from domain.memorandum.standing import NOT_BEGUN, Timeline
from domain.memorandum.values import values
from domain.shared.correction import as_corrected
from domain.shared.dates import day_before, parse_day
from domain.shared.period import until
from domain.shared.values import NOTHING, Changed, changes

CHAPTERS = ("drafting", "signing", "renewing", "paper", "ending", "keeping", "correcting")


@dataclass(frozen=True, slots=True)
class _Step:
    """An event and what it changed when it was recorded."""

    event: MemorandumEvent
    changed: list[Changed]
    shifted: list[Shift]


class History:
    """What happened to a memorandum, all of it.

    Args:
        store: the streams of memorandums.
        times: reads the times of a question.
    """

    def __init__(self, store: Store, times: Times) -> None:
        self._store = store
        self._times = times

    def of(
        self,
        memorandum_id: UUID,
        *,
        known_at: KnownAt = None,
        chapters: Sequence[str] = (),
        newest_first: bool = False,
        limit: int = 200,
        after: int | None = None,
    ) -> dict[str, Any]:
        """Every event, with the values before and after, and what later events made of it.

        Args:
            memorandum_id: the memorandum.
            known_at: the instant whose knowledge answers; now, if none is given.
            chapters: those of `CHAPTERS` to be shown; all, if none is given.
            newest_first: the last recorded event first, instead of last.
            limit: how many, 500 at most.
            after: the version with which the previous page ended.

        Raises:
            NotFound: no memorandum has this id.
            Invalid: an argument out of form.
        """
        asked = self._times.read(known_at=known_at)
        stream = self._store.events(memorandum_id)
        events: list[MemorandumEvent] = known_events(Memorandum, memorandum_id, stream, asked)
        told = entries(events, self._times)
        found = page(told, CHAPTERS, chapters=chapters, newest_first=newest_first, limit=limit, after=after)
        return {**found, "version": len(stream), "known_at": asked.shown["known_at"]}


def entries(events: Sequence[MemorandumEvent], times: Times) -> Iterator[dict[str, Any]]:
    """Every event with what it changed, in the order of recording, and what the later ones among them made of it."""
    steps = list(_steps(events, times))
    standing = {event.originator_version: event for event in as_corrected(events)}
    memorandum: Memorandum | None = fold(None, events)
    true = set(certain_boundaries(memorandum.timeline(times.zone))) if memorandum else set()
    for step in steps:
        yield {
            **event_shown(step.event),
            "changes": [changed._asdict() for changed in step.changed],
            "standings": [_shift_shown(shift) for shift in step.shifted],
            **later(step.event, events, standing),
            "untrue": _boundary(step.event) not in (None, *true),
        }


def _steps(events: Sequence[MemorandumEvent], times: Times) -> Iterator[_Step]:
    """Each event between the states before and after it."""
    memorandum, seen, line = None, NOTHING, Timeline(())
    for event in events:
        memorandum = fold(memorandum, [event])
        now = values(memorandum)
        line_now = memorandum.timeline(times.zone) if event.TOUCHES_STANDING else line
        changed = changes(seen, now) or _unseen(event, memorandum.recorded[:-1], line_now)
        yield _Step(event, changed, [] if line_now is line else shifts(line, line_now))
        seen, line = now, line_now


def _unseen(event: MemorandumEvent, recorded: Sequence[MemorandumEvent], line: Timeline) -> list[Changed]:
    """What an event says where no value of the memorandum changes: what time has done, or how an entry reads now.

    Args:
        event: the event.
        recorded: those before it.
        line: the timeline as it was known then.
    """
    boundary = _boundary(event)
    if boundary is not None:
        before, after = line.on(day_before(boundary.day)), line.on(boundary.day)
        if boundary.kind == "expired":
            return [Changed("standing", before and before.standing, after and after.standing)]
        return [Changed("until", *(one and one.until and one.until.latest.isoformat() for one in (before, after)))]
    return stated(event, recorded)


def _boundary(event: MemorandumEvent) -> Boundary | None:
    """The boundary that an event of the sweep has written down."""
    if not isinstance(event, (MemorandumExpired, MemorandumTacitlyRenewed)):
        return None
    kind = "expired" if isinstance(event, MemorandumExpired) else "tacitly_renewed"
    return Boundary(event.edition_id, kind, parse_day(event.occurred_on))


def _shift_shown(shift: Shift) -> dict[str, Any]:
    last = until(shift.out)
    return {
        "first": shift.first.isoformat(),
        "until": last.isoformat() if last else None,
        "before": None if shift.before == NOT_BEGUN else shift.before,
        "after": None if shift.after == NOT_BEGUN else shift.after,
    }
