"""The one instant of a command, and the civil date it has where the institution is."""

from datetime import UTC, date, datetime, timedelta, timezone
from zoneinfo import ZoneInfo

import pytest

from domain.shared.moment import TASHKENT, Moment, at, civil_date, current_moment, raise_after

EVENING = datetime(2026, 9, 14, 19, 30, tzinfo=UTC)


def test_r05_today_is_the_date_in_the_institution_s_zone() -> None:
    assert Moment(EVENING).today == date(2026, 9, 15)
    assert Moment(EVENING, ZoneInfo("Europe/Madrid")).today == date(2026, 9, 14)
    assert civil_date(EVENING - timedelta(minutes=31), TASHKENT) == date(2026, 9, 14)


def test_a_moment_is_told_in_utc() -> None:
    with pytest.raises(ValueError, match="UTC"):
        Moment(EVENING.astimezone(timezone(timedelta(hours=5))))
    with pytest.raises(ValueError, match="UTC"):
        Moment(EVENING.replace(tzinfo=None))


def test_a_command_inside_another_has_its_own_moment() -> None:
    with at(Moment(EVENING)) as outer:
        with at(Moment(EVENING + timedelta(days=1))) as inner:
            assert current_moment() is inner
        assert current_moment() is outer


def test_r13_a_moment_is_raised_beyond_the_last_instant_of_a_stream_and_never_lowered() -> None:
    later = EVENING + timedelta(seconds=3)
    with at(Moment(EVENING, ZoneInfo("Europe/Madrid"))):
        raise_after(later)
        raise_after(EVENING)
        assert current_moment() == Moment(later + timedelta(microseconds=1), ZoneInfo("Europe/Madrid"))
