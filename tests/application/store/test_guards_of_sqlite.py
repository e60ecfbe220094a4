"""What is stored is stored for ever: SQLite refuses to change it, and keeps what it has acknowledged."""

import sqlite3
from collections.abc import Iterator
from pathlib import Path
from uuid import uuid4

import pytest
from eventsourcing.persistence import ConnectionPoolClosedError, IntegrityError, StoredEvent
from eventsourcing.sqlite import SQLiteConnection

from application.errors import Unavailable
from application.store.sqlite import SQLiteLog
from tests.application.logs import LOCK_TIMEOUT

EVENT = StoredEvent(uuid4(), 1, "folder.opened", b"{}")
NEXT = StoredEvent(EVENT.originator_id, 2, "folder.renamed", b"{}")


@pytest.fixture
def sqlite_log(tmp_path: Path) -> Iterator[SQLiteLog]:
    log = SQLiteLog.open(tmp_path, LOCK_TIMEOUT)
    log.append([EVENT])
    yield log
    log.close()


@pytest.fixture
def foreign(sqlite_log: SQLiteLog) -> Iterator[sqlite3.Connection]:
    """Another program's connection to the file, which has set nothing."""
    connection = sqlite3.connect(sqlite_log.datastore.pool.db_name)
    yield connection
    connection.close()


CHANGES = {
    "update": 'UPDATE stored_events SET state = \'{"title": "forged"}\'',
    "delete": "DELETE FROM stored_events",
    "replace": "INSERT OR REPLACE INTO stored_events SELECT * FROM stored_events",
    "replace by version": (
        "INSERT OR REPLACE INTO stored_events (originator_id, originator_version, topic, state)"
        " SELECT originator_id, originator_version, 'forged', state FROM stored_events"
    ),
    "replace by position": ("REPLACE INTO stored_events SELECT rowid, 'other', 7, topic, state FROM stored_events"),
    "upsert": (
        "INSERT INTO stored_events SELECT * FROM stored_events WHERE true ON CONFLICT DO UPDATE SET topic = 'forged'"
    ),
    "update or ignore": "UPDATE OR IGNORE stored_events SET originator_version = 9",
}


@pytest.mark.parametrize("change", CHANGES.values(), ids=list(CHANGES))
def test_sqlite_refuses_to_change_what_is_stored(
    sqlite_log: SQLiteLog, foreign: sqlite3.Connection, change: str
) -> None:
    with pytest.raises(sqlite3.IntegrityError, match="stored for ever"):
        foreign.execute(change)
    foreign.rollback()

    assert sqlite_log.select_events(EVENT.originator_id) == [EVENT]


@pytest.mark.parametrize("change", CHANGES.values(), ids=list(CHANGES))
def test_without_its_triggers_sqlite_would_change_it(
    sqlite_log: SQLiteLog, foreign: sqlite3.Connection, change: str
) -> None:
    for name in ("update", "delete", "replace"):
        foreign.execute(f"DROP TRIGGER stored_events_refuse_{name}")

    assert foreign.execute(change).rowcount == 1


def test_sqlite_never_gives_a_position_twice(sqlite_log: SQLiteLog, foreign: sqlite3.Connection) -> None:
    sqlite_log.append([NEXT])
    foreign.execute("DROP TRIGGER stored_events_refuse_delete")
    foreign.execute("DELETE FROM stored_events WHERE originator_version = 2")
    foreign.commit()

    sqlite_log.append([NEXT])

    assert [one.id for one in sqlite_log.select_notifications(0, 10)] == [1, 3]


def test_a_dump_of_the_log_keeps_its_positions(sqlite_log: SQLiteLog, foreign: sqlite3.Connection) -> None:
    foreign.execute("DROP TRIGGER stored_events_refuse_delete")
    sqlite_log.append([NEXT])
    foreign.execute("DELETE FROM stored_events WHERE originator_version = 1")
    foreign.commit()

    with sqlite3.connect(":memory:") as copy:
        copy.executescript("\n".join(foreign.iterdump()))
        positions = copy.execute("SELECT rowid FROM stored_events").fetchall()
    copy.close()

    assert positions == [(2,)]


