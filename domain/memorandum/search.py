"""The days that each standing may cover, over all choices of the uncertain dates, without trying them one by one.

Within a box of choices in which the rules take the same turns each boundary only moves later when a date does, and by
small steps. Then the days that a span covers somewhere in the box run from its earliest begin to its latest end. A box
that has not one shape is divided, unless nothing between its corners can show what was not found before.
"""

from __future__ import annotations

from collections import deque
from datetime import date, timedelta
from functools import cache

from domain.memorandum.borders import Borders
from domain.memorandum.boxes import Box, Order
from domain.memorandum.choices import Choices
from domain.memorandum.hulls import Found, Hull
from domain.memorandum.limits import limits
from domain.memorandum.shapes import Corner, alike, passages

_MOST_WORK = 60_000
"""So many spans are told at most, and for each chronicle ``_WORK_OF_CHRONICLE`` more: about a second."""
_WORK_OF_CHRONICLE = 20
_STEP = timedelta(days=8)
"""Longer than any boundary moves when a date moves by a day: four days where a month lacks some."""
_STEP_OF_ACADEMIC_YEARS = timedelta(days=370)


class _Search:
    """The search through the boxes of choices of one life."""

    def __init__(self, choices: Choices) -> None:
        self._step = _STEP_OF_ACADEMIC_YEARS if choices.academic else _STEP
        self._choices = choices
        self._borders = Borders(choices)
        self._work = 0
        self.found = Found(self._step)
        self._corner = cache(self._told)  # neighbouring boxes share corners

    def _told(self, chosen: tuple[date, ...]) -> Corner | None:
        chronicle = self._choices.chronicle(chosen)
        self._work += _WORK_OF_CHRONICLE
        if chronicle is None:
            return None
        self._work += len(chronicle.spans)
        return self.found.corner(chronicle)

    def run(self) -> bool:
        """Whether all choices were looked through."""
        boxes = deque([Box([self._choices.days[index] for index in self._choices.open])])
        while boxes:
            if self._work > _MOST_WORK:
                return False
            boxes += [part for part in self._parts(boxes.popleft()) if not part.empty]
        return True

    def _parts(self, box: Box) -> list[Box]:
        """The parts of a box that are still to be looked through; none if it is known what all its choices show."""
        corners = [self._corner(chosen) for chosen in box.corners()]
        possible = [corner for corner in corners if corner is not None]
        if not possible:
            return []
        if len(possible) < len(corners):
            return self._divided(box, _widest(box, box.moving))
        if not alike(possible):
            return self._ordered(box) or self._divided(box, _widest(box, _telling(box, possible)))
        if self._passed(possible):
            return []
        passed = {index: [self._passed(face) for face in faces] for index, faces in box.faces(possible).items()}
        if self.found.hold(possible):
            return []
        settling = [index for index, both in passed.items() if all(both)]
        return self._divided(box, _narrowest(box, settling) if settling else _widest(box, _telling(box, possible)))

    def _passed(self, corners: list[Corner]) -> bool:
        """Whether the spans pass from the first of these corners to the last; if so, that is kept."""
        moved = passages(corners, self._step)
        if moved is not None:
            self.found.keep(moved)
        return moved is not None

    def _divided(self, box: Box, index: int) -> list[Box]:
        return [box.with_days(index, days) for days in self._borders.divide(box.days, index)]

    def _ordered(self, box: Box) -> list[Box]:
        """Both parts of a box that the order of two dates divides, if it makes the rules take other turns."""
        for one, other in box.crossing():
            box = box.with_compared((one, other))
            same, first, last = (self._corner(chosen) for chosen in box.about_one_day(one, other))
            if same is None or first is None or last is None or alike([first, last]):
                continue
            if alike([same, first]):
                return [box.with_order(Order(one, other, 0)), box.with_order(Order(other, one, 1))]
            if alike([same, last]):
                return [box.with_order(Order(one, other, 1)), box.with_order(Order(other, one, 0))]
        return []


def hulls(choices: Choices) -> list[Hull]:
    """The days that each span may cover."""
    search = _Search(choices)
    whole = search.run()
    return [*search.found, *([] if whole else limits(choices))]


def _telling(box: Box, corners: list[Corner]) -> list[int]:
    """The dates by which the shape at some corner differs from that at the next; all of them if there is none."""
    sides = box.sides([corner.shape for corner in corners])
    return [index for index, (early, late) in sides.items() if early != late] or box.moving


def _widest(box: Box, indexes: list[int]) -> int:
    return max(indexes, key=lambda index: box.days[index].latest - box.days[index].earliest)


def _narrowest(box: Box, indexes: list[int]) -> int:
    return min(indexes, key=lambda index: box.days[index].latest - box.days[index].earliest)
