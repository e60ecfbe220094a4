"""The lists of the register."""

from __future__ import annotations

from collections.abc import Collection
from typing import Any, NamedTuple

from sqlalchemy import Connection

from application.asking import Asked
from application.memorandum.register import statements
from application.memorandum.register.filters import Filters
from application.memorandum.register.intervals import era_of
from application.memorandum.register.selecting import Selecting, above_all_known, entry_below
from application.memorandum.register.statements import Shape
from application.partner.directory.merges import NO_MERGES, Members, known_members, known_merges
from application.projecting.recorded_rows import OPEN
from application.searching import pattern
from application.store.among import numbers


class Pace(NamedTuple):
    """How the memorandums of a page are looked for.

    Args:
        few: where one condition selects so many or less, these are looked up and no others (it takes some 3 ms).
        stretch: so many are walked over before several conditions are asked what they select.
        many: where one of these selects so many or less, they are what remains of the walk.
    """

    few: int = 500
    stretch: int = 2000
    many: int = 10_000


PACE = Pace()
AT_ONCE = 500
"""So many memorandums are looked up by one statement."""


def times(asked: Asked) -> dict[str, Any]:
    """The two times of a question, as statements take them."""
    return {
        "day": asked.day.toordinal(),
        "day_written": asked.day.isoformat(),
        "era": era_of(asked.day),
        "known": asked.known,
    }


def find_rows(
    connection: Connection, filters: Filters, asked: Asked, *, before: int = OPEN, limit: int, pace: Pace = PACE
) -> list[Any]:
    """The rows of the intervals that hold at the two times and meet the conditions, newest entry first.

    Args:
        connection: to the read models.
        filters: the conditions.
        asked: the two times.
        before: only entries below this one.
        limit: how many at most.
        pace: how they are looked for.
    """
    if filters.ends_before is not None and filters.ends_before <= asked.day:
        return []  # a period that runs on the day ends on it at the earliest
    values = {**times(asked), **_values(filters, _members(connection, filters, asked))}
    walk = _Walk(connection, filters, values, limit)
    selecting = Selecting(connection, filters, values, asked)
    before = min(before, above_all_known(connection, asked))
    few = selecting.by_one(pace.few)
    if few is not None:
        return walk.over(few, before)
    if not filters.are_several:
        return walk.down(before)
    floor = entry_below(connection, before, pace.stretch)
    found = walk.down(before, floor)
    if len(found) >= limit or not floor:
        return found
    many = selecting.by_all(pace.many)
    more = walk.down(floor) if many is None else walk.over(many, floor)
    return (found + more)[:limit]


class _Walk:
    """A walk along the register, the newest entry first, that takes the rows which meet the conditions of a list."""

    def __init__(self, connection: Connection, filters: Filters, values: dict[str, Any], limit: int) -> None:
        self._connection = connection
        self._filters = filters
        self._values = {**values, "limit": limit}
        self._limit = limit

    def down(self, before: int, floor: int = 0) -> list[Any]:
        """The rows of a page that stay below an entry and do not go below the other."""
        return self._page(before=before, floor=floor)

    def over(self, entries: Collection[int], before: int) -> list[Any]:
        """The rows of a page of these entries, as far as they are below one."""
        found: list[Any] = []
        below = sorted((entry for entry in entries if entry < before), reverse=True)
        for number in range(0, len(below), AT_ONCE):
            found += self._page(few=numbers(below[number : number + AT_ONCE]))
            if len(found) >= self._limit:
                break
        return found[: self._limit]

    def _page(self, **where: Any) -> list[Any]:
        shape = _shape(self._filters, few="few" in where, merged="merged_away" in self._values)
        found: list[Any] = []
        for standing in self._filters.standings or (None,):
            values = {**self._values, **where, "standing": standing}
            found += statements.page(shape).rows(self._connection, **values)
        found.sort(key=lambda row: row.entry, reverse=True)
        return found[: self._limit]


def rows_of(connection: Connection, entries: Collection[int], asked: Asked) -> dict[int, Any]:
    """The rows of these memorandums by entry, as far as they have a standing at the two times."""
    walk = _Walk(connection, Filters(archived=None), times(asked), len(entries))
    return {row.entry: row for row in walk.over(entries, OPEN)}


def count_standings(connection: Connection, asked: Asked, *, archived: bool | None) -> dict[str, int]:
    """How many memorandums have each standing; ``archived`` as for lists."""
    counts: dict[str, int] = {}
    if archived is not True:
        _add(counts, connection, statements.COUNTS, asked, 1)
    if archived is not None:
        _add(counts, connection, statements.ARCHIVED_COUNTS, asked, 1 if archived else -1)
    return {standing: number for standing, number in counts.items() if number}


def _add(counts: dict[str, int], connection: Connection, statement: Any, asked: Asked, sign: int) -> None:
    for standing, number in connection.execute(statement, times(asked)):
        counts[standing] = counts.get(standing, 0) + sign * number


def _shape(filters: Filters, *, few: bool, merged: bool) -> Shape:
    return Shape(
        standing=bool(filters.standings),
        facets=tuple(facet for facet, _ in filters.facets),
        country=filters.country is not None,
        ends_before=filters.ends_before is not None,
        archived=filters.archived,
        words=len(filters.words),
        few=few,
        merged=merged,
    )


def _members(connection: Connection, filters: Filters, asked: Asked) -> Members:
    """The organisations with several records, if a condition asks for partners."""
    by_partner = filters.words or filters.country is not None or any(facet == "partner" for facet, _ in filters.facets)
    merges = known_merges(connection, asked.known) if by_partner else NO_MERGES
    return known_members(connection, merges, asked.known)


def _values(filters: Filters, members: Members) -> dict[str, Any]:
    values: dict[str, Any] = {
        f"facet_{facet}": members.merges.one_with(value) if facet == "partner" else value
        for facet, value in filters.facets
    }
    values |= {f"word_{number}": pattern(word) for number, word in enumerate(filters.words)}
    if members.merges:
        values |= {f"also_{number}": members.with_word(word) for number, word in enumerate(filters.words)}
        values["merged_away"] = list(members.merges.survivors)
        values["also_country"] = members.of_country(filters.country) if filters.country is not None else []
    if filters.country is not None:
        values["country"] = filters.country
    if filters.ends_before is not None:
        values["ends_before"] = filters.ends_before.toordinal()
    return values
