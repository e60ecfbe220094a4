"""The two times of every question: the day it is about, and the instant whose knowledge answers it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from application.adapters.ports import Clock
from application.projecting.recorded_rows import OPEN, microseconds
from domain.shared.dates import day_after, parse_day
from domain.shared.errors import Invalid
from domain.shared.moment import civil_date

_DAY = re.compile(r"[0-9]{4}(-[0-9]{2}){0,2}")
_EVERYTHING = OPEN - 1

AsOf = date | str | None
KnownAt = datetime | date | str | None


@dataclass(frozen=True, slots=True)
class Asked:
    """A day, and the instant (UTC) up to which knowledge counts; none means everything that is recorded."""

    day: date
    known_at: datetime | None

    @property
    def known(self) -> int:
        """The instant, as rows of read models keep it."""
        return _EVERYTHING if self.known_at is None else microseconds(self.known_at)

    @property
    def shown(self) -> dict[str, str | None]:
        """Both times, as answers repeat them."""
        return {"as_of": self.day.isoformat(), "known_at": None if self.known_at is None else instant(self.known_at)}

    def knows(self, recorded_at: datetime) -> bool:
        """Whether what was recorded then counts."""
        return self.known_at is None or recorded_at <= self.known_at


class Times:
    """Reads the two times as people give them.

    Args:
        clock: what tells the present instant.
        zone: in which the institution counts its days.
    """

    def __init__(self, clock: Clock, zone: ZoneInfo) -> None:
        self._clock = clock
        self.zone = zone

    def today(self) -> date:
        """Today, where the institution is."""
        return civil_date(self._clock.now(), self.zone)

    def read(self, as_of: AsOf = None, known_at: KnownAt = None) -> Asked:
        """The two times of a question.

        Args:
            as_of: a whole date; today, if none is given.
            known_at: an instant with its offset, or a date, which means its end; now, if none is given.

        Raises:
            Invalid: another form, a day outside 1900 to 2100, an instant in the future.
        """
        return Asked(self.today() if as_of is None else parse_day(as_of, "as_of"), self._known_at(known_at))

    def instant_known(self, known_at: KnownAt = None) -> datetime:
        """The instant whose knowledge answers, this one among them: for what must say of itself when it was true.

        Raises:
            Invalid: another form, an instant in the future.
        """
        return self._known_at(known_at) or self._clock.now()

    def _known_at(self, value: KnownAt) -> datetime | None:
        if value is None:
            return None
        now = self._clock.now()
        known = self._end_of_day(value, now) if _is_day(value) else _instant(value)
        if known > now:
            raise Invalid("known_at", value, "not_in_the_future")
        return known

    def _end_of_day(self, value: Any, now: datetime) -> datetime:
        """The last instant of a day; now, if the day is today."""
        day = parse_day(value, "known_at")
        if day == civil_date(now, self.zone):
            return now
        midnight = datetime.combine(day_after(day), time(), self.zone)
        return midnight.astimezone(UTC) - timedelta(microseconds=1)


def instant(value: datetime) -> str:
    """An instant as answers write it: ``2025-06-10T09:12:33.123456Z``."""
    return value.astimezone(UTC).isoformat(timespec="microseconds").replace("+00:00", "Z")


def _is_day(value: Any) -> bool:
    if isinstance(value, str):
        return _DAY.fullmatch(value) is not None
    return isinstance(value, date) and not isinstance(value, datetime)


def _instant(value: Any) -> datetime:
    try:
        read = value if isinstance(value, datetime) else datetime.fromisoformat(value)
        if read.tzinfo is None:
            raise Invalid("known_at", value, "instant_with_offset")
        return read.astimezone(UTC)
    except (TypeError, ValueError, OverflowError):
        raise Invalid("known_at", value, "instant_with_offset") from None
