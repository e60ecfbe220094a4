"""What is kept about a memorandum beside its legal life."""

from typing import Any

import pytest

from tests import given
from tests.refusing import not_accepted, nothing_recorded, refused

DIGEST = "2cf24dba5fb0a30e26e83b2ac5b9e29e1b161e5c1fa7425e73043362938b9824"
SCAN: dict[str, Any] = {
    "edition_id": "e1",
    "sha256": DIGEST,
    "filename": "Меморандум 2026.pdf",
    "media_type": "application/pdf",
    "size": 5,
    "label": "scan",
    "language": "ru",
}
OFFICE = {"party_id": "p2", "role": "coordination", "office": "International Office", "email": "io@sju.example"}


def test_assign_owner_makes_an_employee_answerable() -> None:
    memorandum = given.a_drafted_memorandum()

    memorandum.assign_owner(given.an_act(), owner="employee-8")

    assert memorandum.owner == "employee-8"
    with nothing_recorded(memorandum):
        memorandum.assign_owner(given.an_act(), owner=" employee-8 ")


def test_assign_owner_refuses_nobody() -> None:
    memorandum = given.a_drafted_memorandum()

    with not_accepted(memorandum, "owner", "line"):
        memorandum.assign_owner(given.an_act(), owner=" ")


def test_record_partner_reference_keeps_the_number_of_the_other_side() -> None:
    memorandum = given.a_drafted_memorandum()

    memorandum.record_partner_reference(given.an_act(), party_id="p2", reference="鲁建大-2026-7")

    assert memorandum.partner_references == {"p2": "鲁建大-2026-7"}
    with nothing_recorded(memorandum):
        memorandum.record_partner_reference(given.an_act(), party_id="p2", reference="鲁建大-2026-7")


def test_record_partner_reference_refuses_a_party_that_is_not_one() -> None:
    memorandum = given.a_drafted_memorandum()

    with not_accepted(memorandum, "party_id", "one_of"):
        memorandum.record_partner_reference(given.an_act(), party_id="p3", reference="7")
    with not_accepted(memorandum, "reference", "text"):
        memorandum.record_partner_reference(given.an_act(), party_id="p2", reference="7" * 101)


def test_name_contact_names_the_office_to_be_asked_in_one_matter() -> None:
    memorandum = given.a_drafted_memorandum()

    memorandum.name_contact(given.an_act(), **OFFICE)

    assert list(memorandum.contacts.values()) == [OFFICE]
    with nothing_recorded(memorandum):
        memorandum.name_contact(given.an_act(), **OFFICE)


def test_name_contact_lets_another_office_take_the_place_of_the_first() -> None:
    memorandum = given.a_drafted_memorandum()
    memorandum.name_contact(given.an_act(), **OFFICE)

    memorandum.name_contact(given.an_act(), party_id="p2", role="coordination", office="Dean’s Office")
    memorandum.name_contact(given.an_act(), **{**OFFICE, "role": "legal"})

    assert [(one["role"], one["office"], one["email"]) for one in memorandum.contacts.values()] == [
        ("coordination", "Dean’s Office", ""),
        ("legal", "International Office", "io@sju.example"),
    ]


@pytest.mark.parametrize(
    ("field", "value", "code"),
    [
        ("party_id", "p3", "one_of"),
        ("role", "friend", "one_of"),
        ("office", " ", "line"),
        ("email", "io at sju", "email"),
        ("email", f"{'o' * 250}@sju.example", "email"),
    ],
)
def test_name_contact_refuses_what_is_no_office_of_a_party(field: str, value: str, code: str) -> None:
    memorandum = given.a_drafted_memorandum()

    with not_accepted(memorandum, field, code):
        memorandum.name_contact(given.an_act(), **{**OFFICE, field: value})


def test_withdraw_contact_leaves_a_matter_without_contact() -> None:
    memorandum = given.a_drafted_memorandum()
    memorandum.name_contact(given.an_act(), **OFFICE)

    memorandum.withdraw_contact(given.an_act(), party_id="p2", role="coordination")

    assert memorandum.contacts == {}
    with nothing_recorded(memorandum):
        memorandum.withdraw_contact(given.an_act(), party_id="p2", role="coordination")


