"""Contents of the fictitious memorandums: from the short form of the data files into that of the use cases."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from application.demo.zarafshon.calendar import day
from application.demo.zarafshon.cast import read

_DATES = frozenset({"until", "effective_on", "signed_on", "planned_for"})
_LENGTHS = frozenset({"length", "renewal", "notice"})
CLAUSES: dict[str, dict[str, str]] = read("clauses.toml")


def plain(told: Mapping[str, Any], today: date, languages: list[str]) -> dict[str, Any]:
    """Fields as the use cases take them.

    Days are counted from ``today``, lengths become number and unit, a title one by language, clauses the full texts.
    """
    found: dict[str, Any] = {}
    for name, value in told.items():
        if name in _DATES:
            found[name] = day(value, today)
        elif name in _LENGTHS:
            found[name] = length(value)
        elif name == "title":
            found["titles"] = {"en": value}
        elif name == "clauses":
            found["texts"] = texts(value, languages)
        else:
            found[name] = plain(value, today, languages) if isinstance(value, Mapping) else value
    return found


def length(told: str) -> dict[str, Any]:
    """``5 years`` as a number and a unit."""
    count, unit = told.split(" ", 1)
    return {"count": int(count), "unit": unit.replace(" ", "_").removesuffix("s") + "s"}


def texts(clauses: list[str], languages: list[str]) -> dict[str, str]:
    """The full text in each language: its clauses, numbered, parted by blank lines."""
    return {
        language: "\n\n".join(f"{number}. {CLAUSES[name][language]}" for number, name in enumerate(clauses, start=1))
        for language in languages
    }
