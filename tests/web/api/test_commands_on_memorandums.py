"""Every command on memorandums over HTTP: its success and its refusal."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import pytest

from domain.shared.event import Aggregate
from tests import given
from tests.web.api.desk import Desk, is_done, is_refused

E1 = {"edition_id": "e1"}
CONTENT = given.a_content(areas=[{"area": "student_exchange"}])
SIGNATURE = {"party_id": "p1", "signatory": "D. Karimova", "office": "Rector"}
CONTACT = {"party_id": "p2", "role": "coordination"}
REASON = {"reason": "The scan says otherwise"}


def in_force(**parts: Any) -> Callable[[], Aggregate]:
    return lambda: given.a_signed_memorandum("2026-09-01", **parts)


def suspended() -> Aggregate:
    memorandum = given.a_signed_memorandum("2026-09-01")
    memorandum.suspend(given.an_act())
    return memorandum


def with_a_contact() -> Aggregate:
    memorandum = given.a_drafted_memorandum()
    memorandum.name_contact(given.an_act(), **CONTACT, office="International Office")
    return memorandum


def archived() -> Aggregate:
    memorandum = given.a_signed_memorandum("2026-09-01")
    memorandum.archive(given.an_act())
    return memorandum


@dataclass(frozen=True)
class Case:
    """A command on a state: what succeeds, and what is refused on another state or with other fields."""

    verb: str
    state: Callable[[], Aggregate]
    fields: dict[str, Any]
    refused: dict[str, Any]
    status: int
    code: str
    refused_on: Callable[[], Aggregate] | None = None
    adds: int = 1


DRAFT, SUBMITTED, APPROVED = given.a_drafted_memorandum, given.a_submitted_draft, given.an_approved_draft
SIGNED, PAPER = given.a_signed_memorandum, given.a_memorandum_from_paper
UNNAMED = lambda: given.a_drafted_memorandum(parties=given.parties("a university in Tajikistan"))  # noqa: E731  a state
STUB = lambda: given.a_memorandum_from_paper(updated_form=True)  # noqa: E731  a state
TACIT = in_force(term=given.TACIT)

CASES = [
    Case(
        "revise",
        DRAFT,
        {**E1, "changes": {"titles": {"en": "MoU"}}},
        {**E1, "changes": {"titles": {}}},
        422,
        "invalid_value",
    ),
    Case("revert", APPROVED, E1, E1, 409, "never_approved", DRAFT, adds=0),
    Case(
        "name_counterparty",
        UNNAMED,
        {**E1, "party_id": "p2", "partner_id": str(given.SHANDONG)},
        {**E1, "party_id": "p2", "partner_id": str(given.REQUEST)},
        422,
        "partner_not_found",
    ),
    Case("plan_signing", DRAFT, {**E1, "event": "Forum"}, {**E1, "event": "Forum"}, 409, "stage_forbids", SIGNED),
    Case("submit", DRAFT, E1, E1, 409, "stage_forbids", SUBMITTED),
    Case("clear", SUBMITTED, {**E1, "role": "legal"}, {**E1, "role": "finance"}, 409, "clearance_missing"),
    Case(
        "return_for_changes",
        SUBMITTED,
        {**E1, "role": "legal", **REASON},
        {**E1, "role": "legal"},
        422,
        "invalid_value",
    ),
    Case("record_partner_approval", DRAFT, {**E1, "party_id": "p2"}, {**E1, "party_id": "p1"}, 422, "invalid_value"),
    Case("withdraw", DRAFT, E1, E1, 409, "concluded_cannot_be_withdrawn", SIGNED),
    Case("sign", APPROVED, {**E1, **SIGNATURE}, {**E1, **SIGNATURE}, 409, "approvals_missing", DRAFT),
    Case(
        "record_outside_signature",
        DRAFT,
        {**E1, **SIGNATURE, "source": {"title": "Protocol of the forum"}},
        {**E1, **SIGNATURE},
        422,
        "invalid_value",
    ),
    Case("propose_renewal", SIGNED, {"changes": {"areas": []}}, {"changes": {}}, 409, "nothing_to_renew", DRAFT),
    Case(
        "propose_amendment",
        SIGNED,
        {"amends": "e1", "changes": {"areas": []}},
        {"amends": "e1", "changes": {}},
        409,
        "nothing_changed",
    ),
    Case(
        "record_edition",
        PAPER,
        {"edition": {"signed_on": "2019-05", "parties": CONTENT["parties"]}, "source": {"title": "Scan"}},
        {"edition": {"signed_on": "2027-01-01"}},
        422,
        "invalid_value",
    ),
    Case(
        "complete_stub",
        STUB,
        {"edition_id": "e2", "known": {"signed_on": "2019-05-20"}, "source": {"title": "Scan"}},
        {"edition_id": "e3", "known": {"titles": {"en": "Another"}}},
        409,
        "known_already",
    ),
    Case("object", TACIT, {"party_id": "p2"}, {"party_id": "p2"}, 409, "no_tacit_renewal", SIGNED),
    Case("suspend", in_force(), {}, {}, 409, "standing_forbids", DRAFT),
    Case("resume", suspended, {}, {}, 409, "standing_forbids", in_force()),
    Case("give_notice", in_force(), {"party_id": "p1"}, {"party_id": "p7"}, 422, "invalid_value"),
    Case("terminate", in_force(), {}, {}, 409, "standing_forbids", DRAFT),
    Case("assign_owner", DRAFT, {"owner": "employee-8"}, {"owner": ""}, 422, "invalid_value"),
    Case(
        "record_partner_reference",
        DRAFT,
        {"party_id": "p2", "reference": "A-12"},
        {"party_id": "p2", "reference": "\u202e"},
        422,
        "invalid_value",
    ),
    Case(
        "name_contact",
        DRAFT,
        {**CONTACT, "office": "International Office", "email": "io@sju.example"},
        {**CONTACT, "office": "International Office", "email": "the office"},
        422,
        "invalid_value",
    ),
    Case("withdraw_contact", with_a_contact, CONTACT, {**CONTACT, "party_id": "p7"}, 422, "invalid_value"),
    Case("note", DRAFT, {"note": "Ask for a copy"}, {"note": ""}, 422, "invalid_value"),
    Case("archive", SIGNED, {}, {}, 409, "in_preparation", DRAFT),
    Case("bring_back", archived, {}, {"occurred_on": "2027-01-01"}, 422, "invalid_value"),
    Case(
        "correct",
        DRAFT,
        {"event_version": 1, "field": "kind", "value": "other", **REASON},
        {"event_version": 9, "field": "kind", "value": "other", **REASON},
        422,
        "event_not_found",
    ),
    Case(
        "retract", SUBMITTED, {"event_version": 2, **REASON}, {"event_version": 1, **REASON}, 409, "cannot_be_retracted"
    ),
]


def address(verb: str) -> str:
    return f"/memorandums/{given.MEMORANDUM}/{verb.replace('_', '-')}"


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.verb)
def test_a_command_that_is_possible_is_carried_out(desk: Desk, case: Case) -> None:
    version = desk.keep(case.state).version

    answer = desk.send(address(case.verb), case.fields, version=version)

    is_done(answer, version + case.adds)
    assert answer.json["id"] == str(given.MEMORANDUM)
    assert desk.memorandum().version == version + case.adds


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.verb)
def test_a_command_that_is_not_possible_is_refused(desk: Desk, case: Case) -> None:
    version = desk.keep(case.refused_on or case.state).version

    with desk.storing_nothing():
        answer = desk.send(address(case.verb), case.refused, version=version)

    is_refused(answer, case.status, case.code)
