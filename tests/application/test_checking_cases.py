"""The check of mobility cases and of the books of places, as of the whole register."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any
from uuid import UUID, uuid4

import pytest

from application.bitim import Bitim
from domain.mobility.place_book import PlaceBook, place_book_id
from tests import given
from tests.application.office import act, keep, open_bitim, the_partners_of_the_tests
from tests.application.sample import Hands
from tests.databases import Database


@pytest.fixture
def bitim(database: Database) -> Iterator[Bitim]:
    """An office with a memorandum on which a case rests."""
    with open_bitim(database, Hands(given.NOW)) as bitim:
        the_partners_of_the_tests(bitim)
        edition = given.an_edition_from_paper("2024-12-03", parties=given.parties(given.CANTABRIA))
        entry = {"reference": "A-1", "kind": "framework_agreement", "owner": "employee-7"}
        bitim.memorandums.register(act(source=given.SCAN), editions=[edition], **entry)
        nominated(bitim)
        yield bitim


def nominated(bitim: Bitim, **details: Any) -> UUID:
    details = given.the_details(memorandum_id=str(bitim.register.find("A-1")), without_memorandum="", **details)
    return bitim.mobility_cases.nominate(act("2025-11-03"), direction="outgoing", details=details).id


def found(bitim: Bitim) -> list[tuple[str, str, dict[str, Any]]]:
    return [(finding.code, finding.kind, finding.data) for finding in bitim.check().findings]


def test_a_case_that_agrees_with_its_memorandum_and_the_book_of_places_is_passed_over(bitim: Bitim) -> None:
    assert found(bitim) == []


def test_a_nomination_whose_memorandum_turned_out_to_have_ended_before_is_named(bitim: Bitim) -> None:
    memorandum = bitim.register.find("A-1")
    cancelled = nominated(bitim)
    bitim.mobility_cases.cancel(cancelled, act(reason="Ill"))
    bitim.memorandums.terminate(memorandum, act("2025-12-01", reason="Both sides"), effective_on="2026-01-01")

    data = {
        "link": "memorandum",
        "other": str(memorandum),
        "on": "2026-02-02",
        "standing": "terminated",
        "reference": "A-1",
    }
    assert found(bitim) == [("link_without_ground", "mobility_case", data)]


def test_a_case_that_names_what_is_not_there_is_named(bitim: Bitim) -> None:
    nobody = str(uuid4())
    keep(bitim, lambda: given.a_nomination(partner_id=nobody, memorandum_id=nobody, without_memorandum=""))

    assert found(bitim) == [
        ("link_to_nothing", "mobility_case", {"link": "partner", "other": nobody}),
        ("link_to_nothing", "mobility_case", {"link": "memorandum", "other": nobody}),
    ]


def test_a_place_of_which_the_book_knows_nothing_is_named(bitim: Bitim) -> None:
    memorandum = str(bitim.register.find("A-1"))
    keep(bitim, lambda: given.a_nomination(memorandum_id=memorandum, without_memorandum=""))

    assert found(bitim) == [
        ("place_not_claimed", "mobility_case", {"memorandum_id": memorandum, "academic_year": "2025/2026"})
    ]


def test_a_book_that_names_what_is_not_there_is_named(bitim: Bitim) -> None:
    nobody, nothing = uuid4(), str(uuid4())
    keep(bitim, lambda: PlaceBook.open(given.an_act(), memorandum_id=nothing, case_id=nobody))

    assert place_book_id(nothing) in {UUID(finding.id) for finding in bitim.check().findings}
    assert found(bitim) == [
        ("link_to_nothing", "place_book", {"link": "memorandum", "other": nothing}),
        ("link_to_nothing", "place_book", {"link": "case", "other": str(nobody)}),
    ]
