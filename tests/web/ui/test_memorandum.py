"""The page of one memorandum."""

from uuid import UUID

import pytest

from application.bitim import Bitim
from tests import given
from tests.application.office import act, keep
from tests.application.sample import Hands
from tests.web.ui.reader import Reader

ADDRESS = f"/memorandums/{given.MEMORANDUM}"


def test_the_standing_is_told_in_words_and_why(bitim: Bitim, reader: Reader) -> None:
    keep(bitim, lambda: given.a_signed_memorandum("2022-01-01", term=given.TACIT))

    page = reader.open(ADDRESS)

    assert page.status == 200
    assert page.heading == "Memorandum of understanding"
    assert page.says(
        "In force until 31 December 2026; then renews itself for 5 years: nobody objected by 30 June 2026."
    )
    assert page.says("Edition 1 is in effect since 1 January 2022. Its term: for 5 years, then renewed")
    assert page.says("Last day of the running period 31 December 2026 in 108 days")


def test_before_the_objection_date_it_says_who_can_still_stop_it(bitim: Bitim, reader: Reader) -> None:
    keep(bitim, lambda: given.a_signed_memorandum("2022-01-01", term=given.TACIT))

    page = reader.open(f"{ADDRESS}?as_of=2026-06-01")

    assert page.says("then renews itself for 5 years unless a party objects by 30 June 2026.")
    assert page.says("Last day to object to the renewal 30 June 2026 in 29 days")


def test_parties_lead_to_their_profiles_and_signatories_stand_with_their_offices(bitim: Bitim, reader: Reader) -> None:
    keep(bitim, lambda: given.a_signed_memorandum("2026-09-01"))

    page = reader.open(ADDRESS)

    assert page.links["Shandong Jianzhu University"] == f"/partners/{given.SHANDONG}"
    assert page.says("Our institution our side")
    assert page.says("Shandong Jianzhu University Rector of p2 rector 1 September 2026")


def test_the_timeline_is_drawn_and_told(bitim: Bitim, reader: Reader) -> None:
    keep(bitim, lambda: given.a_signed_memorandum("2026-09-01", drafted_on="2026-08-01"))

    page = reader.open(ADDRESS)
    bars = [attributes["class"] for tag, attributes in page.tags if tag == "rect" and "class" in attributes]

    assert [name for name in bars if name != "hatch"] == ["bar s-in_preparation", "bar s-in_force", "bar s-expired"]
    assert page.says("In preparation 1 August 2026 to 31 August 2026")
    assert page.says("In force 1 September 2026 to 31 August 2031 on this day")


def test_what_is_not_known_is_said_to_be_missing(bitim: Bitim, reader: Reader) -> None:
    paper = given.an_edition_from_paper(term=None, titles=None)
    keep(bitim, lambda: given.a_memorandum_from_paper(paper, updated_form=True))

    page = reader.open(ADDRESS)

    assert page.heading == "Memorandum of understanding with Shandong Jianzhu University"
    assert page.says("Undetermined: in force or expired.")
    assert page.says("Missing: the term of edition 2.")
    assert page.says("Edition 1 Known only to have existed, signed on a day that is not known")


def test_a_lapse_stands_between_its_editions(bitim: Bitim, reader: Reader) -> None:
    first = given.an_edition_from_paper("2019-05-20")
    keep(bitim, lambda: given.a_memorandum_from_paper(first, given.an_edition_from_paper("2024-12-03")))

    assert reader.open(ADDRESS).says("Lapse of 197 days: 20 May 2024 to 2 December 2024")


def test_the_latest_entries_lead_to_the_history(bitim: Bitim, reader: Reader) -> None:
    keep(bitim, lambda: given.a_signed_memorandum("2026-09-01"))

    page = reader.open(ADDRESS)

    assert page.says("Rector of p2, rector, signed edition 1 for Shandong Jianzhu University.")
    assert page.links["History 7"] == f"{ADDRESS}/history"
    assert page.links["Editions 1"] == f"{ADDRESS}/editions"


def test_before_anything_was_recorded_it_says_so_and_leads_back(bitim: Bitim, reader: Reader, clock: Hands) -> None:
    clock.move(days=100)
    keep(bitim, lambda: given.a_signed_memorandum("2021-03-01"))

    page = reader.open(f"{ADDRESS}?as_of=2022-01-01&known_at=2026-09-30")

    assert page.status == 200
    assert page.says("Not in the register: nothing had been recorded by then.")
    assert page.links["Back to today"] == ADDRESS


def test_before_anything_had_happened_it_says_so(bitim: Bitim, reader: Reader) -> None:
    keep(bitim, lambda: given.a_signed_memorandum("2021-03-01"))

    page = reader.open(f"{ADDRESS}?as_of=2000-01-01")

    assert page.says("Not begun: nothing is known to have happened by that day.")


def test_one_that_was_superseded_leads_to_the_one_that_took_over(bitim: Bitim, reader: Reader) -> None:
    keep(bitim, lambda: given.a_signed_memorandum("2021-03-01"))
    other = bitim.memorandums.draft(act(), kind="letter_of_intent", owner="employee-7", content=given.a_content())
    bitim.memorandums.supersede(given.MEMORANDUM, act("2025-06-01"), by_memorandum_id=str(other.id))

    page = reader.open(ADDRESS)

    assert page.says("Superseded on 1 June 2025.")
    assert page.links[other.reference] == f"/memorandums/{other.id}"


@pytest.mark.parametrize("page", ["", "/history", "/editions"])
@pytest.mark.parametrize("unknown", ["00000000-0000-4000-8000-000000000000", "MOU-2026-0031", "..", "%00", "1" * 500])
def test_an_unknown_memorandum_is_not_found(reader_of_nothing: Reader, unknown: str, page: str) -> None:
    found = reader_of_nothing.open(f"/memorandums/{unknown}{page}")

    assert found.status == 404
    assert found.links["To the register"] == "/"


@pytest.mark.parametrize("page", ["", "/history", "/editions"])
def test_a_day_out_of_form_is_refused_by_name(bitim: Bitim, reader: Reader, page: str) -> None:
    keep(bitim, given.a_drafted_memorandum)

    found = reader.open(f"{ADDRESS}{page}?as_of=2026-02-30")

    assert found.status == 400
    assert found.says("As of: “2026-02-30” is not accepted. What would be accepted: A whole day")


def test_a_document_is_handed_out_to_be_saved_and_never_shown(bitim: Bitim, reader: Reader) -> None:
    keep(bitim, given.a_drafted_memorandum)
    attached = bitim.memorandums.attach_document(
        given.MEMORANDUM,
        act(),
        edition_id="e1",
        content=b"<script>alert(1)</script>",
        filename="Келишув.html",
        media_type="text/html",
        label="scan",
    )

    link = reader.open(ADDRESS).links["Scan"]
    document = reader.get(link)

    assert link == f"{ADDRESS}/documents/{attached.sha256}"
    assert (document.status_code, document.data) == (200, b"<script>alert(1)</script>")
    assert document.mimetype == "application/octet-stream"
    assert document.headers["Content-Disposition"].startswith("attachment;")
    assert document.headers["X-Content-Type-Options"] == "nosniff"


@pytest.mark.parametrize("memorandum_id", [given.MEMORANDUM, UUID(int=1), "nonsense"])
def test_a_document_that_is_not_there_is_not_found(bitim: Bitim, reader: Reader, memorandum_id: object) -> None:
    keep(bitim, given.a_drafted_memorandum)

    assert reader.open(f"/memorandums/{memorandum_id}/documents/{'0' * 64}").status == 404
