"""The days on which a memorandum stands otherwise than another timeline of it says."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from itertools import pairwise
from typing import NamedTuple

from domain.memorandum.standing import NOT_BEGUN, Interval, Timeline


class Shift(NamedTuple):
    """Days ``[first, out)`` on which the standing differs; `NOT_BEGUN` where there is none."""

    first: date
    out: date
    before: str
    after: str


def shifts(before: Timeline, after: Timeline) -> list[Shift]:
    """The stretches of days on which two timelines give different standings, in order."""
    found: list[Shift] = []
    for shift in _cuts(before, after):
        last = found[-1] if found else None
        if last is not None and (last.out, last.before, last.after) == (shift.first, shift.before, shift.after):
            found[-1] = last._replace(out=shift.out)
        else:
            found.append(shift)
    return found


def _cuts(before: Timeline, after: Timeline) -> Iterator[Shift]:
    days = sorted({day for line in (before, after) for one in line.intervals for day in (one.first, one.out)})
    for first, out in pairwise(days):
        old, new = before.on(first), after.on(first)
        if _answer(old) != _answer(new):
            yield Shift(first, out, old.standing if old else NOT_BEGUN, new.standing if new else NOT_BEGUN)


def _answer(interval: Interval | None) -> frozenset[str]:
    return frozenset(interval.candidates if interval else (NOT_BEGUN,))
