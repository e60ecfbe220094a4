"""Civil dates as offices know them: whole, partial, or unknown.

A partial date is written ``2023``, ``2023-09`` or ``2023-09-14``; ``None`` means unknown. Days outside 1900-01-01 to
2100-12-31 are refused.
"""

from __future__ import annotations

import calendar
import re
from dataclasses import dataclass
from datetime import date, datetime, timedelta, tzinfo
from functools import lru_cache
from typing import Any

from domain.shared.errors import Invalid

FIRST_DAY = date(1900, 1, 1)
LAST_DAY = date(2100, 12, 31)
END_OF_TIME = date(2101, 1, 1)
"""The first day after the last one that Bitim counts."""

_ONE_DAY = timedelta(days=1)

CERTAINTIES = ("stated", "inferred")

_FORM = re.compile(r"([0-9]{4})(?:-([0-9]{2})(?:-([0-9]{2}))?)?")


@dataclass(frozen=True, slots=True)
class Days:
    """The days an uncertain date may mean: from ``earliest`` to ``latest``, both included."""

    earliest: date
    latest: date

    @property
    def certain(self) -> bool:
        """Whether only one day is possible."""
        return self.earliest == self.latest

    def within(self, earliest: date, latest: date) -> Days:
        """The days of this range that lie between the two given; where none does, the nearest one."""
        low = min(max(self.earliest, earliest), latest)
        return Days(low, max(min(self.latest, latest), low))


@lru_cache(maxsize=4096)  # the ends of many periods are told after each event, and most are those of the time before
def certain_day(day: date) -> Days:
    """The one day that a whole date means."""
    return Days(day, day)


ANY_DAY = Days(FIRST_DAY, LAST_DAY)


def parse_partial(value: Any, field: str = "date") -> Days:
    """The days that a partial date may mean; an unknown date (``None``) may mean any.

    Raises:
        Invalid: not a year, month or day of the calendar between 1900 and 2100.
    """
    if value is None:
        return ANY_DAY
    days = _days(value) if isinstance(value, str) else None
    if days is None:
        raise Invalid(field, value, "partial_date")
    return days


@lru_cache(maxsize=4096)  # the dates of a memorandum are read again after each of its events
def _days(text: str) -> Days | None:
    """The days that a partial date may mean; none if it is no such date."""
    form = _FORM.fullmatch(text)
    if form is None:
        return None
    year, month, day = (int(part) if part else None for part in form.groups())
    try:
        low = date(year or 0, 1 if month is None else month, 1 if day is None else day)
    except ValueError:
        return None
    if not FIRST_DAY <= low <= LAST_DAY:
        return None
    if day:
        return certain_day(low)
    if month:
        return Days(low, low.replace(day=calendar.monthrange(low.year, month)[1]))
    return Days(low, date(low.year, 12, 31))


def parse_day(value: str | date | None, field: str = "date") -> date:
    """A whole civil date.

    Raises:
        Invalid: partial, unknown, impossible or outside 1900 to 2100.
    """
    if isinstance(value, date):
        value = value.isoformat()
    try:
        days = parse_partial(value, field)
    except Invalid:  # a partial date is not accepted either
        raise Invalid(field, value, "date") from None
    if not days.certain:
        raise Invalid(field, value, "date")
    return days.earliest


def day_after(day: date) -> date:
    """The next day."""
    return day + _ONE_DAY


def day_before(day: date) -> date:
    """The day before."""
    return day - _ONE_DAY


@lru_cache(maxsize=4096)  # the acts of a memorandum are dated again after each of its events
def act_days(occurred_on: str | None, recorded_at: datetime, zone: tzinfo) -> Days:
    """The days on which an act may have happened: at the latest the day it was first recorded."""
    days = parse_partial(occurred_on)
    recorded_on = recorded_at.astimezone(zone).date()
    return Days(min(days.earliest, recorded_on), min(days.latest, recorded_on))
