"""The standing of one day: in one world, and in all of them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any
from zoneinfo import ZoneInfo

from tests.domain.memorandum.oracle.almanac import BEYOND, DAY
from tests.domain.memorandum.oracle.ending import Course, Life
from tests.domain.memorandum.oracle.record import as_known
from tests.domain.memorandum.oracle.world import Paper, World, worlds

EVER = (date.max, 0)


@dataclass(frozen=True)
class One:
    """What holds on one day in one world; ``until`` is the last day of the running period."""

    standing: str
    edition: str | None = None
    until: date | None = None


@dataclass(frozen=True)
class Answer:
    """What may hold on one day: all standings and editions possible, and ``until`` in each world."""

    standings: frozenset[str]
    editions: frozenset[str | None]
    untils: frozenset[date | None]


def answers(
    events: Iterable[Any], known_at: datetime, zone: ZoneInfo, days: Iterable[date], most_worlds: int = 50_000
) -> dict[date, Answer]:
    """The standing of each day as known at an instant, over every choice of the uncertain dates (rule 7).

    Raises:
        NoAnswer: the dates contradict each other, or leave more than ``most_worlds`` choices.
    """
    found: dict[date, set[One]] = {day: set() for day in days}
    for world in worlds(as_known(events, known_at, zone), most_worlds):
        course = Course(world)
        for day, ones in found.items():
            ones.update(_in_world(course, day))
    return {
        day: Answer(
            frozenset(one.standing for one in ones),
            frozenset(one.edition for one in ones),
            frozenset(one.until for one in ones),
        )
        for day, ones in found.items()
    }


def _in_world(course: Course, day: date) -> set[One]:
    """The standing of a day, first match (rule 27)."""
    world = course.world
    if any(fact.day <= day for fact in world.of_kind("withdrawal")):
        return {One("withdrawn")}
    taken_over = tuple(_supersessions(course))
    if any(first <= day for first in taken_over):
        return {One("superseded")}
    return set(_by_editions(course, day, taken_over))


def _supersessions(course: Course) -> Iterator[date]:
    """The days on which another memorandum takes over what has not ended by then."""
    for fact in course.world.of_kind("supersession"):
        if {one.standing for one in _by_editions(course, fact.effect)} - {"expired", "terminated"}:
            yield fact.effect


@dataclass
class _Editions:
    """The concluded editions on one day: in effect, waiting for it, or over (first day out and first day, standing)."""

    started: list[tuple[date, Paper, Life]] = field(default_factory=list)
    waiting: list[tuple[date, Paper]] = field(default_factory=list)
    over: list[tuple[tuple[date, date], Paper, str]] = field(default_factory=list)


def _editions(course: Course, day: date) -> _Editions:
    found = _Editions()
    for paper in course.world.bases:
        life = course.life(paper, EVER)
        if life.out and life.out <= life.begins and life.out <= day:  # it never took effect
            if paper.concluded <= day:
                found.over += [((life.out, life.begins), paper, standing) for standing in life.ended]
        elif life.begins <= day:
            found.started.append((life.begins, paper, life))
        elif paper.concluded <= day:
            found.waiting.append((life.begins, paper))
    return found


def _by_editions(course: Course, day: date, taken_over: Iterable[date] = ()) -> Iterator[One]:
    """The standing that the editions give: in force, signed, ended, in preparation or none.

    ``taken_over`` are the days on which another memorandum takes over.
    """
    editions = _editions(course, day)
    if editions.started:
        begins, paper, life = max(editions.started, key=lambda s: (s[0], s[1].closed))
        if life.out is None or day < life.out:
            yield _alive(course, paper, life, day, taken_over)
        endings = [((out, begins), paper, standing) for out, standing in _endings(life, day)]
        if not endings:
            return
        editions.over += endings
    if editions.waiting:
        yield One("signed", min(editions.waiting, key=lambda w: (w[0], w[1].version))[1].name)
    elif editions.over:
        last = max(end for end, _, _ in editions.over)
        for end, paper, standing in editions.over:
            if end == last:
                yield One(standing, _text(course, paper, end[0] - DAY))
    else:
        drafts = [draft for draft in course.world.drafts if draft[0] <= day]
        yield One("in_preparation", min(drafts)[1]) if drafts else One("not_begun")


def _endings(life: Life, day: date) -> list[tuple[date, str]]:
    """How the edition in effect last has ended by a day, or may have."""
    if life.out is not None and life.out <= day:
        return [(life.out, standing) for standing in life.ended]
    perhaps = ((life.doubt, "expired"), (life.untold, "terminated"))
    return [(since, standing) for since, standing in perhaps if since is not None and since <= day]


def _alive(course: Course, paper: Paper, life: Life, day: date, taken_over: Iterable[date]) -> One:
    bounds = (*life.bounds, life.out, *_replacements(course), *taken_over)
    ends = [bound for bound in bounds if bound and bound > day]
    out = min(ends, default=BEYOND)
    lost = any(since and since <= day for since in (life.doubt, life.untold))
    until = None if lost or out >= BEYOND else out - DAY
    standing = "suspended" if _suspended(course.world, paper, day) else "in_force"
    return One(standing, _text(course, paper, day), until)


def _replacements(course: Course) -> Iterator[date]:
    """The first days of the editions that take effect (rule 25)."""
    for paper in course.world.bases:
        life = course.life(paper, EVER)
        if life.out is None or life.begins < life.out:
            yield life.begins


def _text(course: Course, paper: Paper, day: date) -> str:
    """The edition whose text holds: the last amendment in effect, or the edition itself."""
    amendments = [a for a in course.amendments(paper, EVER) if course.amended_from(paper, a) <= day]
    return (amendments[-1] if amendments else paper).name


def _suspended(world: World, paper: Paper, day: date) -> bool:
    """Whether a suspension that reaches the edition has begun and not ended (rules 29 and 30)."""
    for fact in world.of_kind("suspension"):
        begun = fact.effect <= day and paper.closed <= (fact.day, fact.version)
        resumed = any(
            (fact.day, fact.version) < (r.day, r.version) and r.effect <= day for r in world.of_kind("resumption")
        )
        if begun and not resumed and (fact.until is None or day <= fact.until):
            return True
    return False
