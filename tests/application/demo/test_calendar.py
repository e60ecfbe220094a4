"""Days told from today."""

from datetime import date

import pytest

from application.demo.zarafshon.calendar import day


def test_years_and_months_come_before_days() -> None:
    assert day("-5y+3m-1d", date(2026, 11, 21)) == "2022-02-20"


@pytest.mark.parametrize(
    ("told", "today", "found"),
    [
        ("-12m", date(2028, 2, 29), "2027-02-28"),
        ("+1m", date(2027, 1, 31), "2027-02-28"),
        ("-6y to the year", date(2026, 11, 21), "2020"),
        ("-6y-1m to the month", date(2026, 1, 5), "2019-12"),
    ],
)
def test_a_day_that_a_month_lacks_is_its_last_and_a_part_of_a_date_is_enough(
    told: str, today: date, found: str
) -> None:
    assert day(told, today) == found


@pytest.mark.parametrize("told", ["", "5y", "yesterday", "-5", "-5y to the week"])
def test_another_form_is_refused(told: str) -> None:
    with pytest.raises(ValueError, match="not a day told from today"):
        day(told, date(2026, 11, 21))
