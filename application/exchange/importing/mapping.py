"""Which column holds what: proposed with its evidence, looked over by a person, and kept for the next time."""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass, replace
from typing import Any

from application.errors import FileRefused
from application.exchange.importing.readings.areas import read_areas
from application.exchange.importing.readings.dates import read_date
from application.exchange.importing.readings.names import read_country
from application.exchange.importing.readings.terms import read_term
from application.exchange.importing.readings.words import Words, plain
from application.exchange.importing.tables import Table, heading_of

FIELDS = (
    "number",
    "partner",
    "country",
    "title",
    "kind",
    "signed_on",
    "effective_on",
    "until",
    "length",
    "status",
    "owner",
    "areas",
    "unit",
    "our_unit",
    "signatory",
    "our_signatory",
    "note",
)
"""What a column may hold; any other stays in the file that is kept, and is quoted in the source of each row."""

_LOOKED_AT = 300
_MOST = 0.5
_DATES = ("signed_on", "effective_on")
LARGEST_MAPPING = 200_000


@dataclass(frozen=True, slots=True)
class ColumnMapping:
    """What one column holds.

    Args:
        heading: the label of the column.
        field: one of `FIELDS`; none if it is not used.
        proposed: what it may hold, where that is not certain.
        because: the evidence, as a code: ``heading``, ``heading_holds``, ``values_differ``, ``several_columns``,
            ``general_heading``, ``unknown_heading``, ``person``.
        filled: how many cells are not empty.
        fitting: how many of those looked at can be read as what is proposed.
        looked_at: how many were looked at.
    """

    heading: str
    field: str | None = None
    proposed: str | None = None
    because: str = "person"
    filled: int = 0
    fitting: int = 0
    looked_at: int = 0


@dataclass(frozen=True, slots=True)
class SheetMapping:
    """What the columns of one sheet hold."""

    heading_row: int | None
    columns: tuple[ColumnMapping, ...]

    def label(self, field: str) -> str | None:
        """The label of the column that holds a field."""
        return next((one.heading for one in self.columns if one.field == field), None)


def propose(table: Table, words: Words) -> SheetMapping:
    """What the columns of a table hold, as far as headings and values agree."""
    columns = [_propose(table, column.label, column.heading, words) for column in table.columns]
    claimed = Counter(one.field for one in columns if one.field)
    settled = (
        replace(one, field=None, because="several_columns") if one.field and claimed[one.field] > 1 else one
        for one in columns
    )
    return SheetMapping(table.heading_row, tuple(settled))


def _propose(table: Table, label: str, heading: str, words: Words) -> ColumnMapping:
    cells = table.cells(label)
    meaning, because = _meaning(heading, words)
    looked_at = cells[:_LOOKED_AT]
    fitting = sum(_fits(meaning, cell, heading, words) for cell in looked_at) if meaning else 0
    evidence = ColumnMapping(label, None, meaning, because, len(cells), fitting, len(looked_at))
    if meaning is None:
        return evidence
    if looked_at and fitting < _MOST * len(looked_at):
        return replace(evidence, because="values_differ")
    if meaning == "date":
        return replace(evidence, proposed="signed_on", because="general_heading")
    return replace(evidence, field=meaning, proposed=None) if because == "heading" else evidence


def _meaning(heading: str, words: Words) -> tuple[str | None, str]:
    """What a heading says, and whether it says just that, or holds words that do."""
    known = words.meanings("headings")
    folded = heading_of(heading)
    exact = known.get(plain(heading)) or known.get(folded)
    if exact:
        return exact, "heading"
    held = {known[word] for word in known if len(word) > 2 and re.search(rf"(?<!\w){re.escape(word)}(?!\w)", folded)}
    return (held.pop(), "heading_holds") if len(held) == 1 else (None, "unknown_heading")


