"""Signatures, party by party, until the edition is concluded."""

from datetime import date

import pytest

from domain.memorandum.lifecycle import awaited, stage
from domain.memorandum.memorandum import Memorandum
from domain.shared.moment import TASHKENT
from tests import given
from tests.refusing import not_accepted, refused


def standing(memorandum: Memorandum, day: str) -> str | None:
    interval = memorandum.timeline(TASHKENT).on(date.fromisoformat(day))
    return interval.standing if interval else None


def test_sign_records_the_signatory_with_the_office_of_that_day() -> None:
    memorandum = given.an_approved_draft()

    memorandum.sign(
        given.an_act(),
        edition_id="e1",
        party_id="p1",
        signatory="A. Pulatov",
        office="vice-rector",
        place="Jinan",
    )

    (signature,) = memorandum.edition("e1").signatures
    assert (signature.name, signature.office, signature.place) == ("A. Pulatov", "vice-rector", "Jinan")
    assert signature.signed_on == "2026-09-14"
    assert stage(memorandum.edition("e1")) == "partly_signed"
    assert awaited(memorandum.edition("e1")) == [{"approval": "signature", "party_id": "p2"}]


def test_sign_for_the_last_party_concludes_the_edition() -> None:
    memorandum = given.a_partly_signed_memorandum()

    given.sign(memorandum, "e1", "p2")

    assert stage(memorandum.edition("e1")) == "signed"
    assert standing(memorandum, "2026-09-14") == "in_force"
    assert standing(memorandum, "2031-09-13") == "in_force"
    assert standing(memorandum, "2031-09-14") == "expired"


def test_sign_takes_a_second_signatory_of_a_party() -> None:
    memorandum = given.a_signed_memorandum("2026-09-01")

    memorandum.sign(given.an_act(), edition_id="e1", party_id="p2", signatory="The dean", office="dean")

    assert len(memorandum.edition("e1").signatures) == 3
    assert standing(memorandum, "2026-09-01") == "in_force"


def test_s08_sign_refuses_a_draft_without_its_approvals_and_lists_them() -> None:
    memorandum = given.a_submitted_draft()
    memorandum.clear(given.an_act(), edition_id="e1", role="legal")
    missing = [
        {"approval": "clearance", "role": "finance"},
        {"approval": "ours"},
        {"approval": "partner", "party_id": "p2"},
    ]

    with refused(memorandum, "approvals_missing", edition_id="e1", missing=missing):
        given.sign(memorandum, "e1", "p1")


def test_s08_sign_refuses_a_draft_that_was_never_submitted() -> None:
    memorandum = given.a_drafted_memorandum()
    missing = [{"approval": "submission"}, {"approval": "ours"}, {"approval": "partner", "party_id": "p2"}]

    with refused(memorandum, "approvals_missing", missing=missing):
        given.sign(memorandum, "e1", "p1")


def test_sign_refuses_a_second_signature_by_the_same_person() -> None:
    memorandum = given.a_partly_signed_memorandum()

    with refused(memorandum, "signed_already", party_id="p1"):
        memorandum.sign(given.an_act(), edition_id="e1", party_id="p1", signatory="RECTOR of P1", office="professor")


def test_sign_refuses_while_a_counterparty_is_not_named() -> None:
    memorandum = given.an_approved_draft(parties=given.parties("A university in Dushanbe"))

    with refused(memorandum, "counterparty_not_named", party_ids=["p2"]):
        given.sign(memorandum, "e1", "p1")


@pytest.mark.parametrize(("signed_on", "accepts"), [("2026-09-15", "not_after"), ("2026-08", "not_before")])
def test_sign_refuses_a_day_to_come_or_before_the_draft(signed_on: str, accepts: str) -> None:
    memorandum = given.an_approved_draft("2026-09-01")

    with not_accepted(memorandum, "occurred_on", accepts):
        given.sign(memorandum, "e1", "p1", signed_on)


def test_sign_refuses_a_party_that_is_not_one() -> None:
    memorandum = given.an_approved_draft()

    with not_accepted(memorandum, "party_id", "one_of"):
        given.sign(memorandum, "e1", "p3")


def test_sign_refuses_a_renewal_after_another_memorandum_took_over() -> None:
    memorandum = given.a_renewal_in_preparation()
    renewal = memorandum.working_edition
    assert renewal is not None
    given.approve(memorandum, renewal.edition_id)
    memorandum.supersede(given.an_act("2026-09-10"), by_memorandum_id=str(given.REQUEST))

    with refused(memorandum, "standing_forbids", on="2026-09-14", standing="superseded"):
        given.sign(memorandum, renewal.edition_id, "p1")


def test_record_outside_signature_needs_a_source_and_no_approvals() -> None:
    memorandum = given.a_drafted_memorandum("2026-09-10")

    for party_id in ("p1", "p2"):
        memorandum.record_outside_signature(
            given.an_act("2026-09", source=given.SCAN),
            edition_id="e1",
            party_id=party_id,
            signatory=f"Rector of {party_id}",
            office="rector",
        )

    assert stage(memorandum.edition("e1")) == "signed"
    assert memorandum.edition("e1").outside


def test_record_outside_signature_refuses_to_go_without_a_source() -> None:
    memorandum = given.a_drafted_memorandum()

    with not_accepted(memorandum, "source", "required"):
        memorandum.record_outside_signature(
            given.an_act(), edition_id="e1", party_id="p1", signatory="The rector", office="rector"
        )


def test_record_outside_signature_refuses_a_withdrawn_text() -> None:
    memorandum = given.a_drafted_memorandum()
    memorandum.withdraw(given.an_act(), edition_id="e1")

    with refused(memorandum, "stage_forbids", stage="withdrawn"):
        memorandum.record_outside_signature(
            given.with_a_reason(), edition_id="e1", party_id="p1", signatory="The rector", office="rector"
        )
