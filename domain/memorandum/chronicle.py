"""The standing of a memorandum from day to day, once every uncertain date is chosen."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import NamedTuple

from domain.memorandum.course import Course, Fact
from domain.shared.dates import END_OF_TIME, FIRST_DAY

LIVING = ("in_force", "suspended")


class Span(NamedTuple):
    """Days with one standing: ``[first, out)``.

    ``standings`` holds one standing, or several where the terms leave it open; ``not_begun`` stands for none.
    ``period_out`` is the first day out of the running period (none if it has no known end), ``period`` its number among
    the periods of its edition, ``cause`` what made it so (code, version of the event).
    """

    first: date
    out: date
    standings: tuple[str, ...]
    edition_id: str | None
    period_out: date | None
    period: int
    cause: tuple[str, int]


class Drafts(NamedTuple):
    """The first draft of an edition, whether or not it was concluded later."""

    edition_id: str
    version: int
    day: date


def chronicle(courses: list[Course], drafts: Sequence[Drafts], facts: list[Fact]) -> list[Span]:
    """The standing on every day from 1900 to 2100, first match of the rules of standing.

    Args:
        courses: the concluded editions, each with its amendments, dates chosen, not yet run.
        drafts: first drafts.
        facts: legal facts in the order of their days.
    """
    _take_effect(courses, facts)
    running = sorted(
        (course for course in courses if course.end is None or course.end > course.effective),
        key=lambda course: (course.effective, course.base.concluded, course.base.version),
    )
    spans: list[Span] = []
    ended: list[tuple[date, Course]] = [
        (course.end, course) for course in courses if course.end is not None and course.end <= course.effective
    ]
    at = FIRST_DAY
    for index, course in enumerate(running):
        if course.effective > at:
            spans += _gap(at, course.effective, courses, ended, drafts)
            at = course.effective
        replaced = running[index + 1].effective if index + 1 < len(running) else END_OF_TIME
        stop = min(course.end or END_OF_TIME, replaced)
        if stop > at:
            spans += _in_force(course, at, stop, facts)
            at = stop
        if course.end is not None and course.end <= replaced:
            ended.append((course.end, course))
    if at < END_OF_TIME:
        spans += _gap(at, END_OF_TIME, courses, ended, drafts)
    return _close(spans, facts)


def _take_effect(courses: list[Course], facts: list[Fact]) -> None:
    """Find the effective date of each edition, oldest conclusion first, and run it."""
    courses.sort(key=lambda course: (course.base.concluded, course.base.version))
    before: list[Course] = []
    for course in courses:
        base = course.base
        if base.stated is not None:
            base.effective = base.stated
        elif not before:
            base.effective = base.concluded
        else:
            old = max(before, key=lambda c: (c.effective, c.base.concluded, c.base.version))
            old.run(facts, known_on=base.concluded)
            base.effective = max(base.concluded, old.end) if old.end else base.concluded
            old.run(facts)
        for amendment in course.amendments:
            amendment.effective = max(amendment.stated or amendment.concluded, base.effective)
        course.amendments.sort(key=lambda a: (a.effective, a.concluded, a.version))
        course.run(facts)
        before.append(course)


def _in_force(course: Course, first: date, stop: date, facts: list[Fact]) -> list[Span]:
    """The days on which an edition runs, cut at its periods, amendments and suspensions."""
    suspensions = course.suspensions(facts) if facts else []
    if not suspensions and not course.amendments and not course.renewals and course.unknown_from is None:
        return [
            Span(
                first,
                stop,
                ("in_force",),
                course.base.edition_id,
                course.end,
                0,
                ("effective", course.base.version),
            )
        ]
    cuts = {first, *course.renewals, *(a.effective for a in course.amendments)}
    cuts |= {day for begin, out, _ in suspensions for day in (begin, out)}
    if course.unknown_from is not None:
        cuts.add(course.unknown_from)
    days = sorted(day for day in cuts if first <= day < stop)
    return [_span_in_force(course, day, out, suspensions) for day, out in zip(days, [*days[1:], stop], strict=True)]


def _span_in_force(course: Course, day: date, out: date, suspensions: list[tuple[date, date, int]]) -> Span:
    text = course.base
    for amendment in course.amendments:
        if amendment.effective <= day:
            text = amendment
    period = sum(1 for renewal in course.renewals if renewal <= day)
    period_out = course.renewals[period] if period < len(course.renewals) else course.end
    standing, cause = "in_force", ("tacit_renewal" if period else "effective", text.version)
    for begin, end, version in suspensions:
        if begin <= day < end:
            standing, cause = "suspended", ("suspension", version)
    standings: tuple[str, ...] = (standing,)
    if course.unknown_from is not None and course.unknown_from <= day:
        standings, period_out, cause = (standing, "expired"), None, ("unknown_end", text.version)
    return Span(day, out, standings, text.edition_id, period_out, period, cause)


def _gap(
    first: date, out: date, courses: list[Course], ended: list[tuple[date, Course]], drafts: Sequence[Drafts]
) -> list[Span]:
    """The days on which no edition runs."""
    cuts = {first}
    cuts |= {course.base.concluded for course in courses} | {draft.day for draft in drafts} | {day for day, _ in ended}
    days = sorted(day for day in cuts if first <= day < out)
    return [_span_in_gap(day, until, courses, ended, drafts) for day, until in zip(days, [*days[1:], out], strict=True)]


def _span_in_gap(
    day: date,
    out: date,
    courses: list[Course],
    ended: list[tuple[date, Course]],
    drafts: Sequence[Drafts],
) -> Span:
    signed = [
        course
        for course in courses
        if course.base.concluded <= day < course.effective and (course.end is None or course.end > day)
    ]
    if signed:
        base = min(signed, key=lambda course: (course.effective, course.base.version)).base
        return Span(day, out, ("signed",), base.edition_id, None, 0, ("concluded", base.version))
    over = [(end, course) for end, course in ended if end <= day]
    if over:
        _, last = max(over, key=lambda pair: (pair[0], pair[1].effective, pair[1].base.version))
        return Span(day, out, (last.standing_after,), _last_text(last), None, 0, last.cause)
    begun = [draft for draft in drafts if draft.day <= day]
    if begun:
        draft = min(begun, key=lambda d: d.version)
        return Span(day, out, ("in_preparation",), draft.edition_id, None, 0, ("drafted", draft.version))
    return Span(day, out, ("not_begun",), None, None, 0, ("not_begun", 0))


def _last_text(course: Course) -> str:
    texts = [course.base, *(a for a in course.amendments if course.end is None or a.effective < course.end)]
    return texts[-1].edition_id


def _close(spans: list[Span], facts: list[Fact]) -> list[Span]:
    """End everything on the day of a supersession or withdrawal."""
    for fact in facts:
        if fact.kind == "supersession":
            day = fact.effect or fact.day
            if _standing_before(spans, day) not in (("expired",), ("terminated",), ("withdrawn",)):
                spans = _cut(spans, day, "superseded", fact.version)
        elif fact.kind == "withdrawal":
            spans = _cut(spans, fact.effect or fact.day, "withdrawn", fact.version)
    return spans


def _standing_before(spans: list[Span], day: date) -> tuple[str, ...]:
    for span in spans:
        if span.first < day <= span.out:
            return span.standings
    return ("not_begun",)


def _cut(spans: list[Span], day: date, standing: str, version: int) -> list[Span]:
    kept = [span if span.out <= day else span._replace(out=day) for span in spans if span.first < day]
    edition_id = kept[-1].edition_id if kept else spans[0].edition_id
    return [*kept, Span(day, END_OF_TIME, (standing,), edition_id, None, 0, (standing, version))]
