"""The statements of the register's lists, each built once for every set of conditions.

A list is read along an index in the order of entries, newest first, and stops when the page is full. Where a condition
selects few memorandums, that might mean to walk to the end of the register; so these few are found first, and the walk
goes over them alone.
"""

from __future__ import annotations

from functools import lru_cache
from typing import Any, NamedTuple

from sqlalchemy import (
    ColumnElement,
    FromClause,
    Select,
    Text,
    and_,
    bindparam,
    func,
    literal,
    literal_column,
    or_,
    select,
    union_all,
)

from application.memorandum.register.tables import (
    EDITIONS,
    ENTRIES,
    FACETS,
    INTERVALS,
    ONE,
    PARTNER,
    STATES,
    TAIL,
    TITLES,
)
from application.partner.directory.tables import PARTNERS
from application.store.among import among
from application.store.hot import Hot

OF_EDITION = ("partner", "area")
"""Facets of the edition in effect; all others are those of the memorandum as a whole."""

_DAY: ColumnElement[int] = bindparam("day")
_KNOWN: ColumnElement[int] = bindparam("known")


class Shape(NamedTuple):
    """Which conditions a list has."""

    standing: bool = False
    facets: tuple[str, ...] = ()
    country: bool = False
    ends_before: bool = False
    archived: bool | None = False
    words: int = 0
    few: bool = False
    merged: bool = False


def known(table: FromClause) -> ColumnElement[bool]:
    """The rows of a table that were known at the instant asked."""
    return and_(table.c.recorded_from <= _KNOWN, table.c.recorded_to > _KNOWN)


def holding(intervals: FromClause, era: ColumnElement[int] | int) -> ColumnElement[bool]:
    """The intervals of an era that hold on the day asked, as known at the instant asked."""
    return and_(intervals.c.era == era, intervals.c.valid_from <= _DAY, intervals.c.valid_to > _DAY, known(intervals))


@lru_cache(maxsize=500)
def page(shape: Shape) -> Hot:
    """A page of the register.

    Takes ``day``, ``known``, ``era``, ``limit``, and ``before`` and ``floor`` (the page must stay below the one entry,
    and not go below the other) or ``few`` (the entries that it may show, see `among`), and values of the
    conditions: ``standing``, ``facet_<name>``, ``country``, ``ends_before``, ``word_<number>``. The value of the facet
    partner is a list: all records of the organisation. Where some were merged, see `of_country`, `called`.
    """
    parts = (_walk(bindparam("era"), shape), _walk(TAIL, shape))
    found = (
        union_all(*(select(part.subquery()) for part in parts))
        .cte("found")
        .prefix_with("MATERIALIZED", dialect="postgresql")
    )
    shown = _shown(found).order_by(found.c.entry.desc()).limit(bindparam("limit"))
    return Hot(shown, planned_anew=not (shape.few or shape.standing))


def _walk(era: ColumnElement[int] | int, shape: Shape) -> Select[Any]:
    """The keys of the intervals of a page; all that is asked of most others stands in the index walked along."""
    i = INTERVALS.alias()
    keys = select(*(i.c[name] for name in _KEY))
    if shape.few:
        keys = among(keys, i, i.c.entry, "few")
    else:
        keys = keys.where(i.c.entry < bindparam("before"), i.c.entry >= bindparam("floor"))
    conditions = _conditions(i, shape)
    return keys.where(holding(i, era), *conditions).order_by(i.c.entry.desc()).limit(bindparam("limit"))


_KEY = tuple(column.name for column in INTERVALS.primary_key)


def _shown(keys: FromClause) -> Select[Any]:
    """The columns that a list shows of intervals that were found."""
    i, states, editions = INTERVALS.alias(), STATES.alias(), EDITIONS.alias()
    edition = and_(editions.c.entry == i.c.entry, editions.c.edition_id == i.c.edition_id, known(editions))
    return (
        select(i, ENTRIES.c.memorandum_id, *(states.c[name] for name in _STATE), editions.c.edition)
        .select_from(keys)
        .join(i, and_(*(i.c[name] == keys.c[name] for name in _KEY)))
        .join(ENTRIES, ENTRIES.c.entry == i.c.entry)
        .join(states, and_(states.c.entry == i.c.entry, known(states)))
        .outerjoin(editions, edition)
    )


_STATE = ("reference", "kind", "owner", "archived", "framework_id", "superseded_by", "stage", "working")


def _conditions(i: FromClause, shape: Shape) -> list[ColumnElement[bool]]:
    conditions: list[ColumnElement[bool]] = []
    if shape.standing:
        conditions.append(i.c.standing == bindparam("standing"))
    if shape.ends_before:
        conditions.append(i.c.until_latest < bindparam("ends_before"))
    if shape.archived is not None:
        conditions.append(is_archived(i) if shape.archived else ~is_archived(i))
    conditions += [
        has_facet(i, facet, bindparam(f"facet_{facet}", expanding=facet == "partner")) for facet in shape.facets
    ]
    if shape.country:
        conditions.append(_has_partner(i, of_country(merged=shape.merged), in_effect=True))
    conditions += [_found_by(i, str(number), merged=shape.merged) for number in range(shape.words)]
    return conditions


