"""The two times of a question, and the keys of pages."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest

from application.asking import Times, instant
from application.paging import key_of, limit_of, write_key
from application.searching import folded, pattern, words_of
from domain.shared.errors import Invalid
from domain.shared.moment import TASHKENT
from tests.application.sample import START, Hands

TIMES = Times(Hands(), TASHKENT)


def test_without_times_a_question_is_about_today_and_all_that_is_recorded() -> None:
    asked = TIMES.read()

    assert (asked.day, asked.known_at) == (date(2026, 9, 14), None)
    assert asked.knows(START)
    assert asked.shown == {"as_of": "2026-09-14", "known_at": None}


def test_today_is_counted_in_the_institution_s_zone() -> None:
    assert Times(Hands(datetime(2026, 9, 14, 19, tzinfo=UTC)), TASHKENT).today() == date(2026, 9, 15)


def test_a_date_means_its_end_where_the_institution_is() -> None:
    asked = TIMES.read(known_at="2024-12-31")

    assert asked.known_at == datetime(2024, 12, 31, 18, 59, 59, 999999, tzinfo=UTC)
    assert asked.shown["known_at"] == "2024-12-31T18:59:59.999999Z"
    assert TIMES.read(known_at=date(2024, 12, 31)) == asked


def test_an_instant_is_inclusive() -> None:
    asked = TIMES.read(known_at="2024-12-31T12:00:00+05:00")

    assert asked.known_at == datetime(2024, 12, 31, 7, tzinfo=UTC)
    assert asked.knows(datetime(2024, 12, 31, 7, tzinfo=UTC))
    assert not asked.knows(datetime(2024, 12, 31, 7, 0, 0, 1, tzinfo=UTC))
    assert TIMES.read(known_at=asked.known_at) == asked


def test_the_end_of_today_is_now() -> None:
    assert TIMES.read(known_at="2026-09-14").known_at == START


@pytest.mark.parametrize("day", ["2026", "2026-09", "2026-02-30", "1899-12-31", "2101-01-01", "today", ""])
def test_a_day_that_is_not_a_whole_date_of_ours_is_refused(day: str) -> None:
    with pytest.raises(Invalid) as caught:
        TIMES.read(as_of=day)
    assert caught.value.field == "as_of"


@pytest.mark.parametrize(
    "moment",
    ["2026-09-15", "2026-09-14T07:30:00.000001+00:00", "9999-12-31T23:59:59-14:00", datetime.max.replace(tzinfo=UTC)],
)
def test_the_future_is_not_known(moment: str | datetime) -> None:
    with pytest.raises(Invalid) as caught:
        TIMES.read(known_at=moment)
    assert caught.value.field == "known_at"


@pytest.mark.parametrize("moment", ["2024-12-31T12:00:00", datetime(2024, 12, 31), "2024", "2024-12", "noon", "", 7])  # noqa: DTZ001  refused for it
def test_an_instant_without_an_offset_is_refused(moment: object) -> None:
    with pytest.raises(Invalid) as caught:
        TIMES.read(known_at=moment)  # type: ignore[arg-type]  what people may send
    assert caught.value.field == "known_at"


def test_an_instant_is_written_in_utc_to_the_microsecond() -> None:
    assert instant(datetime(2026, 9, 14, 12, 30, tzinfo=TASHKENT)) == "2026-09-14T07:30:00.000000Z"


def test_a_key_gives_back_its_values() -> None:
    assert key_of(write_key(7, "Оʻsh"), int, str) == [7, "Оʻsh"]


@pytest.mark.parametrize("key", ["", "x", "W10", write_key(7), write_key("7", "a"), write_key(True, "a"), 7, "é"])
def test_another_key_is_refused(key: object) -> None:
    with pytest.raises(Invalid) as caught:
        key_of(key, int, str)
    assert caught.value.field == "after"


@pytest.mark.parametrize("limit", [0, 501, "50", True, None, 1.5])
def test_a_limit_out_of_bounds_is_refused(limit: object) -> None:
    with pytest.raises(Invalid) as caught:
        limit_of(limit)
    assert caught.value.field == "limit"


def test_spelling_is_forgiven() -> None:
    written = ["Oʻzbekiston", "O'zbekiston", "O‘zbekiston", "O’zbekiston", "Oʼzbekiston", "O`ZBEKISTON", "Ozbekiston"]

    assert {folded(text) for text in written} == {"ozbekiston"}
    assert folded("Universität GIẞEN, Ёлка, İstanbul") == "universitat gissen, yolka, istanbul"


def test_each_word_counts_once() -> None:
    assert words_of("  Shandong  MoU shandong ") == ("shandong", "mou")
    assert words_of("") == ()


def test_signs_that_mean_something_to_the_database_mean_themselves() -> None:
    assert pattern(r"100%_\ ") == r"%100\%\_\\ %"
