"""The pages of mobility cases, and what the page of a memorandum shows of them."""

from application.bitim import Bitim
from tests import given
from tests.application.office import keep
from tests.web.ui.reader import Reader

CASE = f"/cases/{given.CASE}"


def test_the_caseload_shows_each_case_at_its_stage_of_the_day(bitim: Bitim, reader: Reader) -> None:
    keep(bitim, given.a_case_under_way)

    page = reader.open("/cases")

    assert page.status == 200
    assert page.links["Studies"] == CASE
    assert page.says("3 February 2026 until 26 June 2026")
    assert page.says("Started next step by 26 June 2026 overdue")
    assert reader.open("/cases?as_of=2025-11-30").says("Nominated")
    link = reader.open(f"/partners/{given.CANTABRIA}").links["Mobility cases with this partner"]
    assert reader.open(link).links["Studies"].startswith(CASE)
    assert reader.open("/cases?stage=started&purpose=studies").says("University of Cantabria")


def test_a_case_tells_its_details_stages_and_coverage(bitim: Bitim, reader: Reader) -> None:
    keep(bitim, lambda: given.a_signed_memorandum("2026-03-01", parties=given.parties(given.CANTABRIA)))
    keep(bitim, lambda: given.a_case_under_way(memorandum_id=str(given.MEMORANDUM), without_memorandum=""))

    page = reader.open(CASE)

    assert page.heading == "Studies"
    assert page.says("second-year student")
    assert page.says("Accepted by the host.")
    assert page.says("Accepted 1 December 2025")
    assert page.says("3 February 2026 to 28 February 2026 uncovered: not begun")
    assert page.links["MOU-2026-0031"] == f"/memorandums/{given.MEMORANDUM}"


def test_the_page_of_a_memorandum_shows_its_cases_and_places(bitim: Bitim, reader: Reader) -> None:
    places = [{"direction": "outgoing", "purpose": "studies", "places": 2}]
    keep(bitim, lambda: given.a_signed_memorandum("2025-09-01", conditions=places))
    keep(bitim, lambda: given.a_case_under_way(memorandum_id=str(given.MEMORANDUM), without_memorandum=""))

    page = reader.open(f"/memorandums/{given.MEMORANDUM}?as_of=2026-03-01")

    assert page.says("2 places a year, studies, outgoing 2025/2026: 1 used, 1 free")
    assert f"{CASE}?as_of=2026-03-01" in page.links.values()


def test_no_case_says_how_to_begin_and_an_unknown_one_is_not_there(reader_of_nothing: Reader) -> None:
    assert reader_of_nothing.open("/cases").says("No mobility case has begun by this day.")
    assert reader_of_nothing.open("/cases?purpose=teaching").says("No case answers to this.")
    assert reader_of_nothing.open("/cases?purpose=holiday").status == 400
    assert reader_of_nothing.open("/cases?academic_year=2025").status == 400
    assert reader_of_nothing.open(CASE).status == 404
    assert reader_of_nothing.open("/cases/of-somebody").status == 404


def test_a_case_not_yet_entered_says_so(bitim: Bitim, reader: Reader) -> None:
    keep(bitim, given.a_nomination)

    page = reader.open(f"{CASE}?known_at=2026-09-13")

    assert (page.status, page.heading) == (200, "Not in the register then")


def test_the_history_of_a_memorandum_shows_what_its_cases_did_and_leads_to_them(bitim: Bitim, reader: Reader) -> None:
    keep(bitim, lambda: given.a_signed_memorandum("2025-09-01", parties=given.parties(given.CANTABRIA)))
    keep(bitim, lambda: given.a_case_under_way(memorandum_id=str(given.MEMORANDUM), without_memorandum=""))
    address = f"/memorandums/{given.MEMORANDUM}/history"

    page = reader.open(address)

    assert page.says("Accepted by the host.")
    assert page.links["Studies, outgoing, University of Cantabria"] == CASE
    alone = reader.open(page.links["Mobility cases"])
    assert alone.says("Accepted by the host.")
    assert not alone.says("submitted for review")
    assert not reader.open(f"{address}?chapter=signing").says("Accepted by the host.")
    assert reader.open(f"{address}?known_at=2026-09-13").says("Nothing had been recorded by then.")
