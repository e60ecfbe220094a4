"""What pauses or ends a memorandum, and the sweep that writes down what time has done."""

from datetime import date
from typing import Any

import pytest

from domain.memorandum.events import MemorandumExpired, MemorandumTacitlyRenewed
from domain.memorandum.memorandum import Memorandum
from domain.shared.act import Act
from domain.shared.moment import TASHKENT
from tests import given
from tests.refusing import not_accepted, nothing_recorded, refused

IN_2026 = {"kind": "fixed", "until": "2026-12-31"}
TACIT_UNTIL_2026 = {**given.TACIT, "until": "2026-12-31"}


def standing(memorandum: Memorandum, day: str) -> str | None:
    interval = memorandum.timeline(TASHKENT).on(date.fromisoformat(day))
    return interval.standing if interval else None


def from_paper(term: dict[str, Any], signed_on: str | None = "2022-01-01", **parts: Any) -> Memorandum:
    return given.a_memorandum_from_paper(given.an_edition_from_paper(signed_on, term=term, **parts))


def test_object_stops_the_tacit_renewal_at_the_end_of_the_period() -> None:
    memorandum = from_paper(TACIT_UNTIL_2026)
    assert standing(memorandum, "2027-01-01") == "in_force"

    memorandum.object(given.an_act("2026-06-30"), party_id="p2")

    assert standing(memorandum, "2026-12-31") == "in_force"
    assert standing(memorandum, "2027-01-01") == "expired"
    assert not memorandum.objection_is_late(memorandum.version, TASHKENT)


def test_object_after_the_objection_date_is_recorded_as_late() -> None:
    memorandum = from_paper(TACIT_UNTIL_2026)

    memorandum.object(given.an_act("2026-07-01"), party_id="p2")

    assert memorandum.objection_is_late(memorandum.version, TASHKENT)
    assert standing(memorandum, "2027-01-01") == "in_force"


def test_object_in_time_is_not_late_when_another_party_was_quicker() -> None:
    memorandum = from_paper(TACIT_UNTIL_2026)
    memorandum.object(given.an_act("2026-05-01"), party_id="p1")

    memorandum.object(given.an_act("2026-06-01"), party_id="p2")

    assert not memorandum.objection_is_late(memorandum.version, TASHKENT)


def test_object_refuses_where_nothing_renews_itself() -> None:
    memorandum = from_paper(IN_2026)

    with refused(memorandum, "no_tacit_renewal"):
        memorandum.object(given.an_act(), party_id="p2")


def test_object_refuses_a_day_that_ends_no_period() -> None:
    memorandum = from_paper(TACIT_UNTIL_2026)

    with not_accepted(memorandum, "against", "last_day_of_period"):
        memorandum.object(given.an_act("2026-06-01"), party_id="p2", against="2026-12-30")
    with not_accepted(memorandum, "against", "date"):
        memorandum.object(given.an_act("2026-06-01"), party_id="p2", against="2026-12")
    with not_accepted(memorandum, "party_id", "one_of"):
        memorandum.object(given.an_act("2026-06-01"), party_id="p3")


def test_suspend_pauses_what_is_in_force() -> None:
    memorandum = from_paper(IN_2026)

    memorandum.suspend(given.an_act("2026-03-01"), until="2026-04-30")

    assert standing(memorandum, "2026-02-28") == "in_force"
    assert standing(memorandum, "2026-04-30") == "suspended"
    assert standing(memorandum, "2026-05-01") == "in_force"
    assert standing(memorandum, "2027-01-01") == "expired"


def test_suspend_refuses_what_is_not_in_force_that_day() -> None:
    memorandum = from_paper({"kind": "fixed", "until": "2025-12-31"})

    with refused(memorandum, "standing_forbids", on="2026-03-01", standing="expired", possible_in=("in_force",)):
        memorandum.suspend(given.an_act("2026-03-01"))


def test_suspend_refuses_a_last_day_before_the_first() -> None:
    memorandum = from_paper(IN_2026)

    with not_accepted(memorandum, "until", "not_before"):
        memorandum.suspend(given.an_act("2026-03-01"), effective_on="2026-05-01", until="2026-04-30")
    with not_accepted(memorandum, "until", "partial_date"):
        memorandum.suspend(given.an_act("2026-03-01"), until="April")


