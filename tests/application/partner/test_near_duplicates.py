"""Near duplicates are proposed with their reasons, and never merged by themselves."""

from __future__ import annotations

from typing import Any

import pytest

from application.bitim import Bitim
from domain.shared.errors import Invalid
from tests import given
from tests.application.office import act, nothing_stored
from tests.application.sample import Hands


def a_partner(bitim: Bitim, name: str, country: str | None = "CN", **details: Any) -> str:
    return str(bitim.partners.register(act(), name=name, kind="university", country=country, **details).id)


def pairs(bitim: Bitim, **asked: Any) -> list[tuple[str, str, str]]:
    found = bitim.near_duplicates.list(**asked)["items"]
    return [(pair["one"]["name"], pair["other"]["name"], pair["reasons"][0]["code"]) for pair in found]


def test_pairs_are_proposed_those_with_the_strongest_reasons_first(bitim: Bitim) -> None:
    a_partner(bitim, "Shandong Jianshu University")
    a_partner(bitim, "SJU")
    a_partner(bitim, "Cantabria, University of", "ES")
    bitim.partners.identify(given.CANTABRIA, act(), scheme="schac", value="unican.es")
    a_partner(bitim, "Universidad cántabra", "FR", identifiers={"schac": "unican.es"})

    with nothing_stored(bitim):
        assert pairs(bitim) == [
            ("Universidad cántabra", "University of Cantabria", "same_identifier"),
            ("Cantabria, University of", "University of Cantabria", "same_name"),
            ("Shandong Jianshu University", "SJU", "abbreviation"),
            ("Shandong Jianzhu University", "SJU", "abbreviation"),
            ("Shandong Jianshu University", "Shandong Jianzhu University", "near_name"),
        ]
        assert bitim.near_duplicates.list(limit=1)["total"] == 5


def test_what_is_merged_or_follows_the_other_is_not_proposed(bitim: Bitim, clock: Hands) -> None:
    other = bitim.partners.register(act(), name="Shandong Jianshu University", kind="university", country="CN").id
    before = clock.instant
    clock.move(minutes=1)

    bitim.partners.record_successor(given.SHANDONG, act(), successor_id=str(other))
    assert pairs(bitim) == []
    bitim.partners.retract(given.SHANDONG, act(reason="No"), event_version=2)
    assert len(pairs(bitim)) == 1
    bitim.partners.merge(other, act(), survivor_id=str(given.SHANDONG))

    assert pairs(bitim) == []
    assert len(pairs(bitim, known_at=before)) == 1


def test_a_name_is_held_against_all_partners_in_any_spelling(bitim: Bitim) -> None:
    bitim.partners.add_alias(given.SHANDONG, act(), alias="SDJZU")

    for name in ("Shandong Jianshu University", "jianzhu university, SHANDONG", "sdjzu"):
        (found,) = bitim.near_duplicates.alike(name, country="CN")
        assert found["id"] == str(given.SHANDONG)
    assert bitim.near_duplicates.alike("Shandong Jianzhu University", country="TW") == []
    assert bitim.near_duplicates.alike("Shandong University", country="CN") == []


def test_questions_out_of_form_are_refused(bitim: Bitim) -> None:
    for asked in ({"limit": 0}, {"known_at": "2030-01-01"}):
        with pytest.raises(Invalid):
            bitim.near_duplicates.list(**asked)
    for name, country in (("", "CN"), ("x" * 301, "CN"), ("Shandong", "China")):
        with pytest.raises(Invalid):
            bitim.near_duplicates.alike(name, country=country)
