"""What a command names must be in the register: partners, other memorandums, kinds."""

from typing import Any
from uuid import UUID, uuid4

import pytest

from application.bitim import Bitim
from tests import given
from tests.application.office import act, keep, refused

NOBODY = UUID("99999999-9999-4999-8999-999999999999")
STRANGERS = given.parties(NOBODY)


def test_a_memorandum_is_drafted_between_partners_on_record(bitim: Bitim) -> None:
    content = given.a_content(parties=given.parties(given.SHANDONG, given.CANTABRIA))

    done = bitim.memorandums.draft(act(), kind="cooperation_agreement", owner="employee-7", content=content)

    assert done.version == 1


def test_a_draft_with_a_partner_that_is_not_on_record_is_refused(bitim: Bitim) -> None:
    with refused(bitim, "partner_not_found", field="parties.1.partner_id", id=str(NOBODY)):
        bitim.memorandums.draft(act(), kind="other", owner="employee-7", content=given.a_content(parties=STRANGERS))


def test_a_registration_with_a_partner_that_is_not_on_record_is_refused(bitim: Bitim) -> None:
    with refused(bitim, "partner_not_found", field="parties.1.partner_id", id=str(NOBODY)):
        bitim.memorandums.register(
            act(source=given.SCAN),
            kind="other",
            owner="employee-7",
            editions=[given.an_edition_from_paper(parties=STRANGERS)],
        )


NAMING_A_STRANGER: dict[str, tuple[Any, dict[str, Any], str]] = {
    "revise": (
        given.a_drafted_memorandum,
        {"edition_id": "e1", "changes": {"parties": STRANGERS}},
        "parties.1.partner_id",
    ),
    "name_counterparty": (
        lambda: given.a_drafted_memorandum(parties=given.parties("A university in Dushanbe")),
        {"edition_id": "e1", "party_id": "p2", "partner_id": str(NOBODY)},
        "partner_id",
    ),
    "propose_renewal": (given.a_signed_memorandum, {"changes": {"parties": STRANGERS}}, "parties.1.partner_id"),
    "propose_amendment": (
        given.a_signed_memorandum,
        {"amends": "e1", "changes": {"parties": STRANGERS}},
        "parties.1.partner_id",
    ),
    "record_edition": (
        given.a_memorandum_from_paper,
        {"edition": given.an_edition_from_paper("2019", parties=STRANGERS)},
        "parties.1.partner_id",
    ),
    "complete_stub": (
        lambda: given.a_memorandum_from_paper(updated_form=True),
        {"edition_id": "e2", "known": {"parties": STRANGERS}},
        "parties.1.partner_id",
    ),
    "correct": (
        given.a_drafted_memorandum,
        {"event_version": 1, "field": "parties", "value": STRANGERS},
        "value.1.partner_id",
    ),
}


@pytest.mark.parametrize("verb", NAMING_A_STRANGER)
def test_a_command_that_names_a_partner_who_is_not_on_record_is_refused(bitim: Bitim, verb: str) -> None:
    state, fields, field = NAMING_A_STRANGER[verb]
    memorandum = keep(bitim, state)

    with refused(bitim, "partner_not_found", field=field, id=str(NOBODY)):
        getattr(bitim.memorandums, verb)(memorandum.id, act(reason="Found out", source=given.SCAN), **fields)


@pytest.mark.parametrize(
    ("verb", "field"), [("place_under_framework", "framework_id"), ("supersede", "by_memorandum_id")]
)
def test_a_command_that_names_a_memorandum_that_is_not_in_the_register_is_refused(
    bitim: Bitim, verb: str, field: str
) -> None:
    memorandum = keep(bitim, given.a_signed_memorandum)

    for other in (NOBODY, given.SHANDONG):  # the second one is there, but is no memorandum
        with refused(bitim, "memorandum_not_found", field=field, id=str(other)):
            getattr(bitim.memorandums, verb)(memorandum.id, act(), **{field: str(other)})


@pytest.mark.parametrize(
    ("verb", "field"), [("place_under_framework", "framework_id"), ("supersede", "by_memorandum_id")]
)
def test_a_memorandum_is_linked_with_one_in_the_register(bitim: Bitim, verb: str, field: str) -> None:
    memorandum = keep(bitim, given.a_signed_memorandum)
    other = bitim.memorandums.draft(act(), kind="other", owner="employee-7", content=given.a_content())

    done = getattr(bitim.memorandums, verb)(memorandum.id, act(), memorandum.version, **{field: str(other.id)})

    assert done.version == memorandum.version + 1


def test_a_kind_that_the_institution_defined_is_accepted(bitim: Bitim) -> None:
    details: dict[str, Any] = {"kind": "olympiad_agreement", "owner": "employee-7", "content": given.a_content()}
    with refused(bitim, "invalid_value", field="kind", accepts="one_of"):
        bitim.memorandums.draft(act(), **details)

    bitim.institution.define_kind(act(), kind="olympiad_agreement", labels={"en": "Olympiad agreement"})

    assert bitim.memorandums.draft(act(), **details).version == 1


def test_a_kind_is_corrected_to_one_that_is_defined(bitim: Bitim) -> None:
    memorandum = keep(bitim, given.a_drafted_memorandum)
    correction: dict[str, Any] = {"event_version": 1, "field": "kind"}

    with refused(bitim, "invalid_value", field="value", accepts="one_of"):
        bitim.memorandums.correct(memorandum.id, act(reason="Misread"), **correction, value="olympiad_agreement")

    assert bitim.memorandums.correct(memorandum.id, act(reason="Misread"), **correction, value="other").version == 2


def test_a_command_on_a_memorandum_that_is_not_there_is_refused(bitim: Bitim) -> None:
    for id_ in (uuid4(), given.SHANDONG):
        with refused(bitim, "not_found", kind="memorandum", id=str(id_)):
            bitim.memorandums.note(id_, act(), note="Called the partner")
