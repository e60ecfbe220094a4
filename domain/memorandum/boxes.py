"""The days that each standing may cover, over all choices of the uncertain dates, without trying them one by one.

Within a box of choices in which the chronicle has one shape (the same spans, from the same causes, by the same turns of
the rules) each boundary only moves later when a date does, and by small steps. Then the days that a span covers
somewhere in the box run from its earliest begin to its latest end. A box that has not one shape is halved, unless
nothing between its corners can show what was not found before.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Sequence
from datetime import date, timedelta
from functools import cache
from itertools import product

from domain.memorandum.choices import Choices
from domain.memorandum.hulls import Corner, Found, Hull, of_one_shape
from domain.shared.dates import Days

_CORNERS_OF = 5
"""Up to so many open dates all corners of a box are compared; above, the two extremes and each date moved alone."""
_CHRONICLES_AT_MOST = 1000
"""Then what lies between the corners seen is not looked at. Measured on chains of three to eight editions known by
their years alone: after 500 the answer is that of 40,000."""
_STEP = timedelta(days=8)
"""Longer than any boundary moves when a date moves by a day: four days where a month lacks some."""
_STEP_OF_ACADEMIC_YEARS = timedelta(days=370)


def hulls(choices: Choices) -> list[Hull]:
    """The days that each span may cover."""
    boxes = deque([[choices.days[index] for index in choices.open]])
    step = _STEP_OF_ACADEMIC_YEARS if choices.academic else _STEP
    found = Found(step)

    @cache  # neighbouring boxes share corners
    def corner(chosen: tuple[date, ...]) -> Corner | None:
        chronicle = choices.chronicle(chosen)
        return None if chronicle is None else found.corner(chronicle)

    while boxes and corner.cache_info().currsize < _CHRONICLES_AT_MOST:
        box = boxes.popleft()
        moving = [index for index, days in enumerate(box) if not days.certain]
        corners = [corner(chosen) for chosen in _corners(box, moving)]
        possible = [corner for corner in corners if corner is not None]
        if not possible or (len(possible) == len(corners) and _settled(possible, step, found)):
            continue
        for one in possible:
            found.add(one, one)
        if moving:
            boxes += _halves(box, _dividing(moving, [one and one.shape for one in corners]))
    return list(found)


def _settled(corners: list[Corner], step: timedelta, found: Found) -> bool:
    """Whether it is known what all choices between these corners show; if so, it is kept."""
    if of_one_shape(corners, step):
        found.add(corners[0], corners[-1])
        return True
    return found.hold(corners)


def _corners(box: list[Days], moving: list[int]) -> list[tuple[date, ...]]:
    """Choices at the corners of a box: the earliest first, the latest last; of many open dates, each moved alone."""
    if len(moving) <= _CORNERS_OF:
        return list(product(*((d.earliest,) if d.certain else (d.earliest, d.latest) for d in box)))
    low, high = tuple(days.earliest for days in box), tuple(days.latest for days in box)
    alone = [
        (*base[:index], other[index], *base[index + 1 :])
        for base, other in ((low, high), (high, low))
        for index in moving
    ]
    return [low, *alone, high]


def _dividing(moving: list[int], shapes: Sequence[object]) -> list[int]:
    """The open dates by which the shape at some corner differs from that at the next; all of them if there is none."""
    last = len(shapes) - 1
    dividing = []
    for place, index in enumerate(moving):
        if len(moving) <= _CORNERS_OF:
            bit = 1 << (len(moving) - 1 - place)
            edges = [(corner, corner | bit) for corner in range(last) if not corner & bit]
        else:
            edges = [(0, 1 + place), (1 + len(moving) + place, last)]
        if any(shapes[early] != shapes[late] for early, late in edges):
            dividing.append(index)
    return dividing or moving


def _halves(box: list[Days], dividing: list[int]) -> list[list[Days]]:
    widest = max(dividing, key=lambda index: box[index].latest - box[index].earliest)
    days = box[widest]
    middle = days.earliest + (days.latest - days.earliest) // 2
    parts = Days(days.earliest, middle), Days(middle + timedelta(days=1), days.latest)
    return [[*box[:widest], part, *box[widest + 1 :]] for part in parts]
