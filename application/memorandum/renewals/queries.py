"""What can be asked about renewals."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

from sqlalchemy import bindparam, select

from application.asking import Asked, AsOf, KnownAt, Times
from application.memorandum.register.filters import Filters
from application.memorandum.register.listing import find_rows, rows_of
from application.memorandum.register.showing import Reading, day_of, days_of, row_shown, with_names
from application.memorandum.register.statements import known
from application.memorandum.register.tables import FACETS
from application.memorandum.renewals.boundaries import ends_between, objectionable_between, rows_with
from application.memorandum.renewals.updated import updated_between
from application.paging import Page, key_of, limit_of, page
from application.plain import from_json
from application.projecting.recorded_rows import OPEN
from domain.shared.dates import parse_day
from domain.shared.errors import Invalid

MOST_DAYS = 3660

_F = FACETS.c
_PROPOSED = (
    select(_F.entry, _F.edition_id)
    .where(_F.facet == "proposed", known(FACETS))
    .order_by(_F.entry.desc(), _F.edition_id)
    .limit(bindparam("limit"))
)


class Renewals:
    """Terms that run out, objection dates, renewals in preparation, lapses and renewals in an updated form.

    Args:
        reading: opens a connection to the read models.
        times: reads the times of a question.
    """

    def __init__(self, reading: Reading, times: Times) -> None:
        self._reading = reading
        self._times = times

    def due(
        self,
        *,
        days: int = 90,
        as_of: AsOf = None,
        known_at: KnownAt = None,
        owner: str | None = None,
        limit: int = 200,
    ) -> dict[str, Any]:
        """Terms that end within some days, with nothing concluded to follow; the first to end comes first.

        ``until`` is the last day of that term, whatever editions come before its end.

        Args:
            days: how many days ahead, 3660 at most.
            as_of: the day from which they are counted; today, if none is given.
            known_at: the instant whose knowledge answers; now, if none is given.
            owner: id of the employee answerable.
            limit: how many, 500 at most.

        Raises:
            Invalid: an argument out of form.
        """
        asked = self._times.read(as_of, known_at)
        until = _ahead(asked, days)
        with self._reading() as connection:
            ends = ends_between(connection, asked, "expired", asked.day, until, owner=owner, limit=limit_of(limit))
            items = [
                row | _last_day(end) | _left(end.until_earliest, asked)
                for row, end in rows_with(connection, ends, asked)
            ]
        return {"items": items, "days": days, **asked.shown}

    def objections(
        self,
        *,
        days: int = 90,
        as_of: AsOf = None,
        known_at: KnownAt = None,
        owner: str | None = None,
        limit: int = 200,
    ) -> dict[str, Any]:
        """Terms that will be tacitly renewed unless somebody objects within some days; arguments as for `due`.

        ``object_by`` is the last day for it, of whichever period that is; ``objection_on``, as in every row, that of
        the running one.

        Raises:
            Invalid: an argument out of form.
        """
        asked = self._times.read(as_of, known_at)
        until = _ahead(asked, days)
        with self._reading() as connection:
            ends = objectionable_between(connection, asked, asked.day, until, owner=owner, limit=limit_of(limit))
            items = [
                row | {"object_by": day_of(end.objection_on)} | _left(end.objection_on, asked)
                for row, end in rows_with(connection, ends, asked)
            ]
        return {"items": items, "days": days, **asked.shown}

    def proposals(self, *, as_of: AsOf = None, known_at: KnownAt = None, limit: int = 200) -> dict[str, Any]:
        """Memorandums of which a renewal or an amendment is in preparation, with how far it has come.

        Args:
            as_of: the day on which the standing is shown.
            known_at: the instant whose knowledge answers.
            limit: how many, 500 at most.

        Raises:
            Invalid: an argument out of form.
        """
        asked = self._times.read(as_of, known_at)
        with self._reading() as connection:
            found = connection.execute(_PROPOSED, {"known": asked.known, "limit": limit_of(limit)}).all()
            rows = rows_of(connection, {proposal.entry for proposal in found}, asked)
            items = [
                row_shown(row) | {"proposal": working}
                for proposal in found
                if (row := rows.get(proposal.entry)) is not None
                for working in from_json(row.working)
                if working["edition_id"] == proposal.edition_id
            ]
            return {"items": with_names(connection, items, asked), **asked.shown}

    def lapsed(
        self,
        *,
        as_of: AsOf = None,
        known_at: KnownAt = None,
        owner: str | None = None,
        limit: int = 50,
        after: str | None = None,
    ) -> Page:
        """Memorandums that had ended by a day, with no renewal concluded by then.

        Args:
            as_of: the day; today, if none is given.
            known_at: the instant whose knowledge answers; now, if none is given.
            owner: id of the employee answerable.
            limit: how many, 500 at most.
            after: the key with which the previous page ended.

        Raises:
            Invalid: an argument out of form.
        """
        asked = self._times.read(as_of, known_at)
        filters = Filters.read(standing=("expired", "terminated"), owner=owner)
        before = OPEN if after is None else key_of(after, int)[0]
        with self._reading() as connection:
            rows = find_rows(connection, filters, asked, before=before, limit=limit_of(limit) + 1)
            found = page(rows, limit, asked, row_shown, lambda row: (row.entry,))
            return {**found, "items": with_names(connection, found["items"], asked)}

    def updated(self, *, first: date | str, last: date | str, known_at: KnownAt = None) -> dict[str, Any]:
        """Memorandums renewed in an updated form in a period, by the day of conclusion, with what changed.

        Amendments and tacit renewals are not among them. Where the day is uncertain, a range wholly inside counts;
        one that overlaps is listed apart as possible.

        Args:
            first: the first day of the period.
            last: its last day.
            known_at: the instant whose knowledge answers; now, if none is given.

        Raises:
            Invalid: a day out of form, or the last before the first.
        """
        begin, end = parse_day(first, "first"), parse_day(last, "last")
        if end < begin:
            raise Invalid("last", last, "not_before", day=begin.isoformat())
        asked = self._times.read(known_at=known_at)
        with self._reading() as connection:
            sure, possible = updated_between(connection, asked, begin, end)
        return {
            "updated": sure,
            "possible": possible,
            "first": begin.isoformat(),
            "last": end.isoformat(),
            "known_at": asked.shown["known_at"],
        }


def _last_day(end: Any) -> dict[str, Any]:
    certain = end.until_earliest == end.until_latest
    return {"until": days_of(end.until_earliest, end.until_latest), "certain": certain}


def _ahead(asked: Asked, days: Any) -> date:
    if not isinstance(days, int) or isinstance(days, bool) or not 0 <= days <= MOST_DAYS:
        raise Invalid("days", days, "between", minimum=0, maximum=MOST_DAYS)
    return asked.day + timedelta(days=days)


def _left(ordinal: int, asked: Asked) -> dict[str, int]:
    return {"days_left": max(0, ordinal - asked.day.toordinal())}
