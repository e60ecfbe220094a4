"""Questions over HTTP: the two times, versions, pages, editions, documents."""

from __future__ import annotations

import io

import pytest

from application.bitim import Bitim
from tests import given
from tests.application.sample import Hands
from tests.web.api.desk import Desk, is_refused
from tests.web.api.test_memorandums import DRAFT, at

ONE = f"/memorandums/{given.MEMORANDUM}"


def test_a_memorandum_shows_how_it_stands_and_its_version(desk: Desk) -> None:
    version = desk.keep(lambda: given.a_signed_memorandum("2026-09-01")).version

    answer = desk.get(ONE)

    assert answer.headers["ETag"] == f'"{version}"'
    assert (answer.json["standing"], answer.json["why"]["code"], answer.json["current"]) == (
        "in_force",
        "effective",
        "e1",
    )
    assert answer.json["until"] == {"earliest": "2031-08-31", "latest": "2031-08-31"}
    assert answer.json["edition"]["parties"][1]["name"] == "Shandong Jianzhu University"


def test_what_is_possible_next_says_where_it_is_sent(desk: Desk) -> None:
    desk.keep(given.a_drafted_memorandum)

    possible = {one["command"]: one for one in desk.get(ONE).json["commands"]}

    assert "sign" not in possible
    answer = desk.client.post(
        possible["submit"]["href"],
        json={"edition_id": possible["submit"]["edition_id"]},
        headers={"If-Match": '"1"', "Bitim-Account": given.OFFICER},
    )
    assert answer.status_code == 200


def test_s02_as_of_one_day_and_as_known_at_another(desk: Desk, clock: Hands) -> None:
    desk.keep(lambda: given.a_memorandum_from_paper(given.an_edition_from_paper("2021-03-01")))

    in_force = desk.get(ONE, as_of="2022-01-01").json
    clock.move(days=1)
    unknown = desk.get(ONE, as_of="2022-01-01", known_at="2024-01-01").json

    assert in_force["standing"] == "in_force"
    assert (unknown["standing"], unknown["no_standing"]) == (None, "not_in_register")


def test_r17_a_version_serves_commands_alone_no_answer_is_not_modified(desk: Desk) -> None:
    desk.keep(given.a_drafted_memorandum)

    answer = desk.client.get(f"/api/v1{ONE}", headers={"If-None-Match": '"1"'})

    assert answer.status_code == 200


@pytest.mark.parametrize(
    "path", [ONE, f"{ONE}/history", f"{ONE}/editions", f"{ONE}/documents", f"/requests/{given.REQUEST}"]
)
def test_what_is_not_in_the_register_is_not_found(desk: Desk, path: str) -> None:
    assert is_refused(desk.get(path), 404, "not_found")["data"]["id"] in path


def test_the_register_is_read_page_by_page(desk: Desk) -> None:
    made = [desk.send("/memorandums", DRAFT).json["id"] for _ in range(5)]

    first = desk.get("/memorandums", limit=3).json
    second = desk.get("/memorandums", limit=3, after=first["after"]).json

    assert [row["id"] for row in first["items"] + second["items"]] == made[::-1]
    assert second["after"] is None


@pytest.mark.parametrize(
    ("conditions", "found"),
    [
        ({"standing": "in_preparation"}, 1),
        ({"standing": ["in_force", "in_preparation"]}, 1),
        ({"standing": "in_force"}, 0),
        ({"stage": "drafted", "kind": "memorandum_of_understanding", "country": "CN", "area": "student_exchange"}, 1),
        ({"partner": str(given.SHANDONG), "owner": "employee-7", "q": "understanding"}, 1),
        ({"partner": str(given.CANTABRIA)}, 0),
        ({"archived": "only"}, 0),
        ({"archived": "with"}, 1),
        ({"as_of": "2026-09-13"}, 0),
    ],
)
def test_the_register_is_searched(desk: Desk, conditions: dict[str, object], found: int) -> None:
    desk.keep(given.a_drafted_memorandum)

    assert len(desk.get("/memorandums", **conditions).json["items"]) == found


@pytest.mark.parametrize(
    ("conditions", "field", "accepts"),
    [
        ({"as_of": "2026-02"}, "as_of", "date"),
        ({"as_of": "yesterday"}, "as_of", "date"),
        ({"known_at": "2026-09-14T12:00:00"}, "known_at", "instant_with_offset"),
        ({"known_at": "2030-01-01"}, "known_at", "not_in_the_future"),
        ({"limit": "0"}, "limit", "between"),
        ({"limit": "many"}, "limit", "whole_number"),
        ({"standing": "renewed"}, "standing", "one_of"),
        ({"archived": "maybe"}, "archived", "one_of"),
        ({"partner": "Shandong"}, "partner", "uuid"),
        ({"colour": "blue"}, "colour", "absent"),
        ({"as_of": ["2026-01-01", "2026-01-02"]}, "as_of", "each_once"),
    ],
)
def test_a_condition_out_of_form_is_refused(
    desk: Desk, conditions: dict[str, object], field: str, accepts: str
) -> None:
    (refused,) = is_refused(desk.get("/memorandums", **conditions), 422, "invalid_value")["fields"]

    assert (refused["field"].partition(".")[0], refused["accepts"]) == (field, accepts)


