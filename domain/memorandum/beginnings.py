"""When a standing began: a timeline gives it from the first certain day on, but it may have begun before."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from domain.memorandum.standing import Interval
from domain.shared.dates import Days, certain_day, day_before


def beginnings(intervals: Sequence[Interval]) -> list[Days]:
    """For each interval the days on which what it says may have begun.

    It began on the first day that gives it, or on one right before that leaves open whether it had, by the standing,
    the edition or the period. What is itself open by its edition or period may be what ran before, or have begun on any
    of its days. What is undetermined begins with its first day.
    """
    found: list[Days] = []
    for index, interval in enumerate(intervals):
        before = intervals[index - 1] if index and intervals[index - 1].out == interval.first else None
        if before is not None and _says_the_same(before, interval):
            found.append(found[-1])  # another end of the period, and nothing else
        elif interval.standing != "undetermined" and _is_open(interval):
            goes_on = before is not None and before.standing == interval.standing and _may_be(before, interval)
            found.append(Days(found[-1].earliest if goes_on else interval.first, day_before(interval.out)))
        else:
            earliest = _earliest(intervals, index)
            found.append(certain_day(earliest) if earliest == interval.first else Days(earliest, interval.first))
    return found


def _earliest(intervals: Sequence[Interval], index: int) -> date:
    interval = intervals[index]
    earliest = interval.first
    if interval.standing != "undetermined":
        while index and intervals[index - 1].out == earliest and _leaves_open(intervals[index - 1], interval):
            index -= 1
            earliest = intervals[index].first
    return earliest


def _leaves_open(before: Interval, interval: Interval) -> bool:
    """Whether an interval leaves open that what a later one says already holds."""
    return (before.standing == "undetermined" or _is_open(before)) and _may_be(before, interval)


def _may_be(before: Interval, interval: Interval) -> bool:
    """Whether both may be one and the same: standing, an edition and period of one are possible in the other."""
    editions = not interval.editions or bool(set(interval.editions) & set(before.editions))
    return interval.standing in before.candidates and editions and _one_period(before.period, interval.period)


def _one_period(one: int | None, other: int | None) -> bool:
    return one is None or other is None or one == other


def _is_open(interval: Interval) -> bool:
    return interval.period is None or len(interval.editions) > 1


def _says_the_same(before: Interval, interval: Interval) -> bool:
    return (
        before.period == interval.period
        and before.cause == interval.cause
        and before.candidates == interval.candidates
        and before.editions == interval.editions
    )
