"""Memorandums in force under which nothing happens; cases and agreements take them off the list."""

from __future__ import annotations

from typing import Any
from uuid import UUID

import pytest

from application.bitim import Bitim
from domain.shared.errors import Invalid
from tests import given
from tests.application.office import act, keep
from tests.application.sample import Hands


@pytest.fixture
def signed(bitim: Bitim, clock: Hands) -> Bitim:
    """An office with a memorandum with Cantabria, in force since 2025-03-01."""
    parties = given.parties(given.CANTABRIA)
    keep(bitim, lambda: given.a_signed_memorandum("2025-03-01", parties=parties))
    clock.move(minutes=1)
    return bitim


def completed(bitim: Bitim, **details: Any) -> UUID:
    """A stay that ended on 2025-06-26."""
    stay = {"actual_from": "2025-02-03", "actual_until": "2025-06-26"}
    details = given.on_a_memorandum(planned_from="2025-02-03", planned_until="2025-06-26", **details)
    return bitim.mobility_cases.register(
        act("2025-06-26", source=given.SCAN), direction="outgoing", details=details, reached="completed", **stay
    ).id


def references(found: dict[str, Any]) -> list[str]:
    return [row["reference"] for row in found["items"]]


def dormant(bitim: Bitim, **asked: Any) -> dict[str, Any]:
    (row,) = bitim.dormancy.list(**asked)["items"]
    return dict(row)


def test_s42_what_is_in_force_with_nothing_linked_to_it_is_listed(signed: Bitim) -> None:
    row = dormant(signed)

    assert (row["reference"], row["standing"], row["dormant"]) == ("MOU-2026-0031", "in_force", "certain")
    assert row["last_activity"] is None
    assert row["quiet_since"] == {"earliest": "2025-03-01", "latest": "2025-03-01"}
    assert row["edition"]["parties"][1]["name"] == "University of Cantabria"
    assert references(signed.dormancy.list(months=19)) == []


def test_s42_its_last_activity_is_told_and_a_new_case_takes_it_off(signed: Bitim, clock: Hands) -> None:
    case = completed(signed)
    before = clock.instant
    clock.move(minutes=1)

    row = dormant(signed)
    days = {"earliest": "2025-06-26", "latest": "2025-06-26"}
    assert row["last_activity"] == {"kind": "case", "id": str(case), "days": days}
    assert row["quiet_since"] == days

    nominated = given.on_a_memorandum()
    signed.mobility_cases.nominate(act("2025-11-03"), direction="outgoing", details=nominated)

    assert references(signed.dormancy.list()) == []
    assert references(signed.dormancy.list(known_at=before)) == ["MOU-2026-0031"]
    assert references(signed.dormancy.list(as_of="2026-02-01", months=3)) == []
    assert references(signed.dormancy.list(as_of="2026-02-03", months=3)) == ["MOU-2026-0031"]


def test_a_case_that_was_given_up_before_it_began_is_no_activity(signed: Bitim) -> None:
    case = signed.mobility_cases.nominate(act("2025-11-03"), direction="outgoing", details=given.on_a_memorandum()).id
    assert references(signed.dormancy.list()) == []

    signed.mobility_cases.cancel(case, act(reason="Ill"))

    assert dormant(signed)["last_activity"] is None


def test_a_stay_whose_last_day_is_not_known_leaves_it_open(signed: Bitim) -> None:
    stay = {"actual_from": None, "actual_until": None}
    details = given.on_a_memorandum(planned_from=None, planned_until=None)
    signed.mobility_cases.register(
        act(None, source=given.SCAN), direction="outgoing", details=details, reached="completed", **stay
    )

    assert dormant(signed)["dormant"] == "possible"


def test_an_agreement_under_it_is_activity_and_so_are_the_cases_of_that_one(signed: Bitim) -> None:
    edition = given.an_edition_from_paper("2025-08-01", parties=given.parties(given.CANTABRIA))
    agreement = signed.memorandums.register(
        act(None, source=given.SCAN),
        reference="MOU-2025-0004",
        kind="specific_activity_agreement",
        owner="employee-8",
        editions=[edition],
    ).id
    signed.memorandums.place_under_framework(agreement, act("2025-08-01"), framework_id=str(given.MEMORANDUM))

    rows = {row["reference"]: row for row in signed.dormancy.list()["items"]}
    assert rows["MOU-2026-0031"]["last_activity"]["id"] == str(agreement)
    assert rows["MOU-2026-0031"]["quiet_since"]["latest"] == "2025-08-01"

    signed.mobility_cases.nominate(
        act("2025-11-03"), direction="outgoing", details=given.on_a_memorandum(memorandum_id=str(agreement))
    )
    assert references(signed.dormancy.list()) == []
    assert references(signed.dormancy.list(as_of="2025-10-01", months=2, owner="employee-8")) == ["MOU-2025-0004"]


def test_what_is_not_in_force_is_not_dormant_and_a_renewal_begins_the_count_anew(signed: Bitim) -> None:
    assert references(signed.dormancy.list(as_of="2032-01-01")) == []
    parties = given.parties(given.CANTABRIA)
    renewal = given.an_edition_from_paper("2026-03-01", parties=parties, effective_on="2026-03-01")
    signed.memorandums.record_edition(given.MEMORANDUM, act(None, source=given.SCAN), edition=renewal)

    assert references(signed.dormancy.list()) == []
    assert references(signed.dormancy.list(as_of="2027-03-01")) == ["MOU-2026-0031"]


def test_the_pages_make_up_the_whole(signed: Bitim) -> None:
    for number in (4, 5):
        signed.memorandums.register(
            act(None, source=given.SCAN),
            reference=f"MOU-2019-000{number}",
            kind="memorandum_of_understanding",
            owner="employee-7",
            editions=[given.an_edition_from_paper("2024-12-03")],
        )

    first = signed.dormancy.list(limit=2)
    second = signed.dormancy.list(limit=2, after=first["after"])

    assert references(first) + references(second) == ["MOU-2019-0005", "MOU-2019-0004", "MOU-2026-0031"]
    assert second["after"] is None


@pytest.mark.parametrize("asked", [{"months": 0}, {"months": True}, {"months": 601}, {"limit": 0}, {"after": "x"}])
def test_what_is_out_of_form_is_refused(bitim: Bitim, asked: dict[str, Any]) -> None:
    with pytest.raises(Invalid):
        bitim.dormancy.list(**asked)