def test_a_page_after_something_that_is_no_key_is_refused(desk: Desk) -> None:
    (refused,) = is_refused(desk.get("/memorandums", after="garbled"), 422, "invalid_value")["fields"]

    assert refused["field"] == "after"


def test_standings_are_counted(desk: Desk) -> None:
    desk.keep(given.a_drafted_memorandum)

    assert desk.get("/memorandums/summary").json["standings"] == {"in_preparation": 1}


def test_dormant_memorandums_are_listed_with_their_last_activity(desk: Desk) -> None:
    desk.keep(lambda: given.a_signed_memorandum("2024-09-01"))

    (row,) = desk.get("/memorandums/dormant", months=18).json["items"]

    assert (row["last_activity"], row["dormant"], row["quiet_since"]["latest"]) == (None, "certain", "2024-09-01")
    assert desk.get("/memorandums/dormant", months=25).json["items"] == []
    is_refused(desk.get("/memorandums/dormant", months=0), 422, "invalid_value")


def test_the_history_tells_every_event(desk: Desk) -> None:
    version = desk.keep(lambda: given.a_signed_memorandum("2026-09-01")).version

    history = desk.get(f"{ONE}/history").json
    newest = desk.get(f"{ONE}/history", order="newest_first", limit=2, chapters=["signing"]).json

    assert [entry["version"] for entry in history["items"]] == [*range(1, version + 1)]
    assert {entry["topic"] for entry in newest["items"]} == {"memorandum.signed"}
    assert newest["items"][0]["standings"][0]["after"] == "in_force"


def test_an_edition_is_found_by_its_number_and_by_its_id(desk: Desk) -> None:
    desk.keep(given.a_renewal_in_preparation)

    editions = desk.get(f"{ONE}/editions").json["items"]

    assert [edition["number"] for edition in editions] == ["1", "2"]
    for edition in editions:
        for name in (edition["number"], edition["edition_id"]):
            assert desk.get(f"{ONE}/editions/{name}").json == edition
    is_refused(desk.get(f"{ONE}/editions/3"), 404, "edition_not_found")


def test_s25_what_changed_in_the_updated_form(desk: Desk) -> None:
    desk.keep(given.a_renewal_in_preparation)

    changes = desk.get(f"{ONE}/editions/2/changes", against="1").json
    before = desk.get(f"{ONE}/editions/2/changes").json

    assert changes == before
    assert (changes["from"]["number"], changes["to"]["number"]) == ("1", "2")
    assert ("areas", "added", "staff_exchange") in {
        (change["part"], change["change"], change.get("area")) for change in changes["changes"]
    }
    is_refused(desk.get(f"{ONE}/editions/2/changes", against="7"), 404, "edition_not_found")


def test_a_document_comes_back_with_its_bytes(desk: Desk) -> None:
    version = desk.keep(given.a_drafted_memorandum).version
    scan = {"edition_id": "e1", "file": (io.BytesIO(b"<script>"), "scan.html", "text/html")}
    sha256 = desk.send(at("attach-document"), version=version, data=scan).json["sha256"]

    listed = desk.get(f"{ONE}/documents").json["items"]
    answer = desk.get(f"{ONE}/documents/{sha256}")

    assert [document["sha256"] for document in listed] == [sha256]
    assert (answer.data, answer.mimetype) == (b"<script>", "text/html")
    assert answer.headers["Content-Disposition"].startswith("attachment")
    assert answer.headers["X-Content-Type-Options"] == "nosniff"
    assert answer.headers["Content-Security-Policy"].startswith("default-src 'none'")
    assert answer.headers["Cache-Control"] == "no-store"
    is_refused(desk.get(f"{ONE}/documents/{'0' * 64}"), 404, "not_found")


def test_partners_are_found_and_shown_with_their_version(desk: Desk) -> None:
    found = desk.get("/partners", q="jianzhu", country="CN").json["items"]
    shown = desk.get(f"/partners/{given.SHANDONG}")

    assert [partner["id"] for partner in found] == [str(given.SHANDONG)]
    assert shown.headers["ETag"] == '"1"'
    assert (shown.json["name"], shown.json["memorandums"]) == ("Shandong Jianzhu University", [])
    is_refused(desk.get(f"/partners/{given.REQUEST}"), 404, "not_found")


def test_a_partner_as_known_before_it_was_registered_has_no_name(desk: Desk, clock: Hands) -> None:
    shown = desk.get(f"/partners/{given.SHANDONG}", known_at="2020-01-01").json

    assert (shown["name"], shown["names"], shown["version"]) == (None, [], 1)


