"""What must be renewed, what is being renewed, what lapsed, and what was renewed in an updated form."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from datetime import date, timedelta
from functools import lru_cache
from typing import Any

from sqlalchemy import ColumnElement, Connection, Select, and_, bindparam, select

from application.asking import Asked, AsOf, KnownAt, Times
from application.memorandum.editions import parties_in
from application.memorandum.register.filters import Filters
from application.memorandum.register.listing import find_rows, rows_of
from application.memorandum.register.showing import (
    Reading,
    day_of,
    days_of,
    name_parties,
    parties_of,
    row_shown,
    with_names,
)
from application.memorandum.register.statements import has_facet, is_archived, known
from application.memorandum.register.tables import EDITIONS, ENTRIES, FACETS, INTERVALS, ONE, STATES
from application.paging import Page, key_of, limit_of, page
from application.projecting.recorded_rows import OPEN
from domain.memorandum.comparison import compare
from domain.memorandum.content import PARTS
from domain.shared.dates import parse_day
from domain.shared.errors import Invalid

MOST_DAYS = 3660
_WIDEST = 366  # days that a partial date may be wide

_I, _E, _S, _F = INTERVALS.c, EDITIONS.c, STATES.c, FACETS.c


@lru_cache
def _boundaries(by: str, *, owner: bool) -> Select[Any]:
    """The ends of periods by their day: those that bring ``boundary``, or objection dates (``by`` says which)."""
    day: ColumnElement[Any] = _I.objection_on if by == "objection_on" else _I.until_earliest
    conditions = [
        _I.closing == ONE,
        day.between(bindparam("first"), bindparam("last")),
        known(INTERVALS),
        ~is_archived(INTERVALS),
    ]
    if by != "objection_on":
        conditions += [_I.boundary == bindparam("boundary"), _I.until_latest >= bindparam("least")]
    if owner:
        conditions.append(has_facet(INTERVALS, "owner", bindparam("owner")))
    return (
        select(_I.entry, _I.until_earliest, _I.until_latest, _I.objection_on)
        .where(*conditions)
        .order_by(day, _I.entry)
        .limit(bindparam("limit"))
    )


_PROPOSED = (
    select(_F.entry, _F.edition_id)
    .where(_F.facet == "proposed", known(FACETS))
    .order_by(_F.entry.desc(), _F.edition_id)
    .limit(bindparam("limit"))
)
_UPDATED = (
    select(
        ENTRIES.c.memorandum_id,
        _E.entry,
        _E.edition,
        _E.renewed_earliest,
        _E.renewed_latest,
        _S.reference,
        _S.kind,
        _S.owner,
    )
    .join(ENTRIES, ENTRIES.c.entry == _E.entry)
    .join(STATES, and_(_S.entry == _E.entry, known(STATES)))
    .where(_E.renewed_earliest <= bindparam("last"), _E.renewed_latest >= bindparam("first"), known(EDITIONS))
    .order_by(_E.renewed_earliest, _E.entry, _E.edition_id)
)
_EDITIONS_OF = select(_E.entry, _E.edition).where(_E.entry.in_(bindparam("entries", expanding=True)), known(EDITIONS))


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
        values = {"first": asked.day.toordinal(), "last": _ahead(asked, days).toordinal(), "owner": owner}
        with self._reading() as connection:
            ends = connection.execute(
                _boundaries("objection_on", owner=owner is not None),
                {**values, "known": asked.known, "limit": limit_of(limit)},
            ).all()
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
                for working in json.loads(row.working)
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
        period = {"first": begin.toordinal(), "last": end.toordinal()}
        with self._reading() as connection:
            rows = connection.execute(_UPDATED, {**period, "known": asked.known}).all()
            items = _with_changes(connection, rows, asked)
        inside = [period["first"] <= row.renewed_earliest and row.renewed_latest <= period["last"] for row in rows]
        return {
            "updated": [item for item, counts in zip(items, inside, strict=True) if counts],
            "possible": [item for item, counts in zip(items, inside, strict=True) if not counts],
            "first": begin.isoformat(),
            "last": end.isoformat(),
            "known_at": asked.shown["known_at"],
        }


def ends_between(
    connection: Connection,
    asked: Asked,
    boundary: str,
    first: date,
    last: date,
    *,
    owner: str | None = None,
    limit: int,
) -> Sequence[Any]:
    """The periods whose last day lies between two days and that then expire, or are tacitly renewed; by that day."""
    values = {
        "boundary": boundary,
        "first": first.toordinal() - _WIDEST,
        "least": first.toordinal(),
        "last": last.toordinal(),
        "owner": owner,
        "known": asked.known,
        "limit": limit,
    }
    return connection.execute(_boundaries("until", owner=owner is not None), values).all()


def rows_with(connection: Connection, ends: Iterable[Any], asked: Asked) -> list[tuple[dict[str, Any], Any]]:
    """Beside each end the row of its memorandum, if that has a standing on the day asked."""
    listed = list(ends)
    rows = rows_of(connection, {end.entry for end in listed}, asked)
    found = [(row_shown(rows[end.entry]), end) for end in listed if end.entry in rows]
    with_names(connection, [row for row, _ in found], asked)
    return found


def _last_day(end: Any) -> dict[str, Any]:
    certain = end.until_earliest == end.until_latest
    return {"until": days_of(end.until_earliest, end.until_latest), "certain": certain}


def _ahead(asked: Asked, days: Any) -> date:
    if not isinstance(days, int) or isinstance(days, bool) or not 0 <= days <= MOST_DAYS:
        raise Invalid("days", days, "between", minimum=0, maximum=MOST_DAYS)
    return asked.day + timedelta(days=days)


def _left(ordinal: int, asked: Asked) -> dict[str, int]:
    return {"days_left": max(0, ordinal - asked.day.toordinal())}


def _with_changes(connection: Connection, rows: Sequence[Any], asked: Asked) -> list[dict[str, Any]]:
    """Renewal editions, each with what changed from the edition before."""
    if not rows:
        return []
    entries = sorted({row.entry for row in rows})
    before: dict[int, list[dict[str, Any]]] = {}
    for entry, edition in connection.execute(_EDITIONS_OF, {"entries": entries, "known": asked.known}):
        before.setdefault(entry, []).append(json.loads(edition))
    items = [_updated_shown(row, before[row.entry]) for row in rows]
    parties = [party for item in items for party in (*parties_of(item["edition"]), *parties_in(item["changes"]))]
    name_parties(connection, parties, asked)
    return items


def _updated_shown(row: Any, editions: Sequence[dict[str, Any]]) -> dict[str, Any]:
    edition = json.loads(row.edition)
    former = _text_before(edition, editions)
    return {
        "id": row.memorandum_id,
        "reference": row.reference,
        "kind": row.kind,
        "owner": row.owner,
        "edition": edition,
        "follows": former["edition_id"] if former else None,
        "signed_on": edition["signed_on"],
        "changes": compare(_content(former), _content(edition)) if former else [],
    }


def _text_before(edition: dict[str, Any], editions: Sequence[dict[str, Any]]) -> dict[str, Any] | None:
    """The edition with the number before, in its last amendment that was concluded."""
    number = str(int(edition["number"]) - 1)
    concluded = [one for one in editions if one["number"] and one["signed_on"]]
    texts = [one for one in concluded if one["number"].partition(".")[0] == number]
    return max(texts, key=lambda one: [int(part) for part in one["number"].split(".")], default=None)


def _content(edition: dict[str, Any]) -> dict[str, Any]:
    """What is kept of a content; the full texts are not."""
    return {part: edition.get(part) for part in PARTS}
