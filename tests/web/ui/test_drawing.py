"""The band of days of a memorandum."""

from datetime import date
from typing import Any

from web.ui.views.drawing import draw
from web.wording.names import Names

TODAY = date(2026, 9, 14)


def an_interval(first: str, standing: str, **other: Any) -> dict[str, Any]:
    return {"first": first, "standing": standing, "candidates": [standing], "editions": ["e1"], **other}


def test_bars_lie_side_by_side_in_order() -> None:
    timeline = [an_interval("2022-01-01", "in_force"), an_interval("2025-01-01", "expired")]

    drawn = draw(timeline, TODAY, Names())

    assert drawn is not None
    first, second = drawn.bars
    assert (first.standing, first.x, first.days) == ("in_force", "0.00%", "1 January 2022 to 31 December 2024")
    assert (second.standing, second.days, second.present) == ("expired", "from 1 January 2025", True)
    assert float(first.width[:-1]) == float(second.x[:-1])
    assert float(second.x[:-1]) + float(second.width[:-1]) == 100


def test_tacit_renewals_are_seams_of_one_bar() -> None:
    timeline = [an_interval(f"{year}-01-01", "in_force") for year in range(2022, 2100)]

    drawn = draw(timeline, TODAY, Names())

    assert drawn is not None
    (bar,) = drawn.bars
    assert len(bar.seams) > 2
    assert bar.renewals == "further periods, the first from 1 January 2023"


def test_a_life_of_a_century_is_drawn_up_to_some_years_ahead() -> None:
    timeline = [an_interval("1998-12-31", "in_force")]

    drawn = draw(timeline, TODAY, Names())

    assert drawn is not None
    assert drawn.ticks[-1].year < 2040
    assert len(drawn.ticks) <= 9
    assert 0 < float(drawn.day[:-1]) < 100


def test_what_began_nobody_knows_when_is_drawn_from_shortly_before_what_is_known() -> None:
    unknown = an_interval("1900-01-01", "undetermined", candidates=["expired", "in_force", "not_begun"])
    timeline = [unknown, an_interval("2024-12-03", "in_force", editions=["e2"])]

    drawn = draw(timeline, TODAY, Names(editions={"e1": "1", "e2": "2"}))

    assert drawn is not None
    assert [bar.days for bar in drawn.bars] == ["until 2 December 2024", "from 3 December 2024"]
    assert [bar.edition for bar in drawn.bars] == ["edition 1", "edition 2"]
    assert drawn.bars[0].limit == "expired, in force or not begun"


def test_an_end_in_a_distant_decade_does_not_squeeze_the_present() -> None:
    timeline = [an_interval("2025-01-01", "in_force"), an_interval("2090-01-01", "expired")]

    drawn = draw(timeline, TODAY, Names())

    assert drawn is not None
    assert drawn.ticks[-1].year < 2040


def test_a_life_of_a_day_is_drawn() -> None:
    drawn = draw([an_interval("2026-09-14", "in_preparation")], TODAY, Names())

    assert drawn is not None
    assert drawn.bars[0].present


def test_nothing_is_drawn_of_what_never_began() -> None:
    assert draw([], TODAY, Names()) is None