def test_a_version_is_that_of_the_log_when_the_read_models_are_behind(desk: Desk, bitim: Bitim) -> None:
    bitim.store.saved = lambda: None
    desk.keep(given.a_drafted_memorandum)
    desk.send(f"/partners/{given.SHANDONG}/rename", {"name": "Jianzhu"}, version=1)

    memorandum, partner = desk.get(ONE), desk.get(f"/partners/{given.SHANDONG}")

    assert (memorandum.headers["ETag"], memorandum.json["standing"]) == ('"1"', "in_preparation")
    assert (partner.headers["ETag"], partner.json["name"]) == ('"2"', "Jianzhu")
    assert desk.get("/memorandums").json["items"] == []


def test_requests_are_listed_and_shown_with_their_answer(desk: Desk) -> None:
    desk.keep(given.a_request)
    desk.send(f"/requests/{given.REQUEST}/decline", {"reason": "No funds"}, version=1)

    listed = desk.get("/requests", status="declined").json["items"]
    shown = desk.get(f"/requests/{given.REQUEST}")

    assert [request["id"] for request in listed] == [str(given.REQUEST)]
    assert (shown.headers["ETag"], shown.json["answer"]["reason"]) == ('"2"', "No funds")


def test_the_institution_shows_what_it_has_decided(desk: Desk) -> None:
    undecided = desk.get("/institution")
    desk.send("/institution/set-review-route", {"route": ["finance"], "kind": "other"}, version=0)
    decided = desk.get("/institution")

    assert (undecided.headers["ETag"], undecided.json["review_route"]) == ('"0"', ["legal"])
    assert (decided.headers["ETag"], decided.json["review_routes"]) == ('"2"', {"other": ["finance"]})


def test_terms_that_run_out_are_listed(desk: Desk) -> None:
    desk.keep(lambda: given.a_signed_memorandum("2021-10-01"))

    (due,) = desk.get("/renewals", days=30).json["items"]

    assert (due["days_left"], due["certain"]) == (16, True)
    assert desk.get("/renewals", days=3).json["items"] == []
    assert is_refused(desk.get("/renewals", days=9999), 422, "invalid_value")["fields"][0]["accepts"] == "between"


def test_objection_dates_are_listed(desk: Desk) -> None:
    desk.keep(lambda: given.a_signed_memorandum("2022-04-01", term=given.TACIT))

    (objectable,) = desk.get("/renewals/objections", days=30).json["items"]

    assert (objectable["object_by"], objectable["days_left"]) == ("2026-09-30", 16)


def test_renewals_in_preparation_and_lapses_are_listed(desk: Desk) -> None:
    desk.keep(given.a_renewal_in_preparation)

    assert [row["proposal"]["stage"] for row in desk.get("/renewals/proposals").json["items"]] == ["drafted"]
    assert desk.get("/renewals/lapsed").json["items"] == []
    assert len(desk.get("/renewals/lapsed", as_of="2040-01-01").json["items"]) == 1


def test_s23_what_was_renewed_in_an_updated_form_is_listed(desk: Desk) -> None:
    desk.keep(lambda: given.a_memorandum_from_paper(given.an_edition_from_paper("2024-12-03"), updated_form=True))

    updated = desk.get("/renewals/updated", first="2024-01-01", last="2024-12-31").json

    assert [row["id"] for row in updated["updated"]] == [str(given.MEMORANDUM)]
    without = is_refused(desk.get("/renewals/updated"), 422, "invalid_value")["fields"]
    assert [field["field"] for field in without] == ["first", "last"]


def test_s27_what_stands_if_nobody_acts_is_foretold(desk: Desk) -> None:
    desk.keep(lambda: given.a_signed_memorandum("2026-09-01"))

    foretold = desk.get("/forecast", on="2032-01-01").json

    assert foretold["standings"] == {"expired": 1}
    assert [row["on"] for row in foretold["ends"]] == ["2031-08-31"]


def test_drafts_are_followed_up(desk: Desk) -> None:
    desk.keep(given.a_submitted_draft)
    desk.send(at("plan-signing"), {"edition_id": "e1", "event": "Forum", "planned_for": "2026-11"}, version=2)

    assert desk.get("/follow-up").json["clearance"] == 1
    assert [row["working"]["stage"] for row in desk.get("/follow-up/awaiting").json["items"]] == ["under_review"]
    assert [row["event"] for row in desk.get("/follow-up/planned-signings").json["items"]] == ["Forum"]
    is_refused(desk.get("/follow-up/awaiting", approval="rector"), 422, "invalid_value")


def test_health_says_how_far_the_read_models_are(desk: Desk, bitim: Bitim) -> None:
    level = desk.get("/health")
    bitim.store.saved = lambda: None
    desk.keep(given.a_drafted_memorandum)
    behind = desk.get("/health").json

    assert (level.status_code, level.json["ready"], level.json["lag"], level.json["halted"]) == (200, True, 0, [])
    assert (behind["lag"], behind["position"]) == (1, level.json["position"] + 1)
