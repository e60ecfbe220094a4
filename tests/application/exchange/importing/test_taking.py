"""A register taken in: every row accounted for, nothing guessed, nothing twice."""

from __future__ import annotations

import csv
import io
import json
from dataclasses import replace
from datetime import date
from typing import Any
from uuid import UUID

import pytest
import xlsxwriter

from application.bitim import Bitim
from application.exchange.importing.rows import Settled
from application.exchange.importing.taking import Told
from domain.memorandum.memorandum import Memorandum
from domain.shared.errors import Invalid, NotFound
from tests import given
from tests.application.exchange.importing.files import spreadsheet
from tests.application.exchange.importing.registers import FILE, HEADINGS, REGISTER, SECTIONS, doubts, outcomes, take
from tests.application.office import nothing_stored


def memorandum(bitim: Bitim, memorandum_id: UUID | None) -> Memorandum:
    assert memorandum_id is not None
    return bitim.store.get(Memorandum, memorandum_id)


def content(bitim: Bitim) -> list[dict[str, Any]]:
    """What is in the register, but for what differs from one entering to the next."""
    found = []
    for item in bitim.register.list(limit=500)["items"]:
        one = bitim.store.get(Memorandum, UUID(item["id"]))
        (edition,) = one.editions.values()
        names = bitim.partner_directory.names(p["partner_id"] for p in edition.parties if p["partner_id"])
        parties = [names.get(p["partner_id"] or "", p["counterparty"]) for p in edition.parties]
        said = {part: edition.content[part] for part in ("titles", "term", "effective_on")}
        found.append({"parties": parties, "signed_on": edition.introduced_on, "kind": one.kind, **said})
    return sorted(found, key=str)


def test_s45_every_row_is_read_where_it_is_certain_and_accounted_for(bitim: Bitim) -> None:
    report = take(bitim)

    assert outcomes(report) == {
        4: "made",
        5: "made",
        6: "made",
        8: "made",
        9: "made",
        10: "rejected",
        11: "made",
        12: "rejected",
        14: "made",
        15: "made",
    }
    assert report.counted() | {"rows": len(report.rows)} == {
        "made": 8,
        "merged": 0,
        "rejected": 2,
        "changed": 0,
        "unchanged": 0,
        "undecided": 0,
        "rows": 10,
    }
    assert dict(report.edition.counted()) == {"ahead": 1, "empty": 2, "heading": 1, "section": 1, "entry": 10}
    assert doubts(report, 4) == doubts(report, 5) == doubts(report, 14) == set()
    assert doubts(report, 6) == {("until", "says_nothing_certain")}
    assert doubts(report, 8) == {("signed_on", "several_dates"), ("until", "several_dates")}
    assert doubts(report, 9) == {("partner", "partner_only_in_title"), ("signed_on", "not_a_date")}
    assert doubts(report, 11) == {("until", "looks_renewed")}
    assert doubts(report, 15) == {("status", "status_and_dates_disagree")}
    assert [row.row for row in report.rows if row.looks_renewed] == [8, 11]
    assert {row.row: row.reason for row in report.rows if row.reason} == {10: "no_partner", 12: "not_concluded"}


def test_a_row_becomes_what_it_says_with_its_place_as_the_source(bitim: Bitim) -> None:
    report = take(bitim)

    osh = memorandum(bitim, report.rows[0].memorandum_id)
    (edition,) = osh.editions.values()
    recorded = osh.recorded[-1]
    assert osh.kind == "memorandum_of_understanding"
    assert edition.introduced_on == "2019-05-20"
    assert edition.content["term"] == {"kind": "fixed", "until": "2024-05-20", "length": {"count": 5, "unit": "years"}}
    assert recorded.source["title"] == "register.xlsx"
    assert recorded.source["passage"].startswith("Register!4: No.: 1; Partner: Osh State University")
    assert "a@b.kg" not in recorded.source["passage"]  # no column that is used: it stays in the kept file
    assert bitim.files.get(recorded.source["sha256"]) == FILE


def test_a_rehearsal_reports_the_same_and_stores_nothing(bitim: Bitim) -> None:
    with nothing_stored(bitim):
        rehearsed = take(bitim, rehearsal=True)

    taken = take(bitim)
    assert outcomes(rehearsed) == outcomes(taken)
    assert [row.doubts for row in rehearsed.rows] == [row.doubts for row in taken.rows]


