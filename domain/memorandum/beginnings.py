"""When a standing began: a timeline gives it from the first certain day on, but it may have begun before."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from domain.memorandum.standing import Interval
from domain.shared.dates import Days


def beginnings(intervals: Sequence[Interval]) -> list[Days]:
    """For each interval the days on which what it says may have begun.

    It began on the first day that gives it, or on one right before that leaves open whether it had, by the standing,
    the edition or the period. What is undetermined begins with its first day.
    """
    found: list[Days] = []
    for index, interval in enumerate(intervals):
        before = intervals[index - 1] if index and intervals[index - 1].out == interval.first else None
        if before is not None and (_said(before), before.cause) == (_said(interval), interval.cause):
            found.append(found[-1])  # another end of the period, and nothing else
        else:
            found.append(Days(_earliest(intervals, index), interval.first))
    return found


def _earliest(intervals: Sequence[Interval], index: int) -> date:
    interval = intervals[index]
    earliest = interval.first
    if interval.standing != "undetermined":
        while index and intervals[index - 1].out == earliest and _may_be(intervals[index - 1], interval):
            index -= 1
            earliest = intervals[index].first
    return earliest


def _may_be(before: Interval, interval: Interval) -> bool:
    """Whether an interval leaves open that what a later one says already holds."""
    return (
        before.period in (None, interval.period)  # first, for it parts one tacit period from the next
        and interval.standing in before.candidates
        and _said(before) != _said(interval)
        and set(interval.editions) <= set(before.editions)
    )


def _said(interval: Interval) -> tuple[object, ...]:
    return (interval.candidates, interval.editions, interval.period)