def test_suspend_refuses_a_first_day_on_which_it_is_over() -> None:
    memorandum = given.a_signed_memorandum("2026-09-01", term={"kind": "fixed", "until": "2026-12-31"})

    with refused(memorandum, "standing_forbids", command="suspend", on="2027-01-01", standing="expired"):
        memorandum.suspend(given.an_act(), effective_on="2027-01-01")
    memorandum.suspend(given.an_act(), effective_on="2026-12-31")


def test_resume_ends_the_suspension() -> None:
    memorandum = from_paper(IN_2026)
    memorandum.suspend(given.an_act("2026-03-01"))

    memorandum.resume(given.an_act("2026-04-20"), effective_on="2026-05-01")

    assert standing(memorandum, "2026-04-30") == "suspended"
    assert standing(memorandum, "2026-05-01") == "in_force"


def test_resume_refuses_what_is_not_suspended() -> None:
    memorandum = from_paper(IN_2026)

    with refused(memorandum, "standing_forbids", command="resume", standing="in_force"):
        memorandum.resume(given.an_act("2026-05-01"))


def test_give_notice_ends_it_after_the_length_of_the_notice() -> None:
    memorandum = from_paper({"kind": "evergreen", "notice": {"count": 3, "unit": "months"}})

    memorandum.give_notice(given.an_act("2026-09-01"), party_id="p2")

    assert standing(memorandum, "2026-11-30") == "in_force"
    assert standing(memorandum, "2026-12-01") == "terminated"


def test_give_notice_for_its_giver_only_leaves_the_others_in_force() -> None:
    memorandum = from_paper(IN_2026, parties=given.parties(given.SHANDONG, given.CANTABRIA))

    memorandum.give_notice(given.an_act("2026-09-01"), party_id="p2", effective_on="2026-10-01", giver_only=True)

    assert standing(memorandum, "2026-10-01") == "in_force"


def test_r34_who_has_given_notice_is_a_party_until_it_takes_effect() -> None:
    memorandum = from_paper(IN_2026, parties=given.parties(given.SHANDONG, given.CANTABRIA))
    memorandum.give_notice(given.an_act("2026-01-10"), party_id="p2", effective_on="2026-06-01", giver_only=True)

    with refused(memorandum, "too_few_parties", parties=2):
        memorandum.give_notice(given.an_act("2026-06-01"), party_id="p3", effective_on="2026-09-01", giver_only=True)
    memorandum.give_notice(given.an_act("2026-05-31"), party_id="p3", effective_on="2026-09-01", giver_only=True)

    assert standing(memorandum, "2026-08-31") == "in_force"
    assert standing(memorandum, "2026-09-01") == "terminated"


def test_give_notice_refuses_what_has_ended() -> None:
    memorandum = from_paper({"kind": "fixed", "until": "2025-12-31"})

    with refused(memorandum, "standing_forbids", command="give_notice", standing="expired"):
        memorandum.give_notice(given.an_act("2026-09-01"), party_id="p2", effective_on="2026-12-01")


def test_give_notice_refuses_a_length_out_of_form() -> None:
    memorandum = from_paper({"kind": "perpetual"})

    with not_accepted(memorandum, "length.unit", "one_of"):
        memorandum.give_notice(given.an_act(), party_id="p2", length={"count": 2, "unit": "weeks"})


def test_give_notice_refuses_to_take_effect_before_it_is_given() -> None:
    memorandum = given.a_signed_memorandum("2026-09-01")

    with not_accepted(memorandum, "effective_on", "not_before"):
        memorandum.give_notice(given.an_act("2026-09-10"), party_id="p2", effective_on="2026-09-09")


def test_terminate_ends_it_on_the_day() -> None:
    memorandum = from_paper(IN_2026)

    memorandum.terminate(given.an_act("2026-05-04"), effective_on="2026-06-01")

    assert standing(memorandum, "2026-05-31") == "in_force"
    assert standing(memorandum, "2026-06-01") == "terminated"


def test_terminate_refuses_a_day_before_anything_was_concluded() -> None:
    memorandum = given.a_signed_memorandum("2026-09-01")

    with not_accepted(memorandum, "effective_on", "not_before"):
        memorandum.terminate(given.an_act(), effective_on="2026-08-31")


