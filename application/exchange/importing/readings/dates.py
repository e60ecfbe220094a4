"""Dates as people write them into cells.

A date is read where it can mean one day, month or year only. What could mean several is told with its candidates, and
left to a person; that the day or the month comes first is told by the column (`order.py`), never by habit.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal

from application.exchange.importing.readings.words import BROUGHT, Words, plain
from domain.shared.dates import FIRST_DAY, LAST_DAY

Order = Literal["day_first", "month_first"]

_ISO_WITH_TIME = re.compile(r"(\d{4}-\d\d-\d\d)[T ](\d\d:\d\d(?::\d\d(?:\.\d+)?)?) ?(Z|[+-]\d\d:?\d\d)?", re.IGNORECASE)
_MIDNIGHT = re.compile(r"[0:.]+")
_SERIAL = re.compile(r"([2-6]\d{4})(?:\.\d+)?")
_COMPACT = re.compile(r"\d{8}")
_TOKEN = re.compile(r"\d+|[^\W\d_]+")
_PARTS = re.compile(r"[\n;]+| - | – | to ", re.IGNORECASE)
_DAY_ZERO = date(1899, 12, 30)
"""What a spreadsheet counts its days from; no register is from the two months in which that is off by one."""
_LAST_OF_THIS_CENTURY, _FIRST_OF_LAST = 49, 60
"""Of two digits, 00 to 49 are years of this century and 60 to 99 of the last one; those between are not certain."""


@dataclass(frozen=True, slots=True)
class DateReading:
    """What a cell says of a date.

    Args:
        value: the partial date, as far as it is certain; none if nothing is.
        reason: why a person must decide, as a code; none if the value is all that the cell says.
        candidates: the dates that it may mean.
    """

    value: str | None = None
    reason: str | None = None
    candidates: tuple[str, ...] = ()


EMPTY = DateReading()


def read_date(text: str, order: Order | None = None, words: Words = BROUGHT) -> DateReading:
    """What a cell says of one date.

    Args:
        text: the cell.
        order: whether the day or the month comes first in its column; none if that is not certain.
        words: the names of months, and the words that stand beside dates.
    """
    stripped = text.strip()
    if not stripped:
        return EMPTY
    whole = _whole(stripped, order, words)
    if whole.value or whole.candidates or whole.reason != "not_a_date":
        return whole
    several = [_whole(part, order, words) for part in _PARTS.split(stripped) if part.strip()]
    if len(several) > 1 and all(one.value or one.candidates for one in several):
        found = (candidate for one in several for candidate in (one.candidates or (one.value or "",)))
        return DateReading(reason="several_dates", candidates=tuple(dict.fromkeys(found)))
    return whole


def _whole(text: str, order: Order | None, words: Words) -> DateReading:
    text = text.strip()
    if timed := _ISO_WITH_TIME.fullmatch(text):
        return _at_a_time(*timed.groups())
    if _SERIAL.fullmatch(text):
        return _certain(_DAY_ZERO + timedelta(days=int(float(text))))
    tokens = _TOKEN.findall(plain(text))
    numbers = [token for token in tokens if token.isascii() and token.isdigit()]
    rest = [token for token in tokens if token not in numbers]
    months = [words.months[token] for token in rest if token in words.months]
    strange = [token for token in rest if token not in words.months and token not in words.fillers]
    if strange or not numbers or len(months) > 1 or len(numbers) > 3:
        return DateReading(reason="not_a_date")
    if _COMPACT.fullmatch(text):
        return _among(_compact(text))
    if months:
        return _with_month(tokens, numbers, months[0], words)
    return _of_numbers(numbers, order)


def _at_a_time(day: str, time: str, offset: str | None) -> DateReading:
    """A day with a time: midnight is how machines write a day; another time with an offset may be two days."""
    read = _among([_day(*map(int, day.split("-")))])
    if read.value is None or offset is None or _MIDNIGHT.fullmatch(time):
        return read
    first = date.fromisoformat(day)
    return DateReading(reason="instant", candidates=(first.isoformat(), (first + timedelta(days=1)).isoformat()))


def _compact(text: str) -> Iterator[date | None]:
    """Eight digits, which may begin or end with the year."""
    yield _day(int(text[:4]), int(text[4:6]), int(text[6:]))
    yield _day(int(text[4:]), int(text[2:4]), int(text[:2]))
    yield _day(int(text[4:]), int(text[:2]), int(text[2:4]))


def _with_month(tokens: list[str], numbers: list[str], month: int, words: Words) -> DateReading:
    """A date whose month is named; the day stands before the year, unless the year has four digits."""
    years = [number for number in numbers if len(number) == 4]
    if len(numbers) == 1 and years:
        return _partial(int(years[0]), month)
    if len(numbers) != 2 or len(years) > 1:
        return DateReading(reason="not_a_date")
    if years:
        (day,) = (number for number in numbers if number not in years)
        return _among([_day(int(years[0]), month, int(day))])
    first_is_month = tokens[0] in words.months
    day, year = numbers
    if len(year) != 2 or (first_is_month and int(year) <= 31):
        return DateReading(reason="not_a_date")
    return _among([_day(century, month, int(day)) for century in _years_of(year)])


def _of_numbers(numbers: list[str], order: Order | None) -> DateReading:
    years = [place for place, number in enumerate(numbers) if len(number) == 4]
    if len(numbers) == 1:
        return _partial(int(numbers[0])) if years else DateReading(reason="not_a_date")
    if len(years) == 1 and len(numbers) == 2:
        return _partial(int(numbers[years[0]]), int(numbers[1 - years[0]]))
    if len(numbers) != 3 or len(years) > 1 or years == [1] or max(map(len, numbers)) > 4:
        return DateReading(reason="not_a_date")
    values = [int(number) for number in numbers]
    if years == [0]:
        return _among([_day(*values)])
    first, second, last = values
    meant = _years_of(numbers[2]) if not years else [last]
    day_first = [_day(year, second, first) for year in meant]
    month_first = [_day(year, first, second) for year in meant]
    if not years and order is None:
        return _among([*day_first, *month_first, *(_day(year, second, last) for year in _years_of(numbers[0]))])
    candidates = {"day_first": day_first, "month_first": month_first, None: [*day_first, *month_first]}
    return _among(candidates[order])


def _years_of(digits: str) -> list[int]:
    """The years that two digits may mean."""
    short = int(digits)
    if len(digits) != 2:
        return [short]
    if short <= _LAST_OF_THIS_CENTURY:
        return [2000 + short]
    return [1900 + short] if short >= _FIRST_OF_LAST else [1900 + short, 2000 + short]


def _day(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _partial(year: int, month: int | None = None) -> DateReading:
    if not FIRST_DAY.year <= year <= LAST_DAY.year:
        return DateReading(reason="year_out_of_bounds")
    if month is None:
        return DateReading(str(year))
    return DateReading(f"{year}-{month:02d}") if 1 <= month <= 12 else DateReading(reason="not_a_date")


def _certain(day: date) -> DateReading:
    return DateReading(day.isoformat())


def _among(days: Iterator[date | None] | list[date | None]) -> DateReading:
    """What is certain of a date that may be one of several days."""
    possible = sorted({day for day in days if day is not None})
    fit = [day for day in possible if FIRST_DAY <= day <= LAST_DAY]
    if not fit:
        return DateReading(reason="year_out_of_bounds" if possible else "no_such_day")
    if len(fit) == 1:
        return _certain(fit[0])
    candidates = tuple(day.isoformat() for day in fit)
    if len({day.year for day in fit}) == 1:
        return DateReading(str(fit[0].year), "day_or_month_first", candidates)
    return DateReading(None, "which_year", candidates)
