"""When a memorandum lies dormant, and what counts as movement under it."""

from datetime import date

import pytest

from domain.activity.dormancy import is_dormant, last_movement, latest_of
from domain.shared.dates import FIRST_DAY, Days, parse_partial

TODAY = date(2026, 9, 14)
REACHED = date(2025, 12, 1)


def movement(*stages: str, until: str | None = "2026-06-26") -> Days | None:
    return last_movement(stages, REACHED, parse_partial(until), TODAY)


def on(first: str, last: str = "") -> Days:
    return Days(date.fromisoformat(first), date.fromisoformat(last or first))


@pytest.mark.parametrize("day", ["2025-09-14", "2025-03-14"])
def test_s42_nothing_for_the_months_that_are_the_limit_or_longer_makes_it_dormant(day: str) -> None:
    assert is_dormant(on(day), TODAY, 12) is True
    assert is_dormant(on("2025-09-15"), TODAY, 12) is False


def test_a_day_that_is_not_known_leaves_it_open() -> None:
    assert is_dormant(parse_partial("2025"), TODAY, 12) is None
    assert is_dormant(parse_partial("2024"), TODAY, 12) is True


def test_somebody_who_is_away_makes_it_active_on_that_very_day() -> None:
    assert movement("started") == on("2026-09-14")
    assert movement("enrolled", until=None) == on("2026-09-14")


def test_of_a_stay_that_is_over_its_last_day_counts() -> None:
    assert movement("completed") == movement("recognised") == movement("cancelled") == on("2026-06-26")
    assert movement("completed", until="2022") == on("2022-01-01", "2022-12-31")
    assert movement("completed", until=None) == Days(FIRST_DAY, TODAY)


def test_of_a_stay_to_come_the_day_counts_on_which_it_came_to_its_stage() -> None:
    assert movement("nominated") == movement("accepted") == Days(REACHED, REACHED)


def test_what_may_not_have_begun_may_count_for_nothing() -> None:
    assert movement("not_begun") is None
    assert movement("not_begun", "accepted") == Days(FIRST_DAY, REACHED)


def test_the_last_of_several_uncertain_days() -> None:
    assert latest_of(parse_partial("2024"), on("2024-05-01")) == on("2024-05-01", "2024-12-31")
