"""Files over HTTP: in their form, under their name, sealed."""

from __future__ import annotations

import io
import json
from uuid import UUID

import pytest

from application.exchange.exporting.checking import check_export
from tests import given
from tests.application.office import act, keep
from tests.web.api.desk import Desk
from web.exporting.files import FORMS, MEDIA_TYPES

NOBODY = UUID(int=404)


@pytest.fixture
def signed(desk: Desk) -> Desk:
    """An office with a memorandum that every party has signed, and a mobility case."""
    keep(desk.bitim, lambda: given.a_signed_memorandum("2026-09-01", drafted_on="2026-08-01"))
    keep(desk.bitim, given.a_case_under_way)
    return desk


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize(
    "path",
    [
        "register",
        f"memorandums/{given.MEMORANDUM}/history",
        "caseload",
        f"mobility-cases/{given.CASE}/history",
    ],
)
def test_a_file_comes_in_its_form_and_agrees_with_itself(signed: Desk, path: str, form: str) -> None:
    answer = signed.get(f"/exports/{path}", form=form)

    checked = check_export(io.BytesIO(answer.data))
    assert (answer.status_code, answer.content_type) == (200, MEDIA_TYPES[form])
    assert answer.headers["Content-Disposition"].endswith(f".{form}")
    assert (checked.first_wrong, checked.entries > 0) == (None, True)


def test_the_same_question_has_the_same_bytes(signed: Desk) -> None:
    asked = {"form": "xlsx", "as_of": "2026-09-10", "known_at": "2026-09-14T07:30:00Z", "standing": "in_force"}

    assert signed.get("/exports/register", **asked).data == signed.get("/exports/register", **asked).data


def test_everything_is_a_history_of_all_records(signed: Desk) -> None:
    answer = signed.get("/exports/everything")

    head, *_, end = map(json.loads, answer.data.splitlines())
    assert head["question"]["memorandums"] is None
    assert end["entries"] == signed.bitim.store.max_position()


def test_everything_comes_with_its_documents_in_an_archive(signed: Desk) -> None:
    answer = signed.get("/exports/everything", form="zip")

    checked = check_export(io.BytesIO(answer.data))
    assert answer.content_type == MEDIA_TYPES["zip"]
    assert (checked.first_wrong, checked.entries) == (None, signed.bitim.store.max_position())


@pytest.mark.parametrize(
    ("path", "asked", "status"),
    [
        ("register", {"form": "pdf"}, 422),
        ("register", {"limit": "5"}, 422),
        ("register", {"as_of": "2026"}, 422),
        ("everything", {"known_at": "2030-01-01"}, 422),
        ("caseload", {"stage": "lost"}, 422),
        (f"memorandums/{NOBODY}/history", {}, 404),
        (f"mobility-cases/{given.MEMORANDUM}/history", {}, 404),
        (f"memorandums/{given.SHANDONG}/history", {"form": "csv"}, 404),
    ],
)
def test_what_is_not_there_or_out_of_form_is_refused(
    signed: Desk, path: str, asked: dict[str, str], status: int
) -> None:
    assert signed.get(f"/exports/{path}", **asked).status_code == status


def test_near_duplicates_partners_alike_and_a_partners_history(desk: Desk) -> None:
    other = desk.bitim.partners.register(act(), name="Shandong Jianshu University", kind="university", country="CN").id
    desk.bitim.partners.add_alias(other, act(), alias="SDJZU")

    pairs = desk.get("/partners/near-duplicates").json
    alike = desk.get("/partners/alike", name="SHANDONG JIANZHU UNIVERSITY", country="CN").json
    told = desk.get(f"/partners/{other}/history").json

    assert [reason["code"] for reason in pairs["items"][0]["reasons"]] == ["near_name"]
    assert [one["reasons"][0]["code"] for one in alike["items"]] == ["same_name", "near_name"]
    assert [entry["topic"] for entry in told["items"]] == ["partner.registered", "partner.alias_added"]
    assert desk.get("/partners/alike").status_code == 422
    assert desk.get(f"/partners/{NOBODY}/history").status_code == 404
