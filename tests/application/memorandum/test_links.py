"""Links between memorandums lead on to others and never back."""

from uuid import UUID

import pytest

from application.bitim import Bitim
from domain.memorandum.memorandum import Memorandum
from tests import given
from tests.application.office import act, refused


def a_registered(bitim: Bitim, reference: str) -> UUID:
    edition = given.an_edition_from_paper(term={"kind": "perpetual"})
    entry = {"reference": reference, "kind": "framework_agreement", "owner": "employee-7"}
    return bitim.memorandums.register(act(source=given.SCAN), editions=[edition], **entry).id


@pytest.fixture
def three(bitim: Bitim) -> tuple[UUID, UUID, UUID]:
    return a_registered(bitim, "A-1"), a_registered(bitim, "A-2"), a_registered(bitim, "A-3")


def test_an_agreement_is_under_a_framework_that_is_under_another(bitim: Bitim, three: tuple[UUID, UUID, UUID]) -> None:
    widest, narrower, narrowest = three

    bitim.memorandums.place_under_framework(narrower, act(), framework_id=str(widest))
    done = bitim.memorandums.place_under_framework(narrowest, act(), framework_id=str(narrower))

    assert done.version == 3


def test_a_framework_is_not_placed_under_what_is_under_it(bitim: Bitim, three: tuple[UUID, UUID, UUID]) -> None:
    widest, narrower, narrowest = three
    bitim.memorandums.place_under_framework(narrower, act(), framework_id=str(widest))
    bitim.memorandums.place_under_framework(narrowest, act(), framework_id=str(narrower))

    for below in (narrower, narrowest):
        with refused(bitim, "linked_in_a_circle", link="framework", memorandum_id=str(below)):
            bitim.memorandums.place_under_framework(widest, act(), framework_id=str(below))


def test_what_was_superseded_does_not_take_over_from_its_successor(
    bitim: Bitim, three: tuple[UUID, UUID, UUID]
) -> None:
    first, second, third = three
    bitim.memorandums.supersede(first, act(), by_memorandum_id=str(second))
    bitim.memorandums.supersede(second, act(), by_memorandum_id=str(third))

    with refused(bitim, "linked_in_a_circle", link="successor", memorandum_id=str(first)):
        bitim.memorandums.supersede(third, act(), by_memorandum_id=str(first))


def test_a_correction_does_not_lead_back_either(bitim: Bitim, three: tuple[UUID, UUID, UUID]) -> None:
    first, second, third = three
    bitim.memorandums.place_under_framework(first, act(), framework_id=str(second))
    bitim.memorandums.place_under_framework(third, act(), framework_id=str(first))

    with refused(bitim, "linked_in_a_circle", link="framework", memorandum_id=str(third)):
        bitim.memorandums.correct(first, act(reason="misread"), event_version=3, field="framework_id", value=str(third))


def test_what_two_have_led_in_a_circle_in_one_instant_hinders_no_third(
    bitim: Bitim, three: tuple[UUID, UUID, UUID]
) -> None:
    first, second, third = three
    for one, other in ((first, second), (second, first)):
        with bitim.store.command() as unit:
            unit.load(Memorandum, one).place_under_framework(act(), framework_id=str(other))

    assert bitim.memorandums.place_under_framework(third, act(), framework_id=str(first)).version == 3
