"""The history of a memorandum together with what happened under it: the acts of the cases that rest on it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any
from uuid import UUID

from sqlalchemy import Connection, bindparam, select

from application.asking import Asked, KnownAt, Times
from application.entries import entries, require_chapters, stretch
from application.memorandum.history import CHAPTERS as OF_MEMORANDUMS
from application.memorandum.history import entries as entries_of_memorandum
from application.memorandum.register.showing import Reading
from application.mobility.caseload.tables import CASES
from application.mobility.streams import known_case
from application.paging import Page, key_of, write_key
from application.partner.directory.names import names_of
from application.store.store import Store
from application.streams import known_events
from domain.memorandum.events import MemorandumEvent
from domain.memorandum.memorandum import Memorandum
from domain.mobility.values import values

MOBILITY = "mobility"
"""The chapter of all that its cases did."""
CHAPTERS = (*OF_MEMORANDUMS, MOBILITY)

_C = CASES.c
_EVER_RESTED = (
    select(_C.case_id)
    .distinct()
    .where(_C.memorandum_id == bindparam("memorandum"), _C.recorded_from <= bindparam("known"))
)
"""The cases that rest on a memorandum, or did according to what was known earlier."""

Entry = dict[str, Any]


class HistoryWithCases:
    """What happened to a memorandum and under it.

    Args:
        reading: opens a connection to the read models.
        store: the streams of memorandums and cases.
        times: reads the times of a question.
    """

    def __init__(self, reading: Reading, store: Store, times: Times) -> None:
        self._reading = reading
        self._store = store
        self._times = times

    def of(
        self,
        memorandum_id: UUID,
        *,
        known_at: KnownAt = None,
        chapters: Sequence[str] = (),
        newest_first: bool = False,
        limit: int = 200,
        after: str | None = None,
    ) -> Page:
        """Its entries and the acts of its cases, in the order of their recording.

        An act counts from when the case came to rest on the memorandum until it came to rest elsewhere, that act among
        them. Each item is an entry as `History` tells it, with ``case``: whose act it is; none for what the memorandum
        itself went through.

        Args:
            memorandum_id: the memorandum.
            known_at: the instant whose knowledge answers; now, if none is given.
            chapters: those of `CHAPTERS` to be shown; all, if none is given.
            newest_first: the last recorded entry first, instead of last.
            limit: how many, 500 at most.
            after: the key with which the previous page ended.

        Raises:
            NotFound: no memorandum has this id.
            Invalid: an argument out of form.
        """
        asked = self._times.read(known_at=known_at)
        require_chapters(chapters, CHAPTERS)
        stream = self._store.events(memorandum_id)
        events: list[MemorandumEvent] = known_events(Memorandum, memorandum_id, stream, asked)
        own = entries_of_memorandum(events, self._times)
        found = [entry | {"case": None} for entry in own if not chapters or entry["chapter"] in chapters]
        if not chapters or MOBILITY in chapters:
            found += self._acts(str(memorandum_id), asked)
        place = None if after is None else tuple(key_of(after, str, str, int))
        shown, last = stretch(found, _place, newest_first=newest_first, limit=limit, after=place)
        return {
            "items": shown,
            "after": None if last is None else write_key(*last),
            "version": len(stream),
            "known_at": asked.shown["known_at"],
        }

    def _acts(self, memorandum_id: str, asked: Asked) -> list[Entry]:
        with self._reading() as connection:
            rested = connection.scalars(_EVER_RESTED, {"memorandum": memorandum_id, "known": asked.known}).all()
            acts = [act for case_id in rested for act in self._acts_of(UUID(case_id), memorandum_id, asked)]
            return _with_partners(connection, acts, asked)

    def _acts_of(self, case_id: UUID, memorandum_id: str, asked: Asked) -> Iterator[Entry]:
        """The acts of a case while it rested on the memorandum."""
        _version, case = known_case(self._store, case_id, asked)
        if case is None:
            return
        shown = {"id": str(case_id), "direction": case.direction}
        shown |= {name: case.details[name] for name in ("purpose", "partner_id")}
        rests_on = None
        for entry in entries(case.recorded, values):
            before, rests_on = rests_on, _rests_on(entry, rests_on)
            if memorandum_id in (before, rests_on):
                yield entry | {"case": shown}


def _rests_on(entry: Entry, before: str | None) -> str | None:
    changed = [change["after"] for change in entry["changes"] if change["path"] == "memorandum_id"]
    return changed[-1] if changed else before


def _with_partners(connection: Connection, acts: Sequence[Entry], asked: Asked) -> list[Entry]:
    """The acts, each with the name that the partner of its case bore on the day asked."""
    names: Mapping[str, str] = names_of(connection, {act["case"]["partner_id"] for act in acts}, asked)
    return [act | {"case": act["case"] | {"partner": names.get(act["case"]["partner_id"])}} for act in acts]


def _place(entry: Entry) -> tuple[str, str, int]:
    """Where an entry stands: by the instant of recording; of one instant, those of the memorandum come first."""
    case = entry["case"]
    return entry["recorded_at"], case["id"] if case else "", entry["version"]
