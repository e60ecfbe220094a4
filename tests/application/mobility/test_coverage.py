"""Coverage of cases, recomputed when a memorandum is corrected or renewed late."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from application.bitim import Bitim
from tests import given
from tests.application.office import act
from tests.application.sample import Hands


def registered(bitim: Bitim, *editions: dict[str, Any]) -> UUID:
    entry = {"reference": "MOU-2019-0004", "kind": "memorandum_of_understanding", "owner": "employee-7"}
    return bitim.memorandums.register(act(None, source=given.SCAN), editions=list(editions), **entry).id


def until_june() -> dict[str, Any]:
    return given.an_edition_from_paper(
        "2020-07-01", parties=given.parties(given.CANTABRIA), term={"kind": "fixed", "until": "2025-06-30"}
    )


def summer(bitim: Bitim, memorandum: UUID) -> UUID:
    details = given.on_a_memorandum(
        memorandum_id=str(memorandum), planned_from="2025-06-20", planned_until="2025-07-20"
    )
    return bitim.mobility_cases.nominate(act("2025-05-02"), direction="outgoing", details=details).id


def uncovered(told: dict[str, Any]) -> list[tuple[str, str]]:
    return [(one["first"], one["until"]) for one in told["uncovered"]]


def test_s36_uncovered_days_are_told_exactly_and_anew_when_the_renewal_is_recorded_late(
    bitim: Bitim, clock: Hands
) -> None:
    memorandum = registered(bitim, until_june())
    case = summer(bitim, memorandum)
    before = clock.instant
    assert uncovered(bitim.coverage.of(case)) == [("2025-07-01", "2025-07-20")]

    clock.move(days=1)
    renewal = given.an_edition_from_paper("2025-07-12", parties=given.parties(given.CANTABRIA))
    bitim.memorandums.record_edition(memorandum, act(None, source=given.SCAN), edition=renewal)

    told = bitim.coverage.of(case)
    assert uncovered(told) == [("2025-07-01", "2025-07-11")]
    assert (told["days_covered"], told["days_uncovered"], told["reference"]) == (20, 11, "MOU-2019-0004")
    assert uncovered(bitim.coverage.of(case, known_at=before)) == [("2025-07-01", "2025-07-20")]


def test_the_list_of_cases_with_uncovered_days_tells_the_same_as_each_case(bitim: Bitim, clock: Hands) -> None:
    memorandum = registered(bitim, until_june())
    case = summer(bitim, memorandum)
    covered = bitim.mobility_cases.nominate(
        act("2021-01-11"),
        direction="outgoing",
        details=given.on_a_memorandum(
            memorandum_id=str(memorandum), planned_from="2021-02-01", planned_until="2021-06-30"
        ),
    ).id
    before = clock.instant

    (listed,) = bitim.coverage.uncovered()["items"]
    assert listed["id"] == str(case)
    assert listed["uncovered"] == bitim.coverage.of(case)["uncovered"]
    assert bitim.coverage.of(covered)["days_uncovered"] == 0

    clock.move(days=1)
    editions = bitim.editions.list(memorandum)
    version = 2  # the first edition follows the registration
    term = {"kind": "fixed", "until": "2025-07-31"}
    assert editions[0]["edition_id"] == "e2"
    bitim.memorandums.correct(memorandum, act(reason="Misread"), event_version=version, field="term", value=term)

    assert bitim.coverage.uncovered()["items"] == []
    assert [one["id"] for one in bitim.coverage.uncovered(known_at=before)["items"]] == [str(case)]


def test_a_case_without_memorandum_is_uncovered_and_a_cancelled_one_is_not_listed(bitim: Bitim) -> None:
    without, cancelled = (
        bitim.mobility_cases.nominate(act("2025-11-03"), direction="outgoing", details=given.the_details()).id
        for _ in range(2)
    )
    bitim.mobility_cases.cancel(cancelled, act(reason="Ill"))

    (listed,) = bitim.coverage.uncovered()["items"]

    assert (listed["id"], listed["uncovered"][0]["reason"]) == (str(without), "without_memorandum")
    assert bitim.coverage.uncovered(limit=1)["after"] is None


def test_from_its_day_a_successor_answers_for_the_days_of_a_case_on_the_superseded_memorandum(
    bitim: Bitim, clock: Hands
) -> None:
    old = registered(bitim, given.an_edition_from_paper("2024-09-01", parties=given.parties(given.CANTABRIA)))
    edition = given.an_edition_from_paper("2025-07-05", parties=given.parties(given.CANTABRIA))
    new = bitim.memorandums.register(
        act(None, source=given.SCAN),
        reference="MOU-2025-0001",
        kind="cooperation_agreement",
        owner="employee-7",
        editions=[edition],
    ).id
    case = summer(bitim, old)
    assert uncovered(bitim.coverage.of(case)) == []

    clock.move(days=1)
    bitim.memorandums.supersede(old, act("2025-07-01"), by_memorandum_id=str(new))

    told = bitim.coverage.of(case)
    assert uncovered(told) == [("2025-07-01", "2025-07-04")]
    assert [(one["reference"], one["covered"]) for one in told["stretches"]] == [
        ("MOU-2019-0004", True),
        ("MOU-2025-0001", False),
        ("MOU-2025-0001", True),
    ]
    (listed,) = bitim.coverage.uncovered()["items"]
    assert listed["stretches"] == told["stretches"]
