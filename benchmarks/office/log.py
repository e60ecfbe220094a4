"""The whole log of the office: every command of every life, in the order in which they were recorded.

It is made once for each size and kept in `benchmarks/cache/`, as the log of an installation on SQLite.
"""

from __future__ import annotations

import hashlib
import multiprocessing
import pickle
import shutil
import sqlite3
from collections.abc import Iterable, Iterator
from contextlib import closing
from functools import partial
from pathlib import Path
from uuid import UUID

from eventsourcing.persistence import Mapper, StoredEvent

import domain.memorandum.events
from application.store.codec import new_transcoder
from application.store.log import Log
from application.store.sqlite import SQLiteLog
from benchmarks.office.cast import Cast
from benchmarks.office.life import BEGAN, LAST
from benchmarks.office.ways import life
from domain.shared.event import Event

CACHE = Path(__file__).parents[1] / "cache"
LIVES_AT_ONCE = 250
EVENTS_AT_ONCE = 2000  # in one transaction of the log: enough that its end costs nothing beside them
LOCK_TIMEOUT = 60  # seconds

Row = tuple[int, int, int, bytes]
"""One command: its instant (microseconds), its memorandum's number, its place in the life, its events."""


def kept(count: int) -> Path:
    """The folder with the log of so many memorandums; it is made, if it is missing or of older code."""
    folder = CACHE / f"{count}-{_fingerprint()}"
    if not folder.exists():
        for old in CACHE.glob(f"{count}-*"):
            shutil.rmtree(old)
        making = CACHE / f"making-{count}"
        shutil.rmtree(making, ignore_errors=True)
        making.mkdir(parents=True)
        with closing(SQLiteLog.open(making, LOCK_TIMEOUT)) as log:
            append_all(log, _made(count, making / "order.sqlite"))
        (making / "order.sqlite").unlink()
        making.rename(folder)
    return folder


def stored(count: int) -> Iterator[StoredEvent]:
    """The events of the log of so many memorandums, in order."""
    with closing(SQLiteLog.open(kept(count), LOCK_TIMEOUT)) as log:
        position = 0
        while found := log.select_notifications(position, EVENTS_AT_ONCE, inclusive_of_start=False):
            yield from (StoredEvent(one.originator_id, one.originator_version, one.topic, one.state) for one in found)
            position = found[-1].id


def append_all(log: Log, events: Iterable[StoredEvent]) -> None:
    """Append events to a log, many at once."""
    waiting: list[StoredEvent] = []
    for event in events:
        waiting.append(event)
        if len(waiting) >= EVENTS_AT_ONCE:
            log.append(waiting)
            waiting = []
    if waiting:
        log.append(waiting)


def _fingerprint() -> str:
    """Changes with the code that makes the lives, and with the events that they are made of."""
    events = Path(domain.memorandum.events.__path__[0])
    files = sorted([*Path(__file__).parent.glob("*.py"), *events.glob("*.py")])
    return hashlib.sha256(b"\0".join(file.read_bytes() for file in files)).hexdigest()[:12]


def _made(count: int, order: Path) -> Iterator[StoredEvent]:
    """Make the lives, in as many processes as the machine has processors, and put their commands in order."""
    with closing(sqlite3.connect(order, isolation_level=None)) as connection:
        for pragma in ("journal_mode=OFF", "synchronous=OFF"):
            connection.execute(f"PRAGMA {pragma}")
        connection.execute("CREATE TABLE command (recorded INTEGER, number INTEGER, place INTEGER, events BLOB)")
        connection.execute("BEGIN")
        connection.executemany("INSERT INTO command VALUES (?, ?, ?, ?)", _rows(count))
        connection.execute("COMMIT")
        for (events,) in connection.execute("SELECT events FROM command ORDER BY recorded, number, place"):
            yield from pickle.loads(events)  # noqa: S301  written a moment ago, by the lines below


def _rows(count: int) -> Iterator[Row]:
    cast = Cast.for_memorandums(count)
    for place, events in enumerate(cast.entries(BEGAN, LAST)):
        yield _row(-1, place, events)
    with multiprocessing.get_context("spawn").Pool() as pool:
        firsts = range(0, count, LIVES_AT_ONCE)
        for rows in pool.imap_unordered(partial(_rows_of, count=count, cast=cast), firsts):
            yield from rows


def _rows_of(first: int, *, count: int, cast: Cast) -> list[Row]:
    numbers = range(first, min(first + LIVES_AT_ONCE, count))
    lives = [life(number, count, cast) for number in numbers]
    return [_row(one.number, place, events) for one in lives for place, events in enumerate(one.commands)]


def _row(number: int, place: int, events: list[Event]) -> Row:
    return int(events[0].recorded_at.timestamp() * 1_000_000), number, place, pickle.dumps(as_stored(events))


_mapper: Mapper[UUID] = Mapper(new_transcoder())


def as_stored(events: Iterable[Event]) -> list[StoredEvent]:
    """The events as a log keeps them."""
    return [_mapper.to_stored_event(event) for event in events]
