"""The caseload: cases as they stood on a day, as known at an instant."""

from __future__ import annotations

from typing import Any
from uuid import UUID

import pytest

from application.bitim import Bitim
from application.read_models import PROJECTIONS
from domain.shared.errors import Invalid, NotFound
from tests import given
from tests.application.office import act, refused
from tests.application.read_models import assert_rebuilt_equals_kept
from tests.application.sample import Hands


def nominated(bitim: Bitim, on: str = "2025-11-03", direction: str = "outgoing", **details: Any) -> UUID:
    return bitim.mobility_cases.nominate(act(on), direction=direction, details=given.the_details(**details)).id


def under_way(bitim: Bitim, **details: Any) -> UUID:
    case = nominated(bitim, **details)
    bitim.mobility_cases.accept(case, act("2025-12-01"), side="host")
    bitim.mobility_cases.start(case, act("2026-02-03"))
    return case


def ids(found: dict[str, Any]) -> list[str]:
    return [one["id"] for one in found["items"]]


def test_cases_are_listed_by_what_they_say(bitim: Bitim, clock: Hands) -> None:
    studies = nominated(bitim, unit="Faculty of Chemistry")
    clock.move(minutes=1)
    teaching = nominated(bitim, direction="incoming", purpose="teaching", partner_id=str(given.SHANDONG))
    bitim.mobility_cases.record_funding(teaching, act(), funding={"funder": "erasmus_project"})

    assert ids(bitim.caseload.list()) == [str(teaching), str(studies)]
    assert ids(bitim.caseload.list(purpose="studies")) == [str(studies)]
    assert ids(bitim.caseload.list(direction="incoming")) == [str(teaching)]
    assert ids(bitim.caseload.list(partner=str(given.SHANDONG))) == [str(teaching)]
    assert ids(bitim.caseload.list(unit="Faculty of Chemistry")) == [str(studies)]
    assert ids(bitim.caseload.list(academic_year="2025/2026", funder="erasmus_project")) == [str(teaching)]
    (shown,) = bitim.caseload.list(purpose="studies")["items"]
    assert (shown["partner"], shown["stage"], shown["eqf_level"]) == ("University of Cantabria", "nominated", 6)


def test_the_stage_is_that_of_the_day(bitim: Bitim) -> None:
    case = under_way(bitim)
    bitim.mobility_cases.complete(case, act("2026-06-30"), actual_until="2026-06-26")

    def stages(day: str) -> list[str]:
        return [one["stage"] for one in bitim.caseload.list(as_of=day)["items"]]

    assert stages("2025-11-02") == []
    assert stages("2025-11-03") == ["nominated"]
    assert stages("2026-02-02") == ["accepted"]
    assert stages("2026-06-26") == ["started"]
    assert stages("2026-06-27") == ["completed"]
    assert ids(bitim.caseload.list(stage="started", as_of="2026-03-01")) == [str(case)]
    assert ids(bitim.caseload.list(stage="started")) == []


def test_the_stage_is_undetermined_while_its_day_may_or_may_not_have_come(bitim: Bitim) -> None:
    details = given.the_details(purpose="internship")
    bitim.mobility_cases.register(act("2022-09"), direction="outgoing", details=details, reached="accepted")

    (shown,) = bitim.caseload.list(as_of="2022-09-15")["items"]

    assert (shown["stage"], shown["candidates"]) == ("undetermined", ["not_begun", "accepted"])
    assert bitim.caseload.list(as_of="2022-09-30")["items"][0]["stage"] == "accepted"


def test_the_caseload_is_that_known_at_the_instant(bitim: Bitim, clock: Hands) -> None:
    before_all = clock.instant
    clock.move(minutes=1)
    case = nominated(bitim)
    before = clock.instant
    clock.move(minutes=1)
    bitim.mobility_cases.accept(case, act("2025-12-01"), side="host")
    bitim.mobility_cases.correct(case, act(reason="Wrong"), event_version=1, field="eqf_level", value=8)

    assert [one["stage"] for one in bitim.caseload.list(known_at=before)["items"]] == ["nominated"]
    assert bitim.caseload.get(case, known_at=before)["eqf_level"] == 6
    assert (bitim.caseload.get(case)["eqf_level"], bitim.caseload.get(case)["version"]) == (8, 3)
    assert bitim.caseload.list(known_at=before_all)["items"] == []
    assert bitim.caseload.get(case, known_at=before_all)["stage"] is None


def test_the_caseload_is_counted_by_what_officers_ask_for(bitim: Bitim) -> None:
    under_way(bitim)
    other = nominated(bitim, purpose="teaching", partner_id=str(given.SHANDONG))
    for funder in ("own", "host"):
        bitim.mobility_cases.record_funding(other, act(), funding={"funder": funder})

    def counted(by: str, **asked: Any) -> dict[str | None, int]:
        return {group["value"]: group["number"] for group in bitim.caseload.summary(by=by, **asked)["groups"]}

    assert counted("stage") == {"started": 1, "nominated": 1}
    assert counted("purpose", stage="nominated") == {"teaching": 1}
    assert counted("funder") == {"own": 1, "host": 1, None: 1}
    assert counted("unit") == {None: 2}
    by_partner = bitim.caseload.summary(by="partner")
    assert {group["name"] for group in by_partner["groups"]} == {
        "University of Cantabria",
        "Shandong Jianzhu University",
    }
    assert by_partner["total"] == 2


