"""Ten people write down agreements, each in a way of their own; one cell may hold less than they knew."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from random import Random
from typing import Any

from benchmarks.registers.truth import Agreement
from domain.memorandum.term import Length, add

Written = Callable[[date], Any]

_MONTHS = "January February March April May June July August September October November December".split()
_NOTATIONS: dict[str, Written] = {
    "iso": date.isoformat,
    "day": lambda day: day,
    "dots": lambda day: f"{day:%d.%m.%Y}",
    "slashes": lambda day: f"{day:%d/%m/ %Y}",
    "month_first": lambda day: f"{day:%m/%d/%Y}",
    "named": lambda day: f"{day.day}-{_MONTHS[day.month - 1][:3]}-{day.year}",
    "american": lambda day: f"{_MONTHS[day.month - 1]} {day.day:02d},{day.year}",
    "sept": lambda day: f"{'Sept' if day.month == 9 else _MONTHS[day.month - 1][:3]} {day.day:02d}, {day.year}",
    "serial": lambda day: (day - date(1899, 12, 30)).days,
    "month": lambda day: f"{_MONTHS[day.month - 1]} {day.year}",
    "year": lambda day: str(day.year),
    "broken": lambda _day: "#REF!",
    "lost": lambda _day: "",
}


_WITH_EACH_PERIOD = 0.3
"""Of the agreements that ran several times, those of which each period stands in the cell, one below the other."""


@dataclass(frozen=True)
class Office:
    """How one office writes.

    Args:
        name: of the register.
        headings: of its columns: number, partner, country, kind, signed, until, length, status, note.
        notations: of days, each as often as it stands here.
        length: how a number of years is written.
        automatic: what is added where a term renews itself.
        endless: how it is written that there is no end.
        unknown: what is written where nobody knows.
    """

    name: str
    headings: Sequence[str]
    notations: Sequence[str]
    length: Sequence[str]
    automatic: str
    endless: Sequence[str]
    unknown: Sequence[str]


OFFICES = (
    Office(
        "English, everybody in their own notation",
        (
            "No.",
            "Partner University",
            "Country",
            "Type",
            "Date signed",
            "Valid until",
            "Duration",
            "Status",
            "Remarks",
            "Remarks",
        ),
        (
            "iso",
            "day",
            "dots",
            "dots",
            "slashes",
            "month_first",
            "named",
            "american",
            "sept",
            "serial",
            "broken",
            "year",
        ),
        ("{} years", "{} Years", "{} (years)", "{} year"),
        "{}, automatic renewal",
        ("unlimited", "Indefinite", "open-ended"),
        ("till consent", "n/a", "TBD", ""),
    ),
    Office(
        "Spanish, the day first",
        ("No", "Institución", "País", "Tipo", "Fecha de firma", "Vencimiento", "Duración", "Estado", "Observaciones"),
        ("slashes", "slashes", "slashes", "slashes", "dots", "iso", "lost"),
        ("{} años", "{} AÑOS ", "{}Años", "{} años "),
        "{} (Renovación Automática)",
        ("Indefinido", "ilimitado"),
        ("por definir", "{} años (Renovacion Academica)", ""),
    ),
    Office(
        "Uzbek and Russian, dots",
        (
            "№",
            "Hamkor universitet",
            "Davlat",
            "Turi",
            "Imzolangan sana",
            "Tugash sanasi",
            "Amal qilish muddati",
            "Holati",
            "Izoh",
        ),
        ("dots", "dots", "dots", "dots", "dots", "year", "month"),
        ("{} yil muddatga", "{} yil", "сроком на {} лет", "{} года"),
        "{}, автоматическая пролонгация",
        ("muddatsiz", "бессрочно"),
        ("kelishuv bo'yicha", "нет данных", ""),
    ),
)


@dataclass(frozen=True, slots=True)
class Line:
    """One row as it is written, and the agreement that it is about."""

    cells: tuple[Any, ...]
    agreement: Agreement


def written(office: Office, number: int, agreement: Agreement, random: Random) -> Line:
    """An agreement in the hand of somebody of the office."""
    term = agreement.term
    day = _NOTATIONS[random.choice(office.notations)]
    signed = day(agreement.signed_on)
    until: Any = ""
    length: Any = ""
    if term is None:
        until = random.choice(office.unknown).format(5)
    elif term["kind"] == "perpetual":
        until = random.choice(office.endless)
    else:
        years = random.choice(office.length).format(term["length"]["count"])
        length = office.automatic.format(years) if term["kind"] == "tacit" else years
        if term["kind"] == "fixed" and (agreement.periods > 1 or random.random() < 0.5):
            until = day(agreement.end)
            if agreement.periods > 1 and random.random() < _WITH_EACH_PERIOD:
                signed, until = _each_period(agreement)
    status = random.choice(("", "", "Active", "Expired")) if office is OFFICES[0] else ""
    note = random.choice(("", "", "", "signed in the rector's office", "see the folder"))
    cells = (number, agreement.partner, agreement.country, "MoU", signed, until, length, status, note)
    return Line(cells, agreement)


def _each_period(agreement: Agreement) -> tuple[str, str]:
    """The first and the last day of each period."""
    length = Length(**(agreement.term or {})["length"])
    firsts = [
        agreement.signed_on,
        *(add(agreement.signed_on, length.times(n)) for n in range(1, agreement.periods + 1)),
    ]
    starts = (f"{day:%d/%m/%Y}" for day in firsts[:-1])
    ends = (f"{day - timedelta(days=1):%d/%m/%Y}" for day in firsts[1:])
    return "\n".join(starts), "\n".join(ends)