def test_terminate_refuses_a_day_on_which_it_is_over_already() -> None:
    memorandum = from_paper(IN_2026)

    with refused(memorandum, "standing_forbids", command="terminate", on="2027-01-01", standing="expired"):
        memorandum.terminate(given.an_act("2026-05-04"), effective_on="2027-01-02")
    memorandum.terminate(given.an_act("2026-05-04"), effective_on="2027-01-01")

    assert standing(memorandum, "2027-01-01") == "expired"  # on the day of the term's end, time comes first


def test_terminate_refuses_a_draft() -> None:
    memorandum = given.a_drafted_memorandum()

    with refused(memorandum, "standing_forbids", command="terminate", standing="in_preparation"):
        memorandum.terminate(given.an_act())


def test_terminate_refuses_to_take_the_ground_from_what_happened_later() -> None:
    memorandum = from_paper(IN_2026)
    memorandum.suspend(given.an_act("2026-03-01"))

    with refused(
        memorandum,
        "later_facts_forbid",
        facts=[{"kind": "suspension", "version": 3, "on": "2026-03-01", "standing": "terminated"}],
    ):
        memorandum.terminate(given.an_act("2026-02-01"))


def test_supersede_names_the_memorandum_that_takes_over() -> None:
    memorandum = from_paper(IN_2026)

    memorandum.supersede(given.an_act("2026-05-04"), by_memorandum_id=str(given.REQUEST), effective_on="2026-06-01")

    assert memorandum.superseded_by == str(given.REQUEST)
    assert standing(memorandum, "2026-05-31") == "in_force"
    assert standing(memorandum, "2026-06-01") == "superseded"


def test_supersede_refuses_itself_and_a_second_time() -> None:
    memorandum = from_paper(IN_2026)

    with refused(memorandum, "supersedes_itself"):
        memorandum.supersede(given.an_act("2026-05-04"), by_memorandum_id=str(memorandum.id))
    memorandum.supersede(given.an_act("2026-05-04"), by_memorandum_id=str(given.REQUEST))
    with refused(memorandum, "standing_forbids", command="supersede", standing="superseded"):
        memorandum.supersede(given.an_act("2026-05-05"), by_memorandum_id=str(given.OURS))


def test_supersede_refuses_what_is_no_id() -> None:
    memorandum = from_paper(IN_2026)

    with not_accepted(memorandum, "by_memorandum_id", "uuid"):
        memorandum.supersede(given.an_act("2026-05-04"), by_memorandum_id="MOU-2026-0002")


def test_write_down_records_each_boundary_once_on_the_day_it_means() -> None:
    memorandum = from_paper({**given.TACIT, "length": {"count": 2, "unit": "years"}, "notice": None})
    memorandum.object(given.an_act("2024-03-01"), party_id="p2")
    memorandum.retract(given.with_a_reason(), event_version=3)
    with given.on("2026-09-14"):
        memorandum.write_down(Act("sweep"))

    (renewed,) = [event for event in memorandum.recorded if isinstance(event, MemorandumTacitlyRenewed)]
    assert (renewed.occurred_on, renewed.certainty, renewed.edition_id) == ("2024-01-01", "inferred", "e2")
    with nothing_recorded(memorandum):
        memorandum.write_down(Act("sweep"))


def test_write_down_records_an_expiry_on_the_first_day_after_the_end() -> None:
    memorandum = from_paper({"kind": "fixed", "until": "2026-09-13"})

    memorandum.write_down(Act("sweep"))

    assert isinstance(memorandum.recorded[-1], MemorandumExpired)
    assert memorandum.recorded[-1].occurred_on == "2026-09-14"


@pytest.mark.parametrize(
    "term",
    [
        pytest.param({"kind": "fixed", "until": "2026-09-14"}, id="the last day is today"),
        pytest.param({"kind": "fixed", "until": "2025"}, id="the end is not known to the day"),
        pytest.param({"kind": "unknown"}, id="the end is not known at all"),
    ],
)
def test_write_down_refuses_to_guess_or_to_run_ahead(term: dict[str, Any]) -> None:
    memorandum = from_paper(term)

    with nothing_recorded(memorandum):
        memorandum.write_down(Act("sweep"))
