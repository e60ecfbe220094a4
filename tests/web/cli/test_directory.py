"""The partner directory on the command line: who may be whom, what became of a partner, who is in the world."""

from __future__ import annotations

from pathlib import Path

from tests import given
from tests.application.office import act
from tests.web.cli.conftest import Desk

LIST = Path(__file__).with_name("universities.csv")


def test_near_duplicates_are_listed_with_what_speaks_for_them(desk: Desk) -> None:
    assert desk.type("near-duplicates").stdout == "Nothing is found.\n"
    desk.bitim.partners.register(act(), name="Shandong Jianshu University", kind="university", country="CN")

    told = desk.type("near-duplicates").stdout

    assert "are spelled nearly the same (95 %)" in told
    assert str(given.SHANDONG) in told


def test_a_partner_tells_its_history_and_under_whom_it_is_shown(desk: Desk) -> None:
    other = desk.bitim.partners.register(act(), name="SDJZU", kind="university", country="CN").id
    desk.type("partner", "merge", str(other), "--into", "Shandong Jianzhu University", "--reason", "The same seal")
    desk.type("partner", "record-ranking", str(given.SHANDONG), "--table", "QS", "--edition", "2024", "--rank", "980")

    history = desk.type("partner", "history", "SDJZU").stdout  # a merged record's name leads to the one that stays
    shown, merged = desk.type("partner", "show", "SDJZU").stdout, desk.type("partner", "show", str(other)).stdout

    assert "SDJZU was found to be the same organisation." in history
    assert "The same seal" in history
    assert "Partner that was merged: not there → SDJZU" in history
    assert "SDJZU, entry 2" in shown
    assert "QS 2024: 980" in shown
    assert "Shown under" in merged


def test_a_university_is_looked_up_in_the_list_that_was_loaded(desk: Desk) -> None:
    assert "No list of universities has been loaded" in desk.type("universities", "osh").stdout

    desk.type("institution", "load-universities", str(LIST))

    assert desk.ask("universities", "TSUL")["items"][0]["domains"] == ["tsul.uz"]
    assert "oshsu.kg" in desk.type("universities", "osh", "--country", "KG").stdout


def test_a_partner_is_named_in_any_case_and_inverted_but_not_by_other_words(desk: Desk) -> None:
    for name in ("Cantabria, University of", "university of CANTABRIA"):
        assert desk.ask("partner", "show", name)["id"] == str(given.CANTABRIA)
    for other in ("Cantabria", "Cantabria University"):
        assert desk.type("partner", "show", other).exit_code == 4
