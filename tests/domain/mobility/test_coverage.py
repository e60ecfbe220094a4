"""Coverage: which edition covers each day of a case, by rule 35."""

from typing import Any
from zoneinfo import ZoneInfo

import pytest

from domain.memorandum.memorandum import Memorandum
from domain.mobility.coverage import Stretch, coverage, require_not_terminated
from domain.shared.dates import parse_partial
from domain.shared.errors import Refused
from tests import given

TASHKENT = ZoneInfo("Asia/Tashkent")


def stretches(memorandum: Memorandum | None, purpose: str = "studies", **days: str | None) -> list[Stretch]:
    case = given.a_nomination(None, purpose=purpose, **days)
    areas = {id_: edition.content["areas"] for id_, edition in memorandum.editions.items()} if memorandum else {}
    return coverage(case.stay(), purpose, memorandum.timeline(TASHKENT) if memorandum else None, areas)


def told(found: list[Stretch]) -> list[tuple[str, str, bool | None, str]]:
    return [(str(one.first), str(one.out), one.covered, one.reason) for one in found]


def until_june_and_from_july() -> Memorandum:
    """The memorandum of scenario 18: until 2025-06-30, renewed on 2025-07-12."""
    with given.on("2025-09-01"):
        first = given.an_edition_from_paper("2020-07-01", term={"kind": "fixed", "until": "2025-06-30"})
        return given.a_memorandum_from_paper(first, given.an_edition_from_paper("2025-07-12"))


def test_s36_the_uncovered_days_are_exactly_those_of_the_lapse() -> None:
    found = stretches(until_june_and_from_july(), planned_from="2025-06-20", planned_until="2025-07-20")

    assert told(found) == [
        ("2025-06-20", "2025-07-01", True, "in_force"),
        ("2025-07-01", "2025-07-12", False, "expired"),
        ("2025-07-12", "2025-07-21", True, "in_force"),
    ]
    assert [one.edition_id for one in found] == ["e2", None, "e3"]


def terminated_in_june() -> Memorandum:
    memorandum = given.a_signed_memorandum("2025-09-01")
    memorandum.terminate(given.with_a_reason(), effective_on="2026-06-01")
    return memorandum


def test_s20_r35_cover_goes_on_after_a_termination_for_a_case_that_began_before() -> None:
    memorandum = terminated_in_june()

    begun = stretches(memorandum, planned_from="2026-05-31", planned_until="2026-08-31")
    later = stretches(memorandum, planned_from="2026-06-01", planned_until="2026-08-31")
    perhaps = stretches(memorandum, planned_from="2026", planned_until="2026-08-31")

    assert told(begun)[-1] == ("2026-06-01", "2026-09-01", True, "terminated")
    assert told(later) == [("2026-06-01", "2026-09-01", False, "terminated")]
    assert {one.covered for one in perhaps if str(one.first) >= "2026-06-01"} == {None}


def test_s20_a_stay_that_begins_after_the_termination_is_refused() -> None:
    timeline = terminated_in_june().timeline(TASHKENT)

    require_not_terminated(timeline, parse_partial("2026-05-31"), "m")
    require_not_terminated(timeline, parse_partial("2026"), "m")
    require_not_terminated(timeline, parse_partial(None), "m")
    with pytest.raises(Refused) as refusal:
        require_not_terminated(timeline, parse_partial("2026-06"), "m")

    assert refusal.value.code == "memorandum_terminated"


def test_days_before_the_memorandum_and_days_of_suspension_are_uncovered() -> None:
    memorandum = given.a_signed_memorandum("2026-03-01")
    memorandum.suspend(given.with_a_reason(), effective_on="2026-04-01", until="2026-04-30")

    found = stretches(memorandum, planned_from="2026-02-27", planned_until="2026-05-31")

    assert [(one.covered, one.reason) for one in found] == [
        (False, "not_begun"),
        (True, "in_force"),
        (False, "suspended"),
        (True, "in_force"),
    ]


@pytest.mark.parametrize(("areas", "covered"), [(["joint_research"], False), (["other"], True), ([], True)])
def test_a_memorandum_covers_the_activities_that_it_names(areas: list[str], covered: bool) -> None:
    memorandum = given.a_signed_memorandum("2025-09-01", areas=areas)

    (found,) = stretches(memorandum, planned_from="2026-02-02", planned_until="2026-06-26")

    assert found.covered is covered
    assert found.reason == ("in_force" if covered else "other_activity")


def test_a_day_that_may_not_belong_to_the_case_is_told_apart() -> None:
    found = stretches(None, planned_from="2026-02", planned_until="2026-06-26")

    assert [(str(one.first), one.covered, one.certain) for one in found] == [
        ("2026-02-01", False, False),
        ("2026-02-28", False, True),
    ]
    assert {one.reason for one in found} == {"without_memorandum"}


def test_what_may_have_ended_is_undetermined() -> None:
    memorandum = given.a_signed_memorandum("2020-09-01", term={"kind": "unknown"})

    (found,) = stretches(memorandum, planned_from="2026-02-02", planned_until="2026-06-26")

    assert (found.covered, found.reason) == (None, "undetermined")


@pytest.mark.parametrize("unknown", ["planned_from", "planned_until"])
def test_nothing_is_told_of_days_that_nobody_knows(unknown: str) -> None:
    days: dict[str, Any] = {"planned_from": "2026-02-02", "planned_until": "2026-06-26", unknown: None}

    assert stretches(terminated_in_june(), **days) == []
