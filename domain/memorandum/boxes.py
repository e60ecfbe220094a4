"""Boxes of choices: a range for each open date, and which of them come before which others."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from itertools import combinations, product
from typing import NamedTuple, TypeVar

from domain.shared.dates import Days

_CORNERS_OF = 5
"""Up to so many open dates all corners of a box are compared; above, the two extremes and each date moved alone."""

_T = TypeVar("_T")


class Order(NamedTuple):
    """Of two open dates, one comes so many days before the other at the least."""

    before: int
    after: int
    days: int


class Box(NamedTuple):
    """Ranges of days and orders among them; ``compared`` are the pairs of dates that no order is to divide any more.

    A choice in which a date would come too early by an order is moved to the first day that the order allows: so each
    choice of the ranges stands for one that respects the orders, which moves later when a date does, by small steps.
    """

    days: list[Days]
    orders: tuple[Order, ...] = ()
    compared: frozenset[tuple[int, int]] = frozenset()

    @property
    def moving(self) -> list[int]:
        """The dates with more than one day."""
        return [index for index, possible in enumerate(self.days) if not possible.certain]

    def corners(self) -> list[tuple[date, ...]]:
        """The choices at its corners: the earliest first, the latest last; of many moving dates, each moved alone."""
        moving = self.moving
        if len(moving) <= _CORNERS_OF:
            corners = product(*((d.earliest,) if d.certain else (d.earliest, d.latest) for d in self.days))
            return [self._moved(corner) for corner in corners]
        low, high = tuple(days.earliest for days in self.days), tuple(days.latest for days in self.days)
        alone = [
            (*base[:index], other[index], *base[index + 1 :])
            for base, other in ((low, high), (high, low))
            for index in moving
        ]
        return [self._moved(corner) for corner in (low, *alone, high)]

    def sides(self, corners: Sequence[_T]) -> dict[int, tuple[list[_T], list[_T]]]:
        """For each moving date the corners at which it is early, and in the same order those at which it is late."""
        moving, sides = self.moving, {}
        for place, index in enumerate(moving):
            if len(moving) <= _CORNERS_OF:
                bit = 1 << (len(moving) - 1 - place)
                early = [corner for corner in range(len(corners)) if not corner & bit]
                sides[index] = [corners[at] for at in early], [corners[at | bit] for at in early]
            else:
                alone = 1 + len(moving) + place
                sides[index] = [corners[0], corners[alone]], [corners[1 + place], corners[-1]]
        return sides

    def faces(self, corners: Sequence[_T]) -> dict[int, tuple[list[_T], list[_T]]]:
        """The sides that hold all corners of a face; none if there are too many, or only one date moves."""
        return self.sides(corners) if 1 < len(self.moving) <= _CORNERS_OF else {}

    def crossing(self) -> Iterator[tuple[int, int]]:
        """The pairs of dates of which either may come first, and that were not compared yet."""
        for one, other in combinations(self.moving, 2):
            early = max(self.days[one].earliest, self.days[other].earliest)
            late = min(self.days[one].latest, self.days[other].latest)
            if early < late and (one, other) not in self.compared:
                yield one, other

    def about_one_day(self, one: int, other: int) -> Iterator[tuple[date, ...]]:
        """Three choices: both dates are one day, the first comes a day before the other, and a day after it."""
        early = max(self.days[one].earliest, self.days[other].earliest)
        late = min(self.days[one].latest, self.days[other].latest)
        day = early + (late - early) // 2
        following = day + timedelta(days=1)
        middle = [_middle(days) for days in self.days]
        for pair in ((day, day), (day, following), (following, day)):
            middle[one], middle[other] = pair
            yield self._moved(tuple(middle))

    def with_compared(self, pair: tuple[int, int]) -> Box:
        """The same box, its pair compared."""
        return self._replace(compared=self.compared | {pair})

    def with_order(self, order: Order) -> Box:
        """The choices in it that respect an order."""
        return _narrowed(self._replace(orders=(*self.orders, order)))

    def with_days(self, index: int, days: Days) -> Box:
        """The choices in it in which one date is among these days."""
        return _narrowed(self._replace(days=[*self.days[:index], days, *self.days[index + 1 :]]))

    def _moved(self, chosen: tuple[date, ...]) -> tuple[date, ...]:
        if not self.orders:
            return chosen
        days = list(chosen)
        for _ in self.orders:
            for before, after, least in self.orders:
                days[after] = max(days[after], days[before] + timedelta(days=least))
        return tuple(days)

    @property
    def empty(self) -> bool:
        """Whether no choice respects its orders."""
        return any(days.latest < days.earliest for days in self.days)


def _narrowed(box: Box) -> Box:
    """The box without the days that no choice takes: if there is none, the latest day of some date is too early."""
    days = list(box.days)
    for _ in box.orders:
        for before, after, least in box.orders:
            one, other, gap = days[before], days[after], timedelta(days=least)
            days[before] = Days(one.earliest, min(one.latest, other.latest - gap))
            days[after] = Days(max(other.earliest, one.earliest + gap), other.latest)
    return box._replace(days=days)


def _middle(days: Days) -> date:
    return days.earliest + (days.latest - days.earliest) // 2
