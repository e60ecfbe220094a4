"""The page of a memorandum's editions."""

import pytest

from application.bitim import Bitim
from tests import given
from tests.application.office import act, keep
from tests.web.ui.reader import Reader

ADDRESS = f"/memorandums/{given.MEMORANDUM}/editions"


def test_what_changed_is_told_in_sentences_and_word_by_word(bitim: Bitim, reader: Reader) -> None:
    keep(bitim, lambda: given.a_signed_memorandum("2026-09-01"))
    bitim.memorandums.propose_renewal(
        given.MEMORANDUM,
        act(),
        changes={
            "areas": ["student_exchange", "staff_exchange"],
            "texts": {"en": "1. Students are exchanged.\n\n2. Staff and guests are exchanged."},
        },
    )

    page = reader.open(ADDRESS)

    assert page.status == 200
    assert page.says("Edition 2 Renewal in an updated form Drafted")
    assert page.says("What changed from edition 1")
    assert page.says("New areas of cooperation: staff exchange.")
    assert page.says("2. Staff and guests are exchanged.")
    assert ("ins", {}) in page.tags


def test_two_editions_can_be_compared_either_way(bitim: Bitim, reader: Reader) -> None:
    memorandum = keep(bitim, given.a_renewal_in_preparation)
    first, second = memorandum.editions

    page = reader.open(f"{ADDRESS}?old={second}&new={first}")

    assert page.says("What changed from edition 2 to edition 1")
    assert page.says("No longer covered: staff exchange.")


def test_one_edition_alone_offers_no_comparison(bitim: Bitim, reader: Reader) -> None:
    keep(bitim, lambda: given.a_signed_memorandum("2026-09-01"))

    page = reader.open(ADDRESS)

    assert page.says("First edition Signed")
    assert not page.says("Compare two editions")
    assert page.says("Approvals Clearance by Legal; our approval; approval by Shandong Jianzhu University")


def test_an_approval_of_an_earlier_text_is_marked(bitim: Bitim, reader: Reader) -> None:
    keep(bitim, given.an_approved_draft)
    bitim.memorandums.revise(given.MEMORANDUM, act(), edition_id="e1", changes={"areas": ["training"]})

    assert reader.open(ADDRESS).says("our approval, of an earlier text")


@pytest.mark.parametrize("query", ["old=e9&new=e1", "old=e1&new=%3Cscript%3E"])
def test_an_edition_that_is_not_there_is_refused_by_name(bitim: Bitim, reader: Reader, query: str) -> None:
    keep(bitim, given.a_drafted_memorandum)

    page = reader.open(f"{ADDRESS}?{query}")

    assert page.status == 400
    assert page.says("What would be accepted: One of: e1.")
