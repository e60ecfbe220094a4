"""The renewal chain: the editions in order, when each was in effect, and the lapses between them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from domain.memorandum.chronicle import LIVING
from domain.memorandum.life import EditionLife
from domain.memorandum.standing import NOT_BEGUN, Interval, Timeline
from domain.shared.dates import END_OF_TIME, Days, day_after, day_before
from domain.shared.period import Period

_BEFORE_EFFECT = {NOT_BEGUN, "in_preparation", "signed"}


@dataclass(frozen=True, slots=True)
class Amendment:
    """A concluded amendment of an edition; ``effective`` and ``until`` as for the edition itself."""

    edition_id: str
    effective: Days | None
    until: Days | None


@dataclass(frozen=True, slots=True)
class Link:
    """A concluded edition with its amendments.

    Args:
        edition_id: the edition.
        amendments: its amendments, by number.
        effective: the days that its first day in effect may be; none if it has none.
        until: the days that its last day may be; none if no end is known.
        ended_by: what ended it: the code of a cause, or ``renewal`` where the next edition took its place.
        lapse: the days between the end of the edition before and its first day; none if there are none, or not known.
    """

    edition_id: str
    amendments: tuple[Amendment, ...]
    effective: Days | None
    until: Days | None
    ended_by: str | None
    lapse: Period | None


def chain(editions: Sequence[EditionLife], numbers: Mapping[str, str], timeline: Timeline) -> list[Link]:
    """The chain of a memorandum, by number.

    Args:
        editions: as its standing depends on them.
        numbers: of the editions.
        timeline: of the memorandum.
    """
    concluded = [life for life in editions if life.concluded is not None and life.edition_id in numbers]
    bases = sorted((life for life in concluded if not life.amends), key=lambda life: int(numbers[life.edition_id]))
    links: list[Link] = []
    for base in bases:
        amendments = [life.edition_id for life in concluded if life.amends == base.edition_id]
        amendments.sort(key=lambda id_: int(numbers[id_].partition(".")[2]))
        links.append(_link(base.edition_id, tuple(amendments), timeline, links[-1] if links else None))
    return links


def _link(edition_id: str, amendments: tuple[str, ...], timeline: Timeline, before: Link | None) -> Link:
    texts = {edition_id, *amendments}
    dated = tuple(Amendment(id_, *days_in_effect(timeline, {id_})) for id_ in amendments)
    effective, until = days_in_effect(timeline, texts)
    if effective is None:
        return Link(edition_id, dated, None, None, None, None)
    ended_by = _ended_by(_running(timeline, texts)[-1], timeline)
    return Link(edition_id, dated, effective, until, ended_by, _lapse(before, effective))


def days_in_effect(timeline: Timeline, texts: set[str]) -> tuple[Days | None, Days | None]:
    """The days that the first and the last day may be on which one of these editions is in effect.

    None for the last where no end is known; none for both where they never are.
    """
    running = _running(timeline, texts)
    return (_effective(running, texts), _until(running, texts)) if running else (None, None)


def _running(timeline: Timeline, texts: set[str]) -> list[Interval]:
    return [i for i in timeline.intervals if texts & set(i.editions) and set(LIVING) & set(i.candidates)]


def _effective(running: list[Interval], texts: set[str]) -> Days:
    """From the day on which it may have taken effect, to the one by which it has."""
    taken = (i.first for i in running if texts >= set(i.editions) and not _BEFORE_EFFECT & set(i.candidates))
    first = running[0].first
    return Days(first, max(first, next(taken, day_before(running[-1].out))))


def _until(running: list[Interval], texts: set[str]) -> Days | None:
    last = running[-1]
    if last.out >= END_OF_TIME:
        return None
    certain = [i.out for i in running if texts >= set(i.editions) and set(i.candidates) <= set(LIVING)]
    latest = day_before(last.out)
    return Days(min(day_before(certain[-1]), latest) if certain else running[0].first, latest)


def _ended_by(last: Interval, timeline: Timeline) -> str | None:
    following = timeline.on(last.out) if last.out < END_OF_TIME else None
    if following is None:
        return None
    if set(LIVING) & set(following.candidates):
        return "renewal"
    return following.cause[0] if following.cause else None


def _lapse(before: Link | None, effective: Days) -> Period | None:
    if before is None or before.until is None or not (before.until.certain and effective.certain):
        return None
    first = day_after(before.until.earliest)
    return Period(first, effective.earliest) if first < effective.earliest else None


def current_on(day: date, timeline: Timeline) -> str | None:
    """The edition in effect on a day, or the last that was by then; none if there was none or it is not known."""
    in_effect = [i for i in timeline.intervals if i.first <= day and set(LIVING) & set(i.candidates)]
    return in_effect[-1].edition_id if in_effect else None


def next_on(day: date, editions: Sequence[EditionLife], links: Sequence[Link]) -> str | None:
    """The edition that was concluded by a day and takes effect after it; the first, if there are several."""
    concluded = {life.edition_id for life in editions if life.concluded is not None and life.concluded.latest <= day}
    waiting = [link for link in links if link.edition_id in concluded and link.effective is not None]
    return next((link.edition_id for link in waiting if link.effective and link.effective.earliest > day), None)
