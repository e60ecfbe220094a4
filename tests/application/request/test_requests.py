"""Requests for a partnership: a draft and the answer are one command."""

from typing import Any

import pytest

from application.bitim import Bitim
from domain.memorandum.memorandum import Memorandum
from domain.request.request import PartnershipRequest
from tests import given
from tests.application.office import act, keep, nothing_stored, refused

DRAFT: dict[str, Any] = {"kind": "other", "owner": "employee-7"}


def test_an_accepted_request_and_its_draft_name_each_other(bitim: Bitim) -> None:
    request = bitim.requests.make(
        act(), requester="professor-3", purpose="Joint research", partner_id=str(given.CANTABRIA)
    )

    begun = bitim.requests.accept(request.id, act(), 1, **DRAFT, content=given.a_content())

    assert bitim.store.get(PartnershipRequest, request.id).memorandum_id == str(begun.id)
    assert bitim.store.get(Memorandum, begun.id).request_id == str(request.id)
    accepted, drafted = bitim.store.events(request.id)[-1], bitim.store.events(begun.id)[0]
    assert accepted.recorded_at == drafted.recorded_at


def test_a_draft_that_answers_a_request_accepts_it(bitim: Bitim) -> None:
    request = keep(bitim, given.a_request)

    bitim.memorandums.draft(act(), **DRAFT, content=given.a_content(), request_id=request.id)

    assert bitim.store.get(PartnershipRequest, request.id).outcome == "accepted"


def test_a_refused_draft_leaves_the_request_waiting(bitim: Bitim) -> None:
    request = keep(bitim, given.a_request)

    with refused(bitim, "invalid_value", field="titles"):
        bitim.requests.accept(request.id, act(), **DRAFT, content=given.a_content(titles={}))

    assert bitim.store.get(PartnershipRequest, request.id).outcome is None


def test_a_request_is_answered_once(bitim: Bitim) -> None:
    request = keep(bitim, given.a_request)
    bitim.requests.decline(request.id, act(reason="One with Cantabria is in force"))

    with refused(bitim, "request_closed", outcome="declined"):
        bitim.requests.accept(request.id, act(), **DRAFT, content=given.a_content())
    with refused(bitim, "request_closed", outcome="declined"):
        bitim.requests.withdraw(request.id, act(actor="professor-3"))


def test_a_request_answered_on_an_old_version_is_refused(bitim: Bitim) -> None:
    request = keep(bitim, given.a_request)
    bitim.requests.withdraw(request.id, act(actor="professor-3"), 1)

    with refused(bitim, "stale_version", expected=1, version=2):
        bitim.requests.accept(request.id, act(), 1, **DRAFT, content=given.a_content())


def test_a_request_for_a_partner_that_is_not_on_record_is_refused(bitim: Bitim) -> None:
    with refused(bitim, "partner_not_found", field="partner_id", id=str(given.MEMORANDUM)):
        bitim.requests.make(act(), requester="professor-3", purpose="Research", partner_id=str(given.MEMORANDUM))


@pytest.mark.parametrize("request_id", [given.MEMORANDUM, given.SHANDONG])
def test_a_draft_that_answers_no_request_is_refused(bitim: Bitim, request_id: Any) -> None:
    with refused(bitim, "not_found", kind="request", id=str(request_id)):
        bitim.memorandums.draft(act(), **DRAFT, content=given.a_content(), request_id=request_id)


def test_a_request_withdrawn_twice_is_withdrawn_once(bitim: Bitim) -> None:
    request = keep(bitim, given.a_request)
    bitim.requests.withdraw(request.id, act(actor="professor-3"))

    with nothing_stored(bitim):
        assert bitim.requests.withdraw(request.id, act(actor="professor-3")).version == 2
