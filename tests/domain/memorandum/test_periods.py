"""Tacit renewal, objection and notice: which period runs, until when, and what stops it."""

from typing import Any

import pytest

from domain.memorandum.memorandum import Memorandum
from domain.shared.moment import TASHKENT
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
    tacit,
    until,
    years,
)
from tests.refusing import not_accepted, refused

FIVE_YEARS_MORE = tacit(until="2026-12-31", renewal=years(5), notice=months(6))
ACADEMIC_YEAR = {"count": 1, "unit": "academic_years"}


def notice(memorandum: Memorandum, given_on: str, **fields: Any) -> None:
    memorandum.give_notice(given.an_act(given_on), **{"party_id": "p2", **fields})


def three_parties(term: dict[str, Any]) -> Memorandum:
    return from_paper("2020-01-01", term, parties=given.parties(given.SHANDONG, given.CANTABRIA))


def test_s13_tacitly_renewed_when_nobody_objects() -> None:
    memorandum = from_paper("2022-01-01", FIVE_YEARS_MORE)

    renewed_on = interval(memorandum, "2027-01-01")
    assert renewed_on is not None
    assert (renewed_on.standing, renewed_on.cause, renewed_on.period) == ("in_force", ("tacit_renewal", 2), 1)
    assert (until(memorandum, "2026-12-31"), until(memorandum, "2027-01-01")) == ("2026-12-31", "2031-12-31")


def test_s14_an_objection_by_the_objection_date_ends_it_and_a_late_one_does_not() -> None:
    in_time, late = (from_paper("2022-01-01", FIVE_YEARS_MORE) for _ in range(2))

    in_time.object(given.an_act("2026-06-30"), party_id="p2")
    late.object(given.an_act("2026-07-01"), party_id="p2")

    assert (standing(in_time, "2026-12-31"), standing(in_time, "2027-01-01")) == ("in_force", "expired")
    assert (until(late, "2027-01-01"), late.objection_is_late(late.version, TASHKENT)) == ("2031-12-31", True)


def test_s15_a_first_renewal_of_twelve_months_after_sixty() -> None:
    memorandum = from_paper("2020-01-15", tacit(length=months(60), renewal=months(12)))

    assert until(memorandum, "2025-01-14") == "2025-01-14"
    assert until(memorandum, "2025-01-15") == "2026-01-14"


@pytest.mark.parametrize(("given_on", "last_day"), [("2026-09-01", "2027-08-31"), ("2026-09-02", "2028-08-31")])
def test_s20_a_notice_of_one_academic_year(given_on: str, last_day: str) -> None:
    memorandum = from_paper("2020-01-01", {"kind": "evergreen"})

    notice(memorandum, given_on, length=ACADEMIC_YEAR)

    assert until(memorandum, "2026-09-14") == last_day
    assert standing(memorandum, "2028-09-01") == "terminated"


def test_r31_each_period_is_counted_from_the_anchor() -> None:
    memorandum = from_paper("2023-12-31", tacit(length=months(2), renewal=months(1)))

    ends = [until(memorandum, day) for day in ("2024-01-01", "2024-03-01", "2024-03-31", "2024-05-01")]
    assert ends == ["2024-02-29", "2024-03-30", "2024-04-30", "2024-05-30"]


def test_r32_an_objection_counts_against_the_period_running_on_its_day_and_no_other() -> None:
    memorandum = from_paper("2020-01-01", tacit(length=years(1), renewal=years(1), notice=months(3)))
    memorandum.object(given.an_act("2025-10-01"), party_id="p2")

    assert standing(memorandum, "2026-01-01") == "in_force"
    memorandum.object(given.an_act("2026-01-01"), party_id="p2")
    assert (until(memorandum, "2026-01-01"), standing(memorandum, "2027-01-01")) == ("2026-12-31", "expired")


