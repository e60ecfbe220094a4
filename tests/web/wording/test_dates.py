"""Dates as people read them."""

from datetime import date, datetime
from zoneinfo import ZoneInfo

import pytest

from domain.shared.dates import Days
from web.wording import dates
from web.wording.language import speaking


def test_a_whole_date_names_its_month() -> None:
    assert dates.day("2026-12-31") == "31 December 2026"


@pytest.mark.parametrize(
    ("value", "certainty", "said"),
    [
        ("2023-09-14", "stated", "14 September 2023"),
        ("2023-09", "stated", "September 2023"),
        ("2023", "inferred", "2023 (inferred)"),
        (None, "stated", "day unknown"),
    ],
)
def test_a_partial_date_says_as_much_as_is_known(value: str | None, certainty: str, said: str) -> None:
    assert dates.partial(value, certainty) == said


@pytest.mark.parametrize(
    ("earliest", "latest", "said"),
    [
        ("2024-05-20", "2024-05-20", "20 May 2024"),
        ("2024-02-01", "2024-02-29", "February 2024"),
        ("2024-01-01", "2024-12-31", "2024"),
        ("2024-01-01", "2024-06-30", "between 1 January 2024 and 30 June 2024"),
        ("1900-01-01", "2024-12-03", "3 December 2024 or earlier"),
        ("2024-12-03", "2100-12-31", "3 December 2024 or later"),
        ("1900-01-01", "2100-12-31", "on a day that is not known"),
    ],
)
def test_a_range_of_days_takes_the_fewest_words(earliest: str, latest: str, said: str) -> None:
    assert dates.days(earliest, latest) == said


def test_a_date_in_a_sentence_takes_its_preposition() -> None:
    assert dates.on("2024-12-03") == "on 3 December 2024"
    assert dates.on("2024") == "in 2024"
    assert dates.on(None) == "on a day that is not known"


def test_a_span_ends_with_its_last_day_in() -> None:
    assert dates.span("2026-03-01", "2026-04-30") == "1 March 2026 to 30 April 2026"
    assert dates.span("2026-03-01", None) == "from 1 March 2026"
    assert dates.span("2026-03-01", "2026-03-01") == "1 March 2026"


def test_an_uncertain_last_day_says_between_what() -> None:
    assert dates.until(Days(date(2026, 12, 31), date(2026, 12, 31))) == "until 31 December 2026"
    assert dates.until(Days(date(2026, 1, 1), date(2026, 12, 31))) == "until a day in 2026"
    assert dates.until(Days(date(2026, 1, 1), date(2026, 3, 9))) == (
        "until a day between 1 January 2026 and 9 March 2026"
    )
    assert dates.until(Days(date(1900, 1, 1), date(2026, 3, 9))) == "until 9 March 2026 or earlier"
    assert dates.until(Days(date(1900, 1, 1), date(2100, 12, 31))) == "until a day that is not known"


def test_an_instant_is_told_on_the_institutions_clock() -> None:
    assert dates.instant("2025-06-10T20:30:00Z", ZoneInfo("Asia/Tashkent")) == "11 June 2025, 01:30"
    assert dates.instant(datetime.fromisoformat("2025-06-10T20:30:00+00:00"), ZoneInfo("UTC")) == "10 June 2025, 20:30"


@pytest.mark.parametrize(
    ("day", "said"),
    [
        ("2026-01-10", "today"),
        ("2026-01-11", "in 1 day"),
        ("2026-02-19", "in 40 days"),
        ("2027-02-14", "in 400 days"),
        ("2029-12-31", "in about 4 years"),
        ("2026-01-09", "1 day ago"),
        ("2026-01-07", "3 days ago"),
    ],
)
def test_how_far_away_a_day_is(day: str, said: str) -> None:
    assert dates.countdown(day, date(2026, 1, 10)) == said


def test_a_language_without_a_catalog_is_not_half_spoken() -> None:
    with speaking("xx"):
        assert dates.day("2026-12-31") == "31 December 2026"
