"""Partial and unknown dates: a standing is given where every choice of them gives the same one."""

from typing import Any

from domain.memorandum.memorandum import Memorandum
from tests import given
from tests.domain.memorandum.asking import (
    candidates,
    edition,
    fixed,
    from_paper,
    interval,
    months,
    renewed,
    standing,
    stretches,
    tacit,
    until,
    years,
)


def signed_by(memorandum: Memorandum, edition_id: str, party_id: str, signed_on: str | None) -> None:
    memorandum.record_outside_signature(
        given.an_act(signed_on, source=given.SCAN), edition_id=edition_id, party_id=party_id, signatory="A", office=""
    )


def signatories(**signed_on: str | None) -> list[dict[str, Any]]:
    return [{"party_id": party, "signatory": "Rector", "signed_on": day} for party, day in signed_on.items()]


def test_s23_an_updated_form_of_which_no_earlier_memorandum_is_on_record() -> None:
    edition_2 = given.an_edition_from_paper("2024-12-03", term=None)
    memorandum = given.a_memorandum_from_paper(edition_2, updated_form=True)

    assert candidates(memorandum, "2024-12-03") == {"in_force", "expired"}
    assert edition(memorandum, "2024-12-03") == "e3"
    assert candidates(memorandum, "2010-01-01") == {"not_begun", "in_force", "expired"}


def test_s24_a_scan_tells_the_dates_of_the_stub() -> None:
    memorandum = given.a_memorandum_from_paper(given.an_edition_from_paper(term=None), updated_form=True)
    known = {"signed_on": "2019-05-20", "term": fixed(length=years(5))}
    memorandum.complete_stub(given.an_act(None, source=given.SCAN), edition_id="e2", known=known)

    assert stretches(memorandum) == [
        ("2019-05-20", "2024-05-19", "in_force"),
        ("2024-05-20", "2024-12-02", "expired"),
        ("2024-12-03", "2100-12-31", "undetermined"),
    ]


def test_r06_a_partial_date_may_be_any_of_its_days() -> None:
    memorandum = from_paper("2023-09", {"kind": "perpetual"})

    assert candidates(memorandum, "2023-08-31") == {"not_begun"}
    assert candidates(memorandum, "2023-09-01") == candidates(memorandum, "2023-09-29") == {"not_begun", "in_force"}
    assert candidates(memorandum, "2023-09-30") == {"in_force"}


def test_r06_an_act_happened_at_the_latest_on_the_day_it_was_first_recorded() -> None:
    memorandum = from_paper("2026", {"kind": "perpetual"})
    assert candidates(memorandum, "2026-09-14") == {"in_force"}

    with given.on("2027-03-01"):
        memorandum.correct(given.with_a_reason(), event_version=2, field="occurred_on", value=None)

    assert candidates(memorandum, "2026-09-14") == {"in_force"}
    assert candidates(memorandum, "1900-01-01") == {"in_force", "not_begun"}


def test_r06_an_act_is_not_earlier_than_the_one_that_it_presupposes() -> None:
    memorandum = given.an_approved_draft("2026-03-10")
    given.sign(memorandum, "e1", "p1", "2026")
    given.sign(memorandum, "e1", "p2", "2026-03")

    assert candidates(memorandum, "2026-03-09") == {"not_begun"}
    assert candidates(memorandum, "2026-03-10") == {"in_preparation", "in_force"}


def test_r06_a_signature_given_outside_may_be_older_than_the_draft() -> None:
    memorandum = given.a_drafted_memorandum("2026-03-10")
    signed_by(memorandum, "e1", "p1", "2026-03")
    signed_by(memorandum, "e1", "p2", "2026-02-20")

    assert candidates(memorandum, "2026-03-09") == {"not_begun", "in_force"}


def test_r06_a_renewal_is_not_concluded_before_what_it_renews() -> None:
    memorandum = from_paper("2020-05", None)
    second = renewed(memorandum, "2020", {"kind": "perpetual"})

    assert candidates(memorandum, "2020-04-30") == {"not_begun"}
    assert edition(memorandum, "2020-12-31") == second


