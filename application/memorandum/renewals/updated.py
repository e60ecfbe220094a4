"""Renewals in an updated form: the editions concluded in a period, each with what changed from the one before."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any

from sqlalchemy import Connection, and_, bindparam, select

from application.asking import Asked
from application.memorandum.editions import parties_in
from application.memorandum.register.showing import name_parties, parties_of
from application.memorandum.register.statements import known
from application.memorandum.register.tables import EDITIONS, ENTRIES, STATES
from application.plain import from_json
from domain.memorandum.comparison import compare
from domain.memorandum.content import PARTS

_E, _S = EDITIONS.c, STATES.c

_UPDATED = (
    select(
        ENTRIES.c.memorandum_id,
        _E.entry,
        _E.edition,
        _E.renewed_earliest,
        _E.renewed_latest,
        _S.reference,
        _S.kind,
        _S.owner,
    )
    .join(ENTRIES, ENTRIES.c.entry == _E.entry)
    .join(STATES, and_(_S.entry == _E.entry, known(STATES)))
    .where(_E.renewed_earliest <= bindparam("last"), _E.renewed_latest >= bindparam("first"), known(EDITIONS))
    .order_by(_E.renewed_earliest, _E.entry, _E.edition_id)
)
_EDITIONS_OF = select(_E.entry, _E.edition).where(_E.entry.in_(bindparam("entries", expanding=True)), known(EDITIONS))


def updated_between(
    connection: Connection, asked: Asked, first: date, last: date
) -> tuple[list[dict[str, Any]], list[dict[str, Any]]]:
    """The renewals concluded between two days, and apart those of which that is possible, but not certain."""
    begin, end = first.toordinal(), last.toordinal()
    rows = connection.execute(_UPDATED, {"first": begin, "last": end, "known": asked.known}).all()
    sure: list[dict[str, Any]] = []
    possible: list[dict[str, Any]] = []
    for row, item in zip(rows, _with_changes(connection, rows, asked), strict=True):
        inside = begin <= row.renewed_earliest and row.renewed_latest <= end
        (sure if inside else possible).append(item)
    return sure, possible


def _with_changes(connection: Connection, rows: Sequence[Any], asked: Asked) -> list[dict[str, Any]]:
    """Renewal editions, each with what changed from the edition before."""
    if not rows:
        return []
    entries = sorted({row.entry for row in rows})
    before: dict[int, list[dict[str, Any]]] = {}
    for entry, edition in connection.execute(_EDITIONS_OF, {"entries": entries, "known": asked.known}):
        before.setdefault(entry, []).append(from_json(edition))
    items = [_updated_shown(row, before[row.entry]) for row in rows]
    parties = [party for item in items for party in (*parties_of(item["edition"]), *parties_in(item["changes"]))]
    name_parties(connection, parties, asked)
    return items


def _updated_shown(row: Any, editions: Sequence[dict[str, Any]]) -> dict[str, Any]:
    edition = from_json(row.edition)
    former = _text_before(edition, editions)
    return {
        "id": row.memorandum_id,
        "reference": row.reference,
        "kind": row.kind,
        "owner": row.owner,
        "edition": edition,
        "follows": former["edition_id"] if former else None,
        "signed_on": edition["signed_on"],
        "changes": compare(_content(former), _content(edition)) if former else [],
    }


def _text_before(edition: dict[str, Any], editions: Sequence[dict[str, Any]]) -> dict[str, Any] | None:
    """The edition with the number before, in its last amendment that was concluded."""
    number = str(int(edition["number"]) - 1)
    concluded = [one for one in editions if one["number"] and one["signed_on"]]
    texts = [one for one in concluded if one["number"].partition(".")[0] == number]
    return max(texts, key=lambda one: [int(part) for part in one["number"].split(".")], default=None)


def _content(edition: dict[str, Any]) -> dict[str, Any]:
    """What is kept of a content; the full texts are not."""
    return {part: edition.get(part) for part in PARTS}
