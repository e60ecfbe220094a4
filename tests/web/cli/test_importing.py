"""A register taken in on the command line: shown, kept, and the same again."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.application.exchange.importing.registers import FILE
from tests.web.cli.conftest import Desk

OURS = ("--ours", "Our institution")


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """The register as a file of the office."""
    place = tmp_path / "register.xlsx"
    place.write_bytes(FILE)
    return place


def test_a_register_is_taken_in_and_every_row_accounted_for(desk: Desk, file: Path) -> None:
    answer = desk.ask("import", str(file), *OURS)

    assert answer["rows_in"] == sum(answer["outcomes"].values()) == 10
    assert answer["outcomes"]["made"] == 8
    assert [row["reason"] for row in answer["rows"] if row["outcome"] == "rejected"] == ["no_partner", "not_concluded"]
    assert desk.ask("import", str(file))["stored"] is False


def test_a_file_under_another_name_is_not_taken_for_another_register(desk: Desk, file: Path) -> None:
    desk.ask("import", str(file), *OURS)
    next_year = file.rename(file.with_name("register 2027.xlsx"))

    refused = desk.type("import", str(next_year))

    assert refused.exit_code == 3
    assert "may be the next edition of one that is known: register." in refused.stderr
    assert desk.ask("import", str(next_year), "--register", "Register")["stored"] is False


def test_people_are_shown_the_columns_with_their_evidence_and_what_they_must_decide(desk: Desk, file: Path) -> None:
    said = desk.type("import", str(file), *OURS, "--dry-run").stdout

    assert "Valid until" in said
    assert "the heading says so; 8 of 8 fit" in said
    assert "It says nothing certain of the end." in said
    assert "There is neither a partner nor a title." in said
    assert "Looks renewed: rows Register!8, Register!11." in said
    assert "Nothing was stored: this was a rehearsal." in said


def test_the_mapping_is_kept_as_a_small_file_and_holds_the_next_time(desk: Desk, file: Path) -> None:
    desk.ask("import", str(file), *OURS, "--dry-run")
    kept = file.with_name("register.xlsx.mapping.json")
    mapping = json.loads(kept.read_text("utf-8"))
    columns = mapping["sheets"]["Register"]["columns"]
    assert [one["field"] for one in columns][:3] == ["number", "partner", "country"]

    columns[1]["field"] = None
    kept.write_text(json.dumps(mapping), "utf-8")

    assert desk.ask("import", str(file), *OURS, "--dry-run")["outcomes"]["rejected"] == 8


@pytest.mark.parametrize(
    ("name", "content", "said"),
    [
        ("a.csv", b"Partner,Signed\nOsh,\0", "NUL bytes"),
        ("a.xlsx", FILE[:500], "cut off"),
        ("a.pdf", b"%PDF-1.7", "no table"),
    ],
)
def test_a_file_that_cannot_be_taken_is_refused_with_the_reason(
    desk: Desk, tmp_path: Path, name: str, content: bytes, said: str
) -> None:
    place = tmp_path / name
    place.write_bytes(content)

    refused = desk.type("import", str(place), *OURS)

    assert refused.exit_code == 2
    assert said in refused.stderr


def test_a_mapping_of_another_form_is_refused(desk: Desk, file: Path, tmp_path: Path) -> None:
    mapping = tmp_path / "mapping.json"
    mapping.write_text('{"sheets": {"Register": {"columns": [{"heading": "Partner", "field": "colour"}]}}}')

    refused = desk.type("import", str(file), *OURS, "--mapping", str(mapping))

    assert refused.exit_code == 2
    assert "Register: Partner" in refused.stderr
