"""What every file becomes: sheets of cells, all of them text, so that a register reads the same from every format."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from application.errors import FileRefused

MOST_BYTES = 20_000_000
MOST_CELLS = 400_000
MOST_COLUMNS = 500
MOST_CHARACTERS = 20_000_000
MOST_SHEETS = 100
LONGEST_CELL = 32_767
"""What a register may have. The greatest one known has 6,000 rows; at these bounds reading takes seconds, and less than
300 MB of memory."""


@dataclass(frozen=True, slots=True)
class Sheet:
    """One sheet.

    Args:
        name: as the file calls it; empty if it does not.
        rows: from the first row of the file on, each as long as its last cell that is not empty.
        merged: areas of one value: first row, first column, last row, last column, from 0; those of one row only.
        formulas: the rows and columns, from 0, of cells whose value a formula shows.
    """

    name: str
    rows: tuple[tuple[str, ...], ...]
    merged: tuple[tuple[int, int, int, int], ...] = ()
    formulas: frozenset[tuple[int, int]] = frozenset()


@dataclass(frozen=True, slots=True)
class Workbook:
    """A file that was read.

    Args:
        form: ``csv``, ``xlsx`` or ``json``.
        sheets: all that it holds, hidden ones too.
        encoding: of its text, where that had to be found out.
    """

    form: str
    sheets: tuple[Sheet, ...]
    encoding: str = ""


def text_of(value: Any) -> str:
    """A cell as text, the same whatever format it comes from: a day is ``2019-05-20``, a whole number has no point."""
    if value is None:
        return ""
    if isinstance(value, datetime):
        return value.date().isoformat() if value.time() == value.time().min else value.isoformat(" ")
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, bool):
        return str(value).upper()
    if isinstance(value, float):
        return str(int(value)) if value.is_integer() else repr(value)
    return unicodedata.normalize("NFC", str(value).replace("\r\n", "\n"))


def sheet(
    name: str,
    rows: list[list[str]],
    merged: tuple[tuple[int, int, int, int], ...] = (),
    formulas: frozenset[tuple[int, int]] = frozenset(),
) -> Sheet:
    """A sheet within bounds.

    Raises:
        FileRefused: it has too many cells or columns, or a cell is too long.
    """
    cut = tuple(_without_empty_end(row) for row in rows)
    if max(map(len, cut), default=0) > MOST_COLUMNS:
        raise FileRefused(reason="too_many_columns", place=name, limit=MOST_COLUMNS)
    if sum(map(len, cut)) > MOST_CELLS:
        raise FileRefused(reason="too_many_cells", place=name, limit=MOST_CELLS)
    if any(len(cell) > LONGEST_CELL for row in cut for cell in row):
        raise FileRefused(reason="cell_too_long", place=name, limit=LONGEST_CELL)
    return Sheet(name, cut, merged, formulas)


def _without_empty_end(row: list[str]) -> tuple[str, ...]:
    length = len(row)
    while length and not row[length - 1].strip():
        length -= 1
    return tuple(row[:length])
