"""Registers as XLSX, read by python-calamine: nothing in them is run, formulas count by the value that they show."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterator
from xml.etree import ElementTree as Tree

from python_calamine import CalamineError, CalamineSheet, CalamineWorkbook

from application.errors import FileRefused
from application.exchange.importing.files.package import Counted, column_of, look_through
from application.exchange.importing.files.sheets import MOST_SHEETS, Sheet, sheet, text_of

_MAIN = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
_OFFICE = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
_PLACE = re.compile(r"([A-Z]{1,3})(\d{1,7})")
_MOST_MERGED = 100_000


def read_spreadsheet(content: bytes) -> tuple[Sheet, ...]:
    """The sheets of an XLSX file, hidden ones too.

    Raises:
        FileRefused: see `look_through`; it counts its days from 1904; the library cannot read it.
    """
    counted = look_through(content)
    parts = _parts_by_name(content)
    try:
        with CalamineWorkbook.from_filelike(io.BytesIO(content)) as workbook:
            names = [name for name in workbook.sheet_names if parts.get(name) in counted]
            if len(names) > MOST_SHEETS:
                raise FileRefused(reason="too_many_sheets", limit=MOST_SHEETS)
            return tuple(_sheet(workbook.get_sheet_by_name(name), counted[parts[name]]) for name in names)
    except CalamineError:
        raise FileRefused(reason="spreadsheet_broken") from None


def _parts_by_name(content: bytes) -> dict[str, str]:
    """The part of the package that each sheet stands in, by the name of the sheet."""
    with zipfile.ZipFile(io.BytesIO(content)) as package:
        try:
            workbook = Tree.fromstring(package.read("xl/workbook.xml"))  # noqa: S314  looked through: no entities
            links = Tree.fromstring(package.read("xl/_rels/workbook.xml.rels"))  # noqa: S314  as above
        except (KeyError, Tree.ParseError):
            raise FileRefused(reason="spreadsheet_broken") from None
    properties = workbook.find(f"{_MAIN}workbookPr")
    if properties is not None and properties.get("date1904") in ("1", "true"):
        raise FileRefused(reason="days_from_1904")
    targets = {link.get("Id"): (link.get("Target") or "").removeprefix("/xl/") for link in links}
    return {
        one.get("name") or "": f"xl/{targets.get(one.get(f'{_OFFICE}id'), '')}"
        for one in workbook.iterfind(f"{_MAIN}sheets/{_MAIN}sheet")
    }


def _sheet(found: CalamineSheet, counted: Counted) -> Sheet:
    rows = [[text_of(cell) for cell in row] for row in found.to_python(skip_empty_area=False)]
    for place, shown in counted.errors.items():
        for row, column in _at(place):
            _put(rows, row, column, shown)
    merged = []
    for (top, left), (bottom, right) in (found.merged_cell_ranges or [])[:_MOST_MERGED]:
        if bottom > top and left == right and top < len(rows):
            _fill_down(rows, top, left, min(bottom, len(rows) - 1))
        elif right > left:
            merged.append((top, left, bottom, right))
    formulas = frozenset(at for place in counted.formulas for at in _at(place))
    return sheet(found.name, rows, tuple(merged), formulas)


def _at(place: str) -> Iterator[tuple[int, int]]:
    """The row and column of a cell, from 0; nothing, if it is not called as cells are."""
    if at := _PLACE.fullmatch(place):
        yield int(at[2]) - 1, column_of(at[1]) - 1


def _put(rows: list[list[str]], row: int, column: int, shown: str) -> None:
    """What a cell shows instead of a value, which the library leaves empty."""
    rows += ([] for _ in range(row + 1 - len(rows)))
    rows[row] += [""] * (column + 1 - len(rows[row]))
    rows[row][column] = shown


def _fill_down(rows: list[list[str]], top: int, column: int, bottom: int) -> None:
    """A value that stands beside several rows is the value of each of them."""
    value = rows[top][column] if column < len(rows[top]) else ""
    for row in range(top + 1, bottom + 1):
        if value and (column >= len(rows[row]) or not rows[row][column]):
            _put(rows, row, column, value)
