"""Areas, units and signatories that a register names: read where a column says whose they are, otherwise left."""

from __future__ import annotations

from typing import Any
from uuid import UUID

import pytest

from application.bitim import Bitim
from application.exchange.importing.readings.areas import read_areas
from tests.application.exchange.importing.files import spreadsheet
from tests.application.exchange.importing.registers import doubts, take

HEADINGS = [
    "Partner",
    "Signed on",
    "Areas of cooperation",
    "Partner faculty",
    "Our faculty",
    "Partner signatory",
    "Our signatory",
]


def a_register(*row: Any) -> bytes:
    return spreadsheet(Register=[HEADINGS, row])


def the_edition(bitim: Bitim) -> dict[str, Any]:
    (found,) = bitim.register.list()["items"]
    (edition,) = bitim.register.get(UUID(found["id"]))["editions"]
    return dict(edition)


@pytest.mark.parametrize(
    ("text", "areas", "reason"),
    [
        ("", (), None),
        ("Student exchange, joint research", ("student_exchange", "joint_research"), None),
        ("Joint research;\nExchange of students", ("student_exchange", "joint_research"), None),
        ("talabalar almashinuvi, malaka oshirish", ("student_exchange", "training"), None),
        ("совместные исследования; конференции", ("joint_research", "conferences"), None),
        ("Intercambio de estudiantes", ("student_exchange",), None),
        ("Seminars and conferences", ("conferences",), None),
        ("student exchange, twin-city football", ("student_exchange",), "area_unknown"),
        ("everything", (), "area_unknown"),
    ],
)
def test_areas_are_read_where_every_word_is_known(text: str, areas: tuple[str, ...], reason: str | None) -> None:
    reading = read_areas(text)

    assert (reading.areas, reading.reason) == (areas, reason)


def test_areas_units_and_signatories_come_into_the_memorandum(bitim: Bitim) -> None:
    take(
        bitim,
        a_register(
            "Osh State University",
            "2019-05-20",
            "Student exchange, joint research",
            "Faculty of Law",
            "Faculty of Chemistry",
            "A. Toktogulova",
            "B. Karimov",
        ),
    )

    edition = the_edition(bitim)
    assert [one["area"] for one in edition["areas"]] == ["student_exchange", "joint_research"]
    assert [(party["ours"], party["unit"]) for party in edition["parties"]] == [
        (True, "Faculty of Chemistry"),
        (False, "Faculty of Law"),
    ]
    assert [(one["party_id"], one["name"]) for one in edition["signatures"]] == [
        ("p1", "B. Karimov"),
        ("p2", "A. Toktogulova"),
    ]


def test_an_unknown_area_leaves_all_areas_to_a_person(bitim: Bitim) -> None:
    report = take(bitim, a_register("Osh State University", "2019-05-20", "Student exchange, twin-city football"))

    assert the_edition(bitim)["areas"] is None
    assert ("areas", "area_unknown") in doubts(report, 2)


def test_what_may_belong_to_either_of_two_partners_is_left_to_a_person(bitim: Bitim) -> None:
    report = take(
        bitim,
        a_register("Osh State University\nKyoto University", "2019-05-20", "", "Faculty of Law", "", "A. Toktogulova"),
    )

    edition = the_edition(bitim)
    assert {party["unit"] for party in edition["parties"]} == {""}
    assert edition["signatures"] == []
    assert {("unit", "which_partner"), ("signatory", "which_partner")} <= doubts(report, 2)


def test_two_different_units_of_one_partner_are_left_to_a_person(bitim: Bitim) -> None:
    report = take(bitim, a_register("Osh State University\nFaculty of Medicine", "2019-05-20", "", "Faculty of Law"))

    assert ("unit", "unit_told_twice") in doubts(report, 2)


def test_another_area_in_the_next_edition_is_a_correction(bitim: Bitim) -> None:
    take(bitim, a_register("Osh State University", "2019-05-20", "Student exchange"))

    take(bitim, a_register("Osh State University", "2019-05-20", "Student exchange, training"))

    assert [one["area"] for one in the_edition(bitim)["areas"]] == ["student_exchange", "training"]
