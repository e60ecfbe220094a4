"""The standing of a memorandum on any day: a pure function from its life to a timeline that reaches to the end of 2100.

A standing is given on a day if every choice of the uncertain dates gives the same one there; otherwise it is
*undetermined*, with the candidates. If only the edition differs, the standing holds and the edition is open.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from itertools import pairwise
from typing import NamedTuple

from domain.memorandum.boxes import hulls
from domain.memorandum.choices import Choices
from domain.memorandum.chronicle import Span
from domain.memorandum.hulls import Hull
from domain.memorandum.life import Life
from domain.shared.dates import END_OF_TIME, Days, day_after, day_before

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
        None if period_out is None or period_out >= END_OF_TIME else _day(day_before(period_out)),
        period,
        cause,
    )


def _day(day: date) -> Days:
    return Days(day, day)


def _in_order(standings: Iterable[str]) -> tuple[str, ...]:
    """Each standing once, in the order in which a memorandum comes to them."""
    return tuple(sorted(set(standings), key=_ORDER.__getitem__))


def _until(earliest_out: date | None, latest_out: date | None) -> Days | None:
    if earliest_out is None or latest_out is None or latest_out >= END_OF_TIME:
        return None
    return Days(day_before(earliest_out), day_before(latest_out))


class _Answer(NamedTuple):
    """An interval, and the numbers that its period may have."""

    interval: Interval
    periods: frozenset[int]


def _merge(hulls: list[Hull]) -> Iterator[Interval]:
    """Cut the days at every boundary, gather what is possible in each cut, and join neighbours with one answer."""
    cuts = sorted({hull.first for hull in hulls} | {hull.out for hull in hulls})
    hulls.sort(key=lambda hull: hull.first)
    open_hulls: list[Hull] = []
    waiting = iter(hulls)
    following = next(waiting, None)
    last: _Answer | None = None
    for first, out in pairwise(cuts):
        open_hulls = [hull for hull in open_hulls if hull.out > first]
        while following is not None and following.first <= first:
            if following.out > first:
                open_hulls.append(following)
            following = next(waiting, None)
        answer = _gathered(first, out, open_hulls)
        joined = _joined(last, answer) if last is not None and answer is not None else None
        if joined is None and last is not None:
            yield last.interval
        last = joined or answer
    if last is not None:
        yield last.interval


def _gathered(first: date, out: date, hulls: list[Hull]) -> _Answer | None:
    spans = [hull.span for hull in hulls]
    standings = _in_order(standing for span in spans for standing in span.standings)
    if standings == (NOT_BEGUN,):
        return None
    outs = [day for hull in hulls for day in hull[3:]]
    ends = [day for day in outs if day is not None]
    causes, periods = {span.cause for span in spans}, frozenset(span.period for span in spans)
    interval = Interval(
        first,
        out,
        standings[0] if len(standings) == 1 else "undetermined",
        standings,
        tuple(sorted({span.edition_id for span in spans if span.edition_id})),
        _until(max(min(ends), day_after(first)), max(ends)) if ends and len(ends) == len(outs) else None,
        min(periods) if len(periods) == 1 else None,
        causes.pop() if len(causes) == 1 else None,
    )
    return _Answer(interval, periods)


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
