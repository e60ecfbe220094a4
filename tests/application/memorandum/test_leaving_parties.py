"""A party that left by a notice of its own is no party on the days after it (rules 15 and 34)."""

from __future__ import annotations

from typing import Any
from uuid import UUID

import pytest

from application.bitim import Bitim
from tests import given
from tests.application.office import act

LEAVING = {"p2": {"earliest": "2027-01-01", "latest": "2027-01-01"}}


@pytest.fixture
def memorandum_id(bitim: Bitim) -> UUID:
    """In force between three parties until the end of 2030; Shandong leaves alone from 2027 on."""
    edition = given.an_edition_from_paper(
        "2024-12-03",
        term={"kind": "fixed", "until": "2030-12-31"},
        parties=given.parties(given.SHANDONG, given.CANTABRIA),
    )
    found = bitim.memorandums.register(
        act(None, source=given.SCAN), kind="memorandum_of_understanding", owner="employee-7", editions=[edition]
    )
    bitim.memorandums.give_notice(
        found.id, act("2026-09-01"), party_id="p2", effective_on="2027-01-01", giver_only=True
    )
    return found.id


def sides(edition: dict[str, Any]) -> list[str]:
    return [party["party_id"] for party in edition["parties"]]


def test_r15_the_list_shows_the_parties_of_the_day_asked_and_who_leaves(bitim: Bitim, memorandum_id: UUID) -> None:
    for day, expected in (("2026-12-31", ["p1", "p2", "p3"]), ("2027-01-01", ["p1", "p3"])):
        (row,) = bitim.register.list(as_of=day)["items"]
        assert (row["id"], row["standing"]) == (str(memorandum_id), "in_force")
        assert sides(row["edition"]) == expected
        assert row["edition"]["leaving"] == LEAVING


def test_one_memorandum_shows_the_parties_of_the_day_and_its_editions_all(bitim: Bitim, memorandum_id: UUID) -> None:
    found = bitim.register.get(memorandum_id, as_of="2027-01-01")

    assert sides(found["edition"]) == ["p1", "p3"]
    assert (sides(found["editions"][0]), found["editions"][0]["leaving"]) == (["p1", "p2", "p3"], LEAVING)


def test_it_is_found_by_a_partner_and_its_country_until_that_one_leaves(bitim: Bitim, memorandum_id: UUID) -> None:
    def found(**conditions: Any) -> list[str]:
        return [row["id"] for row in bitim.register.list(**conditions)["items"]]

    shandong, cantabria = str(given.SHANDONG), str(given.CANTABRIA)
    assert (
        found(partner=shandong, as_of="2026-12-31") == found(country="CN", as_of="2026-12-31") == [str(memorandum_id)]
    )
    assert found(partner=shandong, as_of="2027-01-01") == found(country="CN", as_of="2027-01-01") == []
    assert found(partner=cantabria, as_of="2027-01-01") == found(country="ES", as_of="2027-01-01")
    assert found(partner=cantabria, as_of="2027-01-01") == [str(memorandum_id)]


def test_a_partner_that_left_one_memorandum_is_found_in_its_others(bitim: Bitim, memorandum_id: UUID) -> None:
    other = bitim.memorandums.register(
        act(None, source=given.SCAN),
        kind="memorandum_of_understanding",
        owner="employee-7",
        editions=[given.an_edition_from_paper("2024-12-03", parties=given.parties(given.SHANDONG))],
    )

    for conditions in ({"partner": str(given.SHANDONG)}, {"country": "CN"}):
        after, before = (bitim.register.list(as_of=day, **conditions)["items"] for day in ("2027-01-01", "2026-12-31"))
        assert [row["id"] for row in after] == [str(other.id)]
        assert [row["id"] for row in before] == [str(other.id), str(memorandum_id)]