def test_who_is_abroad_on_a_day_and_how_sure_that_is(bitim: Bitim) -> None:
    there = under_way(bitim)
    expected = nominated(bitim, planned_from="2026-02-10", planned_until="2026-05")
    bitim.mobility_cases.accept(expected, act("2025-12-01"), side="host")
    perhaps = under_way(bitim, planned_until=None)
    under_way(bitim, direction="incoming")

    def present(day: str) -> dict[str, str]:
        return {one["id"]: one["presence"] for one in bitim.caseload.present(as_of=day)["items"]}

    assert present("2026-02-02") == {}
    assert present("2026-03-01") == {str(there): "certain", str(expected): "expected", str(perhaps): "possible"}
    assert present("2026-07-01") == {str(perhaps): "possible"}


def test_the_pages_of_who_is_abroad_make_up_the_whole(bitim: Bitim) -> None:
    for first in ("2026-02-03", "2026-02-03", "2026-02-01"):
        under_way(bitim, planned_from=first)
    whole = ids(bitim.caseload.present(as_of="2026-03-01"))

    first = bitim.caseload.present(as_of="2026-03-01", limit=2)
    second = bitim.caseload.present(as_of="2026-03-01", limit=2, after=first["after"])

    assert len(whole) == 3
    assert ids(first) + ids(second) == whole
    assert second["after"] is None


def test_who_has_returned_or_given_up_is_not_abroad(bitim: Bitim) -> None:
    case = under_way(bitim)
    bitim.mobility_cases.interrupt(case, act("2026-04-02"), ground="without_justification", actual_until="2026-04-01")
    given_up = nominated(bitim)
    bitim.mobility_cases.cancel(given_up, act(reason="Ill"))

    assert ids(bitim.caseload.present(as_of="2026-04-01")) == [str(case)]
    assert ids(bitim.caseload.present(as_of="2026-04-02")) == []


@pytest.mark.parametrize(("day", "overdue"), [("2026-06-26", False), ("2026-06-27", True)])
def test_a_next_step_is_overdue_after_the_day_by_which_it_was_to_come(bitim: Bitim, day: str, overdue: bool) -> None:
    case = under_way(bitim)

    (shown,) = bitim.caseload.list(as_of=day)["items"]

    assert (shown["next_step"], shown["due"], shown["overdue"]) == ("complete", "2026-06-26", overdue)
    assert ids(bitim.caseload.list(as_of=day, overdue=True)) == ([str(case)] if overdue else [])


def test_credits_are_recognised_within_five_weeks_and_a_training_not_at_all(bitim: Bitim) -> None:
    student, trainee = under_way(bitim), under_way(bitim, purpose="staff_training")
    for case in (student, trainee):
        bitim.mobility_cases.complete(case, act("2026-06-26"))

    assert bitim.caseload.get(student)["due"] == "2026-07-31"
    assert ids(bitim.caseload.list(overdue=True)) == [str(student)]


def test_the_pages_make_up_the_whole_though_all_were_entered_at_once(bitim: Bitim) -> None:
    made = {str(nominated(bitim)) for _ in range(3)}

    first = bitim.caseload.list(limit=2, stage="nominated")
    second = bitim.caseload.list(limit=2, stage="nominated", after=first["after"])

    assert {*ids(first), *ids(second)} == made
    assert second["after"] is None


def test_a_case_that_names_nothing_on_record_is_refused(bitim: Bitim) -> None:
    with refused(bitim, "partner_not_found", field="partner_id"):
        nominated(bitim, partner_id=str(UUID(int=404)))
    with refused(bitim, "memorandum_not_found", field="memorandum_id"):
        nominated(bitim, memorandum_id=str(given.MEMORANDUM), without_memorandum="")
    case = nominated(bitim)
    with refused(bitim, "partner_not_found", field="funding.partner_id"):
        bitim.mobility_cases.record_funding(case, act(), funding={"funder": "donor", "partner_id": str(UUID(int=404))})


def test_what_is_not_there_or_out_of_form_is_refused(bitim: Bitim) -> None:
    with pytest.raises(NotFound):
        bitim.caseload.get(given.SHANDONG)
    for asked in ({"stage": "lost"}, {"funder": "uncle"}, {"academic_year": "2025"}, {"overdue": "yes"}):
        with pytest.raises(Invalid):
            bitim.caseload.list(**asked)


def test_a_caseload_filled_anew_equals_the_one_that_was_kept(bitim: Bitim, clock: Hands) -> None:
    case = under_way(bitim)
    clock.move(minutes=1)
    bitim.mobility_cases.interrupt(case, act("2026-04-02"))
    clock.move(minutes=1)
    bitim.mobility_cases.retract(case, act(reason="Another person"), event_version=4)

    kept = assert_rebuilt_equals_kept(bitim.projector, PROJECTIONS)

    assert len(kept["mobility_case"]) > 1


def test_a_partner_that_was_merged_is_counted_and_found_under_the_one_that_is_shown(bitim: Bitim) -> None:
    case = nominated(bitim)
    bitim.partners.merge(given.CANTABRIA, act(reason="Two spellings"), survivor_id=str(given.SHANDONG))

    assert ids(bitim.caseload.list(partner=str(given.SHANDONG))) == [str(case)]
    (group,) = bitim.caseload.summary(by="partner")["groups"]
    assert (group["value"], group["number"]) == (str(given.SHANDONG), 1)