def test_every_connection_to_sqlite_keeps_what_it_commits(sqlite_log: SQLiteLog) -> None:
    def pragma(connection: SQLiteConnection, name: str) -> object:
        cursor = connection.cursor()
        cursor.execute(f"PRAGMA {name}")
        return cursor.fetchone()[0]

    datastore = sqlite_log.datastore
    with datastore.get_connection(commit=True) as first, datastore.get_connection(commit=False) as second:
        for connection in (first, second):
            assert pragma(connection, "journal_mode") == "wal"
            assert pragma(connection, "synchronous") == 2  # FULL
            assert pragma(connection, "wal_autocheckpoint") == 10_000
            assert pragma(connection, "recursive_triggers") == 1
            assert pragma(connection, "busy_timeout") == LOCK_TIMEOUT * 1000


def test_who_may_write_keeps_others_from_writing_since_the_beginning(
    sqlite_log: SQLiteLog, foreign: sqlite3.Connection
) -> None:
    foreign.execute("PRAGMA busy_timeout = 0")

    with sqlite_log.datastore.transaction(commit=True), pytest.raises(sqlite3.OperationalError, match="locked"):
        foreign.execute("BEGIN IMMEDIATE")
    with sqlite_log.datastore.transaction(commit=False):
        foreign.execute("BEGIN IMMEDIATE")
    foreign.rollback()


def test_a_commit_that_fails_leaves_nothing_open(sqlite_log: SQLiteLog, foreign: sqlite3.Connection) -> None:
    foreign.executescript(
        """
        CREATE TABLE a (id INTEGER PRIMARY KEY);
        CREATE TABLE b (a INTEGER REFERENCES a DEFERRABLE INITIALLY DEFERRED);
        """
    )
    with sqlite_log.datastore.get_connection(commit=True) as connection:
        connection.cursor().execute("PRAGMA foreign_keys = ON")

    with pytest.raises(IntegrityError), sqlite_log.datastore.transaction(commit=True) as cursor:
        cursor.execute("INSERT INTO b VALUES (1)")  # is found wrong at the commit
    sqlite_log.append([NEXT])

    assert sqlite_log.select_events(EVENT.originator_id) == [EVENT, NEXT]
    assert foreign.execute("SELECT * FROM b").fetchall() == []


def test_closing_the_log_lets_who_is_reading_finish(tmp_path: Path) -> None:
    log = SQLiteLog.open(tmp_path, LOCK_TIMEOUT)
    log.append([EVENT])

    with log.datastore.get_connection(commit=False) as connection:
        log.close()
        cursor = connection.cursor()
        cursor.execute("SELECT topic FROM stored_events")
        assert cursor.fetchone()["topic"] == EVENT.topic

    assert connection.closed
    with pytest.raises(ConnectionPoolClosedError):
        log.select_events(EVENT.originator_id)


def test_a_full_disk_refuses_the_command_and_nothing_else(sqlite_log: SQLiteLog) -> None:
    with sqlite_log.datastore.get_connection(commit=True) as connection:
        connection.cursor().execute("PRAGMA max_page_count = 1")

    with pytest.raises(Unavailable):
        sqlite_log.append([StoredEvent(EVENT.originator_id, 2, "folder.renamed", b"x" * 100_000)])
    with sqlite_log.datastore.get_connection(commit=True) as connection:
        connection.cursor().execute("PRAGMA max_page_count = 1000000")
    sqlite_log.append([NEXT])

    assert sqlite_log.select_events(EVENT.originator_id) == [EVENT, NEXT]


def test_a_writer_whose_turn_does_not_come_is_told_so(sqlite_log: SQLiteLog) -> None:
    other = SQLiteLog.open(sqlite_log.datastore.queue.path.parent, LOCK_TIMEOUT)
    other.datastore.queue.timeout = 0.05

    with sqlite_log.datastore.queue.held(), pytest.raises(Unavailable):
        other.append([NEXT])
    other.append([NEXT])
    other.close()

    assert sqlite_log.select_events(EVENT.originator_id) == [EVENT, NEXT]
