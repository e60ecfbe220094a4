"""Days told from today: the demonstration looks the same in every year."""

from __future__ import annotations

import re
from datetime import date, timedelta

from dateutil.relativedelta import relativedelta

_STEP = re.compile(r"([+-]\d+)([ymd])")
_FORM = re.compile(r"(?P<steps>(?:[+-]\d+[ymd])+)(?: to the (?P<unit>year|month))?")
_LETTERS = {"year": 4, "month": 7, None: 10}


def day(told: str, today: date) -> str:
    """The date that ``-5y+3m-1d`` means, counted from ``today``; ``-6y to the year`` is that year alone.

    Months and years are counted first; where the month lacks the day, its last one is meant.

    Raises:
        ValueError: it is told in another form.
    """
    form = _FORM.fullmatch(told)
    if form is None:
        raise ValueError(f"not a day told from today: {told}")
    steps = {"y": 0, "m": 0, "d": 0}
    for count, unit in _STEP.findall(form["steps"]):
        steps[unit] += int(count)
    found = today + relativedelta(years=steps["y"], months=steps["m"]) + timedelta(days=steps["d"])
    return found.isoformat()[: _LETTERS[form["unit"]]]
