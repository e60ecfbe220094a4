"""Memorandums with random lives in one register, and what a fresh fold says of them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime
from itertools import groupby
from random import Random
from typing import Any
from uuid import UUID

from application.bitim import Bitim
from domain.memorandum.beginnings import beginnings
from domain.memorandum.leaving import leavings
from domain.memorandum.memorandum import Memorandum
from domain.shared.event import Event
from domain.shared.moment import TASHKENT
from tests.domain.memorandum.clerk import as_known
from tests.domain.memorandum.lives import a_life

END_OF_ALL_LIVES = datetime(2150, 1, 1, tzinfo=UTC)


@dataclass(frozen=True)
class Register:
    """The recorded events of several memorandums, by the memorandum's id, oldest entry first."""

    lives: dict[str, list[Event]]

    @property
    def instants(self) -> list[datetime]:
        """The instants at which something was recorded."""
        return sorted({event.timestamp for life in self.lives.values() for event in life})

    def days(self) -> list[date]:
        """The days around which a standing changes."""
        lines = [as_known(life, END_OF_ALL_LIVES).timeline(TASHKENT) for life in self.lives.values()]  # type: ignore[union-attr]
        return sorted({interval.first for line in lines for interval in line.intervals})

    def rows(self, day: date, known_at: datetime) -> list[dict[str, Any]]:
        """What the register shows of each, newest entry first, folded from the events recorded by then."""
        known = [as_known(life, known_at) for life in self.lives.values()]
        return [row for memorandum in reversed(known) if memorandum and (row := folded_row(memorandum, day))]


def random_register(random: Random, count: int) -> Register:
    """So many memorandums, each with a life of its own."""
    lives = {}
    for _ in range(count):
        id_ = UUID(int=random.getrandbits(128), version=4)
        lives[str(id_)] = [replace(event, originator_id=id_) for event in a_life(random, most=12).recorded]
    ordered = sorted(lives.items(), key=lambda item: (item[1][0].timestamp, item[0]))
    return Register(dict(ordered))


def in_log_order(register: Register) -> list[Event]:
    """All events as they came to be recorded."""
    places = {id_: place for place, id_ in enumerate(register.lives)}
    events = [event for life in register.lives.values() for event in life]
    return sorted(events, key=lambda e: (e.timestamp, places[str(e.originator_id)], e.originator_version))


def record(bitim: Bitim, events: Sequence[Event], sizes: Iterator[int]) -> None:
    """Put events into the log, and project after every few commands."""
    commands = [list(command) for _, command in groupby(events, lambda event: event.timestamp)]
    while commands:
        size = next(sizes)
        stored = [bitim.store._mapper.to_stored_event(event) for command in commands[:size] for event in command]
        bitim.store.log.append(stored)
        bitim.projector.catch_up()
        del commands[:size]


def folded_row(memorandum: Memorandum, day: date) -> dict[str, Any] | None:
    """A row of the register, from the memorandum itself; none if it has no standing on the day."""
    line = memorandum.timeline(TASHKENT)
    interval = line.on(day)
    if interval is None:
        return None
    begun = beginnings(line.intervals)[line.intervals.index(interval)]
    editions = sorted(interval.editions, key=lambda edition_id: int(edition_id[1:]))
    shown = memorandum.editions[editions[-1] if editions else next(iter(memorandum.editions))]
    until = interval.until
    leaving = leavings(memorandum.life(TASHKENT), line).get(shown.edition_id, {})
    left = {party for party, days in leaving.items() if days.latest <= day}
    return {
        "id": str(memorandum.id),
        "owner": memorandum.owner,
        "kind": memorandum.kind,
        "archived": memorandum.archived,
        "standing": interval.standing,
        "candidates": set(interval.candidates),
        "since": {"earliest": begun.earliest.isoformat(), "latest": begun.latest.isoformat()},
        "until": until and {"earliest": until.earliest.isoformat(), "latest": until.latest.isoformat()},
        "period": interval.period,
        "cause": interval.cause and {"code": interval.cause[0], "version": interval.cause[1]},
        "editions_possible": editions,
        "edition_id": shown.edition_id,
        "number": memorandum.numbers(TASHKENT).get(shown.edition_id),
        "titles": shown.content["titles"],
        "term": shown.content["term"],
        "partners": [p["partner_id"] for p in shown.content["parties"] or [] if p["party_id"] not in left],
        "signatures": len(shown.signatures),
    }


def listed_row(row: dict[str, Any]) -> dict[str, Any]:
    """The same, from a row of the register's list."""
    edition = row["edition"]
    same = ("id", "owner", "kind", "archived", "standing", "since", "until", "period", "cause", "editions_possible")
    return {
        **{name: row[name] for name in same},
        "candidates": set(row["candidates"]),
        "edition_id": edition["edition_id"],
        "number": edition["number"],
        "titles": edition["titles"],
        "term": edition["term"],
        "partners": [party["partner_id"] for party in edition["parties"] or []],
        "signatures": len(edition["signatures"]),
    }


def pages(bitim: Bitim, limit: int, **question: Any) -> list[dict[str, Any]]:
    """All rows of a list, page by page."""
    found: list[dict[str, Any]] = []
    after = None
    while True:
        page = bitim.register.list(limit=limit, after=after, archived=None, **question)
        found += page["items"]
        after = page["after"]
        if after is None:
            return found
