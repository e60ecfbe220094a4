"""The standing of a memorandum on any day: a pure function from its life to a timeline that reaches to the end of 2100.

A standing is given on a day if every choice of the uncertain dates gives the same one there; otherwise it is
*undetermined*, with the candidates. If only the edition differs, the standing holds and the edition is open.

The choices are not tried one by one. Within a box of choices in which the chronicle has the same shape (the same spans,
from the same causes) each boundary only moves later when a date does; if each span also overlaps between the
earliest and the latest choice, the days it covers in the whole box run from its earliest begin to its latest end. A
box that has not one shape is halved.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import pairwise, product

from domain.memorandum.choices import Choices
from domain.memorandum.chronicle import Span
from domain.memorandum.life import Life
from domain.shared.dates import END_OF_TIME, Days, day_before

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
_CORNERS_OF = 5
"""Up to so many open dates all corners of a box are compared; above, the two extremes and each date moved alone."""
_BOXES_AT_MOST = 3000


@dataclass(frozen=True, slots=True)
class Interval:
    """Days with one answer: ``[first, out)``.

    Args:
        standing: one of ``STANDINGS``.
        candidates: the standings possible, more than one if undetermined, ``not_begun`` perhaps among them.
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
        spans = choices.chronicle(choices.earliest())
        return Timeline(tuple(_certain(span) for span in spans if span.standings != (NOT_BEGUN,)))
    return Timeline(tuple(_merge(list(_hulls(choices)))))


def _certain(span: Span) -> Interval:
    return Interval(
        span.first,
        span.out,
        span.standings[0] if len(span.standings) == 1 else "undetermined",
        span.standings,
        (span.edition_id,) if span.edition_id else (),
        _until(span.period_out, span.period_out),
        span.period,
        span.cause,
    )


def _until(earliest_out: date | None, latest_out: date | None) -> Days | None:
    if earliest_out is None or latest_out is None or latest_out >= END_OF_TIME:
        return None
    return Days(day_before(earliest_out), day_before(latest_out))


@dataclass(slots=True)
class _Hull:
    """The days that one span covers over a box of choices."""

    first: date
    out: date
    span: Span
    period_outs: tuple[date | None, date | None]


def _hulls(choices: Choices) -> Iterator[_Hull]:
    boxes = [[choices.days[index] for index in choices.open]]
    done = 0
    while boxes:
        box = boxes.pop()
        done += 1
        corners = [choices.chronicle(_chosen(choices, corner)) for corner in _corners(box)]
        low, high = corners[0], corners[-1]
        if done < _BOXES_AT_MOST and not _one_shape(corners, low, high):
            boxes += _halves(box)
            continue
        yield from (
            _Hull(early.first, late.out, early, (early.period_out, late.period_out))
            for early, late in zip(low, high, strict=False)
        )


def _corners(box: list[Days]) -> list[tuple[date, ...]]:
    """Choices at the corners of a box: the earliest first, the latest last, without repeats."""
    low, high = tuple(days.earliest for days in box), tuple(days.latest for days in box)
    if low == high:
        return [low]
    moving = [index for index, days in enumerate(box) if not days.certain]
    if len(moving) <= _CORNERS_OF:
        return list(product(*((d.earliest,) if d.certain else (d.earliest, d.latest) for d in box)))
    between = [
        (*base[:index], other[index], *base[index + 1 :])
        for base, other in ((low, high), (high, low))
        for index in moving
    ]
    return [low, *between, high]


def _chosen(choices: Choices, corner: tuple[date, ...]) -> list[date]:
    chosen = choices.earliest()
    for index, day in zip(choices.open, corner, strict=True):
        chosen[index] = day
    return chosen


def _one_shape(corners: list[list[Span]], low: list[Span], high: list[Span]) -> bool:
    if len(corners) == 1:
        return True
    shape = [_shape(span) for span in low]
    return all([_shape(span) for span in corner] == shape for corner in corners[1:]) and all(
        late.first <= early.out for early, late in zip(low, high, strict=True)
    )


def _shape(span: Span) -> tuple[object, ...]:
    return (span.standings, span.edition_id, span.period, span.cause, span.period_out is None)


def _halves(box: list[Days]) -> list[list[Days]]:
    widest = max(range(len(box)), key=lambda index: box[index].latest - box[index].earliest)
    days = box[widest]
    middle = days.earliest + (days.latest - days.earliest) // 2
    parts = Days(days.earliest, middle), Days(middle + timedelta(days=1), days.latest)
    return [[*box[:widest], part, *box[widest + 1 :]] for part in parts]


def _merge(hulls: list[_Hull]) -> Iterator[Interval]:
    """Cut the days at every boundary, gather what is possible in each cut, and join neighbours with one answer."""
    cuts = sorted({hull.first for hull in hulls} | {hull.out for hull in hulls})
    hulls.sort(key=lambda hull: hull.first)
    open_hulls: list[_Hull] = []
    waiting = iter(hulls)
    following = next(waiting, None)
    last: Interval | None = None
    for first, out in pairwise(cuts):
        open_hulls = [hull for hull in open_hulls if hull.out > first]
        while following is not None and following.first <= first:
            if following.out > first:
                open_hulls.append(following)
            following = next(waiting, None)
        interval = _gathered(first, out, open_hulls)
        if last is not None and interval is not None and _joined(last, interval) is not None:
            last = _joined(last, interval)
            continue
        if last is not None:
            yield last
        last = interval
    if last is not None:
        yield last


def _gathered(first: date, out: date, hulls: list[_Hull]) -> Interval | None:
    spans = [hull.span for hull in hulls]
    standings = tuple(sorted({standing for span in spans for standing in span.standings}))
    if standings == (NOT_BEGUN,):
        return None
    outs = [day for hull in hulls for day in hull.period_outs]
    ends = [day for day in outs if day is not None]
    causes, periods = {span.cause for span in spans}, {span.period for span in spans}
    return Interval(
        first,
        out,
        standings[0] if len(standings) == 1 else "undetermined",
        standings,
        tuple(sorted({span.edition_id for span in spans if span.edition_id})),
        _until(min(ends), max(ends)) if ends and len(ends) == len(outs) else None,
        periods.pop() if len(periods) == 1 else None,
        causes.pop() if len(causes) == 1 else None,
    )


def _joined(last: Interval, following: Interval) -> Interval | None:
    """Both as one, if they give the same answer."""
    same = (
        last.out == following.first
        and (last.candidates, last.editions, last.period, last.cause)
        == (following.candidates, following.editions, following.period, following.cause)
        and (last.until is None) == (following.until is None)
    )
    if not same:
        return None
    until = last.until
    if until is not None and following.until is not None:
        until = Days(min(until.earliest, following.until.earliest), max(until.latest, following.until.latest))
    return Interval(
        last.first,
        following.out,
        last.standing,
        last.candidates,
        last.editions,
        until,
        last.period,
        last.cause,
    )
