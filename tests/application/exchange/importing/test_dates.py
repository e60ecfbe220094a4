"""Dates in cells: read where they are certain, told with their candidates where they are not."""

import pytest

from application.exchange.importing.readings.dates import DateReading, read_date
from application.exchange.importing.readings.order import order_of


@pytest.mark.parametrize(
    ("cell", "value"),
    [
        ("2019-05-20", "2019-05-20"),
        ("20.05.2019", "2019-05-20"),
        ("20-May-2019", "2019-05-20"),
        ("28/03/ 2022  \n", "2022-03-28"),
        ("Sept 07, 2021", "2021-09-07"),
        ("February 20,2020", "2020-02-20"),
        ("1st of May 2020", "2020-05-01"),
        ("06.06.2021", "2021-06-06"),
        ("43831", "2020-01-01"),
        ("43831.5", "2020-01-01"),
        ("20190520", "2019-05-20"),
        ("13-Nov-16", "2016-11-13"),
        ("13 Nov 98", "1998-11-13"),
        ("2021 yil 5 may", "2021-05-05"),
        ("2021 йил 5 май", "2021-05-05"),
        ("28 марта 2020 года", "2020-03-28"),
        ("1 de marzo de 2020", "2020-03-01"),
        ("2019-05-20T00:00:00.000Z", "2019-05-20"),
        ("August 2026", "2026-08"),
        ("09.2023", "2023-09"),
        ("2019", "2019"),
        ("", None),
    ],
)
def test_a_date_that_can_mean_one_thing_is_read(cell: str, value: str | None) -> None:
    assert read_date(cell) == DateReading(value)


@pytest.mark.parametrize(
    ("cell", "value", "reason", "candidates"),
    [
        ("05/06/2021", "2021", "day_or_month_first", ("2021-05-06", "2021-06-05")),
        ("10/06/15", None, "which_year", ("2010-06-15", "2015-06-10", "2015-10-06")),
        ("2019-05-19T19:00:00Z", None, "instant", ("2019-05-19", "2019-05-20")),
        ("10/10/2019\n4 June 2025", None, "several_dates", ("2019-10-10", "2025-06-04")),
        ("13 Nov 55", None, "which_year", ("1955-11-13", "2055-11-13")),
        ("31.02.2020", None, "no_such_day", ()),
        ("2021/13/05", None, "no_such_day", ()),
        ("2562", None, "year_out_of_bounds", ()),
        ("unlimited", None, "not_a_date", ()),
        ("31-Dec-2020 (extended)", None, "not_a_date", ()),
        ("#REF!", None, "not_a_date", ()),
        ("3", None, "not_a_date", ()),
        ("99999", None, "not_a_date", ()),
    ],
)
def test_a_date_that_is_not_certain_is_left_to_a_person(
    cell: str, value: str | None, reason: str, candidates: tuple[str, ...]
) -> None:
    assert read_date(cell) == DateReading(value, reason, candidates)


def test_the_column_tells_what_comes_first() -> None:
    column = ["28/03/2022", "05/06/2021", "11/11/2020"]

    order = order_of(column).order

    assert order == "day_first"
    assert read_date("05/06/2021", order).value == "2021-06-05"
    assert read_date("05/06/2021", order_of(["03/28/2022", "05/06/2021"]).order).value == "2021-05-06"


@pytest.mark.parametrize(
    "column",
    [
        ["05/06/2021", "07/08/2021"],
        ["28/03/2022", "03/28/2022", "05/06/2021"],
        ["28/03/2022", *(f"0{day}/0{day + 1}/2021" for day in range(1, 8))],
    ],
    ids=["nothing shows it", "both are shown", "one among too many"],
)
def test_a_column_without_evidence_tells_nothing(column: list[str]) -> None:
    assert order_of(column).order is None


def test_dates_that_a_spreadsheet_took_the_wrong_way_round_are_suspected() -> None:
    typed = [f"2021-{month:02d}-{month + 1:02d}" for month in range(1, 7)]
    written = [f"{day}/03/2021" for day in range(13, 20)]

    assert order_of([*typed, *written]).mangled
    assert not order_of([*typed, "2021-03-28", *written]).mangled
    assert not order_of([*typed, *written, "05/06/2021"]).mangled


def test_days_that_a_spreadsheet_knew_show_no_order_of_their_own() -> None:
    assert order_of(["2024-03-05"] * 9).order is None
    assert not order_of(["2024-03-05"] * 9).mangled
