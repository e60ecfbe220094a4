"""Options that commands have in common: whose act it is, contents, files, the version expected."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from domain.shared.event import Event
from tests import given
from tests.web.cli.conftest import Desk

M = str(given.MEMORANDUM)
ENTRY = ["draft", "--owner", "employee-7"]
SIDES = ["--ours", "Our institution/Faculty of Chemistry", "--with", str(given.SHANDONG)]


def last(desk: Desk, topic: str) -> Event:
    """The last event with this topic."""
    return [event for event in desk.recorded_after(0) if topic == event.TOPIC][-1]


# The act


def test_an_act_is_of_today_by_whoever_typed_it_if_nothing_else_is_said(desk: Desk) -> None:
    desk.given(given.a_drafted_memorandum)

    desk.type("note", M, "They will answer in autumn.")

    event = last(desk, "memorandum.noted")
    assert (event.actor, event.occurred_on, event.certainty) == (given.OFFICER, "2026-09-14", "stated")
    assert (event.source, event.reason) == (None, "")


def test_an_act_may_be_of_another_day_by_somebody_else_and_rest_on_a_source(desk: Desk) -> None:
    desk.given(given.a_drafted_memorandum)
    source = ["--source", "Minutes", "--passage", "item 4", "--source-sha256", "0" * 64]
    when = ["--occurred-on", "2026-08", "--certainty", "inferred", "--reason", "As told", "--actor", "officer-9"]

    desk.type("note", M, "They will answer.", *source, *when)

    event = last(desk, "memorandum.noted")
    assert (event.actor, event.occurred_on, event.certainty, event.reason) == (
        "officer-9",
        "2026-08",
        "inferred",
        "As told",
    )
    assert event.source == {"title": "Minutes", "passage": "item 4", "sha256": "0" * 64}


def test_a_day_that_nobody_knows_is_unknown(desk: Desk) -> None:
    desk.given(given.a_drafted_memorandum)

    desk.type("note", M, "They answered.", "--occurred-on", "unknown")

    assert last(desk, "memorandum.noted").occurred_on is None


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        (["--passage", "item 4"], "give --source"),
        (["--occurred-on", "2026-09-15"], "2026"),
        (["--occurred-on", "yesterday"], "yesterday"),
        (["--certainty", "guessed"], "guessed"),
        (["--expected-version", "two"], "two"),
    ],
)
def test_an_act_that_cannot_be_is_refused(desk: Desk, typed: list[str], said: str) -> None:
    desk.given(given.a_drafted_memorandum)
    position = desk.bitim.store.max_position()

    refused = desk.type("note", M, "They answered.", *typed)

    assert (refused.exit_code, refused.stdout) == (2, "")
    assert said in refused.stderr
    assert desk.recorded_after(position) == []


# The answer


def test_what_has_become_of_a_memorandum_is_said_in_words(desk: Desk) -> None:
    desk.given(given.a_drafted_memorandum)

    assert desk.type("submit", M).stdout == (
        "MOU-2026-0031, version 2. In preparation since 14 September 2026.\n"
        "Under review; waits for: clearance by Legal, our approval and approval by Shandong Jianzhu University.\n"
    )


def test_a_command_that_changes_nothing_says_so_and_records_nothing(desk: Desk) -> None:
    desk.given(given.a_drafted_memorandum)
    position = desk.bitim.store.max_position()

    again = desk.type("assign-owner", M, "--owner", "employee-7")

    assert again.stdout.splitlines()[0] == "Nothing has changed."
    assert desk.ask("assign-owner", M, "--owner", "employee-7") == {"id": M, "version": 1, "changed": False}
    assert desk.recorded_after(position) == []


def test_an_objection_that_comes_too_late_is_said_to(desk: Desk) -> None:
    desk.given(lambda: given.a_signed_memorandum("2022-01-01", term=given.TACIT))

    late = desk.ask("object", M, "--party", "p2")

    assert late["late"] is True
    assert "too late" in desk.type("object", M, "--party", "p1").stdout


# Contents


def test_a_content_is_told_by_options(desk: Desk, tmp_path: Path) -> None:
    text = tmp_path / "text.txt"
    text.write_text("1. Talabalar almashinuvi.", "utf-8")
    term = ["--term", "tacit", "--length", "5 years", "--renewal", "1 year", "--notice", "6 months"]
    parts = ["--title", "en=Memorandum", "--text", f"uz=@{text}", "--area", "training:0711,0721", "--area", "other"]

    begun = desk.ask(*ENTRY, *SIDES, *term, *parts, "--effective-on", "2027-01")

    event = last(desk, "memorandum.drafted")
    assert begun["reference"] == event.reference == "MOU-2026-0001"
    assert event.texts == {"uz": "1. Talabalar almashinuvi."}
    assert event.areas == [{"area": "training", "fields": ["0711", "0721"]}, {"area": "other", "fields": []}]
    assert event.term == {**given.TACIT, "renewal": {"count": 1, "unit": "years"}}
    assert [(party["partner_id"], party["unit"], party["ours"]) for party in event.parties] == [
        (str(given.OURS), "Faculty of Chemistry", True),
        (str(given.SHANDONG), "", False),
    ]
    assert event.effective_on == "2027-01"


def test_a_content_comes_from_a_file_and_options_say_what_differs(desk: Desk, tmp_path: Path) -> None:
    file = tmp_path / "draft.json"
    parties = [{"partner_id": "Our institution", "ours": True}, {"partner_id": "Shandong Jianzhu University"}]
    file.write_text(json.dumps({"titles": {"en": "From the file"}, "areas": ["training"], "parties": parties}))

    desk.ask(*ENTRY, "--from", str(file), "--title", "en=From the option")

    event = last(desk, "memorandum.drafted")
    assert event.titles == {"en": "From the option"}
    assert [party["partner_id"] for party in event.parties] == [str(given.OURS), str(given.SHANDONG)]
    assert event.areas == [{"area": "training", "fields": []}]


def test_several_editions_come_from_standard_input(desk: Desk) -> None:
    old, new = given.an_edition_from_paper("2019-05-20"), given.an_edition_from_paper("2024-12-03")
    told = json.dumps({"editions": [old, new]})

    done = desk.type("register", "--owner", "employee-7", "--from", "-", "--source", "Scan", "--json", stdin=told)

    assert done.exit_code == 0, done.stderr
    assert json.loads(done.stdout)["version"] == 3


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        (["--length", "five years"], "five years"),
        (["--length", "5 moons"], "5 moons"),
        (["--title", "Memorandum"], "names no language"),
        (["--area", "dancing"], "dancing"),
        (["--text", "en=@/nowhere/text.txt"], "cannot be read"),
        (["--term", "eternal"], "eternal"),
        (["--from", "-"], "no JSON object"),
        (["--from", "/nowhere/draft.json"], "/nowhere/draft.json"),
        (["--title", "en=" + "x" * 301], "300"),
        (["--title", "en=a\u202eb"], "en"),
    ],
)
def test_a_content_out_of_form_is_refused(desk: Desk, typed: list[str], said: str) -> None:
    position = desk.bitim.store.max_position()

    refused = desk.type(*ENTRY, *SIDES, "--title", "uz=Memorandum", *typed, stdin="[1, 2]")

    assert (refused.exit_code, refused.stdout) == (2, "")
    assert said in refused.stderr
    assert desk.recorded_after(position) == []


def test_a_file_that_is_no_json_is_refused(desk: Desk, tmp_path: Path) -> None:
    file = tmp_path / "draft.json"
    for content in (b"{", b"\xff\xfe", b"[" * 100_000):
        file.write_bytes(content)

        refused = desk.type(*ENTRY, "--from", str(file))

        assert (refused.exit_code, refused.stdout) == (2, ""), content[:5]
        assert "holds no JSON" in refused.stderr


# Names


def test_an_edition_is_named_by_its_number_or_id(desk: Desk) -> None:
    desk.given(lambda: given.a_memorandum_from_paper(given.an_edition_from_paper(), given.an_edition_from_paper()))

    for name, filename in (("1", "first.txt"), ("e3", "second.txt")):
        desk.ask("attach", M, __file__, "--edition", name, "--filename", filename)

    attached = [event for event in desk.recorded_after(0) if event.TOPIC == "memorandum.document_attached"]
    assert [event.edition_id for event in attached] == ["e2", "e3"]


def test_a_name_that_two_partners_bear_is_refused(desk: Desk) -> None:
    other = desk.ask(
        "partner", "register", "--name", "University of Cantabria", "--kind", "university", "--country", "ES"
    )

    refused = desk.type("partner", "add-alias", "University of Cantabria", "--alias", "UNICAN", "--json")

    assert refused.exit_code == 2
    assert json.loads(refused.stderr)["code"] == "invalid_value"
    said = desk.type("partner", "show", "University of Cantabria").stderr
    assert "Several are called so; the id of one of them: " in said
    assert all(f"{partner_id} (University, Spain)" in said for partner_id in (given.CANTABRIA, other["id"]))


def test_a_reference_that_was_issued_before_is_refused_by_name(desk: Desk) -> None:
    refused = desk.type(*ENTRY, *SIDES, "--title", "en=Memorandum", "--reference", "mou-2026-0099")

    assert (refused.exit_code, refused.stdout) == (5, "")
    assert "MOU-2026-0099" in refused.stderr


def test_parties_are_shown_with_the_ids_by_which_commands_name_them(desk: Desk) -> None:
    desk.given(given.a_drafted_memorandum)

    shown = desk.type("show", M).stdout

    assert "p1 Our institution" in shown
    assert "p2 Shandong Jianzhu University" in shown
