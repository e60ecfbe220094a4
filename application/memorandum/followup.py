"""Drafts that wait for somebody, and signings that were planned."""

from __future__ import annotations

from functools import lru_cache
from typing import Any

from sqlalchemy import Connection, Select, and_, bindparam, func, select

from application.asking import KnownAt, Times, instant
from application.memorandum.register.editions import days_shown
from application.memorandum.register.listing import rows_of
from application.memorandum.register.showing import Reading, row_shown, with_names
from application.memorandum.register.statements import known
from application.memorandum.register.tables import ENTRIES, FACETS, STATES
from application.paging import Page, key_of, limit_of, write_key
from application.plain import from_json
from application.projecting.recorded_rows import OPEN, instant_of
from domain.shared.dates import parse_partial
from domain.shared.text import one_of

APPROVALS = ("submission", "clearance", "ours", "partner", "signature")

_F, _S = FACETS.c, STATES.c
_COUNTS = select(_F.value, func.count()).where(_F.facet == "awaited", known(FACETS)).group_by(_F.value)
_PLANNED = (
    select(ENTRIES.c.memorandum_id, _S.reference, _S.owner, _S.working, _F.edition_id)
    .distinct()
    .join(ENTRIES, ENTRIES.c.entry == _F.entry)
    .join(STATES, and_(_S.entry == _F.entry, known(STATES)))
    .where(_F.facet == "planned", known(FACETS))
)


@lru_cache
def _awaiting(*, approval: bool) -> Select[Any]:
    conditions = [_F.facet == "awaited", known(FACETS), _F.entry < bindparam("before")]
    if approval:
        conditions.append(_F.value == bindparam("approval"))
    return (
        select(_F.entry, func.max(_F.recorded_from).label("since"))
        .where(*conditions)
        .group_by(_F.entry)
        .order_by(_F.entry.desc())
        .limit(bindparam("limit"))
    )


class FollowUp:
    """Whom the texts in preparation wait for, and which signings are planned.

    Args:
        reading: opens a connection to the read models.
        times: reads the times of a question.
    """

    def __init__(self, reading: Reading, times: Times) -> None:
        self._reading = reading
        self._times = times

    def counts(self, *, known_at: KnownAt = None) -> dict[str, int]:
        """How many texts wait for each of `APPROVALS`; one that waits for several counts with each.

        Raises:
            Invalid: a time out of form.
        """
        asked = self._times.read(known_at=known_at)
        with self._reading() as connection:
            found: dict[str, int] = {row[0]: row[1] for row in connection.execute(_COUNTS, {"known": asked.known})}
        return {approval: found.get(approval, 0) for approval in APPROVALS}

    def awaiting(
        self,
        *,
        approval: str | None = None,
        known_at: KnownAt = None,
        limit: int = 50,
        after: str | None = None,
    ) -> Page:
        """Memorandums with a text that waits for somebody, each with that text and since when it waits.

        Args:
            approval: one of `APPROVALS`; any, if none is given.
            known_at: the instant whose knowledge answers; now, if none is given.
            limit: how many, 500 at most.
            after: the key with which the previous page ended.

        Raises:
            Invalid: an argument out of form.
        """
        asked = self._times.read(known_at=known_at)
        values: dict[str, Any] = {"known": asked.known, "limit": limit_of(limit) + 1}
        values["before"] = OPEN if after is None else key_of(after, int)[0]
        if approval is not None:
            values["approval"] = one_of(approval, "approval", APPROVALS)
        with self._reading() as connection:
            found = connection.execute(_awaiting(approval=approval is not None), values).all()
            shown = found[:limit]
            rows = rows_of(connection, [one.entry for one in shown], asked)
            items = [
                row_shown(row) | {"working": _waiting(row, approval) | {"since": instant(instant_of(one.since))}}
                for one in shown
                if (row := rows.get(one.entry)) is not None
            ]
            further = write_key(shown[-1].entry) if len(found) > limit else None
            return {"items": with_names(connection, items, asked), "after": further, **asked.shown}

    def planned_signings(self, *, known_at: KnownAt = None, limit: int = 200) -> dict[str, Any]:
        """The signings planned of texts that are not concluded, the first to come first.

        Args:
            known_at: the instant whose knowledge answers; now, if none is given.
            limit: how many, 500 at most.

        Raises:
            Invalid: an argument out of form.
        """
        asked = self._times.read(known_at=known_at)
        with self._reading() as connection:
            items = _planned(connection, asked.known)
        items.sort(key=lambda item: (item["planned_for"] is None, item["days"]["earliest"], item["reference"]))
        return {"items": items[: limit_of(limit)], "known_at": asked.shown["known_at"]}


def _waiting(row: Any, approval: str | None) -> dict[str, Any]:
    """The text in preparation that waits for an approval: the last begun, if several do."""
    working = [
        one
        for one in from_json(row.working)
        if approval is None or any(awaited["approval"] == approval for awaited in one["awaited"])
    ]
    found: dict[str, Any] = working[-1]
    return found


def _planned(connection: Connection, known_until: int) -> list[dict[str, Any]]:
    return [
        {
            "memorandum_id": row.memorandum_id,
            "reference": row.reference,
            "owner": row.owner,
            "edition_id": row.edition_id,
            **plan,
            "days": days_shown(parse_partial(plan["planned_for"])),
        }
        for row in connection.execute(_PLANNED, {"known": known_until})
        for working in from_json(row.working)
        if working["edition_id"] == row.edition_id
        for plan in working["plans"]
    ]