def has_facet(i: FromClause, facet: str, value: ColumnElement[Any]) -> ColumnElement[bool]:
    """Whether the memorandum of an interval, or its edition in effect, has a facet with this value."""
    f = FACETS.alias()
    edition = i.c.edition_id if facet in OF_EDITION else ""
    conditions = [
        f.c.facet == facet,
        _is(f.c.value, value),
        f.c.entry == i.c.entry,
        f.c.edition_id == edition,
        known(f),
    ]
    if facet == "partner":
        conditions.append(~_has_left(f))
    return _each_asked(*conditions)


def _each_asked(*conditions: ColumnElement[bool]) -> ColumnElement[bool]:
    """Whether there is a row that meets these conditions, looked up for each interval that the walk comes to.

    The offset keeps PostgreSQL from making a join of it, for which it would read all rows before the first page.
    """
    return select(ONE).where(*conditions).offset(literal_column("0")).exists()


def _is(column: ColumnElement[Any], value: ColumnElement[Any]) -> ColumnElement[bool]:
    return column.in_(value) if getattr(value, "expanding", False) else column == value


def of_country(*, merged: bool) -> ColumnElement[bool]:
    """The partners of a country: that of the record under which each is shown.

    Takes ``country``; if some records were merged, also ``merged_away``, the merged ones, and ``also_country``, those
    of them whose organisation is of the country.
    """
    own = PARTNERS.c.country == bindparam("country")
    if not merged:
        return own
    id_ = PARTNERS.c.partner_id
    return or_(
        and_(own, id_.not_in(bindparam("merged_away", expanding=True))),
        id_.in_(bindparam("also_country", expanding=True)),
    )


def called(which: str, *, merged: bool) -> ColumnElement[bool]:
    """The partners in whose names a word is found.

    Takes ``word_<which>``; if some records were merged, also ``also_<which>``, those whose organisation is called so in
    another record.
    """
    own = PARTNERS.c.words.like(bindparam(f"word_{which}"), escape="\\")
    return or_(own, PARTNERS.c.partner_id.in_(bindparam(f"also_{which}", expanding=True))) if merged else own


def _has_left(party: FromClause) -> ColumnElement[bool]:
    """Whether the partner of an edition, as the facet has it, had left it alone by the day asked."""
    f, partner = FACETS.alias(), party.c.value
    by_then = f.c.value.between(partner + " ", partner + " " + bindparam("day_written", type_=Text))
    return _each_asked(
        f.c.facet == "left", by_then, f.c.entry == party.c.entry, f.c.edition_id == party.c.edition_id, known(f)
    )


def is_archived(i: FromClause) -> ColumnElement[bool]:
    """Whether the memorandum of an interval is in the archive."""
    return has_facet(i, "archived", literal("archived"))


def _has_partner(i: FromClause, which: ColumnElement[bool], *, in_effect: bool) -> ColumnElement[bool]:
    """Whether a partner of the edition in effect, or of any, is among some."""
    f = FACETS.alias()
    is_one = _each_asked(PARTNERS.c.partner_id == f.c.value, which, known(PARTNERS))
    conditions = [f.c.facet == PARTNER, f.c.entry == i.c.entry, known(f), is_one]
    if in_effect:
        conditions += [f.c.edition_id == i.c.edition_id, ~_has_left(f)]
    return _each_asked(*conditions)


def _found_by(i: FromClause, which: str, *, merged: bool) -> ColumnElement[bool]:
    """Whether a word is in a title, a number, or a name of a partner."""
    t = TITLES.alias()
    return or_(
        _each_asked(t.c.entry == i.c.entry, known(t), t.c.words.like(bindparam(f"word_{which}"), escape="\\")),
        _has_partner(i, called(which, merged=merged), in_effect=False),
    )


def _counted(era: ColumnElement[int] | int) -> Select[Any]:
    return (
        select(INTERVALS.c.standing, func.count().label("number"))
        .where(holding(INTERVALS, era))
        .group_by(INTERVALS.c.standing)
    )


def _counted_archived(era: ColumnElement[int] | int) -> Select[Any]:
    archived = and_(FACETS.c.facet == "archived", FACETS.c.value == "archived", known(FACETS))
    return (
        select(INTERVALS.c.standing, func.count().label("number"))
        .join(FACETS, FACETS.c.entry == INTERVALS.c.entry)
        .where(holding(INTERVALS, era), archived)
        .group_by(INTERVALS.c.standing)
    )


COUNTS = union_all(_counted(bindparam("era")), _counted(TAIL))
ARCHIVED_COUNTS = union_all(_counted_archived(bindparam("era")), _counted_archived(TAIL))
