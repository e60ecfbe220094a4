"""A register over HTTP: taken in, accounted for, the same again."""

from __future__ import annotations

import io
from typing import Any

import pytest
from werkzeug.test import TestResponse

from tests import given
from tests.application.exchange.importing.registers import FILE
from tests.web.api.desk import Desk, is_done, is_refused


def send(desk: Desk, content: bytes = FILE, **fields: Any) -> TestResponse:
    told = {"register": "Agreements", "ours": str(given.OURS), "file": (io.BytesIO(content), "a.xlsx"), **fields}
    return desk.send("/imports", data={name: value for name, value in told.items() if value is not None})


def test_a_register_is_taken_in_and_every_row_accounted_for(desk: Desk) -> None:
    answer = send(desk)

    assert answer.status_code == 200
    assert answer.json["rows_in"] == len(answer.json["rows"]) == sum(answer.json["outcomes"].values()) == 10
    assert answer.json["outcomes"]["made"] == 8
    assert answer.json["looks_renewed"] == ["Register!8", "Register!11"]
    assert send(desk).json["stored"] is False


def test_a_rehearsal_stores_nothing(desk: Desk) -> None:
    assert send(desk, rehearsal="yes").json["outcomes"]["made"] == 8
    assert desk.get("/memorandums").json["items"] == []


@pytest.mark.parametrize(
    ("fields", "status", "code"),
    [
        ({"content": b"%PDF-1.7"}, 422, "file_refused"),
        ({"mapping": "[]"}, 422, "file_refused"),
        ({"accept_loss": "colour"}, 422, "invalid_value"),
        ({"register": None}, 422, "invalid_value"),
        ({"ours": "00000000-0000-4000-8000-000000000001"}, 404, "not_found"),
    ],
)
def test_what_cannot_be_taken_is_refused(desk: Desk, fields: dict[str, Any], status: int, code: str) -> None:
    is_refused(send(desk, **fields), status, code)


def test_what_is_left_to_a_person_is_asked_for_and_decided(desk: Desk) -> None:
    taken = send(desk)
    address = f"/imported-files/{taken.json['id']}"
    questions = desk.get(f"{address}/questions", looks_renewed="yes").json["items"]
    waiting = desk.get(address)

    decision = {"question_id": questions[-1]["question_id"], "decision": "nothing_to_record"}
    answer = desk.send(f"{address}/decide", decision, version=waiting.headers["ETag"])

    is_done(answer, waiting.json["version"] + 1)
    assert taken.headers["ETag"] == waiting.headers["ETag"]
    assert waiting.json["looks_renewed"] == len(questions)
    assert desk.get("/imported-files").json["items"] == [desk.get(address).json]
    (decided,) = desk.get(f"{address}/questions", status="decided").json["items"]
    assert decided["decision"]["actor"] == desk.account


def test_a_question_that_was_not_asked_is_not_decided(desk: Desk) -> None:
    address = f"/imported-files/{send(desk).json['id']}"
    version = desk.get(address).json["version"]

    with desk.storing_nothing():
        refused = desk.send(f"{address}/decide", {"question_id": "q1", "decision": "recorded"}, version=version)

    is_refused(refused, 422, "question_not_found")
    is_refused(desk.get("/imported-files/00000000-0000-4000-8000-000000000001"), 404, "not_found")
