"""A row of the register as answers show it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from contextlib import AbstractContextManager
from datetime import date
from functools import lru_cache
from typing import Any

from sqlalchemy import Connection

from application.asking import Asked
from application.partner.directory.names import called
from application.plain import from_json, ready, to_bytes

Reading = Callable[[], AbstractContextManager[Connection]]
"""Opens a connection to the read models."""


def row_shown(row: Any) -> dict[str, Any]:
    """A row of a list, but for the names of the partners."""
    working = () if row.working == "[]" else from_json(row.working)
    return {
        "id": row.memorandum_id,
        "reference": row.reference,
        "kind": row.kind,
        "owner": row.owner,
        "archived": bool(row.archived),
        "stage": row.stage,
        "awaited": working[-1]["awaited"] if working else [],
        "framework_id": row.framework_id,
        "superseded_by": row.superseded_by,
        "standing": row.standing,
        "candidates": _listed(row.candidates, row.standing),
        "since": days_of(row.since_earliest, row.since_latest),
        "until": days_of(row.until_earliest, row.until_latest),
        "period": row.period,
        "cause": None if row.cause is None else {"code": row.cause, "version": row.cause_version},
        "objection_on": day_of(row.objection_on),
        "edition": None if row.edition is None else from_json(row.edition),
        "editions_possible": _listed(row.editions, row.edition_id),
    }


def with_names(connection: Connection, rows: Sequence[dict[str, Any]], asked: Asked) -> list[dict[str, Any]]:
    """The rows, with the parties of the day asked, each with the name that it bore then."""
    for row in rows:
        row["edition"] = without_leavers(row["edition"], asked.day)
    parties = [party for row in rows for party in parties_of(row["edition"])]
    name_parties(connection, parties, asked)
    return list(rows)


def shown(connection: Connection, rows: Sequence[Any], asked: Asked) -> list[dict[str, Any]]:
    """Rows of a list as they are shown."""
    return with_names(connection, [row_shown(row) for row in rows], asked)


def written(connection: Connection, rows: Sequence[Any], asked: Asked) -> list[Any]:
    """The same, each as JSON that is ready to leave in an answer; a row that has left before need not be made again."""
    partners = [_partners_shown(row.edition, asked.day) for row in rows]
    names: Mapping[Any, tuple[Any, Any]] = called(connection, (id_ for ids in partners for id_ in ids if id_), asked)
    return [
        ready(_written(row, asked.day, tuple(names.get(id_, (id_, None)) for id_ in ids)))
        for row, ids in zip(rows, partners, strict=True)
    ]


@lru_cache(maxsize=1000)
def _partners_shown(edition: str | None, day: date) -> tuple[str | None, ...]:
    """The partners of the parties that an edition shows on a day, in their order."""
    told = None if edition is None else without_leavers(from_json(edition), day)
    return tuple(party["partner_id"] for party in parties_of(told))


@lru_cache(maxsize=1000)
def _written(row: Any, day: date, partners: tuple[tuple[str | None, str | None], ...]) -> bytes:
    """A row in JSON; ``partners`` are those of the parties that it shows, each with its name."""
    told = row_shown(row)
    told["edition"] = without_leavers(told["edition"], day)
    for party, (partner_id, name) in zip(parties_of(told["edition"]), partners, strict=True):
        party["partner_id"], party["name"] = partner_id, name
    return to_bytes(told)


def without_leavers(edition: dict[str, Any] | None, day: date) -> dict[str, Any] | None:
    """An edition without the parties that had left it alone by the day asked."""
    if not edition or not edition["leaving"]:
        return edition
    left = {party for party, days in edition["leaving"].items() if days["latest"] <= day.isoformat()}
    return {**edition, "parties": [party for party in parties_of(edition) if party["party_id"] not in left]}


def parties_of(edition: dict[str, Any] | None) -> list[dict[str, Any]]:
    """The parties of an edition as it is shown; none where they are not known."""
    return (edition or {}).get("parties") or []


def name_parties(connection: Connection, parties: Iterable[dict[str, Any]], asked: Asked) -> None:
    """Put the name that each party bore on the day asked beside its id; none for one that was not known.

    A record that was merged gives way to the one under which it is shown.
    """
    named = list(parties)
    shown = called(connection, (party["partner_id"] for party in named if party["partner_id"]), asked)
    for party in named:
        party["partner_id"], party["name"] = shown.get(party["partner_id"], (party["partner_id"], None))


def day_of(ordinal: int | None) -> str | None:
    """A day as answers write it."""
    return None if ordinal is None else date.fromordinal(ordinal).isoformat()


def days_of(earliest: int | None, latest: int | None) -> dict[str, str | None] | None:
    """The days that a date may mean, as answers write them."""
    return None if earliest is None else {"earliest": day_of(earliest), "latest": day_of(latest)}


def _listed(several: str | None, one: str | None) -> list[str]:
    if several is not None:
        return several.split(",")
    return [one] if one is not None else []
