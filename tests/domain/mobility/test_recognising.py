"""What came of a stay: certificate, recognition, a cotutelle's degree, the money."""

import pytest

from domain.mobility.case import MobilityCase
from tests import given
from tests.refusing import not_accepted, nothing_recorded, refused

GRANT = {"funder": "foundation", "name": "El-Yurt Umidi", "amount": "1200.50", "currency": "USD"}


def test_certify_keeps_the_certificate_of_the_host() -> None:
    case = given.a_completed_case()

    case.certify(given.an_act(), certificate="Certificate of attendance 17/2026")

    assert case.certificates == ("Certificate of attendance 17/2026",)
    with nothing_recorded(case):
        case.certify(given.an_act(), certificate="Certificate of attendance 17/2026")


def test_certify_refuses_a_stay_that_has_not_begun() -> None:
    case = given.an_accepted_case()

    with refused(case, "case_stage_forbids", command="certify", stage="accepted"):
        case.certify(given.an_act(), certificate="Certificate")


@pytest.mark.parametrize(("given_ects", "kept"), [("30", "30"), ("7.50", "7.5"), (30, "30"), (None, None)])
def test_recognise_keeps_the_credits(given_ects: str, kept: str) -> None:
    case = given.a_completed_case()

    case.recognise(given.an_act(), ects=given_ects)

    assert (case.stage, case.ects) == ("recognised", kept)
    with nothing_recorded(case):
        case.recognise(given.an_act(), ects=given_ects)


def test_recognise_adds_credits_to_what_force_majeure_cut_short() -> None:
    case = given.a_case_under_way()
    case.interrupt(given.an_act("2026-04-02"), ground="force_majeure")

    case.recognise(given.an_act(), ects="12")

    assert (case.stage, case.ects) == ("recognised", "12")


@pytest.mark.parametrize("ects", ["-1", "30.125", "many", ""])
def test_recognise_refuses_what_is_no_number_of_credits(ects: str) -> None:
    case = given.a_completed_case()

    with not_accepted(case, "ects", "amount"):
        case.recognise(given.an_act(), ects=ects)


def test_record_funding_keeps_source_amount_and_currency() -> None:
    case = given.a_nomination()

    case.record_funding(given.an_act(), funding=GRANT)

    assert case.funding[0]["amount"] == "1200.5"
    assert case.funding[0]["partner_id"] is None
    with nothing_recorded(case):
        case.record_funding(given.an_act(), funding=GRANT)


@pytest.mark.parametrize(
    ("part", "field"),
    [
        ({"funder": "uncle"}, "funding.funder"),
        ({"currency": None}, "funding.currency"),
        ({"amount": None}, "funding.currency"),
        ({"currency": "XXX"}, "funding.currency"),
        ({"amount": 12.5}, "funding.amount"),
        ({"partner_id": "El-Yurt"}, "funding.partner_id"),
        ({"person": "A. Person"}, "funding"),
    ],
)
def test_record_funding_refuses_a_part_out_of_form(part: dict[str, object], field: str) -> None:
    case = given.a_nomination()

    with not_accepted(case, field):
        case.record_funding(given.an_act(), funding={**GRANT, **part})


def enrolled() -> MobilityCase:
    case = given.a_cotutelle()
    case.enrol(given.an_act("2025-12-15"))
    return case


def test_enrol_defend_and_award_are_the_stages_of_a_cotutelle() -> None:
    case = enrolled()
    case.defend(given.an_act("2026-05"))
    case.award_degree(given.an_act("2026-08-30"))

    assert [one.stage for one in case.path] == ["nominated", "accepted", "enrolled", "defended", "degree_awarded"]
    assert (case.actual_from, case.actual_until) == ("2025-12-15", "2026-05")


def test_enrol_begins_a_cotutelle() -> None:
    assert (enrolled().stage, enrolled().actual_from) == ("enrolled", "2025-12-15")


def test_enrol_refuses_a_case_of_another_purpose() -> None:
    case = given.an_accepted_case()

    with refused(case, "case_stage_forbids", command="enrol", possible_in=()):
        case.enrol(given.an_act())


def test_defend_ends_the_stay_of_a_cotutelle() -> None:
    case = enrolled()

    case.defend(given.an_act("2026-05-20"))

    assert (case.stage, case.has_ended) == ("defended", True)


def test_defend_refuses_a_candidate_who_is_not_enrolled() -> None:
    case = given.a_cotutelle()

    with refused(case, "case_stage_forbids", command="defend", stage="accepted", possible_in=("enrolled",)):
        case.defend(given.an_act())


def test_award_degree_follows_the_defence() -> None:
    case = enrolled()
    case.defend(given.an_act("2026-05-20"))

    case.award_degree(given.an_act())

    assert case.stage == "degree_awarded"


def test_award_degree_refuses_a_thesis_that_is_not_defended() -> None:
    case = enrolled()

    with refused(case, "case_stage_forbids", command="award_degree", stage="enrolled"):
        case.award_degree(given.an_act())
    with refused(case, "case_stage_forbids", command="start"):
        case.start(given.an_act())
