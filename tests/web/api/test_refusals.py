"""What is refused before a rule of agreements is asked, in the same shape as everything that is refused."""

from __future__ import annotations

import io
import json
from typing import Any

import pytest

from application.bitim import Bitim
from application.errors import Unavailable
from tests import given
from tests.web.api.desk import API, PROBLEM, Desk, is_refused
from tests.web.api.test_memorandums import DRAFT, at


def raw(desk: Desk, body: bytes | str, content_type: str = "application/json") -> Any:
    return desk.send("/memorandums", data=body, content_type=content_type)


def refused_fields(answer: Any) -> dict[str, str]:
    return {field["field"]: field["accepts"] for field in is_refused(answer, 422, "invalid_value")["fields"]}


def test_every_field_that_is_out_of_form_is_named(desk: Desk) -> None:
    body = {
        "kind": 7,
        "colour": "blue",
        "occurred_on": ["2026"],
        "source": {"passage": "item 3"},
        "content": {"titles": {"en": None}, "parties": [{"ours": "yes"}, "Shandong"], "term": [], "areas": {}},
    }

    fields = refused_fields(desk.send("/memorandums", body))

    assert fields == {
        "kind": "string",
        "colour": "absent",
        "owner": "required",
        "occurred_on": "string",
        "source.title": "required",
        "content.titles.en": "required",
        "content.parties.0.ours": "boolean",
        "content.parties.1": "object",
        "content.term": "object",
        "content.areas": "list",
    }


@pytest.mark.parametrize(
    ("parts", "field", "accepts"),
    [
        ({"term": {"kind": "fixed", "until": "2026-02-30"}}, "content.term.until", "partial_date"),
        ({"term": {"kind": "perpetual", "until": "2027"}}, "content.term.until", "absent_for_term"),
        ({"areas": [{"area": "espionage"}]}, "content.areas.0.area", "one_of"),
        ({"titles": {"english": "MoU"}}, "content.titles", "language"),
        ({"texts": {"en": "\u202egnikcatta"}}, "content.texts.en", "text"),
    ],
)
def test_a_value_that_a_rule_refuses_is_named_where_it_stands(
    desk: Desk, parts: dict[str, Any], field: str, accepts: str
) -> None:
    with desk.storing_nothing():
        answer = desk.send("/memorandums", DRAFT | {"content": DRAFT["content"] | parts})

    assert refused_fields(answer) == {field: accepts}


@pytest.mark.parametrize(
    "body",
    [
        b"",
        b"{",
        b"\xff\xfe",
        "{}".encode("utf-16"),
        b"{'a': 1}",
        b'{"kind": NaN}',
        b'{"kind": Infinity}',
        b'{"a": 1, "a": 2}',
        b"[" * 100_000,
    ],
    ids=["empty", "cut short", "no UTF-8", "UTF-16", "no JSON", "NaN", "Infinity", "a member twice", "without end"],
)
def test_what_is_no_json_cannot_be_read(desk: Desk, body: bytes) -> None:
    with desk.storing_nothing():
        is_refused(raw(desk, body), 400, "body_unreadable")


def test_what_is_nested_too_deeply_cannot_be_read(desk: Desk) -> None:
    nested: Any = "bottom"
    for _ in range(13):
        nested = {"deeper": nested}

    is_refused(desk.send("/memorandums", nested), 400, "body_unreadable")


@pytest.mark.parametrize("body", ["[]", '"draft"', "7", "null"])
def test_what_is_no_object_is_refused(desk: Desk, body: str) -> None:
    assert set(refused_fields(raw(desk, body)).values()) <= {"object", "required"}


@pytest.mark.parametrize(
    "value",
    ["x" * 200_001, ["x"] * 1001, 10**15, -(10**15), 1e300],
    ids=["text", "list", "number", "negative number", "float"],
)
def test_what_is_longer_or_larger_than_anything_is_refused(desk: Desk, value: Any) -> None:
    assert refused_fields(desk.send("/memorandums", DRAFT | {"owner": value})) == {"owner": "in_bounds"}


def test_a_body_of_another_type_is_refused(desk: Desk) -> None:
    for content_type in ("text/plain", "application/x-www-form-urlencoded", "multipart/form-data", "application/xml"):
        is_refused(raw(desk, json.dumps(DRAFT), content_type), 415, "media_type_unsupported")
    version = desk.keep(given.a_drafted_memorandum).version
    is_refused(desk.send(at("attach-document"), {"edition_id": "e1"}, version=version), 415, "media_type_unsupported")


def test_a_body_that_is_too_large_is_refused(desk: Desk) -> None:
    is_refused(raw(desk, b" " * 4_000_001), 413, "body_too_large")


def test_a_document_that_is_too_large_is_refused(desk: Desk, bitim: Bitim) -> None:
    version = desk.keep(given.a_drafted_memorandum).version
    bitim.files.limit = 10

    with desk.storing_nothing():
        answer = desk.send(
            at("attach-document"),
            version=version,
            data={"edition_id": "e1", "file": (io.BytesIO(b"x" * 11), "a.txt", "text/plain")},
        )

    assert is_refused(answer, 413, "document_too_large")["data"] == {"limit": 10}


def test_an_address_that_is_none_is_refused(desk: Desk) -> None:
    for path in ("/nothing", "/memorandums/MOU-2026-0001/sign", "/memorandums/%00/sign", f"{at('sign')}/"):
        is_refused(desk.send(path), 404, "address_unknown")


@pytest.mark.parametrize("method", ["PUT", "DELETE", "PATCH", "GET"])
def test_a_method_that_an_address_does_not_take_is_refused_and_those_it_takes_are_named(
    desk: Desk, method: str
) -> None:
    answer = desk.client.open(API + at("sign"), method=method)

    is_refused(answer, 405, "method_not_allowed")
    assert set(answer.headers["Allow"].split(", ")) == {"POST", "OPTIONS"}


def test_a_store_that_does_not_answer_is_said_to_be_unavailable(desk: Desk, bitim: Bitim) -> None:
    class SilentLog:
        def __getattr__(self, name: str) -> Any:
            raise Unavailable(what="log")

    whole, bitim.store.log = bitim.store.log, SilentLog()
    answer = desk.send("/memorandums", DRAFT)
    bitim.store.log = whole

    is_refused(answer, 503, "unavailable")
    assert answer.headers["Retry-After"] == "2"


def test_a_mistake_of_ours_is_told_without_its_insides(
    desk: Desk, bitim: Bitim, caplog: pytest.LogCaptureFixture
) -> None:
    whole, bitim.store.log = bitim.store.log, None
    answer = desk.send("/memorandums", DRAFT)
    bitim.store.log = whole

    problem = is_refused(answer, 500, "internal_error")
    assert "NoneType" not in answer.text
    assert set(problem) == PROBLEM
    assert "NoneType" in caplog.text
