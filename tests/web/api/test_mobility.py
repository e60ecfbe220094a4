"""Mobility cases over HTTP: commands, their refusals, and what can be asked."""

from __future__ import annotations

from typing import Any
from uuid import UUID

import pytest

from domain.mobility.case import MobilityCase
from tests import given
from tests.web.api.desk import Desk, is_done, is_refused

NOMINATION: dict[str, Any] = {"direction": "outgoing", "details": given.the_details()}
REASON = {"reason": "It was misread."}


def at(verb: str) -> str:
    return f"/mobility-cases/{given.CASE}/{verb}"


def test_a_person_is_nominated_under_an_opaque_id(desk: Desk) -> None:
    answer = desk.send("/mobility-cases", NOMINATION)

    is_done(answer, version=1, status=201)
    assert answer.headers["Location"] == f"/api/v1/mobility-cases/{answer.json['id']}"
    case = desk.bitim.store.get(MobilityCase, UUID(answer.json["id"]))
    assert (case.stage, UUID(case.person_id).version) == ("nominated", 4)


def test_a_nomination_sent_again_is_stored_once(desk: Desk) -> None:
    first = desk.send("/mobility-cases", NOMINATION, key="once")
    position = desk.bitim.store.max_position()
    again = desk.send("/mobility-cases", NOMINATION, key="once")

    assert (first.json, desk.bitim.store.max_position()) == (again.json, position)


def test_a_case_is_followed_to_its_recognition(desk: Desk) -> None:
    desk.keep(given.a_nomination)
    steps: list[tuple[str, dict[str, Any]]] = [
        ("reject", {"side": "host", "comment": "Level missing", "occurred_on": "2025-11-20"}),
        ("revise", {"changes": {"eqf_level": 7}, "occurred_on": "2025-11-21"}),
        ("accept", {"side": "host", "occurred_on": "2025-12-01"}),
        ("change-dates", {"planned_from": "2026-02-10", "reason": "The visa"}),
        ("start", {"occurred_on": "2026-02-10"}),
        ("record-funding", {"funding": {"funder": "own", "amount": "500", "currency": "EUR"}}),
        ("complete", {"actual_until": "2026-06-26", "occurred_on": "2026-06-26"}),
        ("certify", {"certificate": "Certificate 17"}),
        ("recognise", {"ects": "30"}),
        ("correct", {"event_version": 1, "field": "office", "value": "student", **REASON}),
        ("retract", {"event_version": 9, **REASON}),
    ]
    for version, (verb, fields) in enumerate(steps, start=1):
        is_done(desk.send(at(verb), fields, version=version), version=version + 1)

    shown = desk.get(f"/mobility-cases/{given.CASE}").json
    assert (shown["stage"], shown["ects"], shown["office"], shown["certificates"]) == (
        "recognised",
        "30",
        "student",
        [],
    )


def test_a_cotutelle_has_stages_of_its_own(desk: Desk) -> None:
    desk.keep(given.a_cotutelle)

    for version, (verb, day) in enumerate([("enrol", "2025-12-15"), ("defend", "2026-05-20"), ("award-degree", None)]):
        is_done(desk.send(at(verb), {"occurred_on": day}, version=version + 2), version=version + 3)


def test_a_case_is_entered_from_paper_cancelled_and_interrupted(desk: Desk) -> None:
    answer = desk.send("/mobility-cases/from-paper", NOMINATION | {"reached": "started", "actual_from": "2026-03"})
    is_done(answer, version=1, status=201)
    is_done(desk.send(f"/mobility-cases/{answer.json['id']}/interrupt", {"ground": None}, version=1), version=2)
    desk.keep(given.an_accepted_case)

    is_done(desk.send(at("cancel"), REASON, version=2), version=3)
    is_refused(desk.send(at("start"), version=3), 409, "case_stage_forbids")


FOLLOWING: dict[str, dict[str, Any]] = {
    "accept": {"side": "host"},
    "reject": {"side": "host", "comment": "Level missing"},
    "revise": {"changes": {"eqf_level": 7}},
    "change_dates": {"planned_from": "2026-02-11", **REASON},
    "start": {},
    "record_funding": {"funding": {"funder": "own", "amount": "500", "currency": "EUR"}},
    "complete": {},
    "certify": {"certificate": "Certificate 17"},
    "recognise": {"ects": "30"},
    "enrol": {},
    "defend": {},
    "award_degree": {},
    "interrupt": {"ground": None},
    "cancel": REASON,
    "correct": {"event_version": 9, "field": "office", "value": "student", **REASON},
    "retract": {"event_version": 1, **REASON},
}
"""The commands that are carried out above, each as it is refused when the case has been cancelled."""


