"""Dormancy: a memorandum in force under which nothing has happened for some months.

What counts is the last day of movement: the day itself while a person is away or here, the last day of a stay that is
over, the day on which a case came to its stage where the stay is to come. A case given up before it began counts for
nothing. The conclusion of a text begins the count anew, a tacit renewal does not: nobody did anything.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from domain.memorandum.term import add_months
from domain.mobility.lifecycle import UNDER_WAY
from domain.mobility.stages import NOT_BEGUN
from domain.shared.dates import FIRST_DAY, Days, certain_day

MONTHS = 12
"""How many months without activity make a memorandum dormant, if nothing else is said."""
MOST_MONTHS = 600

_TO_COME = ("nominated", "accepted")


def last_movement(candidates: Sequence[str], reached: date, stay: Days, day: date) -> Days | None:
    """The days that the last movement of a case by a day may be; none, if there was none.

    Args:
        candidates: the stages in which the case may be on that day.
        reached: the first day on which this holds.
        stay: the days that its last day may be.
        day: the day asked about.
    """
    possible = [_movement(stage, reached, stay, day) for stage in candidates if stage != NOT_BEGUN]
    if not possible:
        return None
    earliest = FIRST_DAY if NOT_BEGUN in candidates else min(one.earliest for one in possible)
    return Days(earliest, max(one.latest for one in possible))


def _movement(stage: str, reached: date, stay: Days, day: date) -> Days:
    if stage in UNDER_WAY:
        return certain_day(day)
    if stage in _TO_COME:
        return certain_day(reached)
    return stay.within(FIRST_DAY, day)


def latest_of(*several: Days) -> Days:
    """The days that the last of several days may be."""
    return Days(max(one.earliest for one in several), max(one.latest for one in several))


def is_dormant(quiet_since: Days, day: date, months: int) -> bool | None:
    """Whether so many months have passed by a day; ``None`` where the days leave it open.

    Args:
        quiet_since: the days that the last activity, or the conclusion if it came later, may be.
        day: the day asked about.
        months: how many make a memorandum dormant.
    """
    surely = add_months(quiet_since.latest, months) <= day
    perhaps = add_months(quiet_since.earliest, months) <= day
    return None if perhaps and not surely else surely
