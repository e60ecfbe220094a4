"""Checking an exported file against its own chain, without a register: which line is the first that is wrong."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from itertools import zip_longest
from typing import Any, BinaryIO

from python_calamine import CalamineError, CalamineWorkbook

from application.errors import ExportRefused, FileRefused
from application.exchange.exporting.archive import opened
from application.exchange.exporting.chain import FORM, Chain, sealed_line
from application.exchange.exporting.tables import SEAL, Row, Table, csv_cell, csv_lines
from application.exchange.importing.files.package import look_through

LARGEST_TABLE = 100_000_000  # bytes; a table is held in memory
LONGEST_LINE = 20_000_000  # bytes; an event with fifty texts has some four
_MARK = "\ufeff".encode()
_ARCHIVE = b"PK\x03\x04"


@dataclass(frozen=True, slots=True)
class Break:
    """The first place at which a file is not what was exported.

    Args:
        code: ``altered`` (the line, or one that was there before it), ``ends_early``, ``goes_on``, ``no_export``,
            ``too_large`` (to be held in memory), ``document_altered`` or ``archive_broken``.
        number: which event or row, counted from 1; 0 for the head of the file.
        data: what the line says of itself: of an event ``id``, ``version`` and ``topic``, of a row its first cells.
    """

    code: str
    number: int
    data: dict[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class CheckedExport:
    """What a file says of itself, and the first place at which it is wrong, if there is one.

    ``sha256`` is the last digest: who has kept it elsewhere knows by it that the file was not made anew.
    """

    entries: int
    sha256: str
    question: Any
    first_wrong: Break | None


@dataclass(frozen=True, slots=True)
class Line:
    """A line of a history export that agrees with the chain so far."""

    said: dict[str, Any]
    sha256: str


class Broken(Exception):
    """The lines that were read so far were right; this is the first that is not.

    Args:
        at: where and how.
    """

    def __init__(self, at: Break) -> None:
        super().__init__(at.code)
        self.at = at


def check_export(file: BinaryIO) -> CheckedExport:
    """Follow the chain of an exported file: JSON Lines, CSV or XLSX; of an archive, hold its documents against theirs.

    Args:
        file: its bytes, from their beginning.
    """
    try:
        with opened(file) as (lines, documents):
            checked = _check(lines)
            altered = None if checked.first_wrong else documents.first_altered()
            if altered:
                checked = replace(checked, first_wrong=Break("document_altered", 0, {"sha256": altered}))
            return checked
    except ExportRefused as refused:
        return CheckedExport(0, "", None, Break(refused.data["reason"], 0))


def _check(file: BinaryIO) -> CheckedExport:
    beginning = file.read(4)
    file.seek(0)
    if beginning.startswith((_MARK, _ARCHIVE)):
        return _check_table(file.read(LARGEST_TABLE + 1), xlsx=beginning.startswith(_ARCHIVE))
    entries, last, question = 0, "", None
    try:
        for line in lines_of(file):
            last = line.sha256
            question = line.said.get("question", question)
            entries = line.said.get("number", entries)
    except Broken as broken:
        return CheckedExport(entries, last, question, broken.at)
    return CheckedExport(entries, last, question, None)


def lines_of(file: BinaryIO) -> Iterator[Line]:
    """The lines of a file of JSON Lines, each held against the chain: head, entries, end.

    Raises:
        Broken: at the first line that is not as it was exported.
    """
    chain, number = Chain(), -1
    while raw := file.readline(LONGEST_LINE):
        number += 1
        said = _read(raw)
        if number == 0 and ("bitim" not in said or said.get("form") != FORM):
            break
        sha256 = said.pop("sha256", None)
        if _is_altered(chain, said, raw) or not _in_its_place(said, number):
            raise Broken(Break("altered", number, _named(said)))
        yield Line(said, str(sha256))
        if "end" in said:
            if file.read(1):
                raise Broken(Break("goes_on", number))
            return
    raise Broken(Break("ends_early" if number > 0 else "no_export", max(number, 0)))


def _read(raw: bytes) -> dict[str, Any]:
    """What a line says; nothing, if it is no JSON object."""
    try:
        said = json.loads(raw)
    except (ValueError, RecursionError):
        return {}
    return said if isinstance(said, dict) else {}


def _is_altered(chain: Chain, said: dict[str, Any], raw: bytes) -> bool:
    try:
        return sealed_line(chain, said) != raw
    except ValueError:  # a lone surrogate, which nobody exports
        return True


def _in_its_place(said: dict[str, Any], number: int) -> bool:
    if "end" in said:
        return bool(said.get("entries") == number - 1)
    return number == 0 or said.get("number") == number


def _named(said: dict[str, Any]) -> dict[str, Any]:
    """What a line says of itself, as far as it can still be read."""
    return {name: said[name] for name in ("id", "version", "topic", "reference") if name in said}


def _check_table(content: bytes, *, xlsx: bool) -> CheckedExport:
    if len(content) > LARGEST_TABLE:
        return _unread("too_large")
    try:
        read = _from_xlsx(content) if xlsx else _from_csv(content)
    except FileRefused as refused:
        return _unread("too_large" if "limit" in refused.data else "no_export")
    except (CalamineError, ValueError, csv.Error):
        return _unread("no_export")
    if read is None:
        return _unread("no_export")
    table, seals = read
    last = ""
    for number, (sealed, sha256) in enumerate(zip_longest(table.sealed(), seals, fillvalue=("",))):
        if sealed[-1] != sha256:
            return CheckedExport(max(number - 1, 0), last, table.question, _altered(table, number))
        last = str(sealed[-1]).removeprefix(f"{SEAL} ")
    said = table.question[-1][-1] if table.question else ""
    if said != str(len(table.rows)):
        return CheckedExport(len(table.rows), last, table.question, Break("ends_early", len(table.rows)))
    wrong = None if xlsx else _rewritten(table, content)
    return CheckedExport(len(table.rows), last, table.question, None if wrong is None else _altered(table, wrong))


def _altered(table: Table, number: int) -> Break:
    cells = table.rows[number - 1][:2] if 0 < number <= len(table.rows) else ()
    return Break("altered", number, {"cells": list(cells)})


def _unread(code: str) -> CheckedExport:
    return CheckedExport(0, "", None, Break(code, 0))


def _rewritten(table: Table, content: bytes) -> int | None:
    """The first row that CSV of ours would write otherwise, though its cells are right; none, if there is none."""
    place, lines = 0, list(csv_lines(table))
    head = len(table.question) + 3
    for number, line in enumerate(lines):
        if content[place : place + len(line)] != line:
            return max(0, number - head + 1)
        place += len(line)
    return len(table.rows) if place < len(content) else None


def _from_csv(content: bytes) -> tuple[Table, list[str]] | None:
    csv.field_size_limit(LONGEST_LINE)
    rows = list(csv.reader(io.StringIO(content.decode("utf-8-sig"), newline=""), strict=True))
    if [] not in rows:
        return None
    gap = rows.index([])
    return _table(_cells(rows[:gap]), _cells(rows[gap + 1 :]))


def _cells(rows: Sequence[Sequence[str]]) -> list[Row]:
    return [tuple(map(csv_cell, row)) for row in rows]


def _from_xlsx(content: bytes) -> tuple[Table, list[str]] | None:
    look_through(content)  # a small file may unpack to any size
    book = CalamineWorkbook.from_filelike(io.BytesIO(content))
    if len(book.sheet_names) != 2:
        return None
    rows, question = (
        [tuple(map(str, row)) for row in book.get_sheet_by_index(index).to_python(skip_empty_area=False)]
        for index in (0, 1)
    )
    return _table(question, rows)


def _table(question: list[Row], rows: list[Row]) -> tuple[Table, list[str]] | None:
    """The table, and the digests that stand in it, that of the headings first."""
    if not rows or not all(rows) or not rows[0][-1].startswith(SEAL):
        return None
    table = Table.of(question, rows[0][:-1], [row[:-1] for row in rows[1:]])
    return table, [row[-1] for row in rows]
