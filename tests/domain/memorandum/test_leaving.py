"""From which day a party is out that gave notice for itself alone (rules 15 and 34)."""

from __future__ import annotations

from typing import Any

from domain.memorandum.leaving import leavings
from domain.memorandum.memorandum import Memorandum
from domain.shared.moment import TASHKENT
from tests import given
from tests.domain.memorandum.asking import amended, fixed, from_paper, months, renewed, tacit, years

EVERGREEN = {"kind": "evergreen", "notice": months(3)}


def of_three(term: dict[str, Any]) -> Memorandum:
    return from_paper("2020-01-01", term, parties=given.parties(given.SHANDONG, given.CANTABRIA))


def notice(memorandum: Memorandum, given_on: str, party_id: str = "p2", **details: Any) -> None:
    memorandum.give_notice(given.an_act(given_on), party_id=party_id, giver_only=True, **details)


def out(memorandum: Memorandum) -> dict[str, dict[str, str]]:
    """By edition and party the first day out: a day, or the first and last that it may be."""
    found = leavings(memorandum.life(TASHKENT), memorandum.timeline(TASHKENT))
    return {
        edition_id: {
            party: f"{days.earliest}" if days.certain else f"{days.earliest}…{days.latest}"
            for party, days in leaving.items()
        }
        for edition_id, leaving in found.items()
    }


def test_r34_the_giver_is_out_from_the_day_of_effect() -> None:
    memorandum = of_three(EVERGREEN)
    notice(memorandum, "2026-01-10")

    assert out(memorandum) == {"e2": {"p2": "2026-04-10"}}


def test_where_nobody_leaves_alone_there_is_nothing_to_tell() -> None:
    memorandum = of_three(EVERGREEN)
    memorandum.give_notice(given.an_act("2026-01-10"), party_id="p2")

    assert out(memorandum) == {}


def test_r34_who_leaves_with_the_end_does_not_leave_alone() -> None:
    by_term = of_three(fixed(until="2026-12-31"))
    notice(by_term, "2026-09-10", effective_on="2027-03-01")
    of_ours = of_three(EVERGREEN)
    notice(of_ours, "2026-01-10", party_id="p1")

    assert (out(by_term), out(of_ours)) == ({}, {})


def test_r34_the_last_to_leave_ends_it_and_the_first_left_before() -> None:
    memorandum = of_three(EVERGREEN)
    notice(memorandum, "2026-01-10")
    notice(memorandum, "2026-02-10", party_id="p3")

    assert out(memorandum) == {"e2": {"p2": "2026-04-10"}}


def test_r33_a_notice_in_time_takes_its_giver_out_with_the_period() -> None:
    memorandum = of_three(tacit(length=years(7), renewal=years(5), notice=months(6)))
    notice(memorandum, "2026-06-30")

    assert out(memorandum) == {"e2": {"p2": "2026-12-30"}}


def test_a_notice_of_some_day_of_a_month_leaves_the_day_open() -> None:
    memorandum = of_three(EVERGREEN)
    notice(memorandum, "2026-01")

    assert out(memorandum) == {"e2": {"p2": "2026-04-01…2026-05-01"}}


def test_r30_a_renewal_concluded_later_starts_clean_an_amendment_does_not() -> None:
    memorandum = of_three(EVERGREEN)
    notice(memorandum, "2026-01-10")
    amendment = amended(
        memorandum, "2026-02-01", EVERGREEN, parties=given.parties(given.SHANDONG, given.CANTABRIA), areas=["training"]
    )
    renewed(memorandum, "2026-08-01", EVERGREEN, parties=given.parties(given.SHANDONG, given.CANTABRIA))

    assert out(memorandum) == {"e2": {"p2": "2026-04-10"}, amendment: {"p2": "2026-04-10"}}
