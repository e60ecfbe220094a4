"""Memorandums over HTTP: beginning them, and the commands that concern more than one record."""

from __future__ import annotations

import hashlib
import io
from typing import Any
from uuid import UUID

from domain.memorandum.memorandum import Memorandum
from tests import given
from tests.web.api.desk import Desk, is_done, is_refused

PDF = b"%PDF-1.7 a signed original"
CONTENT = given.a_content(areas=[{"area": "student_exchange", "fields": ["0711"]}])
DRAFT = {"kind": "memorandum_of_understanding", "owner": "employee-7", "content": CONTENT}
PAPER = {"signed_on": "2019-05", "parties": CONTENT["parties"], "term": given.TACIT}
ON_PAPER = {"kind": "other", "owner": "employee-7", "editions": [PAPER], "source": {"title": "Scan"}}


def at(verb: str) -> str:
    return f"/memorandums/{given.MEMORANDUM}/{verb}"


def a_draft(desk: Desk, **fields: Any) -> UUID:
    return UUID(desk.send("/memorandums", DRAFT | fields).json["id"])


def test_a_draft_is_begun_with_the_next_free_number(desk: Desk) -> None:
    answer = desk.send("/memorandums", DRAFT)

    is_done(answer, version=1, status=201)
    assert answer.json["reference"] == "MOU-2026-0001"
    assert answer.headers["Location"] == f"/api/v1/memorandums/{answer.json['id']}"
    assert desk.memorandum(UUID(answer.json["id"])).edition("e1").content["titles"] == CONTENT["titles"]


def test_a_draft_under_a_taken_number_is_refused_and_its_holder_named(desk: Desk) -> None:
    holder = a_draft(desk, reference="MOU-2019-0004")

    with desk.storing_nothing():
        answer = desk.send("/memorandums", DRAFT | {"reference": "mou-2019-0004"})

    assert is_refused(answer, 409, "reference_taken")["data"]["memorandum_id"] == str(holder)


def test_a_memorandum_from_paper_is_registered(desk: Desk) -> None:
    answer = desk.send("/memorandums/from-paper", ON_PAPER | {"updated_form": True})

    is_done(answer, version=3, status=201)
    assert desk.memorandum(UUID(answer.json["id"])).edition("e2").stub


def test_a_memorandum_from_paper_without_parties_is_refused(desk: Desk) -> None:
    with desk.storing_nothing():
        answer = desk.send("/memorandums/from-paper", ON_PAPER | {"editions": [{"signed_on": "2019"}]})

    assert is_refused(answer, 422, "invalid_value")["fields"][0]["field"] == "editions.parties"


def test_our_approval_waits_for_the_review(desk: Desk) -> None:
    version = desk.keep(given.a_submitted_draft).version
    waiting = desk.send(at("approve"), {"edition_id": "e1"}, version=version)

    assert is_refused(waiting, 409, "clearance_missing")["data"]["roles"] == ["legal", "finance"]
    for role in ("legal", "finance"):
        version = desk.send(at("clear"), {"edition_id": "e1", "role": role}, version=version).json["version"]
    is_done(desk.send(at("approve"), {"edition_id": "e1"}, version=version), version + 1)


def test_a_document_is_attached_with_its_bytes(desk: Desk) -> None:
    version = desk.keep(given.a_signed_memorandum).version
    sent = {"edition_id": "e1", "label": "scan", "file": (io.BytesIO(PDF), "original.pdf", "application/pdf")}

    answer = desk.send(at("attach-document"), version=version, data=sent)

    is_done(answer, version + 1)
    assert answer.json["sha256"] == hashlib.sha256(PDF).hexdigest()
    assert desk.bitim.files.get(answer.json["sha256"]) == PDF
    assert desk.memorandum().documents[0]["media_type"] == "application/pdf"


def test_a_document_without_a_type_is_bytes_and_nothing_more(desk: Desk) -> None:
    version = desk.keep(given.a_signed_memorandum).version
    part = "Content-Disposition: form-data; name="
    body = f'--x\r\n{part}"edition_id"\r\n\r\ne1\r\n--x\r\n{part}"file"; filename="scan"\r\n\r\nbytes\r\n--x--\r\n'

    answer = desk.send(
        at("attach-document"), version=version, data=body, content_type="multipart/form-data; boundary=x"
    )

    is_done(answer, version + 1)
    assert desk.memorandum().documents[0]["media_type"] == "application/octet-stream"