def test_s46_the_same_file_again_stores_nothing(bitim: Bitim) -> None:
    take(bitim)

    with nothing_stored(bitim):
        again = take(bitim)

    assert not again.stored
    assert again.counted()["unchanged"] == 8
    assert again.counted()["rejected"] == 2


class Broken(Exception):
    """Somebody has pulled the plug."""


def test_an_import_that_is_broken_off_goes_on_where_it_was(bitim: Bitim) -> None:
    def pull_the_plug(done: int, _of: int) -> None:
        if done == 4:
            raise Broken

    with pytest.raises(Broken):
        bitim.imports.take(FILE, told(), progress=pull_the_plug)
    assert len(bitim.register.list()["items"]) == 4

    report = bitim.imports.take(FILE, told())

    assert report.counted()["unchanged"] == 4
    assert report.counted()["made"] == 4
    assert len(bitim.register.list()["items"]) == 8


def told() -> Told:
    return Told(given.OFFICER, "Register", "register.xlsx", Settled(given.OURS, "employee-7"))


def plain_rows() -> list[list[str]]:
    """The register as a spreadsheet saves it as CSV, from its headings on."""
    rows = [[cell.isoformat() if isinstance(cell, date) else str(cell) for cell in row] for row in REGISTER]
    return [row for row in rows[2:] if any(row) and row != ["ASIA"]]


def as_csv(separator: str, encoding: str) -> bytes:
    written = io.StringIO()
    csv.writer(written, delimiter=separator).writerows(plain_rows())
    return written.getvalue().encode(encoding)


def as_json() -> bytes:
    headings, *rows = plain_rows()
    return json.dumps([dict(zip(headings, row, strict=False)) for row in rows]).encode()


@pytest.mark.parametrize(
    "other", [as_csv(",", "utf-8"), as_csv(";", "utf-8-sig"), as_csv("\t", "utf-16"), as_json()], ids=lambda _: ""
)
def test_s47_every_format_of_one_register_gives_the_same_memorandums(bitim: Bitim, other: bytes) -> None:
    take(bitim, other)
    from_other = content(bitim)

    with nothing_stored(bitim):
        take(bitim, FILE)

    assert len(from_other) == 8
    assert content(bitim) == from_other


def test_rows_of_two_sheets_about_one_memorandum_make_one_and_what_they_disagree_on_is_left_open(bitim: Bitim) -> None:
    other = [["Partner", "Signed", "Until"], ["Osh State University", "2019-05-20", "2025-05-20"]]

    report = take(bitim, spreadsheet(merged=SECTIONS, Register=REGISTER, Old=other))

    merged = report.rows[-1]
    assert (merged.outcome, merged.merged_with, merged.reason) == ("merged", ("Register", 4), "same_memorandum")
    assert merged.memorandum_id == report.rows[0].memorandum_id
    (doubt,) = report.rows[0].doubts
    assert (doubt.field, doubt.reason) == ("until", "rows_disagree")
    assert doubt.candidates == ("Register!4: fixed, length 5 years, 2024-05-20", "Old!2: fixed, 2025-05-20")
    (edition,) = memorandum(bitim, merged.memorandum_id).editions.values()
    assert edition.content["term"] is None


def test_instruments_of_one_day_stay_as_many_as_there_are(bitim: Bitim) -> None:
    rows = [["No.", "Partner", "Signed"], *([n, "Osh State University", "2024-03-05"] for n in range(1, 10))]

    report = take(bitim, spreadsheet(Register=rows))

    assert report.counted()["made"] == 9
    assert all(("row", "may_be_the_same") in doubts(report, n) for n in range(2, 11))
    assert len({partner["name"] for partner in bitim.partner_directory.list()["items"]}) == 4


def test_a_partner_is_found_in_any_spelling_and_a_near_one_is_told_never_merged(bitim: Bitim) -> None:
    rows = [
        ["Partner", "Signed", "Until"],
        ["SHANDONG  Jianzhu  university", "2020-01-13", "unlimited"],
        ["Shandong Jianshu University", "2021-01-13", "unlimited"],
    ]

    report = take(bitim, spreadsheet(Register=rows))

    assert doubts(report, 2) == set()
    assert doubts(report, 3) == {("partner", "partner_like_another")}
    assert len(bitim.partner_directory.list()["items"]) == 4


