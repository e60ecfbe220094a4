"""A request for a partnership, and its one answer."""

from collections.abc import Callable
from typing import Any

import pytest

from domain.request.request import PartnershipRequest
from domain.shared.errors import Invalid
from tests import given
from tests.refusing import not_accepted, nothing_recorded, refused


def test_make_asks_for_a_partner_on_record() -> None:
    request = given.a_request(unit="Faculty of Economics")

    assert request.partner_id == str(given.CANTABRIA)
    assert (request.requester, request.unit, request.outcome) == ("professor-3", "Faculty of Economics", None)


def test_make_asks_for_a_partner_that_is_described() -> None:
    request = given.a_request(
        partner_id=None, partner_name="University of Oviedo", country="ES", partner_kind="university"
    )

    assert (request.partner_id, request.partner_name, request.country) == (None, "University of Oviedo", "ES")


@pytest.mark.parametrize(
    ("details", "field"),
    [
        ({"partner_id": None}, "partner_name"),
        ({"partner_name": "University of Cantabria"}, "partner_id"),
        ({"partner_id": "Cantabria"}, "partner_id"),
        ({"partner_id": None, "partner_name": "Oviedo", "country": "XX"}, "country"),
        ({"partner_id": None, "partner_name": "Oviedo", "partner_kind": "bank"}, "partner_kind"),
        ({"purpose": " "}, "purpose"),
        ({"purpose": "x" * 5001}, "purpose"),
        ({"requester": ""}, "requester"),
    ],
)
def test_make_refuses_a_part_out_of_form(details: dict[str, Any], field: str) -> None:
    with pytest.raises(Invalid) as refusal:
        given.a_request(**details)

    assert refusal.value.field == field


def test_accept_answers_with_a_draft() -> None:
    request = given.a_request()

    request.accept(given.an_act(), memorandum_id=given.MEMORANDUM)

    assert (request.outcome, request.memorandum_id) == ("accepted", str(given.MEMORANDUM))


def test_accept_refuses_a_request_that_was_withdrawn() -> None:
    request = given.a_request()
    request.withdraw(given.an_act(actor="professor-3"))

    with refused(request, "request_closed", outcome="withdrawn"):
        request.accept(given.an_act(), memorandum_id=given.MEMORANDUM)


def test_decline_answers_with_the_reason() -> None:
    request = given.a_request()

    request.decline(given.with_a_reason("A memorandum with Cantabria is in force"))

    assert request.outcome == "declined"


def test_decline_refuses_to_go_without_a_reason_or_after_an_answer() -> None:
    request = given.a_request()

    with not_accepted(request, "reason", "required"):
        request.decline(given.an_act())
    request.accept(given.an_act(), memorandum_id=given.MEMORANDUM)
    with refused(request, "request_closed", outcome="accepted", memorandum_id=str(given.MEMORANDUM)):
        request.decline(given.with_a_reason())


def test_withdraw_takes_the_request_back() -> None:
    request = given.a_request()

    request.withdraw(given.an_act(actor="professor-3"))

    assert request.outcome == "withdrawn"
    with nothing_recorded(request):
        request.withdraw(given.an_act(actor="professor-3"))


def test_withdraw_refuses_anybody_but_the_requester() -> None:
    request = given.a_request()

    with refused(request, "not_the_requester", requester="professor-3"):
        request.withdraw(given.an_act())


def test_withdraw_refuses_after_an_answer() -> None:
    request = given.a_request()
    request.decline(given.with_a_reason())

    with refused(request, "request_closed", outcome="declined"):
        request.withdraw(given.an_act(actor="professor-3"))


ANSWERS: dict[str, Callable[[PartnershipRequest, str], None]] = {
    "accept": lambda request, day: request.accept(given.an_act(day), memorandum_id=given.MEMORANDUM),
    "decline": lambda request, day: request.decline(given.an_act(day, reason="Another one is in force")),
    "withdraw": lambda request, day: request.withdraw(given.an_act(day, actor="professor-3")),
}


@pytest.mark.parametrize("answer", ANSWERS.values(), ids=ANSWERS)
def test_no_answer_comes_before_the_request(answer: Callable[[PartnershipRequest, str], None]) -> None:
    request = given.a_request()

    with not_accepted(request, "occurred_on", "not_before"):
        answer(request, "2020-01")
    answer(request, "2026")  # perhaps after it

    assert request.outcome is not None
