"""The lists of the register."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from typing import Any

from sqlalchemy import Connection, Select

from application.asking import Asked
from application.memorandum.register import statements
from application.memorandum.register.filters import Filters
from application.memorandum.register.intervals import era_of
from application.memorandum.register.statements import Shape
from application.projecting.recorded_rows import OPEN
from application.searching import pattern

FEW = 500
"""So many memorandums are looked up one by one rather than met on a walk (either takes some 2 ms)."""


def times(asked: Asked) -> dict[str, int]:
    """The two times of a question, as statements take them."""
    return {"day": asked.day.toordinal(), "era": era_of(asked.day), "known": asked.known}


def find_rows(
    connection: Connection, filters: Filters, asked: Asked, *, before: int = OPEN, limit: int, few: int = FEW
) -> list[Any]:
    """The rows of the intervals that hold at the two times and meet the conditions, newest entry first.

    Args:
        connection: to the read models.
        filters: the conditions.
        asked: the two times.
        before: only entries below this one.
        limit: how many at most.
        few: if a condition selects so many memorandums or less, the walk goes over them alone.
    """
    selected = _selected(connection, filters, asked, few)
    if selected is not None and not selected:
        return []
    shape = _shape(filters, selected)
    values: dict[str, Any] = {**times(asked), **_values(filters), "before": before, "limit": limit}
    if selected is not None:
        values["few"] = sorted(selected)
    found: list[Any] = []
    for standing in filters.standings or (None,):
        found += connection.execute(statements.page(shape), {**values, "standing": standing})
    found.sort(key=lambda row: row.entry, reverse=True)
    return found[:limit]


def rows_of(connection: Connection, entries: Collection[int], asked: Asked) -> dict[int, Any]:
    """The rows of these memorandums by entry, as far as they have a standing at the two times."""
    if not entries:
        return {}
    values = {"few": sorted(entries), "before": OPEN, "limit": len(entries)}
    found = connection.execute(statements.page(Shape(archived=None, few=True)), {**times(asked), **values})
    return {row.entry: row for row in found}


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


def _shape(filters: Filters, selected: set[int] | None) -> Shape:
    return Shape(
        standing=bool(filters.standings),
        facets=tuple(facet for facet, _ in filters.facets),
        country=filters.country is not None,
        ends_before=filters.ends_before is not None,
        archived=filters.archived,
        words=len(filters.words),
        few=selected is not None,
    )


def _values(filters: Filters) -> dict[str, Any]:
    values: dict[str, Any] = {f"facet_{facet}": value for facet, value in filters.facets}
    values |= {f"word_{number}": pattern(word) for number, word in enumerate(filters.words)}
    if filters.country is not None:
        values["country"] = filters.country
    if filters.ends_before is not None:
        values["ends_before"] = filters.ends_before.toordinal()
    return values


def _selected(connection: Connection, filters: Filters, asked: Asked, few: int) -> set[int] | None:
    """The entries of the memorandums that can meet the conditions, if one of these selects few; none otherwise."""
    found: set[int] | None = None
    for entries in _selections(connection, filters, asked, few):
        if len(entries) <= few:
            found = entries if found is None else found & entries
            if not found:
                break
    return found


def _selections(connection: Connection, filters: Filters, asked: Asked, few: int) -> Iterator[set[int]]:
    """For each condition the entries that may meet it, whatever the day; more than ``few`` stand for all others."""

    def entries(statement: Select[Any], **values: Any) -> set[int]:
        return set(connection.scalars(statement, {"known": asked.known, "most": few + 1, **values}))

    for facet, value in filters.facets:
        yield entries(statements.WITH_FACET, facet=facet, value=value)
    if filters.archived:
        yield entries(statements.WITH_FACET, facet="archived", value="archived")
    if filters.country is not None:
        yield entries(statements.WITH_COUNTRY, country=filters.country)
    for word in map(pattern, filters.words):
        named = entries(statements.WITH_PARTNER_NAMED, word=word)
        yield named if len(named) > few else named | entries(statements.WITH_WORD, word=word)
