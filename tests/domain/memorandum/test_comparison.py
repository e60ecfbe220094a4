"""What changed from one edition to another."""

from __future__ import annotations

import time
from typing import Any

import pytest

from domain.memorandum.comparison import compare
from domain.memorandum.content import content
from domain.memorandum.wordings import compare_texts, compare_words
from tests import given

THIRD = given.CANTABRIA


def said(**parts: Any) -> dict[str, Any]:
    """A content, as an edition holds it."""
    return content(given.a_content(**parts))


def told(changes: list[dict[str, Any]], *names: str) -> list[tuple[Any, ...]]:
    return [tuple(change.get(name) for name in names) for change in changes]


def test_s25_added_areas_are_exactly_the_additions() -> None:
    old = said(areas=["student_exchange"])
    new = said(areas=["student_exchange", "staff_exchange", "joint_research"])

    assert told(compare(old, new), "part", "change", "area") == [
        ("areas", "added", "staff_exchange"),
        ("areas", "added", "joint_research"),
    ]


def test_nothing_has_changed_where_both_say_the_same() -> None:
    assert compare(said(), said()) == []


def test_an_area_may_be_dropped_or_limited_to_other_fields_of_study() -> None:
    old = said(areas=["training", {"area": "student_exchange", "fields": ["0311"]}])
    new = said(areas=[{"area": "student_exchange", "fields": ["0311", "0421"]}])

    assert told(compare(old, new), "area", "change", "before", "after") == [
        ("student_exchange", "changed", ["0311"], ["0311", "0421"]),
        ("training", "removed", [], None),
    ]


def test_titles_are_compared_by_language() -> None:
    changes = compare(said(titles={"en": "Old", "ru": "Меморандум"}), said(titles={"en": "New", "uz": "Memorandum"}))

    assert told(changes, "language", "change", "before", "after") == [
        ("en", "changed", "Old", "New"),
        ("ru", "removed", "Меморандум", None),
        ("uz", "added", None, "Memorandum"),
    ]


def test_a_party_is_the_same_by_its_partner_whatever_its_place() -> None:
    old = said(parties=given.parties(given.SHANDONG, THIRD))
    new = said(parties=given.parties(THIRD, given.SHANDONG))

    assert compare(old, new) == []


def test_parties_come_go_and_change_their_unit() -> None:
    old, new = said(parties=given.parties(given.SHANDONG)), said(parties=given.parties(THIRD))
    new["parties"][0] = {**new["parties"][0], "unit": "Faculty of Economics"}

    changes = compare(old, new)

    assert told(changes, "party_id", "change") == [("p1", "changed"), ("p2", "removed"), ("p2", "added")]
    assert changes[0]["after"]["unit"] == "Faculty of Economics"
    assert changes[2]["after"]["partner_id"] == str(THIRD)


def test_a_party_that_was_not_yet_named_is_found_by_its_id() -> None:
    old, new = said(parties=given.parties("a university in Spain")), said(parties=given.parties(THIRD))

    assert told(compare(old, new), "party_id", "change") == [("p2", "changed")]


def test_what_was_not_known_is_not_added() -> None:
    stub: dict[str, Any] = dict.fromkeys(said())

    assert {change["change"] for change in compare(stub, said())} == {"now_known"}
    assert {change["change"] for change in compare(said(), stub)} == {"not_known"}


def test_an_effective_date_that_is_not_stated_is_none() -> None:
    changes = compare(said(), said(effective_on="2026-09-01"))

    assert told(changes, "part", "change", "before", "after") == [("effective_on", "added", None, "2026-09-01")]


def test_a_term_is_compared_as_a_whole() -> None:
    changes = compare(said(), said(term=given.TACIT))

    assert told(changes, "part", "change", "before", "after") == [("term", "changed", given.FIVE_YEARS, given.TACIT)]


def test_a_text_is_compared_by_clause_and_then_by_word() -> None:
    old = "1. Students are exchanged.\n\n2. Staff are exchanged.\n\n3. This ends in 2026."
    new = "1. Students are exchanged.\n\n2. Staff and experts are exchanged.\n\n4. Research is joint."

    (change,) = compare(said(texts={"en": old}), said(texts={"en": new}))

    assert (change["part"], change["language"], change["change"]) == ("texts", "en", "changed")
    assert told(change["clauses"], "change", "before", "after") == [
        ("same", "1. Students are exchanged.", "1. Students are exchanged."),
        ("changed", "2. Staff are exchanged.", "2. Staff and experts are exchanged."),
        ("removed", "3. This ends in 2026.", None),
        ("added", None, "4. Research is joint."),
    ]
    assert told(change["clauses"][1]["words"], "change", "text") == [
        ("same", "2. Staff "),
        ("added", "and experts "),
        ("same", "are exchanged."),
    ]


def test_a_text_in_another_language_is_added_with_all_its_clauses() -> None:
    (change,) = compare(said(texts={"en": "1. Students."}), said(texts={"en": "1. Students.", "ru": "1. Студенты."}))

    assert (change["language"], change["change"]) == ("ru", "added")
    assert change["clauses"] == [{"change": "added", "before": None, "after": "1. Студенты."}]


def test_the_words_of_a_change_make_up_both_clauses() -> None:
    old, new = "The parties, acting in good faith, agree.", "Both parties agree, and act in good faith!"

    words = compare_words(old, new)

    assert "".join(run["text"] for run in words if run["change"] != "added") == old
    assert "".join(run["text"] for run in words if run["change"] != "removed") == new


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("a b " * 50_000, "b a " * 50_000),
        ("a b c " * 230, "c b a d " * 170),
        ("clause\n\n" * 20_000, "other\n\n" + "clause\n\n" * 15_000),
        ("\n\n".join(map(str, range(30_000))), "\n\n".join(map(str, range(30_000, 0, -1)))),
    ],
)
def test_texts_as_long_and_strange_as_people_write_them_are_compared_in_time(old: str, new: str) -> None:
    began = time.process_time()

    compare_texts(old, new)

    assert time.process_time() - began < 5
