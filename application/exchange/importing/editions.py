"""One edition of a register: a file read as far as it can be, with all of its rows."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from application.exchange.importing.entries import Entry, Reader
from application.exchange.importing.files.opening import read_file
from application.exchange.importing.files.sheets import Sheet
from application.exchange.importing.mapping import FIELDS, SheetMapping, following, matching, propose
from application.exchange.importing.readings.order import OrderEvidence
from application.exchange.importing.readings.words import Words
from application.exchange.importing.tables import Table, table_of


@dataclass(frozen=True, slots=True)
class Edition:
    """What a file holds.

    Args:
        form: of the file: ``csv``, ``xlsx``, ``json``.
        encoding: of its text; empty if it has none.
        tables: its sheets.
        mapping: what their columns hold, by sheet.
        orders: what their columns of dates show of the order of day and month, by sheet and field.
        entries: what each row says, in the order of the file.
    """

    form: str
    encoding: str
    tables: tuple[Table, ...]
    mapping: Mapping[str, SheetMapping]
    orders: Mapping[tuple[str, str], OrderEvidence]
    entries: tuple[Entry, ...]

    def counted(self) -> Counter[str]:
        """How many rows there are of each kind, in all sheets."""
        return Counter(row.kind for table in self.tables for row in table.rows)

    def filled(self) -> Counter[str]:
        """How many rows say something in each field that a column holds."""
        return Counter(
            field
            for entry in self.entries
            for field in FIELDS
            if (label := self.mapping[entry.sheet].label(field)) and entry.cells.get(label)
        )


def read_edition(
    content: bytes,
    words: Words,
    today: date,
    *,
    mapping: Mapping[str, SheetMapping] | None = None,
    encoding: str | None = None,
    separator: str | None = None,
) -> Edition:
    """What a file holds.

    Args:
        content: its bytes.
        words: the word lists.
        today: no act lies after it.
        mapping: what its columns hold, where a person has said so; what that does not name is proposed.
        encoding, separator: where a person has named them.

    Raises:
        FileRefused: it cannot be taken as a register.
    """
    workbook = read_file(content, encoding=encoding, separator=separator)
    kept = matching(mapping or {}, [sheet.name for sheet in workbook.sheets])
    tables = tuple(_table(sheet, words, kept.get(sheet.name)) for sheet in workbook.sheets)
    mapped = {
        table.sheet: following(kept[table.sheet], table, words) if table.sheet in kept else propose(table, words)
        for table in tables
    }
    entries: list[Entry] = []
    orders: dict[tuple[str, str], OrderEvidence] = {}
    for table in tables:
        reader = Reader(table, mapped[table.sheet], words, today)
        entries += map(reader.read, table.entries)
        orders |= {(table.sheet, field): evidence for field, evidence in reader.orders.items()}
    return Edition(workbook.form, workbook.encoding, tables, mapped, orders, tuple(entries))


def _table(sheet: Sheet, words: Words, kept: SheetMapping | None) -> Table:
    if kept is None:
        return table_of(sheet, words)
    return table_of(sheet, words, kept.heading_row, [one.heading for one in kept.columns])
