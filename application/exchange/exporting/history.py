"""Histories as JSON Lines: the stored events themselves, sealed by a chain of digests.

The first line says what was asked, the last one how much was answered; between them stands one event a line, in the
order in which it was recorded:

    {"bitim": "history", "form": 1, "question": {"memorandums": null, "known_at": "2026-09-14T07:30:00.000000Z"}, …}
    {"number": 1, "id": "…", "version": 1, "topic": "memorandum.drafted", "recorded_at": "…", "state": {…}, …}
    {"end": true, "entries": 1, "sha256": "…"}

The same question has the same bytes, as long as it names its ``known_at``.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Sequence
from datetime import datetime
from typing import Any
from uuid import UUID

from eventsourcing.persistence import StoredEvent

from application.asking import KnownAt, Times, instant
from application.exchange.exporting.archive import documents_of
from application.exchange.exporting.chain import canonical, sealed_lines
from application.store.store import Store
from application.streams import known_events
from domain.memorandum.memorandum import Memorandum
from domain.mobility.case import MobilityCase
from domain.shared.event import Aggregate, Event

KIND = "history"
_PAGE = 2000


class HistoryExport:
    """Gives out the events of memorandums, of cases, or all there are.

    Args:
        store: of the events.
        times: reads the times of a question.
    """

    def __init__(self, store: Store, times: Times) -> None:
        self._store = store
        self._times = times

    def of(self, memorandum_ids: Sequence[UUID], *, known_at: KnownAt = None) -> Iterator[bytes]:
        """The lines of these memorandums' histories, one after the other.

        Args:
            memorandum_ids: whose; in this order.
            known_at: only what had been recorded by then; by now, if none is given.

        Raises:
            NotFound: there is no such memorandum.
            Invalid: a time out of form.
        """
        return self._histories("memorandums", Memorandum, memorandum_ids, known_at)

    def of_cases(self, case_ids: Sequence[UUID], *, known_at: KnownAt = None) -> Iterator[bytes]:
        """The lines of these mobility cases' histories; as for memorandums.

        Raises:
            NotFound: there is no such case.
            Invalid: a time out of form.
        """
        return self._histories("cases", MobilityCase, case_ids, known_at)

    def everything(self, *, known_at: KnownAt = None) -> Iterator[bytes]:
        """The lines of all that is recorded: every event of every record, as `Restore` takes them in again.

        Raises:
            Invalid: a time out of form.
        """
        known = self._known(known_at)
        question = {"memorandums": None, "known_at": instant(known)}
        return sealed_lines(KIND, question, _known(self._log(), known))

    def documents(self, *, known_at: KnownAt = None) -> set[str]:
        """The digests of all documents whose bytes are named by events that had been recorded by then."""
        known = self._known(known_at)
        return documents_of(event for _stored, event in self._log() if event.recorded_at <= known)

    def _known(self, known_at: KnownAt) -> datetime:
        """The instant up to which everything is meant: not before the last stamp, since other hosts' clocks differ."""
        known = self._times.instant_known(known_at)
        return max((known, *(event.recorded_at for _stored, event in self._log()))) if known_at is None else known

    def _histories(self, named: str, kind: type[Aggregate], ids: Sequence[UUID], known_at: KnownAt) -> Iterator[bytes]:
        known = self._times.instant_known(known_at)
        streams = [self._stream(kind, id_) for id_ in ids]  # refused ahead of the first line
        question = {named: [str(id_) for id_ in ids], "known_at": instant(known)}
        return sealed_lines(KIND, question, (line for stream in streams for line in _known(stream, known)))

    def _stream(self, kind: type[Aggregate], id_: UUID) -> list[tuple[StoredEvent, Event]]:
        stored = self._store.stored(id_)
        events = [self._store.decode(one) for one in stored]
        known_events(kind, id_, events, self._times.read())  # refuses what is of another kind
        return list(zip(stored, events, strict=True))

    def _log(self) -> Iterator[tuple[StoredEvent, Event]]:
        position, last = 0, self._store.max_position()
        while notifications := self._store.notifications(position, _PAGE, upto=last):
            yield from ((one, self._store.decode(one)) for one in notifications)
            position = notifications[-1].id


def _known(events: Iterable[tuple[StoredEvent, Event]], known: datetime) -> Iterator[dict[str, Any]]:
    """What had been recorded by then, as lines show it."""
    for stored, event in events:
        if event.recorded_at <= known:
            yield {
                "id": str(stored.originator_id),
                "version": stored.originator_version,
                "topic": stored.topic,
                "recorded_at": instant(event.recorded_at),
                "state": state_shown(stored.state),
            }


def state_shown(state: bytes) -> Any:
    """The stored bytes as JSON; as text, where JSON would not give the same bytes again."""
    text = state.decode()
    read = json.loads(text)
    return read if isinstance(read, dict) and canonical(read) == text else text


def state_of(shown: Any) -> bytes:
    """The stored bytes; see `state_shown`."""
    return (shown if isinstance(shown, str) else canonical(shown)).encode()
