"""The one instant at which a command is recorded.

The store opens a moment from the clock port around each command; every event of the command is stamped with it, and
"today" in every guard is its civil date in the institution's time zone. The domain has no other clock.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

TASHKENT = ZoneInfo("Asia/Tashkent")


@dataclass(frozen=True, slots=True)
class Moment:
    """An instant (UTC) and the time zone in which the institution counts its days."""

    recorded_at: datetime
    zone: ZoneInfo = TASHKENT

    def __post_init__(self) -> None:
        if self.recorded_at.tzinfo is not UTC:
            raise ValueError("a moment is recorded in UTC")

    @property
    def today(self) -> date:
        """The civil date of this instant where the institution is."""
        return civil_date(self.recorded_at, self.zone)


_moment: ContextVar[Moment] = ContextVar("moment")


def civil_date(instant: datetime, zone: ZoneInfo) -> date:
    """The civil date of ``instant`` in ``zone``."""
    return instant.astimezone(zone).date()


def current_moment() -> Moment:
    """The moment of the command that is running.

    Raises:
        LookupError: no command is open; events are only triggered inside one.
    """
    return _moment.get()


@contextmanager
def at(moment: Moment) -> Iterator[Moment]:
    """Open ``moment`` for one command; what is triggered inside is recorded at its instant."""
    token = _moment.set(moment)
    try:
        yield moment
    finally:
        _moment.reset(token)


def raise_after(recorded_at: datetime) -> None:
    """Move the open moment beyond ``recorded_at``, if it does not lie there.

    A stream's instants rise with each command, so that what was known between two commands can be asked for.
    """
    moment = _moment.get()
    if moment.recorded_at <= recorded_at:
        _moment.set(Moment(recorded_at + timedelta(microseconds=1), moment.zone))
