"""What is refused is said in the words of whoever typed it."""

from __future__ import annotations

import pytest

from tests import given
from tests.web.cli.conftest import Desk

M = str(given.MEMORANDUM)


def test_a_refusal_calls_parties_and_editions_as_people_do(desk: Desk) -> None:
    desk.given(given.a_submitted_draft)

    said = desk.type("sign", M, "--party", "p1", "--signatory", "B. Kadyrov", "--office", "rector")

    assert said.exit_code == 3
    assert "approval by Shandong Jianzhu University" in said.stderr


def test_an_edition_that_is_not_there_is_answered_with_the_numbers_of_those_that_are(desk: Desk) -> None:
    desk.given(given.a_signed_memorandum)

    assert "It has: 1." in desk.type("changes", M, "1", "7").stderr


@pytest.mark.parametrize("option", ["--as-of", "--known-at"])
def test_a_question_about_a_day_asks_for_a_whole_one(desk: Desk, option: str) -> None:
    said = desk.type("list", option, "2026-02-30")

    assert said.exit_code == 2
    assert "A whole day between 1900 and 2100" in said.stderr


def test_a_standing_not_known_then_is_told_under_the_reference_asked_for(desk: Desk) -> None:
    said = desk.type("standing", "MOU-2026-0099", "--known-at", "2026-09-01").stdout

    assert said.startswith("MOU-2026-0099 on ")


def test_partners_of_the_same_name_are_told_apart_by_their_ids(desk: Desk) -> None:
    for _ in range(2):
        desk.type("partner", "register", "--name", "Osh University", "--country", "KG", "--kind", "university")
    ids = [one["id"] for one in desk.ask("partners", "--search", "Osh")["items"]]

    said = desk.type("partner", "show", "Osh University")

    assert (said.exit_code, len(ids)) == (2, 2)
    assert all(one in said.stderr for one in ids)


def test_a_history_cannot_begin_before_its_first_entry(desk: Desk) -> None:
    assert desk.type("history", "MOU-2026-0099", "--after", "-5").exit_code == 2


def test_an_entry_from_paper_that_renews_says_so(desk: Desk) -> None:
    desk.given(lambda: given.a_memorandum_from_paper(updated_form=True))

    said = desk.type("editions", M).stdout

    assert "Renewal in an updated form, from paper" in said
