"""The names that partners bore on a day."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from functools import lru_cache

from sqlalchemy import Connection, bindparam, select

from application.asking import Asked
from application.partner.directory.merges import known_merges
from application.partner.directory.tables import PARTNERS
from application.plain import from_json
from application.store.hot import Hot

_P = PARTNERS.c
_NAMES = Hot(
    select(_P.partner_id, _P.survivor_id, _P.profile).where(
        _P.partner_id.in_(bindparam("ids", expanding=True)),
        _P.recorded_from <= bindparam("known"),
        _P.recorded_to > bindparam("known"),
    )
)


def names_of(connection: Connection, partner_ids: Iterable[str], asked: Asked) -> dict[str, str]:
    """The names of these partners on the day asked, as known then; those that were not known are left out."""
    return {id_: name for id_, (_, name) in called(connection, partner_ids, asked).items()}


def called(connection: Connection, partner_ids: Iterable[str], asked: Asked) -> dict[str, tuple[str, str]]:
    """Under which record each of these is shown, and by what name; see `names_of`."""
    ids = sorted(set(partner_ids))
    if not ids:
        return {}
    rows = _NAMES.rows(connection, ids=ids, known=asked.known)
    found = {row.partner_id: (row.partner_id, name_on(_borne(row.profile), asked)) for row in rows}
    if any(row.survivor_id is not None for row in rows):
        survivors = known_merges(connection, asked.known).survivors
        merged = {id_: survivors[id_] for id_ in found if id_ in survivors}
        shown = called(connection, merged.values(), asked)
        found |= {id_: shown[survivor] for id_, survivor in merged.items() if survivor in shown}
    return found


def own_names(connection: Connection, partner_ids: Iterable[str], asked: Asked) -> dict[str, str]:
    """The names of these records themselves on the day asked, whichever others they are shown under."""
    rows = _NAMES.rows(connection, ids=sorted(set(partner_ids)), known=asked.known)
    return {row.partner_id: name_on(_borne(row.profile), asked) for row in rows}


@lru_cache(maxsize=5000)
def _borne(profile: str) -> tuple[tuple[str, str], ...]:
    """The names in a profile; it is the text that is remembered, so that a new one is read anew."""
    return tuple((since, name) for since, name in from_json(profile)["borne"])


def name_on(borne: Sequence[tuple[str, str]], asked: Asked) -> str:
    """The name on the day asked, of those borne from day to day."""
    index = bisect_right(borne, asked.day.isoformat(), key=lambda change: change[0]) - 1
    return borne[max(index, 0)][1]
