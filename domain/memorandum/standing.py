"""The standing of a memorandum on any day: a pure function from its life to a timeline that reaches to the end of 2100.

A standing is given on a day if every choice of the uncertain dates gives the same one there; otherwise it is
*undetermined*, with the candidates. If only the edition differs, the standing holds and the edition is open.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right, insort
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from itertools import chain, pairwise
from typing import Any, NamedTuple

from domain.memorandum.choices import Choices
from domain.memorandum.chronicle import Span
from domain.memorandum.hulls import Hull
from domain.memorandum.life import Life
from domain.memorandum.search import hulls
from domain.shared.dates import END_OF_TIME, Days, certain_day, day_after, day_before

STANDINGS = (
    "in_preparation",
    "signed",
    "in_force",
    "suspended",
    "expired",
    "terminated",
    "superseded",
    "withdrawn",
    "undetermined",
)
NOT_BEGUN = "not_begun"
NOT_IN_REGISTER = "not_in_register"
_ORDER = {standing: place for place, standing in enumerate((NOT_BEGUN, *STANDINGS))}


class Interval(NamedTuple):
    """Days with one answer: ``[first, out)``.

    Args:
        standing: one of ``STANDINGS``.
        candidates: the standings possible in the order of a life, more than one if undetermined, ``not_begun`` perhaps
            among them.
        editions: the editions possible; one if known.
        until: the days that the last day of the running period may be; none if it has no known end.
        period: the number of the running period in its edition, from 0; none if not known.
        cause: what made it so (code, version of the event); none if it differs with the choice.
    """

    first: date
    out: date
    standing: str
    candidates: tuple[str, ...]
    editions: tuple[str, ...]
    until: Days | None
    period: int | None
    cause: tuple[str, int] | None

    @property
    def edition_id(self) -> str | None:
        """The edition that causes it, if that is known."""
        return self.editions[0] if len(self.editions) == 1 else None


@dataclass(frozen=True, slots=True)
class Timeline:
    """The intervals of one memorandum in order; days before the first have no standing (not begun)."""

    intervals: tuple[Interval, ...]

    def on(self, day: date) -> Interval | None:
        """The interval that holds on ``day``; none if nothing had begun."""
        index = bisect_right(self.intervals, day, key=lambda interval: interval.first) - 1
        if index < 0 or day >= self.intervals[index].out:
            return None
        return self.intervals[index]


def timeline(life: Life) -> Timeline:
    """The standings of a memorandum on every day from 1900 to 2100."""
    choices = Choices(life)
    if not choices.open:
        return Timeline(tuple(_certain(span) for span in choices.settled().spans if span.standings != (NOT_BEGUN,)))
    return Timeline(tuple(_merge(hulls(choices))))


def _certain(span: Span) -> Interval:
    first, out, period_out, standings, edition_id, period, cause = span
    return Interval(
        first,
        out,
        standings[0] if len(standings) == 1 else "undetermined",
        _in_order(standings) if len(standings) > 1 else standings,
        (edition_id,) if edition_id else (),
        None if period_out is None or period_out >= END_OF_TIME else certain_day(day_before(period_out)),
        period,
        cause,
    )


def _in_order(standings: Iterable[str]) -> tuple[str, ...]:
    """Each standing once, in the order in which a memorandum comes to them."""
    return tuple(sorted(set(standings), key=_ORDER.__getitem__))


class _Answer(NamedTuple):
    """An interval, and the numbers that its period may have."""

    interval: Interval
    periods: frozenset[int | None]


class _Possible:
    """What is possible on a day, in the order of the days: the hulls that lie over it, counted by what they say."""

    def __init__(self) -> None:
        self._standings: Counter[tuple[str, ...]] = Counter()
        self._editions: Counter[str | None] = Counter()
        self._periods: Counter[int | None] = Counter()
        self._causes: Counter[tuple[str, int] | None] = Counter()
        self._earliest_outs: list[date] = []
        self._latest_outs: list[date] = []
        self._endless = 0

    def _told(self, hull: Hull) -> Iterator[tuple[Counter[Any], object]]:
        _, _, _, standings, edition_id, period, cause = hull.span
        yield self._standings, standings
        yield self._editions, edition_id
        yield self._periods, period
        yield self._causes, cause

    def enter(self, hull: Hull) -> None:
        """From this day on the hull lies over the days."""
        for counted, what in self._told(hull):
            counted[what] += 1
        if hull.earliest_period_out is None or hull.latest_period_out is None:
            self._endless += 1
        else:
            insort(self._earliest_outs, hull.earliest_period_out)
            insort(self._latest_outs, hull.latest_period_out)

    def leave(self, hull: Hull) -> None:
        """From this day on it no longer does."""
        for counted, what in self._told(hull):
            counted[what] -= 1
            if not counted[what]:
                del counted[what]
        if hull.earliest_period_out is None or hull.latest_period_out is None:
            self._endless -= 1
        else:
            del self._earliest_outs[bisect_left(self._earliest_outs, hull.earliest_period_out)]
            del self._latest_outs[bisect_left(self._latest_outs, hull.latest_period_out)]

    def between(self, first: date, out: date) -> _Answer | None:
        """The answer on these days, on which no hull begins or ends; none if nothing has begun."""
        standings = _in_order(chain.from_iterable(self._standings))
        if standings == (NOT_BEGUN,):
            return None
        interval = Interval(
            first,
            out,
            standings[0] if len(standings) == 1 else "undetermined",
            standings,
            tuple(sorted(edition_id for edition_id in self._editions if edition_id)),
            self._until(first),
            next(iter(self._periods)) if len(self._periods) == 1 else None,
            next(iter(self._causes)) if len(self._causes) == 1 else None,
        )
        return _Answer(interval, frozenset(self._periods))

    def _until(self, first: date) -> Days | None:
        """The last days that the running period may have; none if one of them is not known."""
        if self._endless or not self._latest_outs or self._latest_outs[-1] >= END_OF_TIME:
            return None
        return Days(day_before(max(self._earliest_outs[0], day_after(first))), day_before(self._latest_outs[-1]))


def _merge(hulls: Iterable[Hull]) -> Iterator[Interval]:
    """Go through the days from boundary to boundary, and join neighbours with one answer."""
    entering = sorted((hull for hull in hulls if hull.first < hull.out), key=lambda hull: hull.first, reverse=True)
    leaving = sorted(entering, key=lambda hull: hull.out, reverse=True)
    possible = _Possible()
    last: _Answer | None = None
    for first, out in pairwise(sorted({day for hull in entering for day in (hull.first, hull.out)})):
        while leaving[-1].out <= first:
            possible.leave(leaving.pop())
        while entering and entering[-1].first <= first:
            possible.enter(entering.pop())
        answer = possible.between(first, out)
        joined = _joined(last, answer) if last is not None and answer is not None else None
        if joined is None and last is not None:
            yield last.interval
        last = joined or answer
    if last is not None:
        yield last.interval


def _joined(last: _Answer, following: _Answer) -> _Answer | None:
    """Both as one, if they give the same answer; the ends that one period may have are taken together."""
    one, other = last.interval, following.interval
    if (
        last.periods != following.periods
        or one[2:5] != other[2:5]
        or (one.out, one.cause) != (other.first, other.cause)
    ):
        return None
    if one.until == other.until:
        return _Answer(one._replace(out=other.out), last.periods)
    if one.until is None or other.until is None or one.until.certain or other.until.certain:
        return None
    together = Days(min(one.until.earliest, other.until.earliest), max(one.until.latest, other.until.latest))
    return _Answer(one._replace(out=other.out, until=together), last.periods)
