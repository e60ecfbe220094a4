"""What may be done with a memorandum next is what the guards do not rule out."""

from __future__ import annotations

from domain.memorandum.memorandum import Memorandum
from domain.memorandum.possible import possible_commands
from domain.shared.moment import TASHKENT
from tests import given

ON_THE_WHOLE = {
    "assign_owner",
    "record_partner_reference",
    "name_contact",
    "attach_document",
    "note",
    "place_under_framework",
}
ALWAYS = ON_THE_WHOLE | {"correct", "retract"}


def commands(memorandum: Memorandum, edition_id: str | None = None) -> set[str]:
    """The commands on an edition, or on the memorandum as a whole."""
    with given.on("2026-09-14") as moment:
        interval = memorandum.timeline(TASHKENT).on(moment.today)
    standing = interval.standing if interval else "not_begun"
    return {one.command for one in possible_commands(memorandum, standing) if one.edition_id == edition_id}


def test_a_draft_is_worked_on_and_submitted() -> None:
    with given.on("2026-09-14"):
        draft = given.a_drafted_memorandum()

    assert commands(draft, "e1") == {
        "revise",
        "plan_signing",
        "submit",
        "record_partner_approval",
        "record_outside_signature",
        "withdraw",
    }
    assert commands(draft) - ALWAYS == {"record_edition"}


def test_a_text_under_review_is_cleared_before_it_is_approved() -> None:
    with given.on("2026-09-14"):
        draft = given.a_submitted_draft()

    assert {"clear", "return_for_changes", "record_partner_approval"} <= commands(draft, "e1")
    assert not {"approve", "sign", "submit", "revert"} & commands(draft, "e1")


def test_an_approved_text_is_signed_or_taken_back() -> None:
    with given.on("2026-09-14"):
        draft = given.an_approved_draft()

    assert {"sign", "revise", "revert", "withdraw"} <= commands(draft, "e1")
    assert not {"clear", "approve", "record_partner_approval"} & commands(draft, "e1")


def test_a_party_that_is_not_yet_named_can_be_named() -> None:
    with given.on("2026-09-14"):
        draft = given.a_drafted_memorandum(parties=given.parties("a university in Spain"))

    assert "name_counterparty" in commands(draft, "e1")


def test_what_is_in_force_is_renewed_amended_suspended_or_ended() -> None:
    with given.on("2026-09-14"):
        signed = given.a_signed_memorandum("2026-09-01")

    assert "propose_amendment" in commands(signed, "e1")
    assert commands(signed) - ALWAYS == {
        "suspend",
        "give_notice",
        "terminate",
        "supersede",
        "propose_renewal",
        "record_edition",
        "archive",
    }


def test_a_tacit_term_is_objected_to() -> None:
    with given.on("2026-09-14"):
        signed = given.a_signed_memorandum("2026-09-01", term=given.TACIT)

    assert "object" in commands(signed)


def test_what_is_suspended_is_resumed() -> None:
    with given.on("2026-09-14"):
        signed = given.a_signed_memorandum("2026-09-01")
        signed.suspend(given.an_act())

    assert "resume" in commands(signed)
    assert "suspend" not in commands(signed)


def test_while_a_renewal_is_in_preparation_no_other_is_proposed_and_nothing_archived() -> None:
    with given.on("2026-09-14"):
        renewing = given.a_renewal_in_preparation()

    assert not {"propose_renewal", "archive"} & commands(renewing)


def test_what_is_archived_is_brought_back() -> None:
    with given.on("2026-09-14"):
        signed = given.a_signed_memorandum("2026-09-01")
        signed.archive(given.an_act())

    assert "bring_back" in commands(signed)
    assert "archive" not in commands(signed)


def test_unknown_parts_of_paper_are_completed() -> None:
    with given.on("2026-09-14"):
        paper = given.a_memorandum_from_paper(updated_form=True)

    assert "complete_stub" in commands(paper, "e2")
    assert not {"sign", "record_outside_signature"} & commands(paper, "e3")
