"""Registers as JSON: a list of objects, one object a line, or such lists by the name of their sheet."""

from __future__ import annotations

import json
from collections import Counter
from typing import Any

from application.errors import FileRefused
from application.exchange.importing.files.sheets import MOST_SHEETS, Sheet, sheet, text_of


class _Object(list[tuple[str, Any]]):
    """An object as it is written: its members in their order; names may occur twice."""


def read_objects(text: str) -> tuple[Sheet, ...]:
    """The sheets; names of members are headings in the first row, so that the first object is row 2, as elsewhere.

    Raises:
        FileRefused: no JSON, cut off, or of another form.
    """
    told = _parsed(text)
    if isinstance(told, _Object) and all(isinstance(rows, list) and not isinstance(rows, _Object) for _, rows in told):
        if len(told) > MOST_SHEETS:
            raise FileRefused(reason="too_many_sheets", limit=MOST_SHEETS)
        return tuple(_sheet(name, rows) for name, rows in told)
    return (_sheet("", [told] if isinstance(told, _Object) else told),)


def _parsed(text: str) -> Any:
    try:
        return _loads(text)
    except json.JSONDecodeError as error:
        lines = [line for line in text.splitlines() if line.strip()]
        if error.msg != "Extra data" or not all(line.lstrip().startswith("{") for line in lines):
            raise FileRefused(reason="json_broken", place=f"{error.lineno}:{error.colno}") from None
    except RecursionError:
        raise FileRefused(reason="json_of_another_form", place="1") from None
    try:
        return [_loads(line) for line in lines]
    except (json.JSONDecodeError, RecursionError):
        raise FileRefused(reason="json_broken") from None


def _loads(text: str) -> Any:
    # Numbers stay as they are written: a digit more or less would be another value than in the same register as CSV.
    return json.loads(text, object_pairs_hook=_Object, parse_int=str, parse_float=_number, parse_constant=str)


def _number(written: str) -> str:
    return written.removesuffix(".0")


def _sheet(name: str, rows: Any) -> Sheet:
    if not isinstance(rows, list):
        raise FileRefused(reason="json_of_another_form", place=name[:100])
    headings: list[tuple[str, int]] = []
    known: set[tuple[str, int]] = set()
    read = [_row(row, f"{name} {number}".strip()) for number, row in enumerate(rows, 1)]
    for row in read:
        headings += [place for place in row if place not in known]
        known |= set(row)
    cells = [[row.get(place, "") for place in headings] for row in read]
    return sheet(name, [[heading for heading, _ in headings], *cells])


def _row(row: Any, place: str) -> dict[tuple[str, int], str]:
    """The cells of an object by name, and by which of several members of that name they are."""
    if not isinstance(row, _Object):
        raise FileRefused(reason="json_of_another_form", place=place[:100])
    seen: Counter[str] = Counter()
    cells = {}
    for name, value in row:
        if isinstance(value, list):
            raise FileRefused(reason="json_of_another_form", place=f"{place}: {name}"[:100])
        cells[name, seen[name]] = text_of(value)
        seen[name] += 1
    return cells
