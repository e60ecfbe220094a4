"""The calendar of the oracle: what a partial date may mean, and lengths counted by hand."""

from __future__ import annotations

from datetime import date, timedelta
from functools import cache
from typing import Any

from dateutil.relativedelta import relativedelta

DAY = timedelta(days=1)
BEGINNING = date(1900, 1, 1)
BEYOND = date(2101, 1, 1)
"""The first day that nobody asks about."""


@cache
def possible_days(written: str | None, latest: date = date(2100, 12, 31)) -> tuple[date, ...]:
    """Every day that a date as written may mean, none after ``latest``; where none is left, ``latest`` itself."""
    first = BEGINNING if written is None else date(int(written[:4]), 1, 1)
    last = latest if written is None else date(int(written[:4]), 12, 31)
    days = [first + n * DAY for n in range((last - first).days + 1)]
    meant = tuple(day for day in days if day <= latest and day.isoformat().startswith(written or ""))
    return meant or (latest,)


@cache
def months_from(day: date, months: int) -> date:
    """The first day out after so many months; where the month lacks the day, the day after its last."""
    reached = day + relativedelta(months=months)
    return reached if reached.day == day.day else reached + DAY


def in_months(length: dict[str, Any]) -> int | None:
    """A length in months; none if it is counted in days."""
    return {"months": 1, "years": 12, "academic_years": 12}.get(length["unit"], 0) * length["count"] or None


def after(day: date, length: dict[str, Any], times: int = 1) -> date:
    """The day so many lengths later."""
    months = in_months(length)
    return months_from(day, months * times) if months else day + length["count"] * times * DAY


def period_end(effective: date, stated: date | None, term: dict[str, Any], number: int) -> date | None:
    """The first day out of a tacit period, from 0; none if a length that it needs is not known (rules 3 and 31)."""
    initial, renewal = term.get("length"), term.get("renewal")
    if number and not renewal:
        return None
    if stated is not None:
        return after(stated + DAY, renewal, number) if number else stated + DAY
    if initial is None:
        return None
    if not number:
        return after(effective, initial)
    if in_months(initial) and in_months(renewal):
        return months_from(effective, in_months(initial) + number * in_months(renewal))
    return after(after(effective, initial), renewal, number)


def notice_ends(given: date, length: dict[str, Any]) -> date:
    """The first day out by a notice (rule 33)."""
    reached = after(given, length)
    if length["unit"] != "academic_years":
        return reached
    while (reached.month, reached.day) != (9, 1):
        reached += DAY
    return reached


def last_day_to_object(out: date, notice: dict[str, Any] | None) -> date:
    """The objection date of a period that ends before ``out`` (rules 8 and 31)."""
    if notice is None:
        return out - DAY
    if notice["unit"] == "days":
        return out - notice["count"] * DAY - DAY
    begins = out
    while notice["unit"] == "academic_years" and (begins.month, begins.day) != (9, 1):
        begins -= DAY
    return months_from(begins, -(in_months(notice) or 0)) - DAY
