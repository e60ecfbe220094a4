"""Which memorandums can meet a condition of a list at all, whatever the day: asked of the indexes before the list is.

What is asked here may find too many, for it looks at all editions; the list itself holds each condition against what it
shows. A statement stops after so many rows, and more rows than that stand for all memorandums.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from functools import lru_cache, partial
from typing import Any

from sqlalchemy import BigInteger, BindParameter, ColumnElement, Connection, Select, Text, bindparam, cast, func, select

from application.asking import Asked
from application.memorandum.register.filters import Filters
from application.memorandum.register.statements import called, known, of_country
from application.memorandum.register.tables import (
    ENTRIES,
    FACETS,
    MONTH,
    OPEN_STATE,
    PARTNER,
    STATES,
    TITLES,
    month_of,
)
from application.partner.directory.tables import PARTNERS
from application.projecting.recorded_rows import OPEN
from application.store.hot import Hot

_MOST: BindParameter[int] = bindparam("most")


def _gathered(entries: Select[Any]) -> Hot:
    """Some entries in one text: many rows keep the garbage collector busy for longer than the database."""
    some = entries.limit(_MOST).subquery()
    return Hot(select(func.aggregate_strings(cast(some.c.entry, Text), ",")))


_WITH_FACET = _gathered(
    select(FACETS.c.entry).where(
        FACETS.c.facet == bindparam("facet"),
        FACETS.c.value.in_(bindparam("values", expanding=True)),
        known(FACETS),
    )
)
_AT_STAGE = _gathered(select(STATES.c.entry).where(STATES.c.stage == bindparam("stage"), OPEN_STATE))
"""At present; as facets there are ten times as many that have passed."""
_WITH_WORD = _gathered(select(TITLES.c.entry).where(known(TITLES), TITLES.c.words.like(bindparam("word"), escape="\\")))
"""Whether a row is known is told faster than whether it holds a word, so that stands first."""


@lru_cache
def _with_country(*, merged: bool) -> Hot:
    return _with_partner(of_country(merged=merged))


@lru_cache
def _with_partner_called(which: str, *, merged: bool) -> Hot:
    return _with_partner(called(which, merged=merged))


def _with_partner(which: ColumnElement[bool]) -> Hot:
    among = select(PARTNERS.c.partner_id).where(which, known(PARTNERS))
    return _gathered(select(FACETS.c.entry).where(FACETS.c.facet == PARTNER, FACETS.c.value.in_(among), known(FACETS)))


class Selecting:
    """Asks for the memorandums that can meet the conditions of one list.

    Args:
        connection: to the read models.
        filters: the conditions.
        values: of the conditions and of the instant asked, as statements take them.
        asked: the two times.
    """

    def __init__(self, connection: Connection, filters: Filters, values: Mapping[str, Any], asked: Asked) -> None:
        self._connection = connection
        self._filters = filters
        self._values = values
        self._now = asked.known_at is None
        self._merged = "merged_away" in values

    def by_one(self, most: int) -> set[int] | None:
        """The entries that the first condition selects that selects so many rows or less; none if none does."""
        for ask in (*self._by_indexes(), *self._by_words()):
            entries = ask(most)
            if entries is not None:
                return entries
        return None

    def by_all(self, most: int) -> set[int] | None:
        """The entries that each condition selects that selects so many rows or less; none if none does.

        Words are looked for only if nothing else helps: all titles are read for it.
        """
        found = [entries for ask in self._by_indexes() if (entries := ask(most)) is not None]
        if found:
            return set.intersection(*found)
        return next((entries for ask in self._by_words() if (entries := ask(most)) is not None), None)

    def _by_indexes(self) -> Iterator[Callable[[int], set[int] | None]]:
        if self._filters.archived:
            yield partial(self._entries, _WITH_FACET, facet="archived", values=["archived"])
        for facet, value in self._filters.facets:
            if facet == "stage" and self._now:
                yield partial(self._entries, _AT_STAGE, stage=value)
            else:
                wanted = self._values["facet_partner"] if facet == "partner" else [value]
                yield partial(self._entries, _WITH_FACET, facet=facet, values=wanted)
        if self._filters.country is not None:
            yield partial(self._entries, _with_country(merged=self._merged))

    def _by_words(self) -> Iterator[Callable[[int], set[int] | None]]:
        for number in range(len(self._filters.words)):
            yield partial(self._with_word, str(number))

    def _with_word(self, which: str, most: int) -> set[int] | None:
        named = self._entries(_with_partner_called(which, merged=self._merged), most)
        titled = None if named is None else self._entries(_WITH_WORD, most, word=self._values[f"word_{which}"])
        return None if named is None or titled is None else named | titled

    def _entries(self, statement: Hot, most: int, **more: Any) -> set[int] | None:
        ((found,),) = statement.rows(self._connection, **{**self._values, "most": most + 1, **more})
        entries = found.split(",") if found else []
        return set(map(int, entries)) if len(entries) <= most else None


def _month_before(month: ColumnElement[Any]) -> ColumnElement[Any]:
    return select(MONTH).where(month > MONTH).order_by(MONTH.desc()).limit(1).scalar_subquery()


_E = ENTRIES.c
_KNOWN: BindParameter[int] = bindparam("known", type_=BigInteger)
_MONTHS = select(_month_before(month_of(_KNOWN)).label("month")).cte("months", recursive=True)
_MONTHS = _MONTHS.union_all(select(_month_before(_MONTHS.c.month)).where(_MONTHS.c.month.is_not(None)))
_LAST_OF_MONTH = select(func.max(_E.entry)).where(_MONTHS.c.month == MONTH).scalar_subquery()
_LAST_OF_EARLIER_MONTHS = select(func.max(_LAST_OF_MONTH)).select_from(_MONTHS)
_LAST_THIS_MONTH = (
    select(_E.entry).where(month_of(_KNOWN) == MONTH, _E.recorded_at <= _KNOWN).order_by(_E.entry.desc()).limit(1)
)


def above_all_known(connection: Connection, asked: Asked) -> int:
    """An entry above those of all memorandums that were known at the instant asked.

    Entries are in the order of the log, and so, but for what clocks differ by, in that of time: which is why the last
    one of each month is looked at, and no other.
    """
    if asked.known_at is None:
        return OPEN
    statements = (_LAST_OF_EARLIER_MONTHS, _LAST_THIS_MONTH)
    last = (connection.scalar(statement, {"known": asked.known}) for statement in statements)
    return max((entry for entry in last if entry is not None), default=0) + 1


_BELOW = Hot(
    select(_E.entry)
    .where(_E.entry < bindparam("before"))
    .order_by(_E.entry.desc())
    .limit(1)
    .offset(bindparam("number"))
)


def entry_below(connection: Connection, before: int, number: int) -> int:
    """The last of so many entries below this one; 0 if there are not as many."""
    found = _BELOW.rows(connection, before=before, number=number - 1)
    return int(found[0].entry) if found else 0
