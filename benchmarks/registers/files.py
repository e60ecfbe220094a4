"""The files that offices keep, with all that collects in fifteen years, and their true content beside them."""

from __future__ import annotations

import csv
import io
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from random import Random
from typing import Any

import xlsxwriter

from benchmarks.registers.hands import OFFICES, Line, Office, written
from benchmarks.registers.truth import agreements

_EMPTY_ROWS = 900
_SECTION_EVERY = 60


@dataclass(frozen=True)
class Register:
    """A file and what is true of it.

    Args:
        office: who keeps it.
        filename: as it is called.
        content: its bytes.
        lines: what stands in which row of which sheet.
    """

    office: Office
    filename: str
    content: bytes
    lines: dict[tuple[str, int], Line]


def registers(count: int) -> list[Register]:
    """One register of each office, with so many agreements."""
    makers = (_english, _spanish, _uzbek)
    return [maker(office, _lines(office, count)) for maker, office in zip(makers, OFFICES, strict=True)]


def _lines(office: Office, count: int) -> list[Line]:
    random = Random(office.name)
    return [written(office, n, one, random) for n, one in enumerate(agreements(office.name, count), 1)]


def _english(office: Office, lines: Sequence[Line]) -> Register:
    """Two sheets, headings in row 8, a count at the side, nine hundred empty rows, and rows that stand twice."""
    half = len(lines) // 2
    again = [line for line in lines[:half] if isinstance(line.cells[4], date)][:5]
    sheets = {
        "Agreements": _with_headings(office, 8, [*lines[:half], *[None] * _EMPTY_ROWS, *lines[half:]]),
        "Old list": _with_headings(office, 1, again),
    }
    sheets["Agreements"][2] = ["", "Register of agreements", *[""] * 12, "Total", len(lines)]
    return _spreadsheet(office, "agreements final (2).xlsx", sheets)


def _spanish(office: Office, lines: Sequence[Line]) -> Register:
    """Headings in row 10, and sections over the whole width."""
    rows: list[Line | str | None] = []
    for index, line in enumerate(lines):
        if index % _SECTION_EVERY == 0:
            rows.append(f"AÑO {index}")
        rows.append(line)
    return _spreadsheet(office, "Convenios.xlsx", {"Convenios": _with_headings(office, 10, rows)})


def _uzbek(office: Office, lines: Sequence[Line]) -> Register:
    """Text with semicolons, in the encoding of old machines."""
    rows = _with_headings(office, 4, lines)
    text = io.StringIO()
    csv.writer(text, delimiter=";").writerows(line.cells if isinstance(line, Line) else line or [] for line in rows)
    found = {("", n): line for n, line in enumerate(rows, 1) if isinstance(line, Line)}
    return Register(office, "reyestr.csv", text.getvalue().encode("cp1251"), found)


def _with_headings(office: Office, row: int, lines: Sequence[Any]) -> list[Any]:
    return [*([None] * (row - 1)), list(office.headings), *lines]


def _spreadsheet(office: Office, filename: str, sheets: dict[str, list[Any]]) -> Register:
    made = io.BytesIO()
    found: dict[tuple[str, int], Line] = {}
    with xlsxwriter.Workbook(made, {"in_memory": True}) as workbook:
        day = workbook.add_format({"num_format": "dd.mm.yyyy"})
        for name, rows in sheets.items():
            sheet = workbook.add_worksheet(name)
            for at, row in enumerate(rows):
                if isinstance(row, str):
                    sheet.merge_range(at, 0, at, len(office.headings) - 1, row)
                    continue
                if isinstance(row, Line):
                    found[name, at + 1] = row
                for place, cell in enumerate(row.cells if isinstance(row, Line) else row or ()):
                    if isinstance(cell, date):
                        sheet.write_datetime(at, place, cell, day)
                    elif cell != "":
                        sheet.write(at, place, cell)
    return Register(office, filename, made.getvalue(), found)
