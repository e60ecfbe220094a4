"""The pages of partners and of requests."""

import pytest

from application.bitim import Bitim
from tests import given
from tests.application.office import act, keep
from tests.web.ui.reader import Reader

SHANDONG = f"/partners/{given.SHANDONG}"


def test_partners_are_listed_by_name_with_their_countries(bitim: Bitim, reader: Reader) -> None:
    page = reader.open("/partners")

    assert page.status == 200
    assert page.links["Shandong Jianzhu University"] == SHANDONG
    assert page.says("Shandong Jianzhu University China University")


@pytest.mark.parametrize("query", ["q=jianzhu", "country=CN", "kind=university&country=CN"])
def test_a_partner_is_found(bitim: Bitim, reader: Reader, query: str) -> None:
    page = reader.open(f"/partners?{query}")

    assert SHANDONG in page.links.values()
    assert f"/partners/{given.CANTABRIA}" not in page.links.values()


def test_a_profile_shows_names_over_time_and_memorandums(bitim: Bitim, reader: Reader) -> None:
    keep(bitim, lambda: given.a_signed_memorandum("2026-09-01"))
    bitim.partners.rename(given.SHANDONG, act(), name="Jianzhu University", effective_on="2026-09-10")
    bitim.partners.add_alias(given.SHANDONG, act(), alias="Shandong Jianshu University")
    bitim.partners.identify(given.SHANDONG, act(), scheme="schac", value="sdjzu.edu.cn")

    page = reader.open(SHANDONG)

    assert page.heading == "Jianzhu University"
    assert page.says("University, China")
    assert page.says("Jianzhu University from 10 September 2026")
    assert page.says("Also written: Shandong Jianshu University")
    assert page.says("SCHAC Sdjzu.edu.cn") or page.says("SCHAC sdjzu.edu.cn")
    assert page.says("In force until 31 August 2031")
    assert reader.open(f"{SHANDONG}?as_of=2026-09-05").heading == "Shandong Jianzhu University"


def test_a_partner_without_memorandums_says_so(bitim: Bitim, reader: Reader) -> None:
    assert reader.open(SHANDONG).says("No memorandum with this partner has a standing on this day.")


def test_a_partner_not_yet_entered_says_so(bitim: Bitim, reader: Reader) -> None:
    page = reader.open(f"{SHANDONG}?known_at=2026-09-13")

    assert page.status == 200
    assert page.heading == "Not in the register then"


def test_no_partners_and_no_requests_say_how_to_begin(reader_of_nothing: Reader) -> None:
    assert reader_of_nothing.open("/partners").says("No partner is on record.")
    assert reader_of_nothing.open("/requests").says("Nobody has asked for a partnership yet.")
    assert reader_of_nothing.open("/partners?q=zzzz").says("No partner answers to this.")
    assert reader_of_nothing.open("/requests?status=declined").says("No request is in this state.")


@pytest.mark.parametrize("unknown", ["00000000-0000-4000-8000-000000000000", "nobody"])
def test_an_unknown_partner_is_not_found(reader_of_nothing: Reader, unknown: str) -> None:
    page = reader_of_nothing.open(f"/partners/{unknown}")

    assert page.status == 404
    assert page.says("There is no partner with the id")


@pytest.mark.parametrize(
    ("path", "field"),
    [
        ("/partners?country=XX", "Country"),
        ("/partners?kind=club", "Kind"),
        ("/partners?after=x", "Page"),
        ("/requests?status=lost", "Answer"),
        ("/requests?after=x", "Page"),
    ],
)
def test_a_condition_out_of_form_is_refused_by_name(reader_of_nothing: Reader, path: str, field: str) -> None:
    page = reader_of_nothing.open(path)

    assert page.status == 400
    assert page.says(f"{field}: “")


def test_a_request_is_told_with_its_answer(bitim: Bitim, reader: Reader) -> None:
    keep(bitim, given.a_request)
    bitim.requests.decline(given.REQUEST, act(reason="The framework covers it"))

    page = reader.open("/requests")

    assert page.status == 200
    assert page.links["University of Cantabria"] == f"/partners/{given.CANTABRIA}"
    assert page.says("Joint research in management")
    assert page.says("Asked by Professor 3, recorded 14 September 2026, 12:30")
    assert page.says("Declined because The framework covers it")


def test_an_accepted_request_leads_to_its_memorandum(bitim: Bitim, reader: Reader) -> None:
    keep(bitim, given.a_request)
    begun = bitim.requests.accept(
        given.REQUEST, act(), kind="letter_of_intent", owner="employee-7", content=given.a_content()
    )

    page = reader.open("/requests?status=accepted")

    assert page.links["The memorandum that came of it"] == f"/memorandums/{begun.id}"


def test_a_profile_shows_ranks_by_edition_merges_and_its_history(bitim: Bitim, reader: Reader) -> None:
    other = bitim.partners.register(act(), name="Shandong Jianshu University", kind="university", country="CN").id
    bitim.partners.record_ranking(given.SHANDONG, act(), table="QS", edition="2024", rank=801, rank_to=1000)
    bitim.partners.merge(other, act("2026-09-13"), survivor_id=str(given.SHANDONG))

    page = reader.open(SHANDONG)

    assert page.says("QS 2024 801 to 1,000")
    assert page.links["Shandong Jianshu University"] == f"/partners/{other}"
    assert page.says("Shandong Jianshu University was found to be the same organisation. Happened 13 September 2026")
    assert page.says("Partner that was merged not there Shandong Jianshu University")
    merged = reader.open(f"/partners/{other}")
    assert merged.links["Shandong Jianzhu University"] == SHANDONG
    assert merged.says("Found to be the same organisation as Shandong Jianzhu University.")


def test_an_entry_that_did_not_happen_is_marked(bitim: Bitim, reader: Reader) -> None:
    bitim.partners.add_alias(given.SHANDONG, act(), alias="SDU")
    bitim.partners.retract(given.SHANDONG, act(reason="Another university"), event_version=2)

    assert reader.open(SHANDONG).says("Also written SDU. retracted")


def test_near_duplicates_are_listed_with_what_speaks_for_them(bitim: Bitim, reader: Reader) -> None:
    assert reader.open("/partners/near-duplicates").says("No two partners are called alike.")
    bitim.partners.register(act(), name="Shandong Jianshu University", kind="university", country="CN")

    page = reader.open("/partners/near-duplicates")

    assert page.links["Shandong Jianzhu University"] == SHANDONG
    assert page.says(
        "“Shandong Jianshu University” and “Shandong Jianzhu University” are spelled nearly the same (95 %)"
    )
    assert reader.open("/partners").links["Partners that may be one organisation"] == "/partners/near-duplicates"
