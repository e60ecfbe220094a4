"""The review route of a text comes from the institution."""

from application.bitim import Bitim
from domain.memorandum.memorandum import Memorandum
from tests import given
from tests.application.office import act, keep


def test_a_text_is_submitted_along_the_route_of_its_kind(bitim: Bitim) -> None:
    bitim.institution.set_review_route(act(), route=["finance"])
    bitim.institution.set_review_route(act(), route=["legal", "science"], kind="memorandum_of_understanding")
    memorandum = keep(bitim, given.a_drafted_memorandum)

    bitim.memorandums.submit(memorandum.id, act(), edition_id="e1")

    assert bitim.store.get(Memorandum, memorandum.id).edition("e1").route == ("legal", "science")


def test_a_text_goes_to_the_lawyers_where_the_institution_has_set_nothing(bitim: Bitim) -> None:
    memorandum = keep(bitim, given.a_drafted_memorandum)

    bitim.memorandums.submit(memorandum.id, act(), edition_id="e1")

    assert bitim.store.get(Memorandum, memorandum.id).edition("e1").route == ("legal",)


def test_a_text_under_review_keeps_the_route_to_which_it_was_submitted(bitim: Bitim) -> None:
    memorandum = keep(bitim, given.a_drafted_memorandum)
    bitim.memorandums.submit(memorandum.id, act(), edition_id="e1")

    bitim.institution.set_review_route(act(), route=["legal", "science"])

    assert bitim.store.get(Memorandum, memorandum.id).edition("e1").route == ("legal",)
