"""Names as real pages write them: each row of the sample is found by what people would type."""

from __future__ import annotations

import csv
from collections import defaultdict
from pathlib import Path

import pytest

from application.bitim import Bitim
from application.partner.directory.likeness import Called, reasons
from application.searching import folded
from domain.partner.identifiers import identifier
from domain.shared.text import line
from tests.application.office import act

ELSEWHERE = {"country_alias", "uz_exonym"}
"""Names of countries, which importing reads."""


@pytest.fixture
def rows(shared_data: Path) -> dict[str, list[str]]:
    found: dict[str, list[str]] = defaultdict(list)
    with (shared_data / "registers" / "names.tsv").open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE):
            found[row["group"]].append(row["text"])
    return found


def enter(bitim: Bitim, name: str) -> str:
    return str(bitim.partners.register(act(), name=name, kind="university", country=None).id)


def found(bitim: Bitim, typed: str) -> list[str]:
    return [one["id"] for one in bitim.partner_directory.list(q=typed)["items"]]


def test_every_group_of_the_sample_is_looked_at(rows: dict[str, list[str]]) -> None:
    here = {"uz_apostrophe", "uz_script", "uz_typo", "seed_name", "inverted", "renamed", "typo_pair", "merged"}
    assert set(rows) == here | {"thai", "erasmus_code"} | ELSEWHERE


def test_every_apostrophe_of_uzbek_is_the_same(rows: dict[str, list[str]]) -> None:
    assert {folded(text) for text in rows["uz_apostrophe"]} == {"ozbekiston", "talim"}


def test_both_scripts_of_uzbek_find_the_partner(bitim: Bitim, rows: dict[str, list[str]]) -> None:
    latin, cyrillic, english = rows["uz_script"]
    one = enter(bitim, latin)
    assert found(bitim, cyrillic) == found(bitim, "ТОШКЕНТ юридик") == found(bitim, "tdyu") == [one]
    other = enter(bitim, cyrillic)

    assert set(found(bitim, latin)) == {one, other}
    assert found(bitim, english) == []  # a translation is another name: it is entered as an alias
    assert [reason.code for reason in reasons(Called([latin], {}, "UZ"), Called([cyrillic], {}, "UZ"))] == ["same_name"]


def test_a_slip_of_the_pen_and_names_of_people_are_kept_as_written(rows: dict[str, list[str]]) -> None:
    for text in (*rows["uz_typo"], *rows["seed_name"]):
        assert line(text, "name", 300) == text


@pytest.mark.parametrize("typed", ["Melbourne, University of", "University of Melbourne", "melbourne university"])
def test_an_inverted_name_is_found_in_either_order(bitim: Bitim, rows: dict[str, list[str]], typed: str) -> None:
    for name in rows["inverted"]:
        enter(bitim, name)

    assert len(found(bitim, typed)) == 1
    turned = {"Melbourne, University of": "The University of Melbourne"}
    turned |= {"Sunshine Coast, University of the": "University of the Sunshine Coast"}
    turned |= {"Western Australia, the University of": "The University of Western Australia"}
    for name in rows["inverted"]:
        assert found(bitim, turned[name].removeprefix("The ")) == found(bitim, name)
        (alike,) = bitim.near_duplicates.alike(turned[name])
        assert alike["reasons"][0]["code"] == "same_name"


def test_a_renamed_partner_is_found_by_both_names(bitim: Bitim, rows: dict[str, list[str]]) -> None:
    for text in rows["renamed"]:
        former, now = text.split(" -> ")
        partner_id = bitim.partners.register(act(), name=former, kind="university", country=None).id

        bitim.partners.rename(partner_id, act("2026-06-17"), name=now)

        assert found(bitim, former) == found(bitim, now) == [str(partner_id)]


def test_two_spellings_are_proposed_as_one(bitim: Bitim, rows: dict[str, list[str]]) -> None:
    for text in rows["typo_pair"]:
        for name in text.split(" | "):
            enter(bitim, name)

    (pair,) = bitim.near_duplicates.list()["items"]

    assert [reason["code"] for reason in pair["reasons"]] == ["near_name"]


def test_two_universities_that_became_one_are_succeeded_and_not_proposed(
    bitim: Bitim, rows: dict[str, list[str]]
) -> None:
    (text,) = rows["merged"]
    former, now = text.split(" -> ")
    successor = enter(bitim, now)
    ids = [bitim.partners.register(act(), name=n, kind="university", country=None).id for n in former.split(" + ")]
    for partner_id in ids:
        bitim.partners.record_successor(partner_id, act("2015-01-01"), successor_id=successor)

    assert bitim.near_duplicates.list()["items"] == []
    took_the_place_of = bitim.partner_directory.get(successor)["predecessors"]
    assert {one["partner_id"] for one in took_the_place_of} == set(map(str, ids))


def test_a_name_without_spaces_between_words_is_found_by_any_part(bitim: Bitim, rows: dict[str, list[str]]) -> None:
    for name in rows["thai"]:
        partner_id = enter(bitim, name)

        assert partner_id in found(bitim, name)
        assert partner_id in found(bitim, name[-10:])


def test_an_erasmus_code_is_one_however_it_is_padded(rows: dict[str, list[str]]) -> None:
    written = [code for text in rows["erasmus_code"] for code in text.split(" | ")]

    assert {identifier("erasmus_code", code) for code in written} == {"A  BADEN01"}
