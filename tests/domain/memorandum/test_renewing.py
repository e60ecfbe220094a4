"""Further editions: renewal in an updated form, and amendment."""

from datetime import date

from domain.memorandum.lifecycle import stage
from domain.memorandum.memorandum import Memorandum
from domain.shared.moment import TASHKENT
from tests import given
from tests.refusing import not_accepted, refused


def in_effect(memorandum: Memorandum, day: str) -> tuple[str, str | None]:
    interval = memorandum.timeline(TASHKENT).on(date.fromisoformat(day))
    assert interval is not None
    return interval.standing, interval.edition_id


def last_edition(memorandum: Memorandum) -> str:
    return list(memorandum.editions)[-1]


def test_propose_renewal_drafts_the_next_edition_while_the_old_one_stays_in_force() -> None:
    memorandum = given.a_signed_memorandum("2026-09-01")

    memorandum.propose_renewal(given.an_act(), changes={"titles": {"en": "Memorandum in an updated form"}})

    renewal = memorandum.edition(last_edition(memorandum))
    assert (renewal.nature, renewal.follows, stage(renewal)) == ("renewal", "e1", "drafted")
    assert renewal.content["titles"] == {"en": "Memorandum in an updated form"}
    assert renewal.content["areas"] == memorandum.edition("e1").content["areas"]
    assert in_effect(memorandum, "2026-09-14") == ("in_force", "e1")
    assert memorandum.numbers(TASHKENT) == {"e1": "1", renewal.edition_id: "2"}


def test_propose_renewal_takes_over_a_length_but_no_stated_day() -> None:
    memorandum = given.a_signed_memorandum(
        "2026-09-01", term={"kind": "fixed", "until": "2026-12-31"}, effective_on="2026-09-05"
    )

    memorandum.propose_renewal(given.an_act(), changes={})

    renewal = memorandum.edition(last_edition(memorandum))
    assert (renewal.content["term"], renewal.content["effective_on"]) == (None, None)


def test_propose_renewal_is_possible_after_the_end() -> None:
    memorandum = given.a_signed_memorandum("2020-01-15", term={"kind": "fixed", "until": "2021-01-14"})

    memorandum.propose_renewal(given.an_act(), changes={"term": given.FIVE_YEARS})
    given.conclude(memorandum, last_edition(memorandum))

    assert in_effect(memorandum, "2026-09-13") == ("expired", "e1")
    assert in_effect(memorandum, "2026-09-14") == ("in_force", last_edition(memorandum))


def test_propose_renewal_refuses_what_is_not_concluded() -> None:
    memorandum = given.an_approved_draft()

    with refused(memorandum, "nothing_to_renew"):
        memorandum.propose_renewal(given.an_act(), changes={})


def test_propose_renewal_refuses_a_second_one_in_preparation() -> None:
    memorandum = given.a_renewal_in_preparation()

    with refused(memorandum, "renewal_in_preparation", edition_id=last_edition(memorandum)):
        memorandum.propose_renewal(given.an_act(), changes={})


def test_propose_renewal_refuses_what_another_memorandum_has_superseded() -> None:
    memorandum = given.a_signed_memorandum("2026-09-01")
    memorandum.supersede(given.an_act("2026-09-10"), by_memorandum_id=str(given.REQUEST))

    with refused(memorandum, "standing_forbids", command="propose_renewal", standing="superseded"):
        memorandum.propose_renewal(given.an_act(), changes={})


def test_propose_renewal_refuses_a_part_out_of_form() -> None:
    memorandum = given.a_signed_memorandum("2026-09-01")

    with not_accepted(memorandum, "term.renewal", "absent_for_term"):
        memorandum.propose_renewal(
            given.an_act(), changes={"term": {"kind": "fixed", "renewal": {"count": 1, "unit": "years"}}}
        )


