"""Tables as files for people: CSV and XLSX, which say what was asked and are sealed row by row.

Every cell is text. In XLSX it is written as text, so that nothing in it is ever run; CSV has no such thing as text, so
that a cell which a spreadsheet program would take for a formula gets an apostrophe in front, as these programs do
themselves. The same table has the same bytes.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime

import xlsxwriter  # type: ignore[import-untyped]  # the library has no types

from application.exchange.exporting.chain import Chain, canonical

SEAL = "SHA-256"
LONGEST_CELL = 32_767  # characters, the most that XLSX can hold
MOST_ROWS = 1_000_000  # of the 1,048,576 of XLSX
_CUT = " […]"
_FORMULA = ("=", "+", "-", "@", "\t")
_WIDEST, _NARROWEST = 60, 10

Row = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Table:
    """What a file shows.

    Args:
        question: what was asked, as pairs of name and value; the last one is the number of rows.
        headings: of the columns.
        rows: text, as many cells as there are headings.
    """

    question: tuple[Row, ...]
    headings: Row
    rows: tuple[Row, ...]

    @classmethod
    def of(cls, question: Sequence[Sequence[str]], headings: Sequence[str], rows: Sequence[Sequence[str]]) -> Table:
        """The table, with its cells in the form in which every format keeps them."""
        return cls(
            tuple(tuple(map(_cell, pair)) for pair in question),
            tuple(map(_cell, headings)),
            tuple(tuple(map(_cell, row)) for row in rows),
        )

    def sealed(self) -> Iterator[Row]:
        """The headings and the rows, each with its digest; that of the headings covers the question too."""
        chain = Chain()
        yield (*self.headings, f"{SEAL} {chain.add(canonical([self.question, self.headings]))}")
        for row in self.rows:
            yield (*row, chain.add(canonical(row)))


def _cell(text: str) -> str:
    plain = text.replace("\r\n", "\n").replace("\r", "\n")
    return plain if len(plain) <= LONGEST_CELL - 1 else plain[: LONGEST_CELL - 1 - len(_CUT)] + _CUT


def csv_lines(table: Table) -> Iterator[bytes]:
    """The table as CSV: UTF-8 with a mark by which spreadsheet programs know it, commas, the question on top."""
    yield "\ufeff".encode()
    for pair in table.question:
        yield csv_line(pair)
    yield csv_line(())
    for row in table.sealed():
        yield csv_line(row)


def csv_line(cells: Sequence[str]) -> bytes:
    """One row."""
    written = io.StringIO()
    csv.writer(written).writerow([f"'{cell}" if _like_a_formula(cell) else cell for cell in cells])
    return written.getvalue().encode()


def csv_cell(written: str) -> str:
    """The text of a cell that was written so."""
    return written[1:] if written.startswith("'") and _like_a_formula(written) else written


def _like_a_formula(cell: str) -> bool:
    return cell.lstrip("'").startswith(_FORMULA)


def xlsx_bytes(table: Table, names: tuple[str, str], made_at: datetime) -> bytes:
    """The table as XLSX: a sheet with the rows, and one with the question.

    Args:
        table: the rows.
        names: of the two sheets, 31 characters at most.
        made_at: the instant whose knowledge it shows, which the file keeps as the day on which it was made.
    """
    written = io.BytesIO()
    inert = {"strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
    with xlsxwriter.Workbook(written, {**inert, "in_memory": True}) as book:
        book.set_properties({"title": names[0], "created": made_at.replace(tzinfo=None)})
        wrapped = book.add_format({"text_wrap": True, "valign": "top"})
        heading = book.add_format({"bold": True, "text_wrap": True, "valign": "top"})
        rows, question = map(book.add_worksheet, names)
        for number, cells in enumerate(table.sealed()):
            for column, cell in enumerate(cells):
                rows.write_string(number, column, cell, wrapped if number else heading)
        for number, pair in enumerate(table.question):
            for column, cell in enumerate(pair):
                question.write_string(number, column, cell, wrapped)
        rows.freeze_panes(1, 1)
        rows.autofilter(0, 0, len(table.rows), len(table.headings) - 1)
        for column, width in enumerate(_widths(table)):
            rows.set_column(column, column, width)
        question.set_column(0, 1, _WIDEST // 2)
    return written.getvalue()


def _widths(table: Table) -> Iterator[int]:
    """The width of each column, in characters: that of its longest line, within bounds."""
    for column, heading in enumerate(table.headings):
        lines = (line for row in table.rows for line in row[column].split("\n"))
        yield min(max([_NARROWEST, len(heading), *map(len, lines)]), _WIDEST)
