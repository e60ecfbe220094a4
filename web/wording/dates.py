"""Dates as people read them: whole, partial, inferred, unknown; spans with their last day in; instants.

Dates come in as ``date`` or as ISO strings, partial dates as offices know them: ``2023``, ``2023-09``, ``2023-09-14``,
``None`` for unknown.
"""

from __future__ import annotations

from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

from babel.dates import format_date, format_skeleton

from domain.shared.dates import ANY_DAY, FIRST_DAY, LAST_DAY, Days, parse_day, parse_partial
from web.wording.language import current, ngettext
from web.wording.language import gettext as _

_YEAR = 365.2425  # days
_IN_DAYS = 400
"""Up to so many days ahead each one counts."""


def day(value: date | str) -> str:
    """A whole date: ``31 December 2026``."""
    return format_date(parse_day(value), "long", locale=current().locale)


def month(value: date) -> str:
    """A month of a year: ``September 2023``."""
    return format_skeleton("yMMMM", value, locale=current().locale)


def days(earliest: date | str, latest: date | str) -> str:
    """The days that an uncertain date may mean, in the fewest words that say so."""
    low, high = parse_day(earliest), parse_day(latest)
    if low == high:
        return day(low)
    if (low, high) == (FIRST_DAY, LAST_DAY):
        return _("on a day that is not known")
    if (low, high) == (date(low.year, 1, 1), date(low.year, 12, 31)):
        return str(low.year)
    if low.day == 1 and (low.year, low.month) == (high.year, high.month) and (high + timedelta(days=1)).day == 1:
        return month(low)
    if low == FIRST_DAY:
        return _("%(day)s or earlier", day=day(high))
    if high == LAST_DAY:
        return _("%(day)s or later", day=day(low))
    return _("between %(earliest)s and %(latest)s", earliest=day(low), latest=day(high))


def partial(value: str | None, certainty: str = "stated") -> str:
    """A date as an office knows it: ``September 2023``, ``2023 (inferred)``, ``day unknown``."""
    if value is None:
        return _("day unknown")
    known = parse_partial(value)
    said = days(known.earliest, known.latest)
    return said if certainty == "stated" else _("%(date)s (inferred)", date=said)


def on(value: str | None) -> str:
    """A date as part of a sentence: ``on 3 December 2024``, ``in September 2023``, ``on a day that is not known``."""
    known = parse_partial(value)
    if value is None:
        return _("on a day that is not known")
    said = days(known.earliest, known.latest)
    return _("on %(date)s", date=said) if known.certain else _("in %(date)s", date=said)


def from_(value: str | None) -> str:
    """The first day of something: ``from 1 September 2026``."""
    if value is None:
        return _("from a day that is not known")
    known = parse_partial(value)
    return _("from %(date)s", date=days(known.earliest, known.latest))


def until(value: Days) -> str:
    """A last day in that may be uncertain: ``until 31 December 2026``."""
    return _("until %(date)s", date=a_day(value))


def a_day(value: Days) -> str:
    """A day that may be uncertain, after a preposition: ``3 December 2024``, ``a day in September 2023``."""
    said = days(value.earliest, value.latest)
    if value.certain:
        return said
    if value == ANY_DAY:
        return _("a day that is not known")
    if said in (str(value.earliest.year), month(value.earliest)):
        return _("a day in %(date)s", date=said)
    if value.earliest == FIRST_DAY or value.latest == LAST_DAY:
        return said
    return _("a day %(range)s", range=said)


def span(first: date | str, last: date | str | None) -> str:
    """The days from ``first`` to the last day in; none where no end is known.

    The first day of the calendar is no fact, and is not told.
    """
    if last is None:
        if parse_day(first) == FIRST_DAY:
            return _("on every day")
        return _("from %(date)s", date=day(first))
    if parse_day(first) == FIRST_DAY:
        return _("until %(date)s", date=day(last))
    if parse_day(first) == parse_day(last):
        return day(first)
    return _("%(first)s to %(last)s", first=day(first), last=day(last))


def instant(value: datetime | str, zone: ZoneInfo) -> str:
    """When something was recorded, on the institution's clock: ``10 June 2025, 14:05``."""
    moment = datetime.fromisoformat(value) if isinstance(value, str) else value
    local = moment.astimezone(zone)
    return _("%(day)s, %(time)s", day=day(local.date()), time=f"{local:%H:%M}")


def countdown(value: date | str, today: date) -> str:
    """How far away a day is: ``in 40 days``, ``in about 3 years``, ``today``, ``3 days ago``."""
    distance = (parse_day(value) - today).days
    if distance == 0:
        return _("today")
    if distance > _IN_DAYS:
        return ngettext("in about %(number)d year", "in about %(number)d years", round(distance / _YEAR))
    if distance > 0:
        return ngettext("in %(number)d day", "in %(number)d days", distance)
    return ngettext("%(number)d day ago", "%(number)d days ago", -distance)


def number_of_days(count: int) -> str:
    """``11 days``."""
    return ngettext("%(number)d day", "%(number)d days", count)
