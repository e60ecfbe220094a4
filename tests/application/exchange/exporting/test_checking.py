"""An exported file is held against its own digests: whatever is altered is found, and named."""

from __future__ import annotations

import io
import json
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile

import pytest
from hypothesis import given as for_all
from hypothesis import strategies as st

from application.exchange.exporting.chain import sealed_lines
from application.exchange.exporting.checking import CheckedExport, check_export
from application.exchange.exporting.tables import Table, csv_lines, xlsx_bytes

EVENTS = [
    {"id": f"record-{number}", "version": number, "topic": "memorandum.noted", "state": {"note": "Ташкент = ʻ\n"}}
    for number in range(1, 6)
]
FILE = b"".join(sealed_lines("history", {"known_at": "2026-09-14T07:30:00Z"}, EVENTS))
LINES = FILE.splitlines(keepends=True)
QUESTION = [("What", "The register"), ("Rows", "2")]
TABLE = Table.of(QUESTION, ("Reference", "Title"), [("MOU-1", '=HYPERLINK("x")'), ("MOU-2", "two\nlines, and a comma")])
NOON = datetime(2026, 9, 14, 7, 30, tzinfo=UTC)


def checked(content: bytes) -> CheckedExport:
    return check_export(io.BytesIO(content))


def wrong(content: bytes) -> tuple[str, int]:
    first = checked(content).first_wrong
    assert first is not None
    return first.code, first.number


def test_a_file_as_it_was_exported_agrees() -> None:
    found = checked(FILE)

    assert (found.first_wrong, found.entries) == (None, 5)
    assert found.sha256 == json.loads(LINES[-1])["sha256"]
    assert found.question == {"known_at": "2026-09-14T07:30:00Z"}


@for_all(st.integers(0, len(FILE) - 1), st.integers(1, 255))
def test_s07_any_byte_altered_is_found_and_the_event_is_named(place: int, by: int) -> None:
    altered = bytearray(FILE)
    altered[place] ^= by
    line = FILE[:place].count(b"\n")

    first = checked(bytes(altered)).first_wrong

    assert first is not None
    assert first.number in (line, 0)  # 0: the head says no more that it is an export
    assert first.code in ("altered", "no_export")


def test_the_event_that_was_altered_says_which_it_is() -> None:
    altered = [*LINES[:3], LINES[3].replace("Ташкент".encode(), "Тошкент".encode()), *LINES[4:]]

    first = checked(b"".join(altered)).first_wrong

    assert first is not None
    assert (first.number, first.data) == (3, {"id": "record-3", "version": 3, "topic": "memorandum.noted"})


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        (b"".join([*LINES[:2], *LINES[3:]]), ("altered", 2)),
        (b"".join([*LINES[:2], LINES[3], LINES[2], *LINES[4:]]), ("altered", 2)),
        (b"".join([*LINES[:3], *LINES[2:]]), ("altered", 3)),
        (b"".join(LINES[:-1]), ("ends_early", 5)),
        (b"".join(LINES[:1]), ("no_export", 0)),
        (FILE + b"{}\n", ("goes_on", 6)),
        (FILE[:-1], ("altered", 6)),
        (FILE.replace(b',"version":2', b', "version":2'), ("altered", 2)),
        (b"", ("no_export", 0)),
        (b"[" * 100_000, ("no_export", 0)),
        (b"\xff\xfe\x00", ("no_export", 0)),
        (b'{"bitim":"history","form":2}\n', ("no_export", 0)),
    ],
    ids=lambda given: "" if isinstance(given, bytes) else given[0],
)
def test_what_is_missing_moved_doubled_or_no_export_is_found(content: bytes, expected: tuple[str, int]) -> None:
    assert wrong(content) == expected


def test_a_table_as_it_was_exported_agrees_in_both_forms() -> None:
    for content in (b"".join(csv_lines(TABLE)), xlsx_bytes(TABLE, ("Rows", "Question"), NOON)):
        found = checked(content)

        assert (found.first_wrong, found.entries, found.question) == (None, 2, TABLE.question)


def with_cell(content: bytes, before: bytes, after: bytes) -> bytes:
    """A workbook in which somebody has typed something else."""
    written = io.BytesIO()
    with ZipFile(io.BytesIO(content)) as book, ZipFile(written, "w") as other:
        for name in book.namelist():
            other.writestr(name, book.read(name).replace(before, after))
    return written.getvalue()


def test_a_small_file_that_unpacks_to_a_large_one_is_not_unpacked() -> None:
    written = io.BytesIO()
    with ZipFile(written, "w", ZIP_DEFLATED) as book:
        book.writestr("xl/workbook.xml", "<workbook/>")
        book.writestr("xl/worksheets/sheet1.xml", b"<a>" + b" " * 100_000_000)

    assert wrong(written.getvalue()) == ("too_large", 0)


def altered_tables() -> Iterator[tuple[bytes, tuple[str, int]]]:
    content = b"".join(csv_lines(TABLE))
    yield content.replace(b"two\nlines", b"two lines"), ("altered", 2)
    yield content.replace(b"MOU-1,", b'"MOU-1",'), ("altered", 1)
    yield content.replace(b"The register", b"Another register"), ("altered", 0)
    yield content.replace(b"'=HYPERLINK", b"=HYPERLINK"), ("altered", 1)
    yield content[: content.index(b"MOU-2")], ("ends_early", 1)
    yield content[:-2], ("altered", 2)
    yield content + b"MOU-3,,\r\n", ("altered", 3)
    yield content[:4], ("no_export", 0)
    content = xlsx_bytes(TABLE, ("Rows", "Question"), NOON)
    yield with_cell(content, b"and a comma", b"and no comma"), ("altered", 2)
    yield with_cell(content, b"The register", b"Another"), ("altered", 0)
    yield content[:-100], ("no_export", 0)


@pytest.mark.parametrize(("content", "expected"), [*altered_tables()])
def test_a_table_that_was_altered_is_found(content: bytes, expected: tuple[str, int]) -> None:
    assert wrong(content) == expected


def test_a_long_or_hostile_cell_is_text_in_every_form(shared_data: Path) -> None:
    strings = [
        one for one in json.loads((shared_data / "text" / "blns.json").read_text("utf-8")) if "\ufffe" not in one
    ]
    strings += ["x" * 40_000, "\r\n", "+1", "'=1", "@SUM(A1)", "-2+3", "_x0041_", "مرحبا", "\t=1"]
    table = Table.of([("Rows", str(len(strings)))], ("Text",), [(one,) for one in strings])

    for content in (b"".join(csv_lines(table)), xlsx_bytes(table, ("Rows", "Question"), NOON)):
        assert checked(content).first_wrong is None
    assert b"<f>" not in xlsx_bytes(table, ("Rows", "Question"), NOON)
