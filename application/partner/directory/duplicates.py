"""Partners that may be one organisation: proposed with the reasons, for a person to decide."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from contextlib import AbstractContextManager
from dataclasses import asdict
from functools import lru_cache
from itertools import combinations
from typing import Any

from rapidfuzz import fuzz, process
from sqlalchemy import Connection, bindparam, select

from application.asking import KnownAt, Times
from application.paging import limit_of
from application.partner.directory.likeness import STRENGTH, Called, key, reasons, short_forms, short_of
from application.partner.directory.tables import PARTNERS, SUCCESSIONS
from application.plain import from_json
from domain.shared.codes import country as country_code
from domain.shared.text import line

_P, _S = PARTNERS.c, SUCCESSIONS.c
_ALL = (
    select(_P.partner_id, _P.country, _P.profile)
    .where(_P.survivor_id.is_(None), _P.recorded_from <= bindparam("known"), _P.recorded_to > bindparam("known"))
    .order_by(_P.place, _P.partner_id)
)
_SUCCEEDED = select(_S.partner_id, _S.successor_id).where(
    _S.recorded_from <= bindparam("known"), _S.recorded_to > bindparam("known")
)
_LOOKED_AT = 75
"""In percent: names whose letters are less like each other are not compared word by word."""

Partner = tuple[str, str, Called]
"""A partner: its id, its last name, and all that it is called."""


class NearDuplicates:
    """Finds partners that are called alike.

    Args:
        reading: opens a connection to the read models.
        times: reads the times of a question.
    """

    def __init__(self, reading: Callable[[], AbstractContextManager[Connection]], times: Times) -> None:
        self._reading = reading
        self._times = times

    def list(self, *, known_at: KnownAt = None, limit: int = 50) -> dict[str, Any]:
        """Pairs of partners that may be one organisation, those with the strongest reasons first.

        Partners of which one took the other's place are two.

        Args:
            known_at: the instant whose knowledge answers.
            limit: how many, 500 at most.

        Raises:
            Invalid: an argument out of form.
        """
        asked = self._times.read(known_at=known_at)
        most = limit_of(limit)
        with self._reading() as connection:
            partners = _partners(connection, asked.known)
            succeeded = {frozenset(row) for row in connection.execute(_SUCCEEDED, {"known": asked.known})}
        found = [
            {"one": _shown(one), "other": _shown(other), "reasons": [asdict(reason) for reason in why]}
            for one, other in _candidates(partners)
            if frozenset((one[0], other[0])) not in succeeded and (why := reasons(one[2], other[2]))
        ]
        found.sort(key=_by_strength)
        return {"items": found[:most], "total": len(found), "known_at": asked.shown["known_at"]}

    def alike(self, name: str, *, country: str | None = None, limit: int = 5) -> Sequence[dict[str, Any]]:
        """The partners that a name may mean, with the reasons, the strongest first.

        Args:
            name: as it stands in a text or a file, in any spelling.
            country: ISO 3166-1 alpha-2, if it is known.
            limit: how many at most.

        Raises:
            Invalid: an argument out of form.
        """
        called = Called([line(name, "name", 300)], {}, None if country is None else country_code(country))
        with self._reading() as connection:
            partners = _partners(connection, self._times.read().known)
        found = [
            {**_shown(partner), "reasons": [asdict(reason) for reason in why]}
            for partner in partners
            if (why := reasons(partner[2], called))
        ]
        found.sort(key=_by_strength)
        return found[: limit_of(limit)]


def _partners(connection: Connection, known: int) -> list[Partner]:
    return [(row.partner_id, *_called(row.profile, row.country)) for row in connection.execute(_ALL, {"known": known})]


@lru_cache(maxsize=20_000)
def _called(profile: str, country: str | None) -> tuple[str, Called]:
    """The last name in a profile, and all names; it is the text that is remembered, so that a new one is read anew."""
    said = from_json(profile)
    names = tuple(dict.fromkeys([*(name["name"] for name in said["names"]), *said["aliases"]]))
    return said["name"], Called(names, said["identifiers"], country)


def _shown(partner: Partner) -> dict[str, Any]:
    return {"id": partner[0], "name": partner[1], "country": partner[2].country}


def _by_strength(found: dict[str, Any]) -> tuple[int, int]:
    first: dict[str, Any] = found["reasons"][0]
    return STRENGTH.index(first["code"]), -first["score"]


def _candidates(partners: list[Partner]) -> Iterator[tuple[Partner, Partner]]:
    """Each pair once that is worth being compared: the same identifier, key or initials, or much the same letters."""
    pairs: dict[tuple[int, int], None] = {}
    for marks in (_identifiers, _short_names):
        for places in _by_mark(partners, marks).values():
            pairs |= dict.fromkeys(combinations(sorted(places), 2))
    keys = [(key(name), place) for place, partner in enumerate(partners) for name in partner[2].names]
    texts = [text for text, _ in keys]
    for index, (text, place) in enumerate(keys):
        alike = process.extract_iter(text, texts[index + 1 :], scorer=fuzz.ratio, score_cutoff=_LOOKED_AT)
        for _text, _score, offset in alike:
            other = keys[index + 1 + offset][1]
            if other != place:
                pairs[min(place, other), max(place, other)] = None
    return ((partners[one], partners[other]) for one, other in sorted(pairs))


def _by_mark(partners: list[Partner], marks: Callable[[Called], Iterator[Any]]) -> dict[Any, set[int]]:
    found: dict[Any, set[int]] = defaultdict(set)
    for place, partner in enumerate(partners):
        for mark in marks(partner[2]):
            found[mark].add(place)
    return found


def _identifiers(called: Called) -> Iterator[Any]:
    yield from called.identifiers.items()


def _short_names(called: Called) -> Iterator[Any]:
    """The names of one word, and the initials of the others."""
    for name in called.names:
        if " " not in name:
            yield short_of(name)
        yield from short_forms(name)
