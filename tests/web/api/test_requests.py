"""Requests for a partnership over HTTP: every command, its success and its refusal."""

from __future__ import annotations

from uuid import UUID

from domain.request.request import PartnershipRequest
from tests import given
from tests.web.api.desk import Desk, is_done, is_refused
from tests.web.api.test_memorandums import DRAFT

WISH = {"requester": given.OFFICER, "purpose": "Joint field work", "partner_name": "University of Osh", "country": "KG"}


def at(verb: str) -> str:
    return f"/requests/{given.REQUEST}/{verb}"


def test_a_request_is_made(desk: Desk) -> None:
    answer = desk.send("/requests", WISH)

    is_done(answer, version=1, status=201)
    assert answer.headers["Location"] == f"/api/v1/requests/{answer.json['id']}"
    assert desk.bitim.store.get(PartnershipRequest, UUID(answer.json["id"])).country == "KG"


def test_a_request_that_names_no_partner_is_refused(desk: Desk) -> None:
    with desk.storing_nothing():
        answer = desk.send("/requests", {"requester": "lecturer-7", "purpose": "Joint field work"})

    assert is_refused(answer, 422, "invalid_value")["fields"][0]["field"] == "partner_name"


def test_a_request_is_accepted_with_a_draft(desk: Desk) -> None:
    desk.keep(given.a_request)

    answer = desk.send(at("accept"), DRAFT, version=1)

    is_done(answer, version=1, status=201)
    assert answer.headers["Location"] == f"/api/v1/memorandums/{answer.json['id']}"
    assert answer.json["reference"] == "MOU-2026-0001"
    assert desk.bitim.store.get(PartnershipRequest, given.REQUEST).memorandum_id == answer.json["id"]


def test_a_request_that_is_answered_is_not_answered_again(desk: Desk) -> None:
    desk.keep(given.a_request)
    desk.send(at("decline"), {"reason": "No funds"}, version=1)

    with desk.storing_nothing():
        for verb, fields in (("accept", DRAFT), ("decline", {"reason": "No funds"})):
            is_refused(desk.send(at(verb), fields, version=2), 409, "request_closed")


def test_a_draft_may_answer_a_request_once(desk: Desk) -> None:
    desk.keep(given.a_request)

    unknown = desk.send("/memorandums", DRAFT | {"request_id": str(given.MEMORANDUM)})
    answer = desk.send("/memorandums", DRAFT | {"request_id": str(given.REQUEST)})
    again = desk.send("/memorandums", DRAFT | {"request_id": str(given.REQUEST)})

    assert is_refused(unknown, 422, "not_found")["fields"][0]["field"] == "request_id"
    is_done(answer, version=1, status=201)
    is_refused(again, 409, "request_closed")


def test_a_request_is_declined_with_a_reason_or_not_at_all(desk: Desk) -> None:
    desk.keep(given.a_request)

    with desk.storing_nothing():
        is_refused(desk.send(at("decline"), {"reason": " "}, version=1), 422, "invalid_value")
    is_done(desk.send(at("decline"), {"reason": "No funds"}, version=1), version=2)


def test_only_the_one_who_made_a_request_takes_it_back(desk: Desk) -> None:
    desk.keep(lambda: given.a_request(requester=given.OFFICER))

    with desk.storing_nothing():
        stranger = desk.send(at("withdraw"), version=1, headers={"Bitim-Account": "officer-2"})
    is_refused(stranger, 409, "not_the_requester")
    is_done(desk.send(at("withdraw"), version=1), version=2)
