"""Taking out, checking and taking in on the command line."""

from __future__ import annotations

import csv
import json
from collections.abc import Callable
from pathlib import Path

import pytest

from tests import given
from tests.databases import Database, Kind
from tests.web.cli.conftest import Desk
from tests.web.cli.test_service import typed


@pytest.fixture
def signed(desk: Desk) -> Desk:
    """A desk with a memorandum that every party has signed, beside the framework agreement."""
    desk.given(lambda: given.a_signed_memorandum("2026-09-01", drafted_on="2026-08-01"))
    return desk


@pytest.mark.parametrize("form", ["csv", "xlsx", "jsonl"])
@pytest.mark.parametrize("what", [[], ["--history"], ["--history", str(given.CASE)]])
def test_cases_that_are_exported_agree_with_themselves(desk: Desk, tmp_path: Path, form: str, what: list[str]) -> None:
    desk.given(given.a_case_under_way)
    file = tmp_path / f"file.{form}"

    written = desk.ask("export-cases", *what, "--output", str(file))
    checked = desk.ask("check-export", str(file))

    assert (written["form"], written["bytes"]) == (form, file.stat().st_size)
    assert (checked["first_wrong"], checked["entries"]) == (None, 3 if what else 1)


def test_the_caseload_says_in_its_file_what_was_asked_and_each_case_in_words(desk: Desk, tmp_path: Path) -> None:
    desk.given(given.a_case_under_way)
    file = tmp_path / "caseload.csv"

    desk.type("export-cases", "--purpose", "studies", "--on", "2026-03-01", "--overdue", "-o", str(file))
    assert "Rows,0" in file.read_text("utf-8-sig")
    desk.type("export-cases", "--purpose", "studies", "--on", "2026-03-01", "-o", str(file))

    written = file.read_text("utf-8-sig")
    assert "Purpose,Studies" in written
    assert "Overdue,overdue or not" in written
    assert "Studies,Outgoing,University of Cantabria,,,second-year student,6," in written
    refused = desk.type("export-cases", str(given.CASE))
    assert (refused.exit_code, "with their --history" in refused.stderr) == (2, True)


@pytest.mark.parametrize("form", ["csv", "xlsx", "jsonl"])
@pytest.mark.parametrize("what", [[], ["--history"], ["--history", "MOU-2026-0099"]])
def test_what_is_exported_agrees_with_itself(signed: Desk, tmp_path: Path, form: str, what: list[str]) -> None:
    file = tmp_path / f"file.{form}"

    written = signed.ask("export", *what, "--output", str(file))
    checked = signed.ask("check-export", str(file))

    assert (written["form"], written["bytes"]) == (form, file.stat().st_size)
    assert checked["first_wrong"] is None
    assert checked["entries"] > 0
    assert list(tmp_path.iterdir()) == [file]


def test_a_file_says_what_was_asked(signed: Desk, tmp_path: Path) -> None:
    file = tmp_path / "register.csv"
    asked = ("--standing", "in_force", "--partner", "Shandong Jianzhu University", "--as-of", "2026-09-10")

    signed.type("export", *asked, "--known-at", "2026-09-14T07:30:00+00:00", "-o", str(file))

    rows = list(csv.reader(file.read_text("utf-8-sig").splitlines()))
    assert rows[:3] == [
        ["What", "The register of memorandums"],
        ["As of", "2026-09-10"],
        ["As known at", "2026-09-14T07:30:00.000000Z"],
    ]
    assert ["Standing", "In force"] in rows
    assert [row[0] for row in rows[rows.index([]) + 2 :]] == ["MOU-2026-0031", "MOU-2026-0099"]


def test_s07_an_altered_history_is_found_without_a_register_and_the_event_named(signed: Desk, tmp_path: Path) -> None:
    file = tmp_path / "history.jsonl"
    signed.type("export", "--history", str(given.MEMORANDUM), "-o", str(file))
    file.write_bytes(file.read_bytes().replace(b'"rector"', b'"Rector"', 1))

    found = signed.type("check-export", str(file))

    assert found.exit_code == 1
    assert "Wrong is event 6, memorandum.signed, version 6 of" in found.stdout


def test_a_file_made_anew_is_found_by_the_digest_that_somebody_kept(signed: Desk, tmp_path: Path) -> None:
    file = tmp_path / "all.jsonl"
    signed.type("export", "--everything", "-o", str(file))
    last = json.loads(file.read_bytes().splitlines()[-1])["sha256"]

    right, other = (signed.type("check-export", str(file), "--sha256", kept) for kept in (last, "0" * 64))

    assert (right.exit_code, other.exit_code) == (0, 1)
    assert last in right.stdout
    assert "its last digest is another" in other.stdout


def test_everything_is_taken_in_by_an_empty_register_alone(
    signed: Desk, tmp_path: Path, new_database: Callable[[Kind], Database]
) -> None:
    file = tmp_path / "all.jsonl"
    signed.type("export", "--everything", "-o", str(file))
    other = new_database(signed.database.kind)
    if other.kind == "postgresql":
        typed(other, "migrate")

    taken, again = typed(other, "restore", str(file)), typed(other, "restore", str(file))

    assert taken.stdout.startswith("6 records with")
    assert (again.exit_code, "Take the file into an empty database." in again.stderr) == (3, True)


def test_a_history_alone_is_not_taken_in(
    signed: Desk, tmp_path: Path, new_database: Callable[[Kind], Database]
) -> None:
    file = tmp_path / "history.jsonl"
    signed.type("export", "--history", str(given.MEMORANDUM), "-o", str(file))
    other = new_database(signed.database.kind)
    if other.kind == "postgresql":
        typed(other, "migrate")

    refused = typed(other, "restore", str(file))

    assert (refused.exit_code, "It is not an export of everything." in refused.stderr) == (2, True)


@pytest.mark.parametrize(
    "words", [["--everything", "--form", "csv"], ["--everything", "--history"], ["MOU-2026-0099"], ["--form", "pdf"]]
)
def test_what_cannot_be_exported_so_is_said(signed: Desk, tmp_path: Path, words: list[str]) -> None:
    refused = signed.type("export", *words, "-o", str(tmp_path / "file"))

    assert (refused.exit_code, list(tmp_path.iterdir())) == (2, [])


def test_standard_output_gets_the_lines(signed: Desk) -> None:
    told = signed.type("export", "--everything")

    assert json.loads(told.stdout.splitlines()[0])["bitim"] == "history"
