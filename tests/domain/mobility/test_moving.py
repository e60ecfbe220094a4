"""The stay itself: other dates, first and last day, an early return."""

import pytest

from domain.shared.dates import ANY_DAY
from tests import given
from tests.refusing import not_accepted, nothing_recorded, refused


def test_s34_the_path_of_a_rejected_corrected_and_recognised_case_is_kept() -> None:
    case = given.a_nomination()
    case.reject(given.an_act("2025-11-20"), side="host", comment="Level missing")
    case.revise(given.an_act("2025-11-21"), changes={"eqf_level": 7})
    case.accept(given.an_act("2025-12-01"), side="host")
    case.start(given.an_act("2026-02-03"))
    case.complete(given.an_act("2026-06-26"))
    case.recognise(given.an_act("2026-07-10"), ects="30")

    assert [one.stage for one in case.path] == ["nominated", "accepted", "started", "completed", "recognised"]
    assert [(one.side, one.accepted, one.comment) for one in case.answers] == [
        ("host", False, "Level missing"),
        ("host", True, ""),
    ]
    with not_accepted(case, "field", "one_of"):
        case.correct(given.with_a_reason(), event_version=1, field="person_id", value=str(given.REQUEST))


@pytest.mark.parametrize(("ground", "stage"), [("force_majeure", "recognised"), ("without_justification", "cancelled")])
def test_s35_an_early_return_ends_by_its_ground_with_the_actual_dates(ground: str, stage: str) -> None:
    case = given.a_case_under_way()

    case.interrupt(given.an_act("2026-04-02"), ground=ground, actual_until="2026-04-01")

    assert case.stage == stage
    assert (case.actual_from, case.actual_until) == ("2026-02-03", "2026-04-01")
    assert case.uses_a_place


def test_change_dates_moves_what_is_planned() -> None:
    case = given.an_accepted_case()

    case.change_dates(given.with_a_reason("The visa came late"), planned_from="2026-02-20")

    assert (case.details["planned_from"], case.details["planned_until"]) == ("2026-02-20", "2026-06-26")
    with nothing_recorded(case):
        case.change_dates(given.with_a_reason(), planned_from="2026-02-20")


def test_change_dates_refuses_a_last_day_before_the_first_and_an_ended_stay() -> None:
    case = given.an_accepted_case()
    with not_accepted(case, "planned_until", "not_before"):
        case.change_dates(given.with_a_reason(), planned_until="2026-01-31")
    with not_accepted(case, "reason", "required"):
        case.change_dates(given.an_act(), planned_until="2026-07-31")

    over = given.a_completed_case()
    with refused(over, "case_stage_forbids", command="change_dates", stage="completed"):
        over.change_dates(given.with_a_reason(), planned_until="2026-07-31")


def test_start_takes_the_day_of_the_act_unless_another_is_stated() -> None:
    assert given.a_case_under_way().actual_from == "2026-02-03"

    case = given.an_accepted_case()
    case.start(given.an_act("2026-02-10"), actual_from="2026-02")

    assert case.actual_from == "2026-02"


def test_start_refuses_what_is_not_accepted_and_days_out_of_order() -> None:
    nominated = given.a_nomination()
    with refused(nominated, "case_stage_forbids", command="start", stage="nominated", possible_in=("accepted",)):
        nominated.start(given.an_act())

    case = given.an_accepted_case()
    with refused(case, "stages_out_of_order", stage="started", before="accepted"):
        case.start(given.an_act("2025-11-30"))
    with not_accepted(case, "actual_from", "not_after"):
        case.start(given.an_act(), actual_from="2026-09-15")


def test_complete_ends_the_stay() -> None:
    case = given.a_completed_case()

    assert (case.stage, case.actual_until) == ("completed", "2026-06-26")
    assert case.stay().actual == (True, True)


def test_complete_refuses_a_last_day_before_the_first() -> None:
    case = given.a_case_under_way()

    with not_accepted(case, "actual_until", "not_before"):
        case.complete(given.an_act(), actual_until="2026-02-02")


def test_interrupt_waits_for_its_ground() -> None:
    case = given.a_case_under_way()

    case.interrupt(given.an_act("2026-04-02"), actual_until="2026-04-01")
    assert case.stage == "interrupted"
    with nothing_recorded(case):
        case.interrupt(given.an_act("2026-05-01"))
    case.interrupt(given.an_act("2026-05-01"), ground="force_majeure")

    assert (case.stage, case.actual_until) == ("recognised", "2026-04-01")


def test_interrupt_refuses_another_ground_and_a_stay_that_has_not_begun() -> None:
    case = given.a_case_under_way()
    with not_accepted(case, "ground", "one_of"):
        case.interrupt(given.an_act(), ground="homesickness")

    accepted = given.an_accepted_case()
    with refused(accepted, "case_stage_forbids", command="interrupt", stage="accepted"):
        accepted.interrupt(given.an_act())


def test_what_is_not_known_of_a_stay_may_be_any_day() -> None:
    stay = given.a_nomination(planned_until=None).stay()

    assert stay.until == ANY_DAY
    assert not stay.known
