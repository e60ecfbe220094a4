"""The page of a memorandum's history."""

import pytest

from application.bitim import Bitim
from tests import given
from tests.application.office import act, keep
from tests.application.sample import Hands
from tests.web.ui.reader import Reader

ADDRESS = f"/memorandums/{given.MEMORANDUM}/history"


def test_every_entry_says_what_happened_when_and_who_recorded_it(bitim: Bitim, reader: Reader) -> None:
    keep(bitim, lambda: given.a_memorandum_from_paper(given.an_edition_from_paper("2024-12-03")))

    page = reader.open(ADDRESS)

    assert page.status == 200
    assert page.says("Memorandum of understanding MOU-2019-0004 entered from paper.")
    assert page.says("An edition concluded on paper by Our institution and Shandong Jianzhu University.")
    assert page.says("Happened 3 December 2024 recorded 14 September 2026, 12:30 by Officer 1")
    assert page.says("Source Scan of the signed original: “page 2”")
    assert page.says("From 3 December 2029: expired; before, not begun.")


def test_a_correction_stands_beside_what_it_corrects(bitim: Bitim, reader: Reader, clock: Hands) -> None:
    keep(bitim, lambda: given.a_signed_memorandum("2022-01-01", term={"kind": "fixed", "until": "2026-12-31"}))
    clock.move(days=1)
    bitim.memorandums.correct(
        given.MEMORANDUM,
        act("2026-09-15", reason="The scan says 2027"),
        event_version=1,
        field="term",
        value={"kind": "fixed", "until": "2027-12-31"},
    )

    page = reader.open(ADDRESS)

    assert page.says("corrected later")
    assert page.says("Corrected by entry 8: Term reads until 31 December 2027.")
    assert page.says("Reason The scan says 2027")
    assert page.says("Term until 31 December 2026 until 31 December 2027")
    assert page.says("1 January 2027 to 31 December 2027: in force; before, expired.")

    before = reader.open(f"{ADDRESS}?known_at=2026-09-14")

    assert not before.says("corrected later")
    assert before.says("As of 15 September 2026, as known on 14 September 2026.")


def test_one_chapter_can_be_read_alone_and_from_its_end(bitim: Bitim, reader: Reader) -> None:
    keep(bitim, lambda: given.a_signed_memorandum("2026-09-01"))

    page = reader.open(f"{ADDRESS}?chapter=signing&order=newest")

    assert page.text.index("Rector of p2, rector, signed") < page.text.index("Rector of p1, rector, signed")
    assert not page.says("submitted for review")
    assert page.links["Begin with the oldest"] == f"{ADDRESS}?chapter=signing"


def test_a_chapter_in_which_nothing_happened_leads_to_the_whole(bitim: Bitim, reader: Reader) -> None:
    keep(bitim, given.a_drafted_memorandum)

    page = reader.open(f"{ADDRESS}?chapter=ending")

    assert page.says("Nothing of this kind is recorded.")
    assert page.links["Show the whole history"] == ADDRESS


def test_a_long_history_goes_on_on_a_next_page(bitim: Bitim, reader: Reader) -> None:
    keep(bitim, given.a_drafted_memorandum)
    for number in range(100):
        bitim.memorandums.note(given.MEMORANDUM, act(), note=f"Call number {number}")

    first = reader.open(ADDRESS)
    second = reader.open(first.links["Next page →"])

    assert not first.says("Note: Call number 99")
    assert second.says("Note: Call number 99")


@pytest.mark.parametrize(
    ("query", "field"), [("chapter=gossip", "Chapter"), ("order=random", "Order"), ("after=x", "Page")]
)
def test_a_condition_out_of_form_is_refused_by_name(bitim: Bitim, reader: Reader, query: str, field: str) -> None:
    keep(bitim, given.a_drafted_memorandum)

    page = reader.open(f"{ADDRESS}?{query}")

    assert page.status == 400
    assert page.says(f"{field}: “{query.partition('=')[2]}” is not accepted.")
