"""The memorandums that one is tied to, in both directions: its framework, what stands under it, what took over."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from sqlalchemy import Connection, and_, bindparam, select

from application.asking import Asked
from application.memorandum.register.statements import known
from application.memorandum.register.tables import ENTRIES, FACETS, STATES
from application.store.hot import Hot

FRAMEWORK, SUPERSEDED_BY = "framework", "superseded_by"
_SEEN_FROM_THERE = {FRAMEWORK: "agreement", SUPERSEDED_BY: "supersedes"}
"""What a link is to the memorandum that it leads to."""

_S = STATES.c
_STATE = and_(_S.entry == ENTRIES.c.entry, known(STATES))
_CALLED = Hot(
    select(ENTRIES.c.memorandum_id, _S.reference, _S.kind)
    .join(STATES, _STATE)
    .where(ENTRIES.c.memorandum_id.in_(bindparam("ids", expanding=True)))
)
_TIED_TO_IT = Hot(
    select(FACETS.c.facet, ENTRIES.c.memorandum_id, _S.reference, _S.kind)
    .join(ENTRIES, ENTRIES.c.entry == FACETS.c.entry)
    .join(STATES, _STATE)
    .where(FACETS.c.facet.in_(tuple(_SEEN_FROM_THERE)), FACETS.c.value == bindparam("id"), known(FACETS))
    .order_by(FACETS.c.facet.desc(), FACETS.c.entry)
)


def links_of(connection: Connection, document: Mapping[str, Any], asked: Asked) -> list[dict[str, Any]]:
    """What a memorandum is tied to, as known then: its own links first, then those that lead to it.

    Each is ``{"link", "memorandum_id", "reference", "kind"}``; ``link`` says what the other is to this one: its
    ``framework``, an ``agreement`` under it, what it is ``superseded_by``, or what it ``supersedes``.
    """
    own = {SUPERSEDED_BY: document["superseded_by"], FRAMEWORK: document["framework_id"]}
    rows = {row.memorandum_id: row for row in called(connection, filter(None, own.values()), asked)}
    links = [_shown(link, rows[id_]) for link, id_ in own.items() if id_ in rows]
    others = _TIED_TO_IT.rows(connection, id=document["id"], known=asked.known)
    return links + [_shown(_SEEN_FROM_THERE[other.facet], other) for other in others]


def called(connection: Connection, memorandum_ids: Iterable[str], asked: Asked) -> list[Any]:
    """Reference and kind of these memorandums, as known then; those that were not known are left out."""
    ids = sorted(set(memorandum_ids))
    return _CALLED.rows(connection, ids=ids, known=asked.known) if ids else []


def _shown(link: str, other: Any) -> dict[str, Any]:
    return {"link": link, "memorandum_id": other.memorandum_id, "reference": other.reference, "kind": other.kind}
