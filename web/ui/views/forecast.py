"""The forecast: what stands on a day to come, if nobody acts."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from application.bitim import Bitim
from domain.memorandum.standing import STANDINGS
from domain.shared.errors import Invalid
from web.ui.asking import Question, Time
from web.ui.views.rows import Row, row
from web.wording import dates, values
from web.wording.language import gettext as _


@dataclass(frozen=True, slots=True)
class Compared:
    """How many have a standing today, and on the day to come."""

    standing: str
    word: str
    now: int
    then: int
    difference: str


@dataclass(frozen=True, slots=True)
class ForecastView:
    """The page of the forecast."""

    time: Time
    day: date
    day_said: str
    distance: str
    counts: list[Compared]
    ends: list[Row]
    renews: list[Row]


def load(bitim: Bitim, question: Question) -> ForecastView:
    """The forecast for ``day``; for today in a year, if none is given.

    Raises:
        Invalid: a day out of form, or one that has passed.
    """
    time = question.time
    day = question.day("day") or _in_a_year(time.today)
    if day < time.today:
        raise Invalid("day", day.isoformat(), "not_before", day=time.today.isoformat())
    now = bitim.register.summary(known_at=time.known_at)["standings"]
    found = bitim.forecast.on(day, known_at=time.known_at)
    then = found["standings"]
    return ForecastView(
        time=time,
        day=day,
        day_said=dates.day(day),
        distance=dates.countdown(day, time.today),
        counts=[_compared(code, now, then) for code in STANDINGS if now.get(code) or then.get(code)],
        ends=[row(one, day) for one in found["ends"]],
        renews=[row(one, day, _("on %(date)s", date=dates.day(one["on"]))) for one in found["renews"]],
    )


def _in_a_year(today: date) -> date:
    """The same day next year; 28 February where there is no 29th."""
    try:
        return today.replace(year=today.year + 1)
    except ValueError:
        return date(today.year + 1, 2, 28)


def _compared(code: str, now: Mapping[str, Any], then: Mapping[str, Any]) -> Compared:
    before, after = now.get(code, 0), then.get(code, 0)
    change = f"{after - before:+d}".replace("-", "−") if after != before else ""
    return Compared(code, values.standing(code), before, after, change)
