"""What a page is asked: the day, the knowledge, and the filters, as an address carries them.

A form sends its empty fields too; an empty field asks for nothing.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from zoneinfo import ZoneInfo

from application.asking import KnownAt
from domain.shared.dates import parse_day
from domain.shared.errors import Invalid
from web.wording import dates
from web.wording.language import gettext as _

LONGEST = 300
"""Characters of one value; no field of a page needs more."""


@dataclass(frozen=True, slots=True)
class Time:
    """The two times of a page.

    Args:
        as_of: the day asked about; none for today.
        known_at: the knowledge that answers, a day or an instant as given; none for all there is.
        today: where the institution is.
        zone: the institution's.
    """

    as_of: date | None
    known_at: str | None
    today: date
    zone: ZoneInfo

    @property
    def day(self) -> date:
        """The day asked about."""
        return self.as_of or self.today

    @property
    def query(self) -> dict[str, str]:
        """Both times as an address carries them; nothing for the present."""
        given = {"as_of": self.as_of.isoformat() if self.as_of else None, "known_at": self.known_at}
        return {name: value for name, value in given.items() if value}

    @property
    def now(self) -> bool:
        """Whether it is the present, seen with all that is known."""
        return not self.query

    @property
    def known(self) -> str:
        """The day or instant of knowledge, in words."""
        if self.known_at is None:
            return dates.day(self.today)
        if _is_day(self.known_at):
            return dates.day(self.known_at)
        return dates.instant(self.known_at, self.zone)

    @property
    def known_day(self) -> str:
        """The day of knowledge, as a date field takes it."""
        return self.known_at[:10] if self.known_at else ""

    @property
    def words(self) -> str:
        """Both times, in words."""
        if self.known_at is None:
            return _("As of %(day)s, with all that is known today", day=dates.day(self.day))
        return _("As of %(day)s, as known on %(known)s", day=dates.day(self.day), known=self.known)


@dataclass(frozen=True, slots=True)
class Question:
    """What an address asks for.

    Args:
        given: the values of the address by name.
        today: where the institution is.
        zone: the institution's.
    """

    given: Mapping[str, str]
    today: date
    zone: ZoneInfo

    def text(self, name: str) -> str | None:
        """A value as it was typed.

        Raises:
            Invalid: longer than any value is.
        """
        value = self.given.get(name, "").strip()
        if len(value) > LONGEST:
            raise Invalid(name, value, "text", maximum=LONGEST)
        return value or None

    def one_of(self, name: str, values: tuple[str, ...]) -> str | None:
        """A word out of several.

        Raises:
            Invalid: any other.
        """
        value = self.text(name)
        if value is not None and value not in values:
            raise Invalid(name, value, "one_of", values=values)
        return value

    def number(self, name: str, low: int, high: int, default: int) -> int:
        """A whole number in bounds.

        Raises:
            Invalid: out of bounds, or no number.
        """
        value = self.text(name)
        if value is None:
            return default
        if not value.isascii() or not value.isdigit() or not low <= int(value) <= high:
            raise Invalid(name, value, "between", minimum=low, maximum=high)
        return int(value)

    def day(self, name: str) -> date | None:
        """A whole day.

        Raises:
            Invalid: partial, impossible, or outside 1900 to 2100.
        """
        value = self.text(name)
        return None if value is None else _whole(value, name)

    @property
    def time(self) -> Time:
        """The two times.

        Raises:
            Invalid: a day out of form; what an instant may be is decided where it is asked.
        """
        as_of, known_at = self.day("as_of"), self.text("known_at")
        if as_of == self.today:
            as_of = None
        if known_at == self.today.isoformat():
            known_at = None
        if known_at is not None and _is_day(known_at):
            _whole(known_at, "known_at")
        return Time(as_of, known_at, self.today, self.zone)


def _whole(value: str, name: str) -> date:
    try:
        return parse_day(value, name)
    except Invalid:
        raise Invalid(name, value, "date") from None  # a partial date would not do here either


def _is_day(value: KnownAt) -> bool:
    return isinstance(value, str) and len(value) <= 10
