"""The pages that count cases, and tell who is abroad, which days nothing covers, and the balance with partners."""

from application.bitim import Bitim
from tests import given
from tests.application.office import act, keep
from tests.web.ui.reader import Reader

CASE = f"/cases/{given.CASE}"
PLACES = ("/cases", "/cases/counts", "/cases/abroad", "/cases/uncovered", "/cases/balance")


def test_each_page_of_mobility_leads_to_the_others_at_the_same_two_times(bitim: Bitim, reader: Reader) -> None:
    keep(bitim, given.a_case_under_way)

    for place in PLACES:
        links = reader.open(f"{place}?as_of=2026-03-01").links

        names = ("Caseload", "Counts", "Who is abroad", "Uncovered days", "Balance")
        assert [links[name] for name in names] == [f"{other}?as_of=2026-03-01" for other in PLACES]


def test_the_caseload_is_narrowed_by_unit_funding_and_what_is_overdue(bitim: Bitim, reader: Reader) -> None:
    keep(bitim, lambda: given.a_case_under_way(unit="Faculty of Chemistry"))
    bitim.mobility_cases.record_funding(given.CASE, act(), funding={"funder": "own"})

    for asked in ("unit=Faculty+of+Chemistry", "funder=own", "overdue=yes", f"partner={given.CANTABRIA}"):
        assert "Studies" in reader.open(f"/cases?{asked}").links
    for asked in ("unit=Faculty+of+Law", "funder=host", "overdue=yes&as_of=2026-03-01"):
        assert reader.open(f"/cases?{asked}").says("No case answers to this.")
    assert reader.open("/cases?overdue=perhaps").status == 400
    narrowed = reader.open(f"/cases?partner={given.CANTABRIA}&purpose=studies")
    assert narrowed.says("With University of Cantabria.")
    assert narrowed.links["Drop this condition"] == "/cases?purpose=studies"


def test_cases_are_counted_and_each_group_leads_to_its_cases(bitim: Bitim, reader: Reader) -> None:
    keep(bitim, given.a_case_under_way)

    page = reader.open("/cases/counts?by=partner")

    assert page.says("1 mobility case had begun by this day.")
    assert page.links["University of Cantabria"] == f"/cases?partner={given.CANTABRIA}"
    assert reader.open("/cases/counts?by=unit").says("not stated 1")
    assert reader.open("/cases/counts?by=academic_year&purpose=studies").links["2025/2026"] == (
        "/cases?purpose=studies&academic_year=2025/2026"
    )
    assert reader.open("/cases/counts?by=weather").status == 400


def test_who_is_abroad_is_told_with_how_sure_it_is(bitim: Bitim, reader: Reader) -> None:
    keep(bitim, given.a_case_under_way)

    page = reader.open("/cases/abroad?as_of=2026-03-01")

    assert page.heading == "Who is abroad"
    assert page.says("There: 1")
    assert page.links["Studies"] == f"{CASE}?as_of=2026-03-01"
    here = reader.open(page.links["Here"])
    assert here.heading == "Who is here"
    assert here.says("Nobody was there on this day, as far as is known.")
    assert reader.open("/cases/abroad?direction=up").status == 400


def test_uncovered_days_are_told_exactly_with_the_reason(bitim: Bitim, reader: Reader) -> None:
    keep(bitim, lambda: given.a_signed_memorandum("2026-03-01", parties=given.parties(given.CANTABRIA)))
    keep(bitim, lambda: given.a_case_under_way(memorandum_id=str(given.MEMORANDUM), without_memorandum=""))

    page = reader.open("/cases/uncovered")

    assert page.says("26 days 3 February 2026 to 28 February 2026: not begun")
    assert page.links["Studies"] == CASE
    assert reader.open("/cases/uncovered?purpose=teaching").says("No case that answers to this has uncovered days.")
    assert reader.open(f"/cases/uncovered?memorandum={given.MEMORANDUM}").says("Resting on MOU-2026-0031.")
    assert reader.open("/cases/uncovered?known_at=2026-09-13").says("No case has uncovered days.")
    assert reader.open(CASE).says("1 March 2026 to 26 June 2026 covered by edition 1 of MOU-2026-0031")


def test_the_balance_of_a_period_is_told_by_partner_and_in_all(bitim: Bitim, reader: Reader) -> None:
    keep(bitim, given.a_case_under_way)

    page = reader.open("/cases/balance?first=2026-01-01&until=2026-06-30")

    assert page.says("1 January 2026 to 30 June 2026.")
    assert page.says("University of Cantabria 1 0 1")
    assert page.says("All 1 0 1")
    assert page.links["University of Cantabria"] == f"/cases?partner={given.CANTABRIA}"
    empty = reader.open("/cases/balance?first=2026-01-01&until=2026-06-30&purpose=teaching")
    assert empty.says("Nobody was sent or received in this period.")
    assert reader.open("/cases/balance?first=2026-06-30&until=2026-01-01").status == 400


def test_pages_of_nothing_say_so(reader_of_nothing: Reader) -> None:
    assert reader_of_nothing.open("/cases/counts").says("No mobility case has begun by this day.")
    assert reader_of_nothing.open("/cases/abroad").says("Nobody is there on this day, as far as is known.")
    assert reader_of_nothing.open("/cases/uncovered").says("No case has uncovered days.")
    assert reader_of_nothing.open("/cases/balance").says("Nobody was sent or received in this period.")


def test_the_history_of_a_case_can_be_read_chapter_by_chapter(bitim: Bitim, reader: Reader) -> None:
    keep(bitim, given.a_case_under_way)

    page = reader.open(f"{CASE}?chapter=moving")

    assert page.says("The stay began.")
    assert not page.says("Accepted by the host.")
    assert reader.open(f"{CASE}?chapter=correcting").says("Nothing of this kind is recorded.")
    assert reader.open(f"{CASE}?chapter=signing").status == 400


def test_the_caseload_and_the_history_of_a_case_can_be_taken_away(bitim: Bitim, reader: Reader) -> None:
    keep(bitim, given.a_case_under_way)

    listed = reader.open("/cases?purpose=studies&as_of=2026-03-01").links["CSV"]
    told = reader.open(CASE).links["JSON Lines"]

    assert reader.get(listed).headers["Content-Disposition"] == "attachment; filename=bitim-caseload-2026-03-01.csv"
    assert "mobility.started" in reader.get(told).text
    assert reader.open("/cases.csv?stage=lost").status == 400
