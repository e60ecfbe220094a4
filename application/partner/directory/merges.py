"""Which records of partners were known to be about one organisation.

Nothing is rewritten by a merge: rows name the records that were entered, and are resolved when a question is asked.
Merges are few, so that they are read whole.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from contextlib import AbstractContextManager
from dataclasses import dataclass, field
from typing import Any

from sqlalchemy import Connection, and_, bindparam, select

from application.memorandum.register.tables import FACETS, STATES
from application.partner.directory.tables import PARTNERS
from application.plain import from_json
from application.projecting.recorded_rows import OPEN
from application.store.hot import Hot

_P = PARTNERS.c
_KNOWN = and_(_P.recorded_from <= bindparam("known"), _P.recorded_to > bindparam("known"))
_MERGED = Hot(select(_P.partner_id, _P.survivor_id).where(_P.survivor_id.is_not(None), _KNOWN))
_MEMBERS = select(_P.partner_id, _P.words, _P.country, _P.profile).where(
    _P.partner_id.in_(bindparam("ids", expanding=True)), _KNOWN
)


@dataclass(frozen=True, slots=True)
class Merges:
    """Records that are shown under others.

    Args:
        survivors: by the id of a merged record, the one under which it is shown; that one is merged into no other.
    """

    survivors: Mapping[str, str] = field(default_factory=dict)

    def __bool__(self) -> bool:
        return bool(self.survivors)

    def survivor(self, partner_id: str) -> str:
        """The record under which one is shown: itself, unless it was merged."""
        return self.survivors.get(partner_id, partner_id)

    def one_with(self, partner_id: str) -> list[str]:
        """The ids of all records that are about the same organisation, the one that is shown first."""
        shown = self.survivor(partner_id)
        return [shown, *sorted(merged for merged, survivor in self.survivors.items() if survivor == shown)]


NO_MERGES = Merges()


@dataclass(frozen=True, slots=True)
class Members:
    """All records of organisations that have several, by the one that is shown: their words, country and profile."""

    merges: Merges
    rows: Mapping[str, list[Any]]

    def with_word(self, word: str) -> list[str]:
        """The ids of all records of the organisations that are called so in one of them."""
        return self._ids(shown for shown, rows in self.rows.items() if any(word in row.words for row in rows))

    def with_words(self, words: Iterable[str]) -> list[str]:
        """The same, where each word is in one of the records."""
        wanted = list(words)
        called = {shown: "\n".join(row.words for row in rows) for shown, rows in self.rows.items()}
        return self._ids(shown for shown, said in called.items() if all(word in said for word in wanted))

    def of_country(self, country: str) -> list[str]:
        """The ids of all records of the organisations whose record that is shown has this country."""
        return self._ids(
            shown
            for shown, rows in self.rows.items()
            if any(row.partner_id == shown and row.country == country for row in rows)
        )

    def further_names(self, shown: str) -> list[str]:
        """What the merged records of an organisation call it beside the one that is shown: names and spellings."""
        merged = [from_json(row.profile) for row in self.rows.get(shown, ()) if row.partner_id != shown]
        names = (name for one in merged for name in (*(name["name"] for name in one["names"]), *one["aliases"]))
        return list(dict.fromkeys(names))

    def name_of(self, partner_id: str) -> str | None:
        """The last name in one of the records."""
        rows = self.rows.get(self.merges.survivor(partner_id), ())
        return next((from_json(row.profile)["name"] for row in rows if row.partner_id == partner_id), None)

    def _ids(self, shown: Iterable[str]) -> list[str]:
        return [id_ for one in shown for id_ in self.merges.one_with(one)]


def known_merges(connection: Connection, known: int) -> Merges:
    """What was merged, as was known at an instant (as `Asked.known` has it)."""
    into = {row.partner_id: row.survivor_id for row in _MERGED.rows(connection, known=known)}
    return Merges({merged: _last(into, merged) for merged in into}) if into else NO_MERGES


def _last(into: Mapping[str, str], merged: str) -> str:
    """Where a chain of merges ends; both records of a merge are changed by it, so that there are no circles."""
    survivor = into[merged]
    while survivor in into:
        survivor = into[survivor]
    return survivor


def known_members(connection: Connection, merges: Merges, known: int) -> Members:
    """The records of organisations that have several."""
    ids = sorted({*merges.survivors, *merges.survivors.values()})
    rows: dict[str, list[Any]] = defaultdict(list)
    if ids:
        for row in connection.execute(_MEMBERS, {"ids": ids, "known": known}):
            rows[merges.survivor(row.partner_id)].append(row)
    return Members(merges, rows)


_F, _OTHER = FACETS.c, FACETS.alias().c
_TOGETHER = (
    select(STATES.c.reference)
    .distinct()
    .join(FACETS, and_(_F.entry == STATES.c.entry, _F.recorded_to == OPEN))
    .join(_OTHER.entry.table, and_(_OTHER.entry == STATES.c.entry, _OTHER.recorded_to == OPEN))
    .where(
        STATES.c.recorded_to == OPEN,
        _F.facet == "partner",
        _F.value.in_(bindparam("ones", expanding=True)),
        _OTHER.facet == "partner",
        _OTHER.value.in_(bindparam("others", expanding=True)),
    )
    .order_by(STATES.c.reference)
)


class Together:
    """Finds the memorandums to which two partners are both party, so that they cannot be one organisation.

    Args:
        reading: opens a connection to the read models.
    """

    def __init__(self, reading: Callable[[], AbstractContextManager[Connection]]) -> None:
        self._reading = reading

    def __call__(self, one: str, other: str) -> list[str]:
        """Their references."""
        with self._reading() as connection:
            merges = known_merges(connection, OPEN - 1)
            parties = {"ones": merges.one_with(one), "others": merges.one_with(other)}
            return list(connection.scalars(_TOGETHER, parties))
