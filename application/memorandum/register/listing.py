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
from application.partner.directory.merges import NO_MERGES, Members, known_members, known_merges
from application.projecting.recorded_rows import OPEN
from application.searching import pattern

FEW = 500
"""So many memorandums are looked up one by one rather than met on a walk (either takes some 2 ms)."""


def times(asked: Asked) -> dict[str, Any]:
    """The two times of a question, as statements take them."""
    return {
        "day": asked.day.toordinal(),
        "day_written": asked.day.isoformat(),
        "era": era_of(asked.day),
        "known": asked.known,
    }


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
    conditions = _values(filters, _members(connection, filters, asked))
    selected = _selected(connection, filters, {**conditions, "known": asked.known}, few)
    if selected is not None and not selected:
        return []
    shape = _shape(filters, selected, merged="merged_away" in conditions)
    values: dict[str, Any] = {**times(asked), **conditions, "before": before, "limit": limit}
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


def _shape(filters: Filters, selected: set[int] | None, *, merged: bool) -> Shape:
    return Shape(
        standing=bool(filters.standings),
        facets=tuple(facet for facet, _ in filters.facets),
        country=filters.country is not None,
        ends_before=filters.ends_before is not None,
        archived=filters.archived,
        words=len(filters.words),
        few=selected is not None,
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


def _selected(connection: Connection, filters: Filters, values: dict[str, Any], few: int) -> set[int] | None:
    """The entries of the memorandums that can meet the conditions, if one of these selects few; none otherwise."""
    found: set[int] | None = None
    for entries in _selections(connection, filters, values, few):
        if len(entries) <= few:
            found = entries if found is None else found & entries
            if not found:
                break
    return found


def _selections(connection: Connection, filters: Filters, values: dict[str, Any], few: int) -> Iterator[set[int]]:
    """For each condition the entries that may meet it, whatever the day; more than ``few`` stand for all others."""
    merged = "merged_away" in values

    def entries(statement: Select[Any], **more: Any) -> set[int]:
        return set(connection.scalars(statement, {**values, "most": few + 1, **more}))

    for facet, value in filters.facets:
        wanted = values["facet_partner"] if facet == "partner" else [value]
        yield entries(statements.WITH_FACET, facet=facet, values=wanted)
    if filters.archived:
        yield entries(statements.WITH_FACET, facet="archived", values=["archived"])
    if filters.country is not None:
        yield entries(statements.with_country(merged=merged))
    for number in map(str, range(len(filters.words))):
        named = entries(statements.with_partner_called(number, merged=merged))
        word = values[f"word_{number}"]
        yield named if len(named) > few else named | entries(statements.WITH_WORD, word=word)
