"""The days on which two timelines of a memorandum differ, and how its periods end."""

from __future__ import annotations

from datetime import date
from typing import Any

from domain.memorandum.boundaries import Boundary, certain_boundaries, period_ends
from domain.memorandum.memorandum import Memorandum
from domain.memorandum.shifts import Shift, shifts
from domain.memorandum.standing import Timeline
from domain.shared.dates import END_OF_TIME
from domain.shared.moment import TASHKENT
from tests import given


def a_memorandum(**parts: Any) -> Memorandum:
    with given.on("2026-09-14"):
        return given.a_memorandum_from_paper(given.an_edition_from_paper("2021-03-01", **parts))


def line(memorandum: Memorandum) -> Timeline:
    return memorandum.timeline(TASHKENT)


def test_a_new_memorandum_differs_from_nothing_on_all_its_days() -> None:
    assert shifts(Timeline(()), line(a_memorandum())) == [
        Shift(date(2021, 3, 1), date(2026, 3, 1), "not_begun", "in_force"),
        Shift(date(2026, 3, 1), END_OF_TIME, "not_begun", "expired"),
    ]


def test_only_the_days_with_another_standing_are_told() -> None:
    memorandum = a_memorandum()
    before = line(memorandum)
    with given.on("2026-09-14"):
        memorandum.suspend(given.an_act("2025-06-02"), until="2025-06-30")

    assert shifts(before, line(memorandum)) == [Shift(date(2025, 6, 2), date(2025, 7, 1), "in_force", "suspended")]


def test_stretches_with_one_answer_are_joined() -> None:
    memorandum = a_memorandum(term=given.TACIT)
    before = line(memorandum)
    with given.on("2026-09-14"):
        memorandum.terminate(given.an_act("2026-09-01"))

    assert shifts(before, line(memorandum)) == [Shift(date(2026, 9, 1), END_OF_TIME, "in_force", "terminated")]


def test_equal_timelines_do_not_differ() -> None:
    assert shifts(line(a_memorandum()), line(a_memorandum())) == []


def test_the_ends_known_to_the_day_are_boundaries() -> None:
    assert list(certain_boundaries(line(a_memorandum()))) == [Boundary("e2", "expired", date(2026, 3, 1))]
    first = next(certain_boundaries(line(a_memorandum(term=given.TACIT))))
    assert first == Boundary("e2", "tacitly_renewed", date(2026, 3, 1))


def test_an_end_known_by_its_month_is_no_boundary_but_a_period_s_end() -> None:
    memorandum = a_memorandum(term={"kind": "fixed", "until": "2026-03"})
    terms = {life.edition_id: life.term for life in memorandum.life(TASHKENT).editions}

    assert list(certain_boundaries(line(memorandum))) == []
    assert period_ends(line(memorandum).intervals, terms)[0].boundary == "expired"


def test_a_period_cut_by_a_suspension_ends_once() -> None:
    memorandum = a_memorandum(term=given.TACIT)
    with given.on("2026-09-14"):
        memorandum.suspend(given.an_act("2025-06-02"), until="2025-06-30")
    terms = {life.edition_id: life.term for life in memorandum.life(TASHKENT).editions}

    ends = period_ends(line(memorandum).intervals, terms)[:3]

    assert [end.closing for end in ends] == [False, False, True]
    assert {end.objection_on for end in ends} == {date(2025, 8, 31)}