def test_r32_an_objection_before_effect_counts_against_the_first_period() -> None:
    memorandum = from_paper("2026-01-05", tacit(length=years(1), renewal=years(1)), effective_on="2026-09-01")
    memorandum.object(given.an_act("2026-02-01"), party_id="p2")

    assert (standing(memorandum, "2027-08-31"), standing(memorandum, "2027-09-01")) == ("in_force", "expired")


def test_r32_an_objection_may_name_a_later_end() -> None:
    memorandum = from_paper("2020-01-01", tacit(length=years(1), renewal=years(1), notice=months(3)))
    memorandum.object(given.an_act("2026-05-01"), party_id="p2", against="2028-12-31")

    assert (standing(memorandum, "2028-12-31"), standing(memorandum, "2029-01-01")) == ("in_force", "expired")
    with not_accepted(memorandum, "against", "last_day_of_period"):
        memorandum.object(given.an_act("2026-05-01"), party_id="p2", against="2027-12-30")


def test_r32_an_objection_in_time_that_is_entered_late_ends_it_as_known_from_then_on() -> None:
    memorandum = from_paper("2020-01-01", tacit(length=years(2), renewal=years(2), notice=months(6)))
    with given.on("2028-03-01"):
        assert standing(memorandum, "2028-03-01") == "in_force"

        memorandum.object(given.an_act("2027-06-30"), party_id="p2")

        assert standing(memorandum, "2028-03-01") == "expired"


def test_r08_an_unstated_notice_lets_an_objection_count_until_the_last_day() -> None:
    memorandum = from_paper("2024-09-14", tacit(length=years(1), renewal=years(1)))
    memorandum.object(given.an_act("2026-09-13"), party_id="p2")

    assert (standing(memorandum, "2026-09-13"), standing(memorandum, "2026-09-14")) == ("in_force", "expired")


def test_r33_a_notice_takes_effect_after_its_length() -> None:
    memorandum = from_paper("2020-01-01", {"kind": "evergreen", "notice": months(6)})
    notice(memorandum, "2026-08-31")

    assert (standing(memorandum, "2027-02-28"), standing(memorandum, "2027-03-01")) == ("in_force", "terminated")


def test_r33_a_stated_day_wins_over_the_length() -> None:
    memorandum = from_paper("2020-01-01", {"kind": "evergreen", "notice": months(6)})
    notice(memorandum, "2026-08-31", length=months(3), effective_on="2026-10-15")

    assert (standing(memorandum, "2026-10-14"), standing(memorandum, "2026-10-15")) == ("in_force", "terminated")


def test_r33_a_notice_by_the_objection_date_stops_the_renewal_and_ends_it_one_day_earlier() -> None:
    memorandum = from_paper("2022-01-01", FIVE_YEARS_MORE)
    notice(memorandum, "2026-06-30")

    assert (standing(memorandum, "2026-12-29"), standing(memorandum, "2026-12-30")) == ("in_force", "terminated")


def test_r33_a_notice_in_time_for_a_later_day_lets_the_term_run_out() -> None:
    memorandum = from_paper("2022-01-01", FIVE_YEARS_MORE)
    notice(memorandum, "2026-06-30", effective_on="2027-06-30")

    assert standing(memorandum, "2027-01-01") == "expired"


def test_r33_a_notice_after_the_objection_date_ends_the_next_period() -> None:
    memorandum = from_paper("2022-01-01", FIVE_YEARS_MORE)
    notice(memorandum, "2026-07-01")

    assert (standing(memorandum, "2026-12-31"), standing(memorandum, "2027-01-01")) == ("in_force", "terminated")
    assert until(memorandum, "2026-09-14") == "2026-12-31"


def test_a_notice_of_which_nobody_says_how_long_it_runs_leaves_the_end_open() -> None:
    memorandum = from_paper("2020-01-01", fixed(until="2026-12-31"))
    notice(memorandum, "2026-03-01")

    assert candidates(memorandum, "2026-02-28") == {"in_force"}
    assert candidates(memorandum, "2026-03-01") == {"in_force", "terminated"}
    assert candidates(memorandum, "2027-01-01") == {"expired", "terminated"}