def test_a_document_without_its_bytes_is_refused(desk: Desk) -> None:
    version = desk.keep(given.a_signed_memorandum).version

    with desk.storing_nothing():
        answer = desk.send(
            at("attach-document"), version=version, data={"edition_id": "e1"}, content_type="multipart/form-data"
        )

    assert [field["field"] for field in is_refused(answer, 422, "invalid_value")["fields"]] == ["file"]


def test_a_memorandum_is_superseded_by_another_one(desk: Desk) -> None:
    version = desk.keep(lambda: given.a_signed_memorandum("2026-09-01")).version
    successor = a_draft(desk)

    itself = desk.send(at("supersede"), {"by_memorandum_id": str(given.MEMORANDUM)}, version=version)
    unknown = desk.send(at("supersede"), {"by_memorandum_id": str(given.REQUEST)}, version=version)
    answer = desk.send(at("supersede"), {"by_memorandum_id": str(successor)}, version=version)

    is_refused(itself, 409, "supersedes_itself")
    assert is_refused(unknown, 422, "memorandum_not_found")["fields"][0]["field"] == "by_memorandum_id"
    is_done(answer, version + 1)


def test_an_agreement_is_placed_under_its_framework(desk: Desk) -> None:
    version = desk.keep(given.a_drafted_memorandum).version
    framework = a_draft(desk, kind="framework_agreement")

    itself = desk.send(at("place-under-framework"), {"framework_id": str(given.MEMORANDUM)}, version=version)
    answer = desk.send(at("place-under-framework"), {"framework_id": str(framework)}, version=version)

    is_refused(itself, 409, "framework_of_itself")
    is_done(answer, version + 1)


def test_an_objection_in_time_and_a_late_one_are_told_apart(desk: Desk) -> None:
    desk.keep(lambda: given.a_signed_memorandum("2022-01-10", term=given.TACIT))
    version = desk.memorandum().version

    in_time = desk.send(at("object"), {"party_id": "p2", "occurred_on": "2026-07-09"}, version=version)
    late = desk.send(at("object"), {"party_id": "p2", "occurred_on": "2026-07-10"}, version=version + 1, key="late")
    again = desk.send(at("object"), {"party_id": "p2", "occurred_on": "2026-07-10"}, version=version + 1, key="late")

    assert (in_time.json["late"], late.json["late"]) == (False, True)
    assert again.json == late.json


def test_the_act_is_recorded_as_it_was_sent(desk: Desk) -> None:
    ground = {"title": "Minutes of the council", "passage": "item 3", "sha256": None}

    answer = desk.send(
        "/memorandums",
        DRAFT | {"occurred_on": "2026-09", "certainty": "inferred", "source": ground, "reason": "Late entry"},
    )

    event = desk.bitim.store.events(UUID(answer.json["id"]))[0]
    assert (event.actor, event.occurred_on, event.certainty) == (given.OFFICER, "2026-09", "inferred")
    assert (event.source, event.reason) == (ground, "Late entry")


def test_the_day_of_an_act_is_today_unless_it_is_said_to_be_unknown(desk: Desk) -> None:
    said_nothing = a_draft(desk)
    unknown = a_draft(desk, occurred_on=None)

    days = [desk.bitim.store.events(id_)[0].occurred_on for id_ in (said_nothing, unknown)]

    assert days == ["2026-09-14", None]


def test_a_memorandum_that_is_not_there_is_not_found(desk: Desk) -> None:
    with desk.storing_nothing():
        answer = desk.send(at("note"), {"note": "Where is it?"}, version=1)

    assert is_refused(answer, 404, "not_found")["data"] == {"kind": "memorandum", "id": str(given.MEMORANDUM)}


def test_s08_a_signature_before_the_approvals_is_refused_and_they_are_listed(desk: Desk) -> None:
    desk.keep(given.a_drafted_memorandum)
    fields = {"edition_id": "e1", "party_id": "p1", "signatory": "D. Karimova", "office": "Rector"}

    with desk.storing_nothing():
        answer = desk.send(at("sign"), fields, version=1)

    missing = is_refused(answer, 409, "approvals_missing")["data"]["missing"]
    assert [entry["approval"] for entry in missing] == ["submission", "ours", "partner"]


def test_s04_a_command_that_changes_nothing_stores_nothing(desk: Desk) -> None:
    version = desk.keep(given.a_drafted_memorandum).version
    same = {"edition_id": "e1", "changes": {"titles": desk.memorandum().edition("e1").content["titles"]}}

    with desk.storing_nothing():
        answer = desk.send(at("revise"), same, version=version)

    is_done(answer, version)
    assert isinstance(desk.memorandum(), Memorandum)
