"""The names that a partner bears, and the other spellings under which it is found."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, tzinfo
from typing import Any

from domain.shared.dates import FIRST_DAY, Days, act_days, parse_partial
from domain.shared.errors import Invalid
from domain.shared.text import line

MOST_ALIASES = 50


@dataclass(frozen=True, slots=True)
class Name:
    """A name and the day from which it is borne (partial, or unknown); the first name has no such day."""

    text: str
    since: str | None
    recorded_at: datetime | None

    def days(self, zone: tzinfo) -> Days:
        """The days that its first day may be; an unknown one is not after the day on which it was recorded."""
        if self.recorded_at is None:
            return Days(FIRST_DAY, FIRST_DAY)
        return act_days(None, self.recorded_at, zone) if self.since is None else parse_partial(self.since)


def aliases_each_once(value: Any, field: str) -> list[str]:
    """Other spellings, each once.

    Raises:
        Invalid: not a list, too many, or one out of form.
    """
    if not isinstance(value, (list, tuple)) or len(value) > MOST_ALIASES:
        raise Invalid(field, value, "at_most", maximum=MOST_ALIASES)
    found: dict[str, str] = {}
    for index, alias in enumerate(value):
        text = line(alias, f"{field}.{index}", 300)
        found.setdefault(text.casefold(), text)
    return list(found.values())
