"""Civil dates, whole, partial and unknown, and the half-open periods between them."""

from datetime import UTC, date, datetime
from typing import Any

import pytest

from domain.shared.dates import (
    END_OF_TIME,
    FIRST_DAY,
    LAST_DAY,
    Days,
    act_days,
    day_after,
    day_before,
    parse_day,
    parse_partial,
)
from domain.shared.errors import Invalid
from domain.shared.moment import TASHKENT
from domain.shared.period import Period, first_day_out, until


def days(earliest: str, latest: str) -> Days:
    return Days(date.fromisoformat(earliest), date.fromisoformat(latest))


@pytest.mark.parametrize(
    ("written", "earliest", "latest"),
    [
        ("2023-09-14", "2023-09-14", "2023-09-14"),
        ("2023-09", "2023-09-01", "2023-09-30"),
        ("2024-02", "2024-02-01", "2024-02-29"),
        ("1900-02", "1900-02-01", "1900-02-28"),
        ("2023", "2023-01-01", "2023-12-31"),
        ("1900", "1900-01-01", "1900-12-31"),
        ("2100-12", "2100-12-01", "2100-12-31"),
        (None, "1900-01-01", "2100-12-31"),
    ],
)
def test_r06_a_date_has_an_earliest_and_a_latest_day(written: str | None, earliest: str, latest: str) -> None:
    assert parse_partial(written) == days(earliest, latest)
    assert parse_partial(written).certain == (earliest == latest)


@pytest.mark.parametrize(
    "written",
    [
        "2023-02-29",
        "2023-13",
        "2023-00",
        "2023-04-31",
        "2023-09-00",
        "1899-12-31",
        "2101",
        "0000",
        "23",
        "2023-9",
        "2023-9-4",
        "2023-09-14T00:00",
        " 2023",
        "2023 ",
        "2023-09-14-01",
        "20230914",
        "14.09.2023",
        "٢٠٢٣",
        "２０２３",
        "2023\n",
        "",
        "unknown",
        2023,
        20230914.0,
        True,
        ["2023"],
        date(2023, 9, 14),
    ],
)
def test_r05_a_date_that_is_none_or_out_of_bounds_is_refused(written: Any) -> None:
    with pytest.raises(Invalid) as refusal:
        parse_partial(written, "signed_on")

    assert (refusal.value.field, refusal.value.data["accepts"]) == ("signed_on", "partial_date")


def test_r05_the_first_and_the_last_day_that_count() -> None:
    assert parse_day("1900-01-01") == FIRST_DAY
    assert parse_day("2100-12-31") == LAST_DAY == day_before(END_OF_TIME)
    assert parse_day(date(2026, 9, 14)) == date(2026, 9, 14)


@pytest.mark.parametrize("written", ["2023", "2023-09", None, "2023-02-30", date(1899, 12, 31), 7])
def test_r05_a_whole_date_is_asked_for_where_only_one_will_do(written: Any) -> None:
    with pytest.raises(Invalid) as refusal:
        parse_day(written, "as_of")

    assert (refusal.value.field, refusal.value.data["accepts"]) == ("as_of", "date")


@pytest.mark.parametrize(
    ("occurred_on", "latest"),
    [("2026", "2026-09-15"), (None, "2026-09-15"), ("2026-09-15", "2026-09-15"), ("2026-12-01", "2026-09-15")],
)
def test_r06_an_act_is_at_the_latest_of_the_day_it_was_recorded_where_the_institution_is(
    occurred_on: str | None, latest: str
) -> None:
    late_in_the_evening = datetime(2026, 9, 14, 19, 30, tzinfo=UTC)

    assert act_days(occurred_on, late_in_the_evening, TASHKENT).latest == date.fromisoformat(latest)


def test_days_within_others_are_the_nearest_where_none_is() -> None:
    september = days("2026-09-01", "2026-09-30")

    assert september.within(date(2026, 9, 10), date(2026, 9, 20)) == days("2026-09-10", "2026-09-20")
    assert september.within(date(2026, 9, 10), date(2027, 1, 1)) == days("2026-09-10", "2026-09-30")
    assert september.within(date(2026, 10, 5), date(2026, 10, 9)) == days("2026-10-05", "2026-10-05")
    assert september.within(date(2026, 8, 1), date(2026, 8, 2)) == days("2026-08-02", "2026-08-02")


def test_r01_a_period_includes_its_last_day_in_speech_and_is_half_open_in_code() -> None:
    period = Period(date(2026, 1, 1), first_day_out(date(2026, 12, 31)))

    assert period.out == date(2027, 1, 1)
    assert period.until == date(2026, 12, 31)
    assert date(2026, 1, 1) in period
    assert date(2026, 12, 31) in period
    assert date(2027, 1, 1) not in period
    assert date(2025, 12, 31) not in period


def test_r01_a_period_beyond_the_last_day_that_counts_has_no_end() -> None:
    assert until(END_OF_TIME) is None
    assert until(LAST_DAY) == day_before(LAST_DAY)
    assert first_day_out(day_before(LAST_DAY)) == LAST_DAY
    assert day_after(date(2024, 2, 28)) == date(2024, 2, 29)