def test_r34_a_notice_for_its_giver_only_leaves_the_rest_in_force() -> None:
    memorandum = three_parties({"kind": "evergreen", "notice": months(3)})
    notice(memorandum, "2026-01-10", party_id="p2", giver_only=True)

    assert standing(memorandum, "2026-09-14") == "in_force"


def test_r34_it_ends_when_ours_and_one_more_no_longer_remain() -> None:
    memorandum = three_parties({"kind": "evergreen", "notice": months(3)})
    notice(memorandum, "2026-01-10", party_id="p1", giver_only=True)

    assert (standing(memorandum, "2026-04-09"), standing(memorandum, "2026-04-10")) == ("in_force", "terminated")


def test_r34_it_ends_with_the_last_to_leave_whoever_gave_notice_last() -> None:
    four = given.parties(given.SHANDONG, given.CANTABRIA, given.REQUEST)
    memorandum = from_paper("2020-01-01", {"kind": "evergreen"}, parties=four)
    notice(memorandum, "2026-01-10", party_id="p2", giver_only=True, length=months(12))
    notice(memorandum, "2026-01-20", party_id="p3", giver_only=True, length=months(1))
    notice(memorandum, "2026-03-01", party_id="p4", length=months(1))
    assert standing(memorandum, "2026-04-01") == "terminated"

    memorandum.correct(given.with_a_reason(), event_version=memorandum.version, field="giver_only", value=True)

    assert standing(memorandum, "2026-04-01") == "in_force"
    assert (standing(memorandum, "2027-01-09"), standing(memorandum, "2027-01-10")) == ("in_force", "terminated")


def test_r34_two_parties_cannot_be_left_by_one_alone() -> None:
    memorandum = from_paper("2020-01-01", {"kind": "evergreen", "notice": months(3)})

    with refused(memorandum, "too_few_parties", parties=2):
        notice(memorandum, "2026-01-10", giver_only=True)


def test_r36_the_timeline_has_one_row_a_period_to_the_end_of_2100() -> None:
    memorandum = from_paper("2022-01-01", FIVE_YEARS_MORE)

    rows = memorandum.timeline(TASHKENT).intervals
    assert [row.period for row in rows] == list(range(16))
    assert [row.until and row.until.latest.year for row in rows] == [*range(2026, 2100, 5), None]
    assert f"{rows[-1].out}" == "2101-01-01"


def test_r25_a_renewal_replaces_a_tacit_edition_on_its_day() -> None:
    memorandum = from_paper("2022-01-01", FIVE_YEARS_MORE)
    second = renewed(memorandum, "2026-08-20", fixed(length=years(3)))

    assert (edition(memorandum, "2026-08-19"), edition(memorandum, "2026-08-20")) == ("e2", second)
    assert until(memorandum, "2026-08-20") == "2029-08-19"


def test_r37_the_sweep_writes_each_boundary_once_and_the_timeline_ignores_it() -> None:
    memorandum = from_paper("2020-01-01", tacit(length=years(2), renewal=years(2), notice=months(6)))
    before = memorandum.timeline(TASHKENT)

    for _ in range(2):
        memorandum.write_down(given.an_act())

    swept = [(e.TOPIC, e.occurred_on) for e in memorandum.recorded if e.TOPIC == "memorandum.tacitly_renewed"]
    assert swept == [("memorandum.tacitly_renewed", f"{year}-01-01") for year in (2022, 2024, 2026)]
    assert memorandum.timeline(TASHKENT) == before


def test_r37_a_boundary_that_became_untrue_stays_and_the_new_one_gets_its_own() -> None:
    memorandum = from_paper("2020-01-01", fixed(until="2025-12-31"))
    memorandum.write_down(given.an_act())
    memorandum.correct(given.with_a_reason(), event_version=2, field="term", value=fixed(until="2026-05-31"))

    memorandum.write_down(given.an_act())

    assert [e.occurred_on for e in memorandum.recorded if e.TOPIC == "memorandum.expired"] == [
        "2026-01-01",
        "2026-06-01",
    ]
