"""Half-open periods: ``[first day in, first day out)``.

In speech, on screens and in the API a period includes its last day (``until``); in code it ends with the first day
that no longer belongs to it. This module is the one place where the two meet.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from domain.shared.dates import END_OF_TIME, day_after, day_before


@dataclass(frozen=True, slots=True)
class Period:
    """The days from ``first`` up to, not including, ``out``."""

    first: date
    out: date

    def __contains__(self, day: date) -> bool:
        return self.first <= day < self.out

    @property
    def until(self) -> date | None:
        """The last day in, as offices write it; none where no end is known."""
        return until(self.out)


def until(first_day_out: date) -> date | None:
    """The last day in, for a first day out; none where the period runs beyond what Bitim counts."""
    return None if first_day_out >= END_OF_TIME else day_before(first_day_out)


def first_day_out(until_day: date) -> date:
    """The first day out, for the last day in."""
    return day_after(until_day)
