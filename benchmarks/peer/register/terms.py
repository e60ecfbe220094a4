"""How long an edition lasts."""

from __future__ import annotations

import calendar
from collections.abc import Mapping
from datetime import date, timedelta
from typing import Any


def last_day(term: Mapping[str, Any] | None, first: date) -> date | None:
    """The last day of a fixed term that begins on a day; none, if no end is known."""
    if term is None or term["kind"] != "fixed":
        return None
    if term.get("until"):
        return date.fromisoformat(term["until"])
    months = term["length"]["count"] * (12 if term["length"]["unit"] == "years" else 1)
    year, month = divmod(first.year * 12 + first.month - 1 + months, 12)
    return date(year, month + 1, min(first.day, calendar.monthrange(year, month + 1)[1])) - timedelta(days=1)
