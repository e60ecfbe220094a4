"""Partners over HTTP: every command, its success and its refusal."""

from __future__ import annotations

from typing import Any
from uuid import UUID

import pytest

from domain.partner.partner import Partner
from tests import given
from tests.web.api.desk import Desk, is_done, is_refused

REASON = {"reason": "The charter says otherwise"}
CASES = [
    (
        "rename",
        {"name": "Shandong Jianzhu"},
        {"name": ""},
        (422, "invalid_value"),
    ),
    (
        "add_alias",
        {"alias": "Shandong Jianshu University"},
        {"alias": "a\u202eb"},
        (422, "invalid_value"),
    ),
    (
        "identify",
        {"scheme": "schac", "value": "sdjzu.edu.cn"},
        {"scheme": "schac", "value": "no"},
        (422, "invalid_value"),
    ),
    (
        "record_successor",
        {"successor_id": str(given.CANTABRIA)},
        {"successor_id": str(given.SHANDONG)},
        (409, "succeeds_itself"),
    ),
    (
        "merge",
        {"survivor_id": str(given.CANTABRIA)},
        {"survivor_id": str(given.SHANDONG)},
        (409, "merged_with_itself"),
    ),
    (
        "record_ranking",
        {"table": "QS", "edition": "2024", "rank": 980, "published_on": "2023-06"},
        {"table": "QS", "edition": "2024", "rank": 0},
        (422, "invalid_value"),
    ),
    (
        "correct",
        {"event_version": 1, "field": "country", "value": "TW", **REASON},
        {"event_version": 1, "field": "country", "value": "XX", **REASON},
        (422, "invalid_value"),
    ),
]


def at(verb: str) -> str:
    return f"/partners/{given.SHANDONG}/{verb.replace('_', '-')}"


def test_a_partner_is_registered(desk: Desk) -> None:
    answer = desk.send("/partners", {"name": "Dushanbe State University", "kind": "university", "country": "TJ"})

    is_done(answer, version=1, status=201)
    assert answer.headers["Location"] == f"/api/v1/partners/{answer.json['id']}"
    assert desk.bitim.store.get(Partner, UUID(answer.json["id"])).country == "TJ"


def test_a_partner_of_an_unknown_kind_is_refused(desk: Desk) -> None:
    with desk.storing_nothing():
        answer = desk.send("/partners", {"name": "Guild", "kind": "guild"})

    (field,) = is_refused(answer, 422, "invalid_value")["fields"]
    assert (field["field"], field["value"], field["accepts"]) == ("kind", "guild", "one_of")
    assert "university" in field["limits"]["values"]


@pytest.mark.parametrize(("verb", "fields", "refused", "problem"), CASES, ids=[case[0] for case in CASES])
def test_a_command_on_a_partner(
    desk: Desk, verb: str, fields: dict[str, Any], refused: dict[str, Any], problem: tuple[int, str]
) -> None:
    with desk.storing_nothing():
        is_refused(desk.send(at(verb), refused, version=1), *problem)

    is_done(desk.send(at(verb), fields, version=1), version=2)


def test_what_did_not_happen_to_a_partner_is_retracted(desk: Desk) -> None:
    desk.send(at("rename"), {"name": "Another"}, version=1)

    is_refused(desk.send(at("retract"), {"event_version": 1, **REASON}, version=2), 409, "cannot_be_retracted")
    is_done(desk.send(at("retract"), {"event_version": 2, **REASON}, version=2), version=3)
    assert desk.bitim.store.get(Partner, given.SHANDONG).name == "Shandong Jianzhu University"


def test_a_successor_that_nobody_knows_is_refused_by_its_field(desk: Desk) -> None:
    with desk.storing_nothing():
        answer = desk.send(at("record_successor"), {"successor_id": str(given.REQUEST)}, version=1)

    (field,) = is_refused(answer, 422, "partner_not_found")["fields"]
    assert (field["field"], field["value"]) == ("successor_id", str(given.REQUEST))