def _fits(meaning: str, cell: str, heading: str, words: Words) -> bool:
    """Whether a cell can be read as what its heading says."""
    if meaning in (*_DATES, "date"):
        reading = read_date(cell, words=words)
        return bool(reading.value or reading.candidates)
    if meaning in ("until", "length"):
        return _says_term(cell, heading, words)
    if meaning == "country":
        return read_country(cell, words) is not None
    if meaning == "status":
        return words.find("status", cell) is not None
    if meaning == "areas":
        return bool(read_areas(cell, words).areas)
    return True


def _says_term(cell: str, heading: str, words: Words) -> bool:
    reading = read_term(cell, unit_of(heading, words), words=words)
    return reading.reason != "not_all_understood" or bool(reading.length or reading.renewal)


def unit_of(heading: str, words: Words) -> str | None:
    """The unit that a heading tells for bare numbers below it: ``Duration (years)``."""
    units = words.meanings("units")
    told = {units[word] for word in plain(heading).split() if word in units and len(word) > 1}
    return told.pop() if len(told) == 1 else None


def following(kept: SheetMapping, table: Table, words: Words) -> SheetMapping:
    """The mapping that a person has looked over, on the columns of another edition of the file.

    Columns are known by their headings, wherever they stand; a new one is proposed.
    """
    by_heading = {one.heading: one for one in kept.columns}
    proposed = propose(table, words).columns
    taken = {one.field for one in kept.columns}
    return SheetMapping(
        table.heading_row,
        tuple(
            replace(one, field=by_heading[one.heading].field, because=by_heading[one.heading].because)
            if one.heading in by_heading
            else (replace(one, field=None, proposed=one.field) if one.field in taken else one)
            for one in proposed
        ),
    )


def plain_mapping(sheets: Mapping[str, SheetMapping]) -> dict[str, Any]:
    """The mapping as it is kept: a small JSON file."""
    return {
        name: {"heading_row": one.heading_row, "columns": [asdict(column) for column in one.columns]}
        for name, one in sheets.items()
    }


def read_mapping(text: str) -> dict[str, SheetMapping]:
    """A mapping that was kept, or written by a person, who needs to name headings and fields only.

    Raises:
        FileRefused: it is of another form, names an unknown field, or one field twice in a sheet.
    """
    try:
        told: Any = json.loads(text) if len(text) <= LARGEST_MAPPING else None
        return sheets_of(told)
    except (ValueError, TypeError, KeyError, AttributeError, RecursionError):
        raise FileRefused(reason="mapping") from None


def sheets_of(told: Mapping[str, Any]) -> dict[str, SheetMapping]:
    """The sheets of a mapping in its plain form."""
    return {name: _sheet(name, one) for name, one in told["sheets"].items()}


def _sheet(name: str, told: Mapping[str, Any]) -> SheetMapping:
    columns = tuple(_column(name, one) for one in told["columns"])
    fields = [one.field for one in columns if one.field]
    if len(set(fields)) < len(fields):
        raise FileRefused(reason="mapping", place=f"{name}: {Counter(fields).most_common(1)[0][0]}")
    row = told.get("heading_row")
    if row is not None and (not isinstance(row, int) or isinstance(row, bool) or row < 1):
        raise FileRefused(reason="mapping", place=f"{name}: heading_row")
    return SheetMapping(row, columns)


def _column(name: str, told: Mapping[str, Any]) -> ColumnMapping:
    heading, meant = str(told["heading"]), told.get("field")
    if meant is not None and meant not in FIELDS:
        raise FileRefused(reason="mapping", place=f"{name}: {heading}"[:100])
    return ColumnMapping(heading, meant, because=str(told.get("because", "person")))


def matching(sheets: Mapping[str, SheetMapping], names: Sequence[str]) -> dict[str, SheetMapping]:
    """The mapping of each sheet by its name; of the only sheet, whatever it is called: CSV gives it no name."""
    if len(sheets) == len(names) == 1:
        return {names[0]: next(iter(sheets.values()))}
    return {name: sheets[name] for name in names if name in sheets}