def test_r06_an_end_presupposes_something_concluded() -> None:
    memorandum = from_paper("2025", {"kind": "perpetual"})
    memorandum.terminate(given.an_act("2025-06-10"))

    assert candidates(memorandum, "2025-06-09") == {"not_begun", "in_force"}
    assert candidates(memorandum, "2025-06-10") == {"terminated"}


def test_r06_a_resumption_follows_its_suspension() -> None:
    memorandum = from_paper("2024-01-01", {"kind": "perpetual"})
    memorandum.suspend(given.an_act("2025-03"))
    memorandum.resume(given.an_act("2025"))

    assert candidates(memorandum, "2025-02-28") == {"in_force"}
    assert candidates(memorandum, "2025-04-15") == {"in_force", "suspended"}
    assert candidates(memorandum, "2025-12-31") == {"in_force"}


def test_r07_what_follows_from_one_uncertain_date_moves_with_it() -> None:
    memorandum = from_paper("2019-05", fixed(length=years(5)))

    assert until(memorandum, "2019-05-31") == "2024-04-30…2024-05-30"
    assert candidates(memorandum, "2024-04-30") == {"in_force"}
    assert candidates(memorandum, "2024-05-01") == candidates(memorandum, "2024-05-30") == {"in_force", "expired"}
    assert candidates(memorandum, "2024-05-31") == {"expired"}


def test_r07_the_standing_holds_though_the_edition_is_open() -> None:
    memorandum = from_paper("2020-01-01", {"kind": "perpetual"})
    second = renewed(memorandum, "2025-03", {"kind": "perpetual"})

    assert (standing(memorandum, "2025-03-10"), edition(memorandum, "2025-03-10")) == ("in_force", None)
    assert edition(memorandum, "2025-03-31") == second


def test_r07_an_uncertain_stated_end() -> None:
    memorandum = from_paper("2022-02-01", fixed(until="2026-08"))

    assert candidates(memorandum, "2026-08-01") == {"in_force"}
    assert candidates(memorandum, "2026-08-31") == {"in_force", "expired"}
    assert candidates(memorandum, "2026-09-01") == {"expired"}


def test_r07_an_objection_of_some_day_of_a_year_may_have_been_in_time_in_its_middle_only() -> None:
    memorandum = from_paper("2020-07-01", tacit(length=years(1), renewal=years(1), notice=months(7)))
    memorandum.object(given.an_act("2025"), party_id="p2")

    assert candidates(memorandum, "2025-07-01") == {"in_force"}
    assert candidates(memorandum, "2026-07-01") == {"in_force", "expired"}
    assert candidates(memorandum, "2027-07-01") == {"in_force", "expired"}


def test_r07_an_objection_that_names_an_end_may_meet_it_on_one_day_of_the_month_only() -> None:
    memorandum = from_paper("2020-05", tacit(length=years(2), renewal=years(2)))
    memorandum.object(given.an_act("2024-01-10"), party_id="p2", against="2024-05-16")

    assert candidates(memorandum, "2024-05-16") == {"in_force"}
    assert candidates(memorandum, "2024-05-17") == {"in_force", "expired"}
    assert candidates(memorandum, "2030-01-01") == {"in_force", "expired"}


def test_r08_an_unknown_end_leaves_it_undetermined_from_the_first_day() -> None:
    memorandum = from_paper("2020-01-01", None, effective_on="2020-03-01")

    assert standing(memorandum, "2020-02-29") == "signed"
    assert candidates(memorandum, "2020-03-01") == {"in_force", "expired"}
    assert candidates(memorandum, "2100-12-31") == {"in_force", "expired"}


def test_r08_a_fixed_term_of_which_nothing_is_known_has_an_unknown_end() -> None:
    assert candidates(from_paper("2020-01-01", fixed()), "2020-01-01") == {"in_force", "expired"}


def test_r08_a_tacit_term_of_unknown_lengths_runs_until_somebody_objects() -> None:
    memorandum = from_paper("2020-01-01", tacit())
    assert (standing(memorandum, "2099-01-01"), until(memorandum, "2099-01-01")) == ("in_force", None)

    memorandum.object(given.an_act("2025-03-10"), party_id="p2")

    assert candidates(memorandum, "2025-03-09") == {"in_force"}
    assert candidates(memorandum, "2025-03-10") == {"in_force", "expired"}


