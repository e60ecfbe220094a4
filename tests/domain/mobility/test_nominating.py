"""The nomination: what it says, what both sides answer, giving it up."""

from typing import Any

import pytest

from domain.mobility.case import MobilityCase
from domain.mobility.details import PURPOSES
from domain.shared.errors import Invalid
from tests import given
from tests.refusing import not_accepted, nothing_recorded, refused


def test_nominate_puts_a_person_forward_for_a_stay() -> None:
    case = given.a_nomination(unit="Faculty of Chemistry", programme="Erasmus+ KA171")

    assert (case.stage, case.direction, case.purpose) == ("nominated", "outgoing", "studies")
    assert case.person_id == str(given.PERSON)
    assert (case.details["unit"], case.details["office"], case.details["eqf_level"]) == (
        "Faculty of Chemistry",
        "second-year student",
        6,
    )


def test_the_academic_year_is_that_of_the_first_day_where_it_is_certain() -> None:
    assert given.a_nomination(planned_from="2026-09", planned_until="2027").details["academic_year"] == "2026/2027"
    assert given.a_nomination(planned_until="2027").details["academic_year"] == "2025/2026"
    assert given.a_nomination(planned_from="2026-08-31", planned_until=None).details["academic_year"] == "2025/2026"
    assert given.a_nomination(planned_from="2026", planned_until=None).details["academic_year"] is None
    assert given.a_nomination(academic_year="2024/2025").details["academic_year"] == "2024/2025"


@pytest.mark.parametrize("purpose", PURPOSES)
def test_every_purpose_of_the_office_can_be_nominated_for(purpose: str) -> None:
    assert given.a_nomination(purpose=purpose).purpose == purpose


@pytest.mark.parametrize(
    ("details", "field"),
    [
        ({"purpose": "holiday"}, "purpose"),
        ({"partner_id": "Cantabria"}, "partner_id"),
        ({"direction": "upward"}, "direction"),
        ({"eqf_level": 9}, "eqf_level"),
        ({"eqf_level": True}, "eqf_level"),
        ({"field": "9999"}, "field"),
        ({"academic_year": "2025/2027"}, "academic_year"),
        ({"academic_year": "2025"}, "academic_year"),
        ({"planned_from": "soon"}, "planned_from"),
        ({"planned_until": "2026-02-01"}, "planned_until"),
        ({"memorandum_id": str(given.MEMORANDUM)}, "without_memorandum"),
        ({"without_memorandum": ""}, "without_memorandum"),
        ({"name": "A. Person"}, "details"),
    ],
)
def test_nominate_refuses_a_detail_out_of_form(details: dict[str, Any], field: str) -> None:
    with pytest.raises(Invalid) as refusal:
        given.a_nomination(**details)

    assert refusal.value.field == field


def test_nominate_refuses_a_person_who_is_named_and_a_day_to_come() -> None:
    whole: dict[str, Any] = {"case_id": given.CASE, "direction": "outgoing", "details": given.the_details()}

    with pytest.raises(Invalid) as named:
        MobilityCase.nominate(given.an_act(), person_id="Kh. L. Pulatov", **whole)
    with pytest.raises(Invalid) as to_come:
        MobilityCase.nominate(given.an_act("2026-09-15"), person_id=str(given.PERSON), **whole)

    assert (named.value.field, to_come.value.field) == ("person_id", "occurred_on")


def test_a_case_accepted_by_the_host_keeps_the_answers_of_both_sides_apart() -> None:
    case = given.a_nomination()

    case.accept(given.an_act("2025-11-10"), side="sending")
    assert case.stage == "nominated"
    case.reject(given.an_act("2025-11-20"), side="host", comment="No level of language is stated")
    assert case.stage == "nominated"
    case.accept(given.an_act("2025-12-01"), side="host", comment="With a certificate of B2")

    assert case.stage == "accepted"
    assert [(one.side, one.accepted) for one in case.answers] == [("sending", True), ("host", False), ("host", True)]


def test_accept_counts_the_same_answer_once() -> None:
    case = given.an_accepted_case()

    with nothing_recorded(case):
        case.accept(given.an_act(), side="host")


def test_accept_of_the_host_does_not_outweigh_the_sending_side() -> None:
    case = given.an_accepted_case()

    case.reject(given.an_act("2025-12-05"), side="sending", comment="The student has left")

    assert case.stage == "nominated"


def test_accept_refuses_another_side_and_a_case_under_way() -> None:
    case = given.a_nomination()
    with not_accepted(case, "side", "one_of"):
        case.accept(given.an_act(), side="ministry")

    begun = given.a_case_under_way()
    with refused(begun, "case_stage_forbids", command="accept", stage="started", possible_in=("nominated", "accepted")):
        begun.accept(given.an_act(), side="sending")


def test_reject_says_why() -> None:
    case = given.a_nomination()

    case.reject(given.an_act("2025-11-20"), side="host", comment="The field of study is not offered")

    answer = case.answer_of("host")
    assert answer is not None
    assert (answer.accepted, answer.comment) == (False, "The field of study is not offered")


def test_reject_refuses_to_say_nothing() -> None:
    case = given.a_nomination()

    with not_accepted(case, "comment", "required"):
        case.reject(given.an_act(), side="host", comment="")


def test_revise_changes_the_nomination_which_is_answered_anew() -> None:
    case = given.an_accepted_case()

    case.revise(given.an_act("2025-12-03"), changes={"field": "0721", "eqf_level": 7})

    assert (case.details["field"], case.details["eqf_level"], case.stage) == ("0721", 7, "nominated")
    assert case.answer_of("host") is None
    with nothing_recorded(case):
        case.revise(given.an_act(), changes={"field": "0721"})


def test_revise_puts_a_memorandum_in_the_place_of_the_reason_for_none() -> None:
    case = given.a_nomination()

    case.revise(given.an_act(), changes={"memorandum_id": str(given.MEMORANDUM)})
    assert (case.memorandum_id, case.details["without_memorandum"]) == (str(given.MEMORANDUM), "")
    case.revise(given.an_act(), changes={"without_memorandum": "It has expired"})

    assert case.memorandum_id is None


def test_revise_refuses_the_person_and_what_is_out_of_form() -> None:
    case = given.a_nomination()

    with not_accepted(case, "changes", "one_of"):
        case.revise(given.an_act(), changes={"person_id": str(given.REQUEST)})
    with not_accepted(case, "changes.eqf_level", "between"):
        case.revise(given.an_act(), changes={"eqf_level": 0})
    with not_accepted(case, "without_memorandum", "instead_of_memorandum"):
        case.revise(given.an_act(), changes={"without_memorandum": ""})


def test_cancel_gives_a_case_up_before_it_began() -> None:
    case = given.an_accepted_case()

    case.cancel(given.with_a_reason("The student fell ill"))

    assert (case.stage, case.uses_a_place) == ("cancelled", False)


def test_cancel_refuses_a_stay_that_has_begun_and_a_missing_reason() -> None:
    case = given.a_nomination()
    with not_accepted(case, "reason", "required"):
        case.cancel(given.an_act())

    begun = given.a_case_under_way()
    with refused(begun, "case_stage_forbids", command="cancel", stage="started"):
        begun.cancel(given.with_a_reason())