def test_propose_amendment_drafts_a_full_text_inside_the_term() -> None:
    memorandum = given.a_signed_memorandum("2026-09-01")

    memorandum.propose_amendment(given.an_act(), amends="e1", changes={"areas": ["staff_exchange"]})
    given.conclude(memorandum, last_edition(memorandum))

    amendment = memorandum.edition(last_edition(memorandum))
    assert amendment.content["texts"] == memorandum.edition("e1").content["texts"]
    assert memorandum.numbers(TASHKENT) == {"e1": "1", amendment.edition_id: "1.1"}
    assert in_effect(memorandum, "2026-09-13") == ("in_force", "e1")
    assert in_effect(memorandum, "2026-09-14") == ("in_force", amendment.edition_id)


def test_s22_propose_amendment_changes_the_text_from_its_day_of_effect_on() -> None:
    with given.on("2026-01-10"):
        memorandum = given.a_signed_memorandum("2026-01-05")
        memorandum.propose_amendment(
            given.an_act(), amends="e1", changes={"areas": ["joint_research"], "effective_on": "2026-02-01"}
        )
        given.conclude(memorandum, last_edition(memorandum))

    _, before = in_effect(memorandum, "2026-01-31")
    _, after = in_effect(memorandum, "2026-02-01")

    assert (before, after) == ("e1", last_edition(memorandum))
    assert memorandum.edition(str(before)).content["areas"] == [{"area": "student_exchange", "fields": []}]
    assert memorandum.edition(str(after)).content["areas"] == [{"area": "joint_research", "fields": []}]


def test_propose_amendment_refuses_a_text_that_is_not_concluded() -> None:
    memorandum = given.an_approved_draft()

    with refused(memorandum, "stage_forbids", command="propose_amendment", possible_in=("signed",)):
        memorandum.propose_amendment(given.an_act(), amends="e1", changes={"areas": []})


def test_propose_amendment_refuses_to_change_nothing() -> None:
    memorandum = given.a_signed_memorandum("2026-09-01")

    with refused(memorandum, "nothing_changed", edition_id="e1"):
        memorandum.propose_amendment(given.an_act(), amends="e1", changes={"areas": ["student_exchange"]})


def test_propose_amendment_refuses_a_day_of_effect_outside_the_edition() -> None:
    memorandum = given.a_signed_memorandum(
        "2026-09-01", term={"kind": "fixed", "until": "2026-12-31"}, effective_on="2026-09-05"
    )

    with not_accepted(memorandum, "effective_on", "not_before"):
        memorandum.propose_amendment(given.an_act(), amends="e1", changes={"areas": [], "effective_on": "2026-09-04"})
    with not_accepted(memorandum, "term.until", "not_before"):
        memorandum.propose_amendment(given.an_act(), amends="e1", changes={"areas": [], "effective_on": "2027-01-01"})


def test_propose_amendment_refuses_a_day_on_which_the_amended_edition_does_not_run() -> None:
    memorandum = given.a_signed_memorandum("2026-09-01")
    day = "effective_on"

    with not_accepted(memorandum, day, "not_before"):
        memorandum.propose_amendment(given.an_act(), amends="e1", changes={"areas": [], day: "2026-08-31"})
    with not_accepted(memorandum, day, "not_after"):
        memorandum.propose_amendment(given.an_act(), amends="e1", changes={"areas": [], day: "2031-09-01"})
    memorandum.propose_amendment(given.an_act(), amends="e1", changes={"areas": [], day: "2031-08-31"})


def test_propose_amendment_may_begin_where_only_the_longer_term_reaches() -> None:
    memorandum = given.a_signed_memorandum("2020-01-15", term={"kind": "fixed", "until": "2021-01-14"})
    longer = {"term": {"kind": "fixed", "until": "2027-01-14"}, "effective_on": "2021-01-15"}

    memorandum.propose_amendment(given.an_act(), amends="e1", changes=longer)
    given.conclude(memorandum, last_edition(memorandum))

    assert in_effect(memorandum, "2021-01-14") == ("in_force", "e1")
    assert in_effect(memorandum, "2021-01-15") == ("in_force", last_edition(memorandum))