@pytest.mark.parametrize("verb", FOLLOWING)
def test_a_case_that_was_cancelled_is_not_followed_further(desk: Desk, verb: str) -> None:
    desk.keep(given.an_accepted_case)
    desk.send(at("cancel"), REASON, version=2)

    with desk.storing_nothing():
        answer = desk.send(at(verb.replace("_", "-")), FOLLOWING[verb], version=3)

    code = {"correct": (422, "event_not_found"), "retract": (409, "cannot_be_retracted")}
    is_refused(answer, *code.get(verb, (409, "case_stage_forbids")))


def test_what_is_entered_from_paper_out_of_form_is_refused(desk: Desk) -> None:
    with desk.storing_nothing():
        answer = desk.send("/mobility-cases/from-paper", NOMINATION | {"reached": "nominated"})

    assert is_refused(answer, 422, "invalid_value")["fields"][0]["field"] == "reached"


@pytest.mark.parametrize(
    ("fields", "field"),
    [
        ({"direction": "up"}, "direction"),
        ({"person_id": "Kh. L. Pulatov"}, "person_id"),
        ({"details": {"purpose": "studies"}}, "details.partner_id"),
        ({"details": given.the_details(planned_until="2020")}, "planned_until"),
        ({"details": given.the_details(name="A. Person")}, "details.name"),
    ],
)
def test_a_nomination_out_of_form_is_refused(desk: Desk, fields: dict[str, Any], field: str) -> None:
    with desk.storing_nothing():
        answer = desk.send("/mobility-cases", NOMINATION | fields)

    assert field in [one["field"] for one in is_refused(answer, 422, "invalid_value")["fields"]]


def test_a_version_that_has_moved_on_is_refused(desk: Desk) -> None:
    desk.keep(given.an_accepted_case)

    with desk.storing_nothing():
        is_refused(desk.send(at("start"), version=1), 412, "stale_version")
        is_refused(desk.send(at("start")), 428, "version_missing")


def test_the_caseload_is_asked_for_on_any_day(desk: Desk) -> None:
    desk.keep(given.a_case_under_way)

    (listed,) = desk.get("/mobility-cases", stage="started", partner=str(given.CANTABRIA), overdue="yes").json["items"]
    assert (listed["id"], listed["partner"]) == (str(given.CASE), "University of Cantabria")
    assert desk.get("/mobility-cases", as_of="2025-01-01").json["items"] == []
    assert desk.get("/mobility-cases/summary", by="purpose").json["groups"][0]["value"] == "studies"
    assert desk.get("/mobility-cases/present", as_of="2026-03-01").json["items"][0]["presence"] == "certain"
    assert desk.get("/mobility-cases/balance", first="2026-01-01").json["items"][0]["sent"] == 1
    assert desk.get("/mobility-cases/uncovered").json["items"][0]["days_uncovered"] == 144
    assert desk.get(f"/mobility-cases/{given.CASE}/coverage").json["uncovered"][0]["reason"] == "without_memorandum"
    assert desk.get(f"/mobility-cases/{given.CASE}", known_at="2026-01-01").json["stage"] is None


def test_the_places_of_a_memorandum_are_told(desk: Desk) -> None:
    places = [{"direction": "outgoing", "purpose": "studies", "places": 2}]
    desk.keep(lambda: given.a_signed_memorandum("2026-03-01", conditions=places))
    desk.keep(lambda: given.a_case_under_way(memorandum_id=str(given.MEMORANDUM), without_memorandum=""))

    told = desk.get(f"/memorandums/{given.MEMORANDUM}/places", academic_year="2025/2026").json

    assert [(one["granted"], one["used"], one["free"]) for one in told["conditions"]] == [(2, 1, 1)]
    is_refused(desk.get(f"/memorandums/{given.CASE}/places"), 404, "not_found")


def test_the_history_of_a_memorandum_is_told_with_what_its_cases_did(desk: Desk) -> None:
    own = desk.keep(lambda: given.a_signed_memorandum("2026-03-01")).version
    desk.keep(lambda: given.a_case_under_way(memorandum_id=str(given.MEMORANDUM), without_memorandum=""))
    address = f"/memorandums/{given.MEMORANDUM}/history-with-cases"

    told = desk.get(address, chapters=["mobility"], order="newest_first", limit=2).json

    assert [entry["topic"] for entry in told["items"]] == ["mobility.started", "mobility.accepted"]
    assert {entry["case"]["id"] for entry in told["items"]} == {str(given.CASE)}
    assert told["version"] == own
    rest = desk.get(address, chapters=["mobility"], order="newest_first", after=told["after"]).json
    assert [entry["topic"] for entry in rest["items"]] == ["mobility.nominated"]
    is_refused(desk.get(f"/memorandums/{given.CASE}/history-with-cases"), 404, "not_found")
    (started,) = desk.get(f"/mobility-cases/{given.CASE}/history", chapters=["moving"]).json["items"]
    assert started["version"] == 3