def test_our_institution_must_be_on_record(bitim: Bitim) -> None:
    bad = told()

    with nothing_stored(bitim), pytest.raises(NotFound):
        bitim.imports.take(FILE, replace(bad, settled=replace(bad.settled, ours=UUID(int=1))))


def test_what_a_rule_refuses_of_a_row_rejects_that_row_alone(bitim: Bitim) -> None:
    rows = [["Partner", "Signed"], ["A\u202eB University", "2020-01-13"], ["Osh University", "2020-01-13"]]

    report = take(bitim, spreadsheet(Register=rows))

    assert outcomes(report) == {2: "rejected", 3: "made"}
    assert report.rows[0].reason == "invalid_value"
    assert bitim.check().findings == ()


@pytest.mark.parametrize(
    "wrong",
    [
        {"filename": "a\nb.csv"},
        {"name": ""},
        {"separator": ";;"},
        {"settled": Settled(given.OURS, "")},
        {"settled": Settled(None, "employee-7")},
        {"settled": Settled(given.OURS, "employee-7", "nonsense")},
    ],
    ids=["filename", "name", "separator", "owner", "ours", "kind"],
)
def test_what_is_told_of_a_register_is_refused_before_any_row_is_looked_at(bitim: Bitim, wrong: Any) -> None:
    with nothing_stored(bitim), pytest.raises(Invalid):
        bitim.imports.take(FILE, replace(told(), **wrong))


def test_the_check_misses_an_edition_whose_file_is_gone(bitim: Bitim) -> None:
    report = take(bitim)
    assert bitim.check().findings == ()

    (bitim.settings.documents / report.sha256[:2] / report.sha256).unlink()

    (finding,) = bitim.check().findings
    assert (finding.code, finding.kind) == ("document_missing", "imported_file")
    assert finding.data["filename"] == "register.xlsx"


def test_a_note_that_speaks_of_the_end_is_told_to_a_person(bitim: Bitim) -> None:
    rows = [
        ["Partner", "Signed", "Until", "Remarks"],
        ["Osh University", "2020-01-13", "unlimited", "Was terminated by them in spring"],
        ["Graz University", "2020-01-13", "unlimited", "see the folder"],
    ]

    report = take(bitim, spreadsheet(Register=rows))

    assert doubts(report, 2) == {("note", "note_speaks_of_term")}
    assert doubts(report, 3) == set()


def test_cells_that_hold_formulas_are_named_by_sheet_column_and_row(bitim: Bitim) -> None:
    made = io.BytesIO()
    with xlsxwriter.Workbook(made, {"in_memory": True}) as workbook:
        sheet = workbook.add_worksheet("Register")
        sheet.write_row(0, 0, ["Partner", "Signed on", "Valid until"])
        for row, partner in enumerate(("Osh State University", "Kyoto University"), start=1):
            sheet.write_row(row, 0, [partner, "2019-05-20"])
        sheet.write_formula(2, 2, "=B3+1827", None, "2024-05-19")
        sheet.write_formula(4, 9, "=COUNTA(A2:A3)", None, 2)

    report = take(bitim, made.getvalue())

    assert list(report.formulas()) == [("Register", "Valid until", (3,))]
    assert report.plain()["formulas"] == [{"sheet": "Register", "column": "Valid until", "rows": [3]}]


def test_a_cell_that_shows_an_error_names_nobody(bitim: Bitim) -> None:
    rows = [
        HEADINGS,
        [1, "#REF!", "Poland", "Agreement on joint research", "MoU", "2020-02-02", "2025-02-01"],
        [2, "#N/A", "Poland", "#REF!", "MoU", "2020-02-02", "2025-02-01"],
    ]

    report = take(bitim, spreadsheet(Register=rows))

    assert outcomes(report) == {2: "made", 3: "rejected"}
    assert ("partner", "shows_an_error") in doubts(report, 2)
    assert {("partner", "shows_an_error"), ("title", "shows_an_error")} <= doubts(report, 3)
    assert not bitim.partner_directory.list(q="ref")["items"]
