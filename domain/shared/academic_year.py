"""Academic years: ``2025/2026`` is from 1 September 2025 until 31 August 2026."""

from __future__ import annotations

import re
from datetime import date
from typing import Any

from domain.shared.dates import FIRST_DAY, LAST_DAY
from domain.shared.errors import Invalid
from domain.shared.period import Period

FIRST_MONTH = 9
_FORM = re.compile(r"([0-9]{4})/([0-9]{4})")


def academic_year(value: Any, field: str = "academic_year") -> str:
    """An academic year by its two calendar years.

    Raises:
        Invalid: not of this form, years that do not follow each other, or outside 1900 to 2100.
    """
    form = _FORM.fullmatch(value) if isinstance(value, str) else None
    if form is None or int(form[2]) != int(form[1]) + 1 or not FIRST_DAY.year <= int(form[1]) < LAST_DAY.year:
        raise Invalid(field, value, "academic_year")
    return form[0]


def academic_year_of(day: date) -> str:
    """The academic year in which a day lies."""
    first = day.year if day.month >= FIRST_MONTH else day.year - 1
    return f"{first}/{first + 1}"


def days_of(year: str) -> Period:
    """The days of an academic year."""
    first = int(year[:4])
    return Period(date(first, FIRST_MONTH, 1), date(first + 1, FIRST_MONTH, 1))
