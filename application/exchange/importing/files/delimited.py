"""Registers as text with separators: comma, semicolon, tab or bar."""

from __future__ import annotations

import csv
import io
from collections import Counter

from application.errors import FileRefused
from application.exchange.importing.files.sheets import LONGEST_CELL, MOST_CELLS, Sheet, sheet, text_of

SEPARATORS = (",", ";", "\t", "|")
_SAMPLE_LINES = 200
_SAID = "sep="  # the first line by which spreadsheets tell each other their separator


def read_delimited(text: str, separator: str | None = None) -> Sheet:
    """The one sheet of a text; its rows are counted as a spreadsheet would count them.

    Args:
        text: decoded.
        separator: that a person has named; none: the one by which most rows have as many cells.

    Raises:
        FileRefused: a quotation is not closed (the file is cut off) or goes on after its end; too much for a register.
    """
    first, _, rest = text.partition("\n")
    said = first.rstrip("\r").lower().removeprefix(_SAID)
    if first.lower().startswith(_SAID) and said in SEPARATORS:
        return _rows(rest, separator or said)
    return _rows(text, separator or _likely(text))


def _likely(text: str) -> str:
    """The separator that parts most rows into the same number of cells, which is more than one."""
    sample = "\n".join(text.split("\n", _SAMPLE_LINES)[:_SAMPLE_LINES])

    def regularity(separator: str) -> tuple[int, int]:
        try:
            widths = Counter(
                len(row) for row in csv.reader(io.StringIO(sample, newline=""), delimiter=separator) if row
            )
        except csv.Error:
            return 0, 0
        ((width, rows),) = widths.most_common(1) or [(1, 0)]
        return (rows, width) if width > 1 else (0, 0)

    return max(SEPARATORS, key=regularity)


def _rows(text: str, separator: str) -> Sheet:
    csv.field_size_limit(LONGEST_CELL)
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=separator, strict=True)
    rows: list[list[str]] = []
    cells = 0
    try:
        for row in reader:
            rows.append([text_of(cell) for cell in row])
            cells += len(row)
            if cells > MOST_CELLS:
                raise FileRefused(reason="too_many_cells", limit=MOST_CELLS)
    except csv.Error as error:
        place = str(reader.line_num)
        if "unexpected end" in str(error):
            raise FileRefused(reason="truncated", place=place) from None
        if "field larger" in str(error):
            raise FileRefused(reason="cell_too_long", place=place, limit=LONGEST_CELL) from None
        raise FileRefused(reason="quotation_broken", place=place) from None
    return sheet("", rows)
