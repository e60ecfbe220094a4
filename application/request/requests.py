"""The list of requests for a partnership: open, accepted, declined and withdrawn."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from operator import attrgetter
from typing import Any
from uuid import UUID

from sqlalchemy import (
    BigInteger,
    Column,
    Index,
    PrimaryKeyConstraint,
    Select,
    Table,
    Text,
    bindparam,
    select,
)

from application.asking import KnownAt, Times, instant
from application.memorandum.register.showing import Reading
from application.paging import Page, key_of, limit_of, page
from application.projecting.projection import TABLES
from application.projecting.recorded_rows import (
    OPEN,
    RecordedProjection,
    RecordedRows,
    Rows,
    instant_of,
    microseconds,
    recorded,
)
from application.store.store import Store
from domain.request.request import OUTCOMES, PartnershipRequest
from domain.shared.event import Event
from domain.shared.text import one_of

STATUSES = ("open", *OUTCOMES)

REQUESTS = Table(
    "partnership_request",
    TABLES,
    Column("request_id", Text, nullable=False),
    Column("made_at", BigInteger, nullable=False),
    Column("status", Text, nullable=False),
    Column("requester", Text, nullable=False),
    Column("unit", Text, nullable=False),
    Column("partner_id", Text),
    Column("partner_name", Text, nullable=False),
    Column("partner_kind", Text),
    Column("country", Text),
    Column("purpose", Text, nullable=False),
    Column("memorandum_id", Text),
    *recorded(),
    PrimaryKeyConstraint("request_id", "recorded_from"),
)
"""Each request as it was known from one instant to another."""

_R = REQUESTS.c
_KNOWN = (_R.recorded_from <= bindparam("known"), _R.recorded_to > bindparam("known"))
Index("partnership_request_by_status", _R.status, _R.made_at, _R.request_id)
Index("partnership_request_by_entry", _R.made_at, _R.request_id)

_FIELDS = ("requester", "unit", "partner_id", "partner_name", "partner_kind", "country", "purpose", "memorandum_id")


@dataclass(frozen=True, slots=True)
class SeenRequest:
    """A request after an event: its row."""

    rows: Rows


def observe(request: PartnershipRequest, events: Sequence[Event], before: SeenRequest | None) -> SeenRequest:  # noqa: ARG001  any event may change any part
    """The observer of requests."""
    fields = (getattr(request, field) for field in _FIELDS)
    now = SeenRequest(((microseconds(request.created_on), request.outcome or "open", *fields),))
    return before if before == now and before is not None else now


class RequestsProjection(RecordedProjection):
    """All requests, as known from one instant to another."""

    name, revision, tables = "requests", 1, (REQUESTS,)
    streams = (PartnershipRequest,)
    recorded = (RecordedRows(REQUESTS, attrgetter("rows"), ("request_id",)),)


@lru_cache
def _page(*, status: bool) -> Select[Any]:
    conditions = [
        *_KNOWN,
        _R.made_at <= bindparam("made_before"),
        (_R.made_at < bindparam("made_before")) | (_R.request_id < bindparam("id_before")),
    ]
    if status:
        conditions.append(_R.status == bindparam("status"))
    return (
        select(REQUESTS).where(*conditions).order_by(_R.made_at.desc(), _R.request_id.desc()).limit(bindparam("limit"))
    )


class RequestList:
    """Requests for a partnership, and what became of them.

    Args:
        reading: opens a connection to the read models.
        store: the streams of requests.
        times: reads the times of a question.
    """

    def __init__(self, reading: Reading, store: Store, times: Times) -> None:
        self._reading = reading
        self._store = store
        self._times = times

    def list(
        self, *, status: str | None = None, known_at: KnownAt = None, limit: int = 50, after: str | None = None
    ) -> Page:
        """The requests, the one entered last first.

        Args:
            status: one of `STATUSES`; any, if none is given.
            known_at: the instant whose knowledge answers; now, if none is given.
            limit: how many, 500 at most.
            after: the key with which the previous page ended.

        Raises:
            Invalid: an argument out of form.
        """
        asked = self._times.read(known_at=known_at)
        values: dict[str, Any] = {"known": asked.known, "limit": limit_of(limit) + 1}
        values["made_before"], values["id_before"] = (OPEN, "") if after is None else key_of(after, int, str)
        if status is not None:
            values["status"] = one_of(status, "status", STATUSES)
        with self._reading() as connection:
            rows = connection.execute(_page(status=status is not None), values).all()
        return page(rows, limit, asked, _shown, lambda row: (row.made_at, row.request_id))

    def get(self, request_id: UUID) -> dict[str, Any]:
        """One request, with who answered it, when and why; folded from its stream.

        Raises:
            NotFound: no request has this id.
        """
        request = self._store.get(PartnershipRequest, request_id)
        first, *later = self._store.events(request_id)
        answer = later[-1] if later else None
        return {
            "id": str(request_id),
            "status": request.outcome or "open",
            **{field: getattr(request, field) for field in _FIELDS},
            "version": request.version,
            "made_on": first.occurred_on,
            "made_at": instant(first.recorded_at),
            "answer": None if answer is None else _answer(answer),
        }


def _shown(row: Any) -> dict[str, Any]:
    return {
        "id": row.request_id,
        "status": row.status,
        **{field: getattr(row, field) for field in _FIELDS},
        "made_at": instant(instant_of(row.made_at)),
    }


def _answer(event: Event) -> dict[str, Any]:
    return {
        "actor": event.actor,
        "occurred_on": event.occurred_on,
        "recorded_at": instant(event.recorded_at),
        "reason": event.reason,
        "source": event.source,
    }
