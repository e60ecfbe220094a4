"""Refusals in words: what stands against it, and what would be accepted."""

from pathlib import Path

import pytest

from domain.shared.errors import Conflict, Invalid, NotFound, Refused
from web.wording.names import Names
from web.wording.problems import problem

NAMES = Names(
    parties={"p2": {"party_id": "p2", "partner_id": "a", "name": "Osh State University", "unit": ""}},
    editions={"e1": "1"},
)


def test_a_refused_value_names_the_field_and_what_it_accepts() -> None:
    said = problem(Invalid("signed_on", "2023-13", "partial_date"))

    assert said.detail == "Signing date: “2023-13” is not accepted."
    assert said.accepted == "A year, a month or a day between 1900 and 2100, such as 2023, 2023-09 or 2023-09-14."


def test_a_missing_value_is_called_missing() -> None:
    assert problem(Invalid("reason", "", "required")).detail == "Reason is missing."


def test_a_field_inside_another_is_named_after_it() -> None:
    assert problem(Invalid("term.notice", 9, "at_most_the_period", count=6, unit="months")).detail == (
        "Term: notice: “9” is not accepted."
    )


def test_missing_approvals_are_listed_by_name() -> None:
    missing = [
        {"approval": "clearance", "role": "legal"},
        {"approval": "ours"},
        {"approval": "partner", "party_id": "p2"},
    ]

    said = problem(Refused("approvals_missing", edition_id="e1", missing=missing), NAMES)

    assert said.detail == (
        "Before it can be signed it needs: clearance by Legal, our approval and approval by Osh State University."
    )


def test_who_signed_without_a_name_is_said_not_to_be_named() -> None:
    said = problem(Refused("signed_already", party_id="p2", signatory="", version=4), NAMES)

    assert said.detail == "Somebody not named signed for Osh State University; see entry 4."


def test_what_a_standing_forbids_says_when_it_would_be_possible() -> None:
    error = Refused(
        "standing_forbids", command="suspend", on="2025-01-01", standing="expired", possible_in=("in_force",)
    )

    said = problem(error)

    assert said.detail == "To suspend on 1 January 2025 is not possible: the standing on that day is “Expired”."
    assert said.accepted == "It is possible where the standing is: In force."


def test_a_stale_version_asks_to_read_again() -> None:
    said = problem(Conflict(id="1", expected=7, version=8))

    assert said.detail == "The record is at version 8; the change was made for version 7."
    assert said.accepted == "Read it again, and decide again."


def test_an_unknown_record_says_of_what_kind() -> None:
    assert problem(NotFound(kind="partner", id="x")).detail == "There is no partner with the id x."


@pytest.mark.parametrize("value", ["\u202e\x00\x1b[31m", "<script>", "😀" * 100])
def test_a_hostile_value_is_shown_without_what_cannot_be_printed(value: str) -> None:
    said = problem(Invalid("titles.en", value, "line", maximum=300))

    assert "\x1b" not in said.detail
    assert "\u202e" not in said.detail
    assert said.detail.startswith("Title: en: “")


def test_strings_that_break_programs_break_no_sentence(shared_data: Path) -> None:
    strings = (shared_data / "text" / "blns.json").read_text("utf-8")

    assert problem(Invalid("note", strings, "text", maximum=10_000)).title == "A value is not accepted"


def test_a_refused_list_is_not_repeated_as_a_program_would_write_it() -> None:
    said = problem(Invalid("parties", [{"partner_id": "31d2", "unit": ""}], "ours_and_another"))

    assert said.detail == "Parties: what is given is not accepted."
