"""A sheet as a table: where its headings stand, and what each of its rows is.

Every row is something: ahead of the headings, the headings, empty, a section (“Asia”), beside the table, or an entry.
So that none is lost, they are all counted.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from application.exchange.importing.files.package import letters_of
from application.exchange.importing.files.sheets import Sheet
from application.exchange.importing.readings.words import Words, plain

_SEARCHED = 60
_LEAST_KNOWN = 2
ROW_KINDS = ("ahead", "heading", "empty", "section", "beside", "entry", "no_headings")


@dataclass(frozen=True, slots=True)
class Column:
    """A column of a table.

    Args:
        label: its heading, told apart from others of the same name: ``Date``, ``Date (2)``; without one, its letters.
        letters: where it stands: ``B``.
        heading: as it is written.
    """

    label: str
    letters: str
    heading: str


@dataclass(frozen=True, slots=True)
class Row:
    """A row of a sheet.

    Args:
        number: in the sheet, from 1.
        kind: one of `ROW_KINDS`.
        cells: of an entry, those that are not empty, by the label of their column.
    """

    number: int
    kind: str
    cells: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Table:
    """A sheet whose rows are told apart; without a heading row, nothing is known of them.

    ``formulas`` are the rows of entries whose cell under a column shows the value of a formula, by the column's label.
    """

    sheet: str
    heading_row: int | None
    columns: tuple[Column, ...]
    rows: tuple[Row, ...]
    formulas: Mapping[str, tuple[int, ...]] = field(default_factory=dict)

    @property
    def entries(self) -> tuple[Row, ...]:
        """The rows of which each is to become a memorandum, or to be accounted for."""
        return tuple(row for row in self.rows if row.kind == "entry")

    def cells(self, label: str) -> list[str]:
        """The cells of a column that are not empty."""
        return [row.cells[label] for row in self.entries if label in row.cells]


def table_of(sheet: Sheet, words: Words, heading_row: int | None = None, headings: Sequence[str] = ()) -> Table:
    """The table in a sheet.

    Args:
        sheet: as it was read.
        words: by which headings are known.
        heading_row: that of the headings, from 1, where a person has named it; none: the one with most known headings.
        headings: that the edition before had; the row that has most of them comes first, wherever it stands now.
    """
    known = {plain(heading): heading for heading in headings}
    at = _row_with(sheet, known, max(_LEAST_KNOWN, len(known) // 2)) if known else None
    if at is None:
        at = heading_row - 1 if heading_row else _row_with(sheet, words.meanings("headings"), _LEAST_KNOWN)
    if at is None or at >= len(sheet.rows):
        return Table(sheet.name, None, (), tuple(_unread(number, row) for number, row in enumerate(sheet.rows, 1)))
    columns = _columns(sheet.rows[at])
    spanning = {top for top, left, _bottom, _right in sheet.merged if left < len(columns)}
    rows: list[Row] = []
    for index, cells in enumerate(sheet.rows):
        filled = {one.label: cell.strip() for one, cell in zip(columns, cells, strict=False) if cell.strip()}
        kind = _kind(sheet, index, at, len(filled), is_spanned=index in spanning)
        rows.append(Row(index + 1, kind, filled if kind == "entry" else {}))
    return Table(sheet.name, at + 1, columns, tuple(rows), _formulas(sheet, columns, rows))


def _formulas(sheet: Sheet, columns: Sequence[Column], rows: Sequence[Row]) -> dict[str, tuple[int, ...]]:
    entries = {row.number for row in rows if row.kind == "entry"}
    found: dict[str, list[int]] = {}
    for row, column in sorted(sheet.formulas):
        if row + 1 in entries and column < len(columns):
            found.setdefault(columns[column].label, []).append(row + 1)
    return {label: tuple(numbers) for label, numbers in found.items()}


def _unread(number: int, cells: tuple[str, ...]) -> Row:
    return Row(number, "no_headings" if any(map(str.strip, cells)) else "empty", {})


def _row_with(sheet: Sheet, known: Mapping[str, str], least: int) -> int | None:
    """The first row with the most of these headings, by what they mean; none, if it has fewer than ``least``."""
    found = []
    for index, row in enumerate(sheet.rows[:_SEARCHED]):
        meant = {known.get(plain(cell)) or known.get(heading_of(cell)) for cell in row} - {None}
        found.append((len(meant), -index))
    most, index = max(found, default=(0, 0))
    return -index if most >= least else None


def heading_of(cell: str) -> str:
    """A heading as word lists have it: without what stands in brackets, unless nothing else does."""
    return plain(cell.partition("(")[0]) or plain(cell)


def _columns(headings: tuple[str, ...]) -> tuple[Column, ...]:
    """The columns up to the first gap of two without a heading; what lies beyond is beside the table."""
    seen: Counter[str] = Counter()
    columns = []
    for index, heading in enumerate(headings):
        if not heading.strip() and not any(map(str.strip, headings[index : index + 2])):
            break
        name = " ".join(heading.split()) or letters_of(index + 1)
        seen[name] += 1
        columns.append(Column(name if seen[name] == 1 else f"{name} ({seen[name]})", letters_of(index + 1), heading))
    return tuple(columns)


def _kind(sheet: Sheet, index: int, at: int, filled: int, *, is_spanned: bool) -> str:
    """What a row is, of which so many cells are filled below a heading."""
    cells = sheet.rows[index]
    if not any(map(str.strip, cells)):
        return "empty"
    if index < at:
        return "ahead"
    if index == at or tuple(map(plain, cells)) == tuple(map(plain, sheet.rows[at])):
        return "heading"
    if not filled:
        return "beside"
    return "section" if filled == 1 and is_spanned else "entry"
