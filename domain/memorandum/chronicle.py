"""The standing of a memorandum from day to day, once every uncertain date is chosen."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from datetime import date
from itertools import pairwise
from typing import NamedTuple

from domain.memorandum.course import Course, Fact
from domain.shared.dates import END_OF_TIME, FIRST_DAY

LIVING = ("in_force", "suspended")
_RUNNING = tuple((standing,) for standing in LIVING)
_IN_FORCE = ("in_force",)


class Span(NamedTuple):
    """Days with one standing: ``[first, out)``.

    ``standings`` holds one standing, or several where the terms leave it open; ``not_begun`` stands for none.
    ``period_out`` is the first day out of the running period (none if it has no known end), ``period`` its number among
    the periods of its edition, ``cause`` what made it so (code, version of the event); both are known where the dates
    are chosen.
    """

    first: date
    out: date
    period_out: date | None
    standings: tuple[str, ...]
    edition_id: str | None
    period: int | None
    cause: tuple[str, int] | None


class Drafts(NamedTuple):
    """The first draft of an edition, whether or not it was concluded later."""

    edition_id: str
    version: int
    day: date


class Chronicle(NamedTuple):
    """The standings from day to day, and the turns that the rules took: what came after what, and in time."""

    spans: list[Span]
    turns: list[object]
    courses: list[Course]

    def period_out(self, span: Span) -> date | None:
        """The end that the period of a span of another choice has in this one, whether or not it comes to that."""
        if span.period is None:
            return None
        for course in self.courses:
            if span.edition_id in (course.base.life.edition_id, *(a.life.edition_id for a in course.amendments)):
                return course.period_out(span.period)
        return None


def chronicle(courses: list[Course], drafts: Sequence[Drafts], facts: list[Fact]) -> Chronicle:
    """The standing on every day from 1900 to 2100, first match of the rules of standing.

    Args:
        courses: the concluded editions, each with its amendments, dates chosen, not yet run.
        drafts: first drafts.
        facts: legal facts in the order of their days.
    """
    _take_effect(courses, facts)
    running = [course for course in courses if course.takes_effect]
    if len(running) > 1:
        running.sort(key=lambda course: course.base.order)
    gap = Gap(courses, [_over(course) for course in courses if not course.takes_effect], drafts)
    spans: list[Span] = []
    at = FIRST_DAY
    for index, course in enumerate(running):
        if course.effective > at:
            spans += gap.spans(at, course.effective)
            at = course.effective
        course.replaced = running[index + 1].effective if index + 1 < len(running) else END_OF_TIME
        stop = min(course.out, course.replaced)
        if stop > at:
            spans += _in_force(course, at, stop, facts, gap)
            at = stop
        if course.out <= course.replaced:
            gap.ended.append(_over(course))
    if at < END_OF_TIME:
        spans += gap.spans(at, END_OF_TIME)
    orders = (courses, _replacing(courses, running))
    turns: list[object] = [[course.base.version for course in order] for order in orders]
    for course in courses:
        turns += course.turns
        turns += [counted[1:] for counted in course.counted if counted.since < course.replaced]
    return Chronicle(_close(spans, courses, facts, turns), turns, courses)


def _replacing(courses: list[Course], running: list[Course]) -> list[Course]:
    """The editions in the order of their effect; the first, which replaces none, whether or not it takes effect."""
    if not courses:
        return []
    first = min(courses, key=lambda course: course.base.order)
    return [first, *(course for course in running if course is not first)]


def _over(course: Course) -> Over:
    """How an edition is over once it has ended; what never took effect is nothing before its conclusion."""
    shows_from = course.out if course.takes_effect else max(course.out, course.base.concluded)
    return Over(course.out, course.effective, shows_from, course.standings_after, course, course.cause)


def _take_effect(courses: list[Course], facts: list[Fact]) -> None:
    """Find the effective date of each edition, oldest conclusion first, and run it."""
    if len(courses) > 1:
        courses.sort(key=lambda course: course.base.concluded_at)
    before: list[Course] = []
    for course in courses:
        base = course.base
        if base.stated is not None:
            base.effective = base.stated
        elif not before:
            base.effective = base.concluded
        else:
            old = max(before, key=lambda c: c.base.order)
            old.run(facts, known_by=base.concluded_at)
            base.effective = base.concluded if old.end is None else max(base.concluded, old.end)
            old.run(facts)
        for amendment in course.amendments:
            amendment.effective = max(amendment.stated or amendment.concluded, base.effective)
        if len(course.amendments) > 1:
            course.amendments.sort(key=lambda amendment: amendment.order)
            course.turns.append([amendment.version for amendment in course.amendments])
        course.run(facts)
        before.append(course)


def _in_force(course: Course, first: date, stop: date, facts: list[Fact], gap: Gap) -> list[Span]:
    """The days on which an edition runs, cut at its periods, amendments and suspensions."""
    if course.amendments or course.doubts:
        cuts = [*course.renewals, *(amendment.effective for amendment in course.amendments)]
        cuts += [*course.doubts.values(), *gap.days()] if course.doubts else []
        days = [first, *sorted({day for day in cuts if first < day < stop}), stop]
        spans = [_span_in_force(course, day, out, gap) for day, out in pairwise(days)]
    else:
        spans = list(_periods(course, first, stop))
    for begin, out, version in course.suspensions(facts):
        spans = [part for span in spans for part in _suspended(span, begin, out, version)]
    return spans


def _periods(course: Course, first: date, stop: date) -> Iterator[Span]:
    """The periods of an edition whose text is never amended, and about whose end there is no doubt."""
    life, renewals = course.base.life, course.renewals
    begun, over = bisect_right(renewals, first), bisect_left(renewals, stop)
    day, cause = first, ("tacit_renewal" if begun else "effective", life.version)
    for period in range(begun, over):
        out = renewals[period]
        yield Span(day, out, out, _IN_FORCE, life.edition_id, period, cause)
        day, cause = out, ("tacit_renewal", life.version)
    yield Span(day, stop, course.period_out(over), _IN_FORCE, life.edition_id, over, cause)


def _span_in_force(course: Course, day: date, out: date, gap: Gap) -> Span:
    text, period = course.text_on(day), bisect_right(course.renewals, day)
    perhaps = [
        Over(since, course.effective, since, (over,), course, ("unknown_end", text.version))
        for over, since in course.doubts.items()
        if since <= day
    ]
    if perhaps:
        standings = ("in_force", *gap.span(day, out, perhaps).standings)
        return Span(day, out, None, standings, text.life.edition_id, period, ("unknown_end", text.version))
    cause = ("tacit_renewal" if period else "effective", text.version)
    return Span(day, out, course.period_out(period), ("in_force",), text.life.edition_id, period, cause)


def _suspended(span: Span, begin: date, out: date, version: int) -> Iterator[Span]:
    """A span in force, in parts before, during and after a suspension."""
    first, last = max(span.first, begin), min(span.out, out)
    if first >= last:
        yield span
        return
    if span.first < first:
        yield span._replace(out=first)
    standings = ("suspended", *span.standings[1:])
    cause = span.cause if len(standings) > 1 else ("suspension", version)
    yield span._replace(first=first, out=last, standings=standings, cause=cause)
    if last < span.out:
        yield span._replace(first=last)


class Over(NamedTuple):
    """An edition that is over, or may be: its first day out, and from which day that shows."""

    end: date
    effective: date
    shows_from: date
    standings: tuple[str, ...]
    course: Course
    cause: tuple[str, int]


class Gap(NamedTuple):
    """What holds on days on which no edition runs."""

    courses: list[Course]
    ended: list[Over]
    drafts: Sequence[Drafts]

    def days(self) -> list[date]:
        """The days on which it may change."""
        days = [course.base.concluded for course in self.courses]
        days += [draft.day for draft in self.drafts]
        days += [over.shows_from for over in self.ended]
        return days

    def spans(self, first: date, out: date) -> list[Span]:
        """The standings between two days."""
        days = [first, *sorted({day for day in self.days() if first < day < out}), out]
        return [self.span(day, until) for day, until in pairwise(days)]

    def span(self, day: date, out: date, perhaps: Sequence[Over] = ()) -> Span:
        """What holds from ``day`` on; ``perhaps`` are editions that may be over besides."""
        signed = [course for course in self.courses if course.awaits_effect(day)]
        if signed:
            base = min(signed, key=lambda course: course.base.order).base
            return Span(day, out, None, ("signed",), base.life.edition_id, 0, ("concluded", base.version))
        over = [over for over in (*self.ended, *perhaps) if over.shows_from <= day]
        if over:
            last = max(over, key=lambda o: (o.end, o.course.base.order))
            standings = tuple({s: None for o in over if o[:2] == last[:2] for s in o.standings})
            edition_id = last.course.last_text.life.edition_id
            return Span(day, out, None, standings, edition_id, 0, last.cause)
        begun = [draft for draft in self.drafts if draft.day <= day]
        if begun:
            draft = min(begun, key=lambda d: d.version)
            return Span(day, out, None, ("in_preparation",), draft.edition_id, 0, ("drafted", draft.version))
        return Span(day, out, None, ("not_begun",), None, 0, ("not_begun", 0))


def _close(spans: list[Span], courses: list[Course], facts: list[Fact], turns: list[object]) -> list[Span]:
    """End everything on the day of a supersession, if it has not ended by then, or of a withdrawal."""
    for fact in facts:
        if fact.kind == "supersession":
            index = next(index for index, span in enumerate(spans) if fact.effect < span.out)
            turns.append((fact.version, index))
            if not {"expired", "terminated", "withdrawn"}.issuperset(spans[index].standings):
                spans = _cut(_replaced(spans, courses, fact.effect), fact.effect, "superseded", fact.version)
        elif fact.kind == "withdrawal":
            spans = _cut(spans, fact.effect, "withdrawn", fact.version)
    return spans


def _replaced(spans: list[Span], courses: list[Course], day: date) -> list[Span]:
    """The spans with no period that runs on beyond the day on which another memorandum takes over."""
    for course in courses:
        course.replaced = min(course.replaced, day)
    return [
        span._replace(period_out=min(span.period_out or END_OF_TIME, day)) if span.standings in _RUNNING else span
        for span in spans
    ]


def _cut(spans: list[Span], day: date, standing: str, version: int) -> list[Span]:
    kept = [span if span.out <= day else span._replace(out=day) for span in spans if span.first < day]
    edition_id = kept[-1].edition_id if kept else spans[0].edition_id
    return [*kept, Span(day, END_OF_TIME, None, (standing,), edition_id, 0, (standing, version))]
