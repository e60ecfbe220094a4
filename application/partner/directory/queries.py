"""What can be asked of the directory of partners."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import lru_cache
from types import SimpleNamespace
from typing import Any
from uuid import UUID
from zoneinfo import ZoneInfo

from sqlalchemy import Connection, Select, and_, bindparam, or_, select, tuple_

from application.asking import Asked, AsOf, KnownAt, Times
from application.memorandum.register.filters import Filters
from application.memorandum.register.listing import find_rows
from application.memorandum.register.showing import Reading, row_shown, with_names
from application.paging import LONGEST_PAGE, Page, key_of, limit_of, page
from application.partner.directory.merges import Members, known_members, known_merges
from application.partner.directory.names import called, name_on, names_of, own_names
from application.partner.directory.tables import PARTNERS, SUCCESSIONS, columns_of
from application.plain import from_json
from application.searching import pattern, words_of
from application.store.store import Store, fold
from application.streams import known_events
from domain.partner.partner import KINDS, Partner
from domain.shared.codes import country as country_code
from domain.shared.text import one_of

_P = PARTNERS.c
_KNOWN = (_P.recorded_from <= bindparam("known"), _P.recorded_to > bindparam("known"))
_PREDECESSORS = (
    select(SUCCESSIONS.c.partner_id, SUCCESSIONS.c.since)
    .where(
        SUCCESSIONS.c.successor_id == bindparam("id"),
        SUCCESSIONS.c.recorded_from <= bindparam("known"),
        SUCCESSIONS.c.recorded_to > bindparam("known"),
    )
    .order_by(SUCCESSIONS.c.partner_id)
)
_NOTHING: dict[str, Any] = {
    **dict.fromkeys(("name", "last_name", "kind", "country")),
    **{several: [] for several in ("names", "aliases", "former_identifiers", "successors", "rankings")},
    "identifiers": {},
}
"""What is known of a partner that was not in the register yet."""


class PartnerDirectory:
    """Partners by name, and each with all that is known of it.

    Args:
        reading: opens a connection to the read models.
        store: the streams of partners.
        times: reads the times of a question.
    """

    def __init__(self, reading: Reading, store: Store, times: Times) -> None:
        self._reading = reading
        self._store = store
        self._times = times

    def list(
        self,
        *,
        q: str = "",
        country: str | None = None,
        kind: str | None = None,
        as_of: AsOf = None,
        known_at: KnownAt = None,
        limit: int = 50,
        after: str | None = None,
    ) -> Page:
        """Partners in the order of their names.

        Args:
            q: words, all of which a name, alias or identifier must hold; spelling is forgiven, see `searching`.
            country: ISO 3166-1 alpha-2.
            kind: one of `domain.partner.partner.KINDS`.
            as_of: the day whose names are shown.
            known_at: the instant whose knowledge answers.
            limit: how many, 500 at most.
            after: the key with which the previous page ended.

        Raises:
            Invalid: an argument out of form.
        """
        asked = self._times.read(as_of, known_at)
        words = words_of(q)
        values: dict[str, Any] = {"known": asked.known, "limit": limit_of(limit) + 1}
        values |= {f"word_{index}": pattern(word) for index, word in enumerate(words)}
        if country is not None:
            values["country"] = country_code(country)
        if kind is not None:
            values["kind"] = one_of(kind, "kind", KINDS)
        if after is not None:
            values["place"], values["id"] = key_of(after, str, str)
        with self._reading() as connection:
            members = known_members(connection, known_merges(connection, asked.known), asked.known)
            values["also"] = members.with_words(words) if words else []
            rows = connection.execute(
                _page(len(words), country is not None, kind is not None, after is not None), values
            ).all()
        return page(
            rows,
            limit,
            asked,
            lambda row: {"id": row.partner_id} | _partner(row, asked, members),
            lambda row: (row.place, row.partner_id),
        )

    def get(self, partner_id: UUID | str, *, as_of: AsOf = None, known_at: KnownAt = None) -> dict[str, Any]:
        """A partner, with the memorandums it is party to on the day, the newest first.

        Beside what lists show: whose place it took, which records were merged into it, each with the entry that tells
        of it, or into which it was merged itself; and the version of its stream.

        Raises:
            NotFound: no partner has this id.
            Invalid: a time out of form.
        """
        asked = self._times.read(as_of, known_at)
        id_ = UUID(str(partner_id))
        stream = self._store.events(id_)
        known = fold(None, known_events(Partner, id_, stream, asked))
        row = None if known is None else _row_of(known, self._times.zone)
        filters = Filters.read(partner=str(id_), archived=None)
        with self._reading() as connection:
            found = find_rows(connection, filters, asked, limit=LONGEST_PAGE)
            memorandums = with_names(connection, [row_shown(one) for one in found], asked)
            members = known_members(connection, known_merges(connection, asked.known), asked.known)
            shown = _NOTHING if row is None else _partner(row, asked, members)
            before = connection.execute(_PREDECESSORS, {"id": str(id_), "known": asked.known})
            predecessors = [{"partner_id": one.partner_id, "on": one.since} for one in before]
            relatives = {
                "successors": _with_names(connection, shown["successors"], asked),
                "predecessors": _with_names(connection, predecessors, asked),
                "merged_into": _into(connection, row, asked),
                "merged": [one | {"name": members.name_of(one["partner_id"])} for one in _merged(known)],
            }
        return {
            "id": str(id_),
            **shown,
            **relatives,
            "memorandums": memorandums,
            "version": len(stream),
            **asked.shown,
        }

    def names(self, partner_ids: Iterable[str], *, as_of: AsOf = None, known_at: KnownAt = None) -> dict[str, str]:
        """The names that these partners bore on a day; those that were not known are left out."""
        asked = self._times.read(as_of, known_at)
        with self._reading() as connection:
            return names_of(connection, partner_ids, asked)

    def own_names(self, partner_ids: Iterable[str], *, as_of: AsOf = None, known_at: KnownAt = None) -> dict[str, str]:
        """The names of these records themselves on a day, for what tells of merges."""
        asked = self._times.read(as_of, known_at)
        with self._reading() as connection:
            return own_names(connection, partner_ids, asked)


def _with_names(connection: Connection, relatives: Sequence[dict[str, Any]], asked: Asked) -> list[dict[str, Any]]:
    """Successors or predecessors, each with the name that it bore on the day; null, if it was not known then."""
    names = names_of(connection, (one["partner_id"] for one in relatives), asked)
    return [one | {"name": names.get(one["partner_id"])} for one in relatives]


def _row_of(partner: Partner, zone: ZoneInfo) -> SimpleNamespace:
    return SimpleNamespace(partner_id=str(partner.id), **columns_of(partner, zone))


def _into(connection: Connection, row: Any, asked: Asked) -> dict[str, Any] | None:
    """The record under which a merged one is shown; none, if it is shown itself."""
    if row is None or row.survivor_id is None:
        return None
    survivor, name = called(connection, [row.partner_id], asked)[row.partner_id]
    return {"partner_id": survivor, "name": name}


def _merged(partner: Partner | None) -> list[dict[str, Any]]:
    return [{"partner_id": id_, "version": version} for id_, version in (partner.absorbed if partner else {}).items()]


def _partner(row: Any, asked: Asked, members: Members) -> dict[str, Any]:
    profile = from_json(row.profile)
    last_name, borne = profile.pop("name"), profile.pop("borne")
    profile["aliases"] = [*profile["aliases"], *members.further_names(row.partner_id)]
    return {
        "name": name_on(borne, asked),
        "last_name": last_name,
        "kind": row.kind,
        "country": row.country,
        **profile,
    }


@lru_cache(maxsize=100)
def _page(words: int, by_country: bool, by_kind: bool, further: bool) -> Select[Any]:
    conditions = [*_KNOWN]
    conditions.append(_P.survivor_id.is_(None))
    if words:
        called = and_(*(_P.words.like(bindparam(f"word_{index}"), escape="\\") for index in range(words)))
        conditions.append(or_(called, _P.partner_id.in_(bindparam("also", expanding=True))))
    if by_country:
        conditions.append(_P.country == bindparam("country"))
    if by_kind:
        conditions.append(_P.kind == bindparam("kind"))
    if further:
        conditions.append(tuple_(_P.place, _P.partner_id) > tuple_(bindparam("place"), bindparam("id")))
    return select(PARTNERS).where(*conditions).order_by(_P.place, _P.partner_id).limit(bindparam("limit"))
