"""The pages of renewals, of the forecast and of follow-up."""

import pytest

from application.bitim import Bitim
from tests import given
from tests.application.office import act, keep
from tests.web.ui.reader import Reader

ADDRESS = f"/memorandums/{given.MEMORANDUM}"


def test_what_ends_soon_is_listed_with_the_days_left(bitim: Bitim, reader: Reader) -> None:
    keep(bitim, lambda: given.a_signed_memorandum("2022-01-01", term={"kind": "fixed", "until": "2026-10-31"}))

    page = reader.open("/renewals")

    assert page.status == 200
    assert page.links["Ending 1"] == "#due"
    assert page.says("In force until 31 October 2026 47 days")
    assert reader.open("/renewals?days=30").links["Ending 0"] == "#due"


def test_an_objection_date_is_listed_until_it_has_passed(bitim: Bitim, reader: Reader) -> None:
    keep(bitim, lambda: given.a_signed_memorandum("2022-01-01", term=given.TACIT))

    assert reader.open("/renewals?as_of=2026-06-01").says("by 30 June 2026, in 29 days")
    assert reader.open("/renewals").says("No objection date falls in this time.")


def test_a_renewal_in_preparation_says_what_it_waits_for(bitim: Bitim, reader: Reader) -> None:
    keep(bitim, given.a_renewal_in_preparation)

    assert reader.open("/renewals").says("Renewal in an updated form, drafted; waits for: submission for review")


def test_what_was_updated_in_a_period_is_told_with_what_changed(bitim: Bitim, reader: Reader) -> None:
    first = given.an_edition_from_paper("2019-05-20")
    second = given.an_edition_from_paper("2024-12-03", areas=["student_exchange", "joint_research"])
    keep(bitim, lambda: given.a_memorandum_from_paper(first, second))

    page = reader.open("/renewals?first=2024-01-01&last=2024-12-31")

    assert page.says("MOU-2019-0004 · Shandong Jianzhu University · signed 3 December 2024")
    assert page.says("New areas of cooperation: joint research.")
    assert reader.open("/renewals").says("No renewal was signed in this period. 1 January 2026 to 31 December 2026.")


def test_a_renewal_of_an_uncertain_day_is_listed_apart(bitim: Bitim, reader: Reader) -> None:
    first, second = given.an_edition_from_paper("2019-05-20"), given.an_edition_from_paper("2024")
    keep(bitim, lambda: given.a_memorandum_from_paper(first, second))

    page = reader.open("/renewals?first=2024-06-01&last=2024-12-31")

    assert page.says("Perhaps in this period: the day is not known exactly")


def test_nothing_due_says_so(reader_of_nothing: Reader) -> None:
    page = reader_of_nothing.open("/renewals")

    assert page.status == 200
    assert page.says("Nothing ends in this time.")
    assert page.says("Nothing has lapsed.")


@pytest.mark.parametrize(
    ("query", "said"),
    [
        ("days=ten", "Within: “ten” is not accepted. What would be accepted: From 0 to 3660."),
        ("days=3661", "From 0 to 3660."),
        ("first=2024", "Signed from: “2024” is not accepted. What would be accepted: A whole day"),
        ("first=2024-12-31&last=2024-01-01", "31 December 2024 or later."),
    ],
)
def test_a_period_out_of_form_is_refused_by_name(reader_of_nothing: Reader, query: str, said: str) -> None:
    page = reader_of_nothing.open(f"/renewals?{query}")

    assert page.status == 400
    assert page.says(said)


def test_the_forecast_holds_today_against_a_day_to_come(bitim: Bitim, reader: Reader) -> None:
    keep(bitim, lambda: given.a_signed_memorandum("2022-01-01", term={"kind": "fixed", "until": "2026-10-31"}))

    page = reader.open("/forecast?day=2027-01-01")

    assert page.status == 200
    assert page.says("What stands on 1 January 2027 if nobody acts")
    assert page.says("In force 1 0 −1")
    assert page.says("Expired 0 1 +1")
    assert page.says("Will have ended")
    assert page.links["Memorandum of understanding"] == ADDRESS