def test_r08_an_unstated_renewal_length_is_unknown_and_not_the_initial_one() -> None:
    memorandum = from_paper("2020-01-01", tacit(length=years(2), notice=months(3)))

    assert until(memorandum, "2021-12-31") == "2021-12-31"
    assert (standing(memorandum, "2022-01-01"), until(memorandum, "2022-01-01")) == ("in_force", None)
    memorandum.object(given.an_act("2021-09-30"), party_id="p2")
    assert standing(memorandum, "2022-01-01") == "expired"


def test_r08_an_objection_to_an_end_beyond_the_known_periods_makes_the_rest_undetermined() -> None:
    memorandum = from_paper("2020-01-01", tacit(length=years(2)))
    memorandum.object(given.an_act("2021-03-01"), party_id="p2", against="2027-12-31")

    assert standing(memorandum, "2021-12-31") == "in_force"
    assert candidates(memorandum, "2022-01-01") == {"in_force", "expired"}


def test_r08_an_unknown_end_is_settled_by_a_termination() -> None:
    memorandum = from_paper("2020-01-01", None)
    memorandum.terminate(given.an_act("2025-04-01"))

    assert candidates(memorandum, "2025-03-31") == {"in_force", "expired"}
    assert candidates(memorandum, "2025-04-01") == {"terminated"}


def test_r09_nothing_known_to_have_happened_is_no_standing() -> None:
    memorandum = given.a_drafted_memorandum("2026-02-01")

    assert (standing(memorandum, "2026-01-31"), standing(memorandum, "2026-02-01")) == ("not_begun", "in_preparation")


def test_r09_a_stub_is_undetermined_until_the_next_edition_takes_effect() -> None:
    latest = given.an_edition_from_paper("2024-12-03", term=fixed(length=years(3)), effective_on="2025-01-01")
    memorandum = given.a_memorandum_from_paper(latest, updated_form=True)

    assert candidates(memorandum, "2024-12-02") == {"not_begun", "in_force", "expired"}
    assert candidates(memorandum, "2024-12-03") == {"in_force", "signed"}
    assert candidates(memorandum, "2025-01-01") == {"in_force"}


def test_a_paper_edition_whose_signatories_have_no_dates_was_concluded_on_the_day_entered() -> None:
    memorandum = from_paper("2020-05-01", {"kind": "perpetual"}, signatures=signatories(p1=None, p2=None))

    assert stretches(memorandum) == [("2020-05-01", "2100-12-31", "in_force")]


def test_a_paper_edition_whose_signatories_all_have_dates_was_concluded_with_the_last() -> None:
    dated = signatories(p1="2020-04-20", p2="2020-05-06")
    memorandum = from_paper("2020-05-01", {"kind": "perpetual"}, signatures=dated)

    assert stretches(memorandum) == [("2020-05-06", "2100-12-31", "in_force")]


def test_an_edition_whose_end_and_successor_are_known_by_their_years_is_answered_at_once() -> None:
    memorandum = from_paper("2014", fixed(until="2019"))
    second = renewed(memorandum, "2019", fixed(until="2024"))

    assert candidates(memorandum, "2019-01-02") == {"in_force", "expired"}
    assert candidates(memorandum, "2019-12-30") == {"in_force", "expired"}
    assert (candidates(memorandum, "2020-01-01"), edition(memorandum, "2020-01-01")) == ({"in_force"}, second)
    assert candidates(memorandum, "2025-01-01") == {"expired"}


def test_many_editions_known_by_their_years_alone_are_answered_all_the_same() -> None:
    chain = [given.an_edition_from_paper(str(year), term=fixed(until=str(year + 3))) for year in range(1998, 2022, 3)]
    memorandum = given.a_memorandum_from_paper(*chain)

    assert candidates(memorandum, "1997-12-31") == {"not_begun"}
    assert "in_force" in candidates(memorandum, "2012-06-01")
    assert candidates(memorandum, "2025-01-01") == {"expired"}


def test_what_is_possible_is_told_in_one_order() -> None:
    certain = from_paper("2019-05-20", None)
    uncertain = from_paper("2019", fixed(until="2024-06"))

    for memorandum, day in ((certain, "2024-06-15"), (uncertain, "2024-06-15")):
        found = interval(memorandum, day)
        assert found is not None
        assert found.candidates == ("in_force", "expired")