def test_withdraw_contact_refuses_a_party_or_role_that_there_is_not() -> None:
    memorandum = given.a_drafted_memorandum()

    with not_accepted(memorandum, "party_id", "one_of"):
        memorandum.withdraw_contact(given.an_act(), party_id="p3", role="coordination")
    with not_accepted(memorandum, "role", "one_of"):
        memorandum.withdraw_contact(given.an_act(), party_id="p2", role="friend")


def test_attach_document_keeps_its_digest_with_the_edition() -> None:
    memorandum = given.a_drafted_memorandum()

    memorandum.attach_document(given.an_act(), **SCAN)

    assert memorandum.documents == (SCAN,)
    with nothing_recorded(memorandum):
        memorandum.attach_document(given.an_act(), **{**SCAN, "filename": "copy.pdf"})


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("sha256", DIGEST.upper()),
        ("sha256", None),
        ("filename", "../../etc/passwd"),
        ("filename", "C:\\scan.pdf"),
        ("filename", ".."),
        ("filename", ""),
        ("media_type", "pdf"),
        ("media_type", None),
        ("size", -1),
        ("label", "x" * 201),
        ("language", "Russian"),
    ],
)
def test_attach_document_refuses_a_part_out_of_form(field: str, value: object) -> None:
    memorandum = given.a_drafted_memorandum()

    with not_accepted(memorandum, field):
        memorandum.attach_document(given.an_act(), **{**SCAN, field: value})


def test_note_is_always_a_change() -> None:
    memorandum = given.a_drafted_memorandum()

    memorandum.note(given.an_act(), note="Called the partner.\nNo answer.")
    memorandum.note(given.an_act(), note="Called the partner.\nNo answer.")

    assert memorandum.notes == ("Called the partner.\nNo answer.",) * 2


@pytest.mark.parametrize("note", ["", " \n ", "x" * 10_001, "\x00", None])
def test_note_refuses_what_is_empty_or_cannot_be_shown(note: Any) -> None:
    memorandum = given.a_drafted_memorandum()

    with not_accepted(memorandum, "note", "text"):
        memorandum.note(given.an_act(), note=note)


def test_archive_puts_it_away() -> None:
    memorandum = given.a_signed_memorandum()

    memorandum.archive(given.an_act())

    assert memorandum.archived
    with nothing_recorded(memorandum):
        memorandum.archive(given.an_act())


def test_archive_refuses_while_a_draft_is_in_preparation() -> None:
    memorandum = given.a_drafted_memorandum()

    with refused(memorandum, "in_preparation", edition_id="e1"):
        memorandum.archive(given.an_act())


def test_bring_back_takes_it_out_of_the_archive() -> None:
    memorandum = given.a_signed_memorandum()
    memorandum.archive(given.an_act())

    memorandum.bring_back(given.an_act())

    assert not memorandum.archived
    with nothing_recorded(memorandum):
        memorandum.bring_back(given.an_act())


def test_bring_back_refuses_a_day_to_come() -> None:
    memorandum = given.a_signed_memorandum()
    memorandum.archive(given.an_act())

    with not_accepted(memorandum, "occurred_on", "not_after"):
        memorandum.bring_back(given.an_act("2026-09-15"))


def test_place_under_framework_links_it_to_another() -> None:
    memorandum = given.a_drafted_memorandum()

    memorandum.place_under_framework(given.an_act(), framework_id=str(given.REQUEST))

    assert memorandum.framework_id == str(given.REQUEST)
    with nothing_recorded(memorandum):
        memorandum.place_under_framework(given.an_act(), framework_id=str(given.REQUEST))


def test_place_under_framework_refuses_itself() -> None:
    memorandum = given.a_drafted_memorandum()

    with refused(memorandum, "framework_of_itself"):
        memorandum.place_under_framework(given.an_act(), framework_id=str(memorandum.id))
    with not_accepted(memorandum, "framework_id", "uuid"):
        memorandum.place_under_framework(given.an_act(), framework_id="MOU-2026-0001")
