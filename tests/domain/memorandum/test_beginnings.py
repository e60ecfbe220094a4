"""When a standing began is told as uncertain as it is known (rules 6 and 7)."""

from __future__ import annotations

from domain.memorandum.beginnings import beginnings
from domain.memorandum.memorandum import Memorandum
from domain.shared.moment import TASHKENT
from tests import given
from tests.domain.memorandum.asking import fixed, from_paper, months, renewed, tacit, years


def begun(memorandum: Memorandum, day: str) -> str:
    """When what holds on a day began: a day, or the first and last that it may be."""
    line = memorandum.timeline(TASHKENT)
    days = beginnings(line.intervals)[
        next(place for place, one in enumerate(line.intervals) if str(one.first) <= day < str(one.out))
    ]
    return f"{days.earliest}" if days.certain else f"{days.earliest}…{days.latest}"


def test_what_is_known_to_the_day_begins_on_that_day() -> None:
    memorandum = from_paper("2019-05-20", fixed(length=years(5)))

    assert begun(memorandum, "2020-01-01") == "2019-05-20"
    assert begun(memorandum, "2024-06-01") == "2024-05-20"


def test_a_draft_of_some_day_of_a_year_has_been_in_preparation_since_that_year() -> None:
    memorandum = given.a_drafted_memorandum("2023")

    assert begun(memorandum, "2026-09-14") == "2023-01-01…2023-12-31"


def test_an_end_known_by_its_month_expired_on_some_day_of_it() -> None:
    memorandum = from_paper("2019-05-20", fixed(until="2024-06"))

    assert begun(memorandum, "2026-09-14") == "2024-06-02…2024-07-01"


def test_an_edition_signed_in_some_year_is_in_force_since_then() -> None:
    memorandum = from_paper("2020", fixed(length=years(5)))

    assert begun(memorandum, "2021-01-01") == "2020-01-01…2020-12-31"
    assert begun(memorandum, "2026-01-01") == "2025-01-01…2025-12-31"


def test_a_tacit_period_begins_when_the_one_before_may_have_ended() -> None:
    memorandum = from_paper("2020-06", tacit(length=years(2), renewal=years(2), notice=months(6)))

    assert begun(memorandum, "2021-01-01") == "2020-06-01…2020-06-30"
    assert begun(memorandum, "2023-01-01") == "2022-06-01…2022-06-30"


def test_a_renewal_begins_on_no_day_on_which_only_the_old_edition_ran() -> None:
    memorandum = from_paper("2018-03-01", fixed(until="2025-12-31"))
    renewed(memorandum, "2021-09", fixed(length=years(5)), effective_on="2021-09")

    assert begun(memorandum, "2020-01-01") == "2018-03-01"
    assert begun(memorandum, "2024-01-01") == "2021-09-01…2021-09-30"


def test_what_is_undetermined_begins_with_its_first_day() -> None:
    memorandum = from_paper("2019-05-20", None)

    assert begun(memorandum, "2024-01-01") == "2019-05-20"


def test_where_two_periods_are_possible_the_running_one_may_have_begun_with_either() -> None:
    memorandum = from_paper("2020-06", tacit(length=years(2), renewal=years(2), notice=months(6)))

    assert begun(memorandum, "2024-06-15") == "2022-06-01…2024-06-29"
    assert begun(memorandum, "2024-06-30") == "2024-06-01…2024-06-30"


def test_where_two_editions_are_possible_either_may_be_in_effect() -> None:
    memorandum = from_paper("2018-03-01", fixed(until="2025-12-31"))
    renewed(memorandum, "2021-09", fixed(length=years(5)), effective_on="2021-09")

    assert begun(memorandum, "2021-09-15") == "2018-03-01…2021-09-29"
