"""The page of the register."""

import pytest

from application.bitim import Bitim
from tests import given
from tests.application.office import act, keep
from tests.application.sample import Hands
from tests.web.ui.reader import Reader

ADDRESS = f"/memorandums/{given.MEMORANDUM}"


def test_a_memorandum_is_listed_with_its_partner_and_standing(bitim: Bitim, reader: Reader) -> None:
    keep(bitim, lambda: given.a_signed_memorandum("2026-09-01"))

    page = reader.open("/")

    assert page.status == 200
    assert page.heading == "Register"
    assert page.says("1 memorandum has a standing on this day.")
    assert page.links["Memorandum of understanding"] == ADDRESS
    assert page.says("MOU-2026-0031 · Memorandum of understanding")
    assert page.says("Shandong Jianzhu University")
    assert page.says("In force until 31 August 2031")


def test_an_empty_register_says_how_to_begin(reader_of_nothing: Reader) -> None:
    page = reader_of_nothing.open("/")

    assert page.status == 200
    assert page.says("The register is empty.")
    assert page.says("bitim demo")


def test_a_count_leads_to_the_memorandums_with_that_standing(bitim: Bitim, reader: Reader) -> None:
    keep(bitim, lambda: given.a_signed_memorandum("2026-09-01"))

    assert reader.open("/").links["In force 1"] == "/?standing=in_force"
    assert ADDRESS in reader.open("/?standing=in_force").links.values()
    assert ADDRESS not in reader.open("/?standing=expired").links.values()


@pytest.mark.parametrize(
    "query", ["q=jianzhu", "q=MOU-2026-0031", "country=CN", "area=student_exchange", "q=", "kind="]
)
def test_a_memorandum_is_found_by_what_it_says(bitim: Bitim, reader: Reader, query: str) -> None:
    keep(bitim, lambda: given.a_signed_memorandum("2026-09-01"))

    assert ADDRESS in reader.open(f"/?{query}").links.values()


def test_conditions_that_nothing_answers_offer_the_way_back(bitim: Bitim, reader: Reader) -> None:
    keep(bitim, lambda: given.a_signed_memorandum("2026-09-01"))

    page = reader.open("/?q=zzzz&as_of=2026-09-10")

    assert page.says("No memorandum answers to all of these conditions.")
    assert page.links["Show the whole register"] == "/?as_of=2026-09-10"


def test_another_day_is_told_in_a_banner_and_kept_in_every_link(bitim: Bitim, reader: Reader) -> None:
    keep(bitim, lambda: given.a_signed_memorandum("2021-03-01"))

    page = reader.open("/?as_of=2022-01-01")

    assert page.says("As of 1 January 2022, with all that is known today. This is not today.")
    assert page.links["Back to today"] == "/"
    assert page.links["Memorandum of understanding"] == f"{ADDRESS}?as_of=2022-01-01"
    assert page.links["Renewals"] == "/renewals?as_of=2022-01-01"


def test_a_day_to_come_is_what_stands_if_nobody_acts(bitim: Bitim, reader: Reader) -> None:
    keep(bitim, lambda: given.a_signed_memorandum("2026-09-01"))

    page = reader.open("/?as_of=2031-09-01")

    assert page.says("This is what stands then if nobody acts.")
    assert page.says("Expired last day 31 August 2031")


def test_what_was_recorded_later_is_not_known_earlier(bitim: Bitim, reader: Reader, clock: Hands) -> None:
    clock.move(days=300)
    keep(bitim, lambda: given.a_signed_memorandum("2021-03-01"))

    assert reader.open("/?as_of=2022-01-01").says("In force until 28 February 2026")

    page = reader.open("/?as_of=2022-01-01&known_at=2026-10-01")

    assert page.says("As of 1 January 2022, as known on 1 October 2026.")
    assert page.says("Nothing had a standing on this day, as known then.")


def test_today_asked_for_by_its_date_is_no_other_day(reader_of_nothing: Reader) -> None:
    assert not reader_of_nothing.open("/?as_of=2026-09-14&known_at=2026-09-14").says("Back to today")


@pytest.mark.parametrize(
    ("query", "field", "accepted"),
    [
        ("as_of=2026-13-01", "As of", "A whole day between 1900 and 2100, such as 2023-09-14."),
        ("as_of=2026-09", "As of", "A whole day between 1900 and 2100, such as 2023-09-14."),
        ("known_at=yesterday", "As known on", "A whole day between 1900 and 2100"),
        ("known_at=2026-09-14T12:00:00", "As known on", "an instant with its offset"),
        ("known_at=2027-01-01", "As known on", "Nothing later than now"),
        ("standing=renewed", "Standing", "One of: in_preparation, signed, in_force"),
        ("area=football", "Area of cooperation", "One of: student_exchange"),
        ("country=Atlantis", "Country", "A country by its two-letter code (ISO 3166-1), such as UZ."),
        ("partner=Shandong", "Partner", "The id of a record, as Bitim shows it."),
        ("ends_before=soon", "Period ends before", "A whole day"),
        ("archive=perhaps", "Archive", "One of: without, only, with."),
        ("after=nonsense", "Page", "The key that the page before ended with."),
        (f"q={'x' * 301}", "Search", "Text of at most 300 characters"),
    ],
)
def test_a_condition_out_of_form_is_refused_by_name(
    reader_of_nothing: Reader, query: str, field: str, accepted: str
) -> None:
    page = reader_of_nothing.open(f"/?{query}")

    assert page.status == 400
    assert page.heading == "A value is not accepted"
    assert page.says(f"{field}: “")
    assert page.says(accepted)
    assert page.links["This page without conditions"] == "/"


def test_a_long_register_goes_on_on_a_next_page(bitim: Bitim, reader: Reader) -> None:
    for _each in range(51):
        bitim.memorandums.draft(act(), kind="letter_of_intent", owner="employee-7", content=given.a_content())

    first = reader.open("/?as_of=2026-09-15")
    second = reader.open(first.links["Next page →"])

    assert first.text.count("Letter of intent") == 50
    assert second.text.count("Letter of intent") == 1
    assert second.says("As of 15 September 2026")
    assert second.links["← To the first page"] == "/?as_of=2026-09-15"


def test_the_institutions_own_kinds_are_called_as_it_calls_them(bitim: Bitim, reader: Reader) -> None:
    bitim.institution.open(act())
    bitim.institution.define_kind(act(), kind="olympiad_agreement", labels={"en": "Agreement on an olympiad"})
    bitim.memorandums.draft(act(), kind="olympiad_agreement", owner="employee-7", content=given.a_content())

    assert reader.open("/?kind=olympiad_agreement").says("· Agreement on an olympiad")


def test_hostile_text_is_shown_as_text(bitim: Bitim, reader: Reader) -> None:
    title = "<script>alert(1)</script> \"quoted\" & 'so on'"
    keep(bitim, lambda: given.a_drafted_memorandum(titles={"en": title}))

    assert reader.open("/").links[title] == ADDRESS
    assert reader.open("/?q=%3Cscript%3Ealert(1)%3C/script%3E").status == 200
