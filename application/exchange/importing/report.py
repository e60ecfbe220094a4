"""What became of every row: none is lost, and none is changed in silence."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass, field
from typing import Any
from uuid import UUID

from application.exchange.importing.changes import Change
from application.exchange.importing.editions import Edition
from application.exchange.importing.entries import Doubt, Entry
from application.exchange.importing.mapping import plain_mapping
from application.exchange.importing.plan import Step
from domain.imported_file.imported_file import Place, imported_file_id

OUTCOMES = ("made", "merged", "rejected", "changed", "unchanged", "undecided")
"""What can become of a row: a memorandum, part of one, nothing; or, of a later edition, a correction, nothing new, or a
question to a person."""


@dataclass(slots=True)
class RowReport:
    """What became of one row.

    Args:
        sheet, row: where it stands.
        outcome: one of `OUTCOMES`.
        memorandum_id, reference: of the memorandum that it became, or belongs to.
        merged_with: the row that it was merged with.
        reason: why it was rejected, or merged, as a code.
        doubts: what of it a person must decide.
        changes: what it says otherwise than in the edition before.
        looks_renewed: whether its term seems to have run several times; a renewal it becomes when a person says so.
        refused: what a rule says of it, where one refuses it.
    """

    sheet: str
    row: int
    outcome: str
    memorandum_id: UUID | None = None
    reference: str | None = None
    merged_with: tuple[str, int] | None = None
    reason: str | None = None
    doubts: Sequence[Doubt] = ()
    changes: Sequence[Change] = ()
    looks_renewed: bool = False
    refused: Mapping[str, Any] = field(default_factory=dict)


@dataclass(slots=True)
class Report:
    """What became of a file.

    Args:
        name: of the register.
        sha256: of the file.
        stored: whether anything was recorded; not in a rehearsal, nor where nothing is new.
        version: of the record of the register, after this; 0, if there is none.
        edition: what the file holds.
        own: ids of the memorandums that rows of this register had made before.
        rows: what became of each entry, in the order of the file.
        vanished: rows of the edition before that this one does not have, with their memorandums.
    """

    name: str
    sha256: str
    edition: Edition
    stored: bool = False
    version: int = 0
    own: set[str] = field(default_factory=set)
    rows: list[RowReport] = field(default_factory=list)
    vanished: list[tuple[Entry, str | None]] = field(default_factory=list)
    _by_place: dict[Place, RowReport] = field(default_factory=dict)

    def add(self, row: RowReport) -> None:
        """What became of one more row."""
        self._by_place[row.sheet, row.row] = row
        self.rows.append(row)

    def of(self, place: Place) -> RowReport | None:
        """What became of the row at a place."""
        return self._by_place.get(place)

    def counted(self) -> dict[str, int]:
        """How many rows have each outcome."""
        found = Counter(row.outcome for row in self.rows)
        return {outcome: found[outcome] for outcome in OUTCOMES}

    def formulas(self) -> Iterator[tuple[str, str, tuple[int, ...]]]:
        """Which rows hold formulas, by sheet and column: the value was taken that the program had reckoned last."""
        for table in self.edition.tables:
            for label, rows in table.formulas.items():
                yield table.sheet, label, rows

    def account(self) -> None:
        """Make sure that every entry of the file is accounted for, once.

        Raises:
            RuntimeError: it is not; nothing that was reported can be relied upon.
        """
        places = sorted((row.sheet, row.row) for row in self.rows)
        if places != sorted((entry.sheet, entry.row) for entry in self.edition.entries):
            raise RuntimeError(f"{len(self.edition.entries)} rows came in, {len(places)} are accounted for")

    def plain(self) -> dict[str, Any]:
        """The whole report, for programs."""
        return {
            "id": str(imported_file_id(self.name)),
            "version": self.version,
            "register": self.name,
            "sha256": self.sha256,
            "stored": self.stored,
            "form": self.edition.form,
            "encoding": self.edition.encoding,
            "rows_in": len(self.edition.entries),
            "outcomes": self.counted(),
            "other_rows": {kind: count for kind, count in self.edition.counted().items() if kind != "entry"},
            "mapping": plain_mapping(self.edition.mapping),
            "orders": [
                {"sheet": sheet, "field": name, **asdict(evidence)}
                for (sheet, name), evidence in self.edition.orders.items()
            ],
            "formulas": [
                {"sheet": sheet, "column": label, "rows": list(rows)} for sheet, label, rows in self.formulas()
            ],
            "rows": [_row(row) for row in self.rows],
            "looks_renewed": [place_of(row.sheet, row.row) for row in self.rows if row.looks_renewed],
            "vanished": [
                {"sheet": entry.sheet, "row": entry.row, "memorandum_id": memorandum_id}
                for entry, memorandum_id in self.vanished
            ],
        }


def reported(
    step: Step,
    outcome: str,
    memorandum_id: UUID | None = None,
    reference: str | None = None,
    reason: str | None = None,
) -> RowReport:
    """What became of a row, by what was planned for it."""
    entry = step.entry
    return RowReport(
        entry.sheet,
        entry.row,
        outcome,
        memorandum_id,
        reference,
        step.leads,
        reason or step.reason,
        entry.doubts,
        step.changes,
        entry.looks_renewed,
    )


def place_of(sheet: str, row: int) -> str:
    """Where a row stands, as spreadsheets say it: ``Register!12``."""
    return f"{sheet}!{row}" if sheet else str(row)


def _row(row: RowReport) -> dict[str, Any]:
    """A row without what does not concern it."""
    told: Mapping[str, Any] = {
        **asdict(row),
        "memorandum_id": str(row.memorandum_id) if row.memorandum_id else None,
        "merged_with": dict(zip(("sheet", "row"), row.merged_with, strict=True)) if row.merged_with else None,
    }
    return {name: value for name, value in told.items() if value not in (None, (), [], {}, False)}
