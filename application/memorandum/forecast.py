"""What stands on a day to come if nobody acts: terms, tacit renewals and notices alone."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

from application.asking import KnownAt, Times
from application.memorandum.register.listing import count_standings
from application.memorandum.register.showing import Reading, day_of
from application.memorandum.renewals.boundaries import ends_between, rows_with
from application.paging import LONGEST_PAGE


class Forecast:
    """The register on a day to come: the same question as for any other day, and what leads there.

    Args:
        reading: opens a connection to the read models.
        times: reads the times of a question.
    """

    def __init__(self, reading: Reading, times: Times) -> None:
        self._reading = reading
        self._times = times

    def on(self, day: date | str, *, known_at: KnownAt = None) -> dict[str, Any]:
        """How many memorandums will have each standing, and which end or are tacitly renewed until then.

        The list itself is that of the register with ``as_of`` this day. Memorandums in the archive are left out.

        Args:
            day: the day to come.
            known_at: the instant whose knowledge answers; now, if none is given.

        Raises:
            Invalid: an argument out of form.
        """
        asked, today = self._times.read(day, known_at), self._times.today()
        last = asked.day - timedelta(days=1)
        with self._reading() as connection:

            def over(boundary: str) -> list[tuple[dict[str, Any], Any]]:
                """The periods that are over by then for certain, with their rows."""
                found = ends_between(connection, asked, boundary, today, last, limit=LONGEST_PAGE)
                return rows_with(connection, (end for end in found if end.until_latest <= last.toordinal()), asked)

            return {
                "day": asked.day.isoformat(),
                "today": today.isoformat(),
                "standings": count_standings(connection, asked, archived=False),
                "ends": [row | {"on": day_of(end.until_earliest)} for row, end in over("expired")],
                "renews": [row | {"on": day_of(end.until_earliest + 1)} for row, end in over("tacitly_renewed")],
                "known_at": asked.shown["known_at"],
            }