def test_the_forecast_of_nothing_says_so(reader_of_nothing: Reader) -> None:
    page = reader_of_nothing.open("/forecast")

    assert page.says("What stands on 14 September 2027 if nobody acts")
    assert page.says("The register is empty. There is nothing to look ahead to.")


@pytest.mark.parametrize("day", ["2026-09-13", "1899-12-31", "2027-02-29", "someday"])
def test_a_forecast_of_another_time_is_refused_by_name(reader_of_nothing: Reader, day: str) -> None:
    page = reader_of_nothing.open(f"/forecast?day={day}")

    assert page.status == 400
    assert page.says(f"On: “{day}” is not accepted.")


def test_follow_up_says_whom_a_text_waits_for_and_since_when(bitim: Bitim, reader: Reader) -> None:
    keep(bitim, given.a_submitted_draft)

    page = reader.open("/follow-up")

    assert page.status == 200
    assert page.links["Clearance 1"] == "/follow-up?approval=clearance"
    assert page.says("Clearance by Legal, clearance by Finance, our approval and approval by Shandong Jianzhu")
    assert page.says("14 September 2026 Employee 7")


def test_a_planned_signing_whose_day_has_passed_is_marked(bitim: Bitim, reader: Reader) -> None:
    keep(bitim, given.a_drafted_memorandum)
    bitim.memorandums.plan_signing(
        given.MEMORANDUM, act(), edition_id="e1", event="Rectors’ forum", place="Dushanbe", planned_for="2026-08"
    )

    assert reader.open("/follow-up").says("MOU-2026-0031 Rectors’ forum, Dushanbe (August 2026)")
    assert reader.open("/follow-up").says("the day has passed")


def test_nothing_that_waits_says_so(reader_of_nothing: Reader) -> None:
    assert reader_of_nothing.open("/follow-up").says("Nothing waits for anybody.")
    assert reader_of_nothing.open("/follow-up?approval=ours").says("No text waits for this.")


def test_an_approval_that_nobody_gives_is_refused_by_name(reader_of_nothing: Reader) -> None:
    page = reader_of_nothing.open("/follow-up?approval=blessing")

    assert page.status == 400
    assert page.says("What is awaited: “blessing” is not accepted.")


def test_dormant_memorandums_are_shown_with_what_happened_last(bitim: Bitim, reader: Reader) -> None:
    keep(bitim, lambda: given.a_signed_memorandum("2023-09-01", parties=given.parties(given.CANTABRIA)))
    rests = {"memorandum_id": str(given.MEMORANDUM), "without_memorandum": ""}
    keep(bitim, lambda: given.a_case_from_paper(actual_until="2024-06-26", **rests))

    page = reader.open(reader.open("/follow-up").links["Dormant"])

    assert page.links["Mobility case, 26 June 2024"] == f"/cases/{given.CASE}"
    assert page.says("Nothing since 26 June 2024")
    assert reader.open("/dormant?months=36").says("Nothing lies dormant.")
    assert reader.open("/dormant?as_of=2023-12-01&months=1").says("Nothing so far")
    assert reader.open("/dormant?months=0").status == 400


def test_an_agreement_under_a_framework_is_shown_as_its_last_activity(bitim: Bitim, reader: Reader) -> None:
    keep(bitim, lambda: given.a_signed_memorandum("2023-09-01"))
    agreement = bitim.memorandums.register(
        act(None, source=given.SCAN),
        reference="MOU-2024-0004",
        kind="specific_activity_agreement",
        owner="employee-7",
        editions=[given.an_edition_from_paper("2024-12-03")],
    ).id
    bitim.memorandums.place_under_framework(agreement, act("2024-12-03"), framework_id=str(given.MEMORANDUM))

    page = reader.open("/dormant")

    assert page.links["Agreement under it, 3 December 2024"] == f"/memorandums/{agreement}"
