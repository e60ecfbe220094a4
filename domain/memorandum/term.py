"""How long an edition lasts: kinds of term, and the arithmetic of lengths.

Months and years are counted on the first day out, always from the anchor and never by steps. Where the target month
lacks the day, the last day in is that month's last day, so the first day out is the first of the next month; the day
returns in longer months (the rule of the civil codes).
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache
from itertools import count, takewhile
from typing import Any

from domain.shared.dates import END_OF_TIME, Days, day_after, day_before, parse_partial
from domain.shared.errors import Invalid
from domain.shared.text import one_of

TERM_KINDS = ("fixed", "tacit", "evergreen", "perpetual", "unknown")
UNITS = ("days", "months", "years")
NOTICE_UNITS = (*UNITS, "academic_years")
_MOST = {"days": 36500, "months": 1200, "years": 100, "academic_years": 20}
_NOMINAL_DAYS = {"days": 1.0, "months": 30.436875, "years": 365.2425, "academic_years": 365.2425}
_ACADEMIC_YEAR_BEGINS = (9, 1)
_FAR = 2200
_MOST_DAYS = 110_000  # from 1900 into the year 2201


@dataclass(frozen=True, slots=True)
class Length:
    """A number of days, months, years or, for notice, academic years."""

    count: int
    unit: str

    @classmethod
    def parse(cls, value: Any, field: str, units: tuple[str, ...] = UNITS) -> Length:
        """Read ``{"count": 5, "unit": "years"}``.

        Raises:
            Invalid: another form, another unit, or a count below one or beyond a century.
        """
        if not isinstance(value, dict) or set(value) != {"count", "unit"}:
            raise Invalid(field, value, "length", units=units)
        unit = one_of(value["unit"], f"{field}.unit", units)
        count = value["count"]
        if not isinstance(count, int) or isinstance(count, bool) or not 1 <= count <= _MOST[unit]:
            raise Invalid(f"{field}.count", count, "between", minimum=1, maximum=_MOST[unit])
        return cls(count, unit)

    def plain(self) -> dict[str, Any]:
        """The form stored in events."""
        return {"count": self.count, "unit": self.unit}

    @property
    def nominal_days(self) -> float:
        """Its length in mean Gregorian days, for comparing lengths of different units."""
        return self.count * _NOMINAL_DAYS[self.unit]

    @property
    def months(self) -> int:
        """Its length in months; none if it is counted in days."""
        return 0 if self.unit == "days" else self.count * (1 if self.unit == "months" else 12)

    def times(self, factor: int) -> Length:
        """The same length ``factor`` times."""
        return Length(self.count * factor, self.unit)


def add_months(day: date, months: int) -> date:
    """The first day out of ``months`` counted from ``day`` (negative: back); never later than the year 2200."""
    index = day.year * 12 + day.month - 1 + months
    year, month = divmod(index, 12)
    if year > _FAR:
        return date(_FAR, 1, 1)
    try:
        return date(year, month + 1, day.day)
    except ValueError:
        return date(year + (month == 11), (month + 1) % 12 + 1, 1)


def add(anchor: date, *lengths: Length, sign: int = 1) -> date:
    """The first day out of the lengths one after the other, counted from ``anchor``.

    Months and years that follow each other are counted together, so that the day returns in longer months.
    """
    day, months = anchor, 0
    for length in lengths:
        if length.unit == "days":
            day = add_months(day, sign * months) + timedelta(days=sign * min(length.count, _MOST_DAYS))
            months = 0
        else:
            months += length.months
    return add_months(day, sign * months) if months else day


def first_of_academic_year(day: date) -> date:
    """The first 1 September at or after ``day``."""
    begins = date(day.year, *_ACADEMIC_YEAR_BEGINS)
    return begins if day <= begins else date(day.year + 1, *_ACADEMIC_YEAR_BEGINS)


def notice_takes_effect(given_on: date, length: Length) -> date:
    """The first day out after a notice given on ``given_on``.

    Academic years: the first 1 September at or after twelve months for each.
    """
    if length.unit == "academic_years":
        return first_of_academic_year(add_months(given_on, 12 * length.count))
    return add(given_on, length)


def objection_date(first_day_out: date, notice: Length | None) -> date:
    """The last day on which an objection stops the renewal at ``first_day_out``.

    Without a stated notice an objection counts until the last day. Academic years are counted back from the last
    1 September that does not lie after ``first_day_out``.
    """
    if notice is None:
        return day_before(first_day_out)
    if notice.unit != "academic_years":
        return day_before(add(first_day_out, notice, sign=-1))
    begins = date(first_day_out.year, *_ACADEMIC_YEAR_BEGINS)
    if begins > first_day_out:
        begins = date(first_day_out.year - 1, *_ACADEMIC_YEAR_BEGINS)
    return day_before(add_months(begins, -12 * notice.count))


@dataclass(frozen=True, slots=True)
class Term:
    """The term of one edition.

    ``until`` (the stated last day of the first period, partial or None) wins over ``length``. ``renewal`` and
    ``notice`` may be unknown (None).
    """

    kind: str
    until: str | None = None
    length: Length | None = None
    renewal: Length | None = None
    notice: Length | None = None

    @classmethod
    def parse(cls, value: Any, field: str = "term") -> Term:
        """Read a term as people enter it, and refuse what contradicts itself.

        Raises:
            Invalid: unknown kind or key; a part that this kind of term does not have; a renewal below one month; a
                notice longer than the initial or the renewal length.
        """
        if not isinstance(value, dict) or not set(value) <= {"kind", "until", "length", "renewal", "notice"}:
            raise Invalid(field, value, "term", kinds=TERM_KINDS)
        kind = one_of(value.get("kind"), f"{field}.kind", TERM_KINDS)
        parts = {part: value[part] for part in ("until", "length", "renewal", "notice") if value.get(part) is not None}
        for part, stated in parts.items():
            if part not in _PARTS[kind]:
                raise Invalid(f"{field}.{part}", stated, "absent_for_term", kind=kind)
        if "until" in parts:
            parse_partial(parts["until"], f"{field}.until")
        for part, units in (("length", UNITS), ("renewal", UNITS), ("notice", NOTICE_UNITS)):
            if part in parts:
                parts[part] = Length.parse(parts[part], f"{field}.{part}", units)
        term = cls(kind, **parts)
        term._check_lengths(field)
        return term

    def _check_lengths(self, field: str) -> None:
        if self.renewal and self.renewal.nominal_days < _NOMINAL_DAYS["months"]:
            raise Invalid(f"{field}.renewal", self.renewal.count, "at_least_one_month")
        for other in (self.length, self.renewal):
            if self.notice and other and self.notice.nominal_days > other.nominal_days:
                raise Invalid(f"{field}.notice", self.notice.count, "at_most_the_period", **other.plain())

    @classmethod
    def stored(cls, plain: dict[str, Any] | None) -> Term:
        """A term as an event stores it, taken as it is; nothing stored is an unknown term."""
        if not plain:
            return UNKNOWN
        return cls(
            plain["kind"],
            plain.get("until"),
            *(Length(**part) if (part := plain.get(name)) else None for name in ("length", "renewal", "notice")),
        )

    def plain(self) -> dict[str, Any]:
        """The form stored in events: only the parts that are stated."""
        plain: dict[str, Any] = {"kind": self.kind}
        if self.until:
            plain["until"] = self.until
        for name in ("length", "renewal", "notice"):
            if part := getattr(self, name):
                plain[name] = part.plain()
        return plain

    @property
    def end_days(self) -> Days | None:
        """The days that the stated end may mean, if one is stated."""
        return parse_partial(self.until) if self.until else None

    def first_end(self, effective: date, stated_end: date | None) -> date | None:
        """The first day out of the first period; none if there is no end or it is unknown.

        Args:
            effective: the first day in force, the anchor of a length.
            stated_end: the stated last day, chosen among those it may mean.
        """
        if stated_end is not None:
            return day_after(stated_end)
        return add(effective, self.length) if self.length else None

    def ends(self, effective: date, stated_end: date | None) -> tuple[date, ...]:
        """The first days out of all periods in order, up to the end of 2100; one only, unless the term is tacit."""
        if self.kind == "tacit" and self.renewal is not None:
            if stated_end is not None:
                return _tacit_ends(day_after(stated_end), None, self.renewal)
            return _tacit_ends(effective, self.length, self.renewal) if self.length else ()
        first = self.first_end(effective, stated_end)
        return () if first is None else (min(first, END_OF_TIME),)


@lru_cache(maxsize=1024)  # the same memorandum is asked again after each of its events
def _tacit_ends(anchor: date, initial: Length | None, renewal: Length) -> tuple[date, ...]:
    """The first days out of all periods of a tacit term, counted from its anchor; the last one is the end of time."""
    nth_end = _nth_end(anchor, initial, renewal)
    return (*takewhile(lambda end: end < END_OF_TIME, map(nth_end, count())), END_OF_TIME)


def _nth_end(anchor: date, initial: Length | None, renewal: Length) -> Callable[[int], date]:
    """The first day out after so many renewals; with both lengths in months in a third of the time."""
    if renewal.months and (initial is None or initial.months):
        first, step = initial.months if initial else 0, renewal.months
        return lambda renewals: add_months(anchor, first + renewals * step)
    lengths = (initial,) if initial else ()
    return lambda renewals: add(anchor, *lengths, renewal.times(renewals))


UNKNOWN = Term("unknown")
_PARTS = {
    "fixed": {"until", "length"},
    "tacit": {"until", "length", "renewal", "notice"},
    "evergreen": {"notice"},
    "perpetual": set(),
    "unknown": {"notice"},
}
