"""The ends of periods by their day: the terms that run out then, and those that are tacitly renewed."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from functools import lru_cache
from typing import Any

from sqlalchemy import ColumnElement, Connection, Select, bindparam, select

from application.asking import Asked
from application.memorandum.register.listing import rows_of
from application.memorandum.register.showing import row_shown, with_names
from application.memorandum.register.statements import has_facet, is_archived, known
from application.memorandum.register.tables import INTERVALS, ONE

_WIDEST = 366  # days that a partial date may be wide
_I = INTERVALS.c


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
    """The periods whose last day lies between two days and that then expire, or are tacitly renewed; by that day.

    Args:
        connection: to the read models.
        asked: the two times.
        boundary: ``expired`` or ``tacitly_renewed``.
        first, last: the two days.
        owner: id of the employee answerable.
        limit: how many at most.
    """
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


def objectionable_between(
    connection: Connection, asked: Asked, first: date, last: date, *, owner: str | None, limit: int
) -> Sequence[Any]:
    """The periods whose tacit renewal can be stopped for the last time between two days; by that day."""
    values = {
        "first": first.toordinal(),
        "last": last.toordinal(),
        "owner": owner,
        "known": asked.known,
        "limit": limit,
    }
    return connection.execute(_boundaries("objection_on", owner=owner is not None), values).all()


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


def rows_with(connection: Connection, ends: Iterable[Any], asked: Asked) -> list[tuple[dict[str, Any], Any]]:
    """Beside each end the row of its memorandum, if that has a standing on the day asked."""
    listed = list(ends)
    rows = rows_of(connection, {end.entry for end in listed}, asked)
    found = [(row_shown(rows[end.entry]), end) for end in listed if end.entry in rows]
    with_names(connection, [row for row, _ in found], asked)
    return found
