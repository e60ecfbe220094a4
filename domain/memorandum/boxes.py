"""The days that each standing may cover, over all choices of the uncertain dates, without trying them one by one.

Within a box of choices in which the chronicle has one shape (the same spans, from the same causes, by the same turns of
the rules) each boundary only moves later when a date does, and by small steps. Then the days that a span covers
somewhere in the box run from its earliest begin to its latest end. A box that has not one shape is halved.
"""

from __future__ import annotations

from datetime import date, timedelta
from functools import cache
from itertools import product
from typing import NamedTuple

from domain.memorandum.choices import Choices
from domain.memorandum.chronicle import Chronicle, Span
from domain.shared.dates import END_OF_TIME, Days

_CORNERS_OF = 5
"""Up to so many open dates all corners of a box are compared; above, the two extremes and each date moved alone."""
_BOXES_AT_MOST = 3000
_STEP = timedelta(days=8)
"""Longer than any boundary moves when a date moves by a day: four days where a month lacks some."""
_STEP_OF_ACADEMIC_YEARS = timedelta(days=370)


class Hull(NamedTuple):
    """The days that one span covers over a box of choices, and the extremes of the end of its period."""

    first: date
    out: date
    span: Span
    earliest_period_out: date | None
    latest_period_out: date | None


def hulls(choices: Choices) -> list[Hull]:
    """The days that each span may cover, each hull once."""
    boxes = [[choices.days[index] for index in choices.open]]
    step = _STEP_OF_ACADEMIC_YEARS if choices.academic else _STEP
    chronicle = cache(choices.chronicle)  # neighbouring boxes share corners
    found: dict[Hull, None] = {}
    tried = 0
    while boxes:
        box = boxes.pop()
        tried += 1
        corners = [chronicle(chosen) for chosen in _corners(box)]
        possible = [corner for corner in corners if corner is not None]
        if not possible:
            continue
        if len(possible) == len(corners) and _one_shape(possible, step):
            found |= dict.fromkeys(map(_hull, possible[0].spans, possible[-1].spans))
        elif tried < _BOXES_AT_MOST:
            boxes += _halves(box)
        else:
            found |= dict.fromkeys(_hull(span, span) for corner in possible for span in corner.spans)
    return list(found)


def _hull(early: Span, late: Span) -> Hull:
    return Hull(early.first, late.out, early, early.period_out, late.period_out)


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


def _one_shape(corners: list[Chronicle], step: timedelta) -> bool:
    """Whether all corners differ in their boundaries only, and these lie between those of the first and the last."""
    low, *others = corners
    shape = [_shape(span) for span in low.spans]
    if any(other.turns != low.turns or [_shape(span) for span in other.spans] != shape for other in others):
        return False
    return all(_covered(spans, step) for spans in zip(*(corner.spans for corner in corners), strict=True))


def _shape(span: Span) -> tuple[object, ...]:
    return (span.period_out is None, *span[3:])


def _covered(spans: tuple[Span, ...], step: timedelta) -> bool:
    """Whether a span passes over each day between its extremes: it moves later only, and overlaps itself."""
    early, late = spans[0], spans[-1]
    if spans.count(early) == len(spans):
        return True
    later = all(
        early.first <= span.first <= late.first
        and early.out <= span.out <= late.out
        and (early.period_out or END_OF_TIME) <= (span.period_out or END_OF_TIME) <= (late.period_out or END_OF_TIME)
        for span in spans
    )
    return later and (late.first <= early.out or all(span.out - span.first >= step for span in spans))


def _halves(box: list[Days]) -> list[list[Days]]:
    widest = max(range(len(box)), key=lambda index: box[index].latest - box[index].earliest)
    days = box[widest]
    middle = days.earliest + (days.latest - days.earliest) // 2
    parts = Days(days.earliest, middle), Days(middle + timedelta(days=1), days.latest)
    return [[*box[:widest], part, *box[widest + 1 :]] for part in parts]
