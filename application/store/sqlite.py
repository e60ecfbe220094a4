"""The log in an SQLite file: every acknowledged event survives a power failure, and none is ever changed."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from datetime import datetime
from pathlib import Path
from types import TracebackType
from typing import Any
from uuid import UUID

from eventsourcing.persistence import (
    ConnectionPoolClosedError,
    Notification,
    OperationalError,
    PersistenceError,
    StoredEvent,
)
from eventsourcing.sqlite import (
    SQLiteApplicationRecorder,
    SQLiteConnection,
    SQLiteConnectionPool,
    SQLiteCursor,
    SQLiteDatastore,
    SQLiteTransaction,
)

from application.errors import Unavailable
from application.store.answers import Answer
from application.store.answers_table import AnswersTable, from_row, microseconds, row
from application.store.flights import FileFlights, Flights
from application.store.lock import FileLock

PRAGMAS = (
    # In simulated power failures NORMAL lost acknowledged events in 222 of 300, FULL in none of 1,000.
    "synchronous=FULL",
    "wal_autocheckpoint=10000",  # the default of 1,000 pages put the p99 of commits at 6.4 ms instead of 1.5
    "recursive_triggers=ON",  # so that the triggers below also see what INSERT OR REPLACE deletes
)

TABLE = """
CREATE TABLE IF NOT EXISTS {table} (
    rowid INTEGER PRIMARY KEY AUTOINCREMENT,
    originator_id TEXT NOT NULL,
    originator_version INTEGER NOT NULL,
    topic TEXT NOT NULL,
    state BLOB NOT NULL,
    UNIQUE (originator_id, originator_version)
)"""

INSERT = "INSERT INTO {table} (originator_id, originator_version, topic, state) VALUES (?, ?, ?, ?)"

SELECT_STREAMS = """
SELECT one.rowid, one.* FROM {table} AS first CROSS JOIN {table} AS one ON one.originator_id = first.originator_id
WHERE first.rowid > ? AND first.rowid <= ? AND first.originator_version = 1 AND one.rowid <= ?
ORDER BY first.rowid, one.originator_version"""

LAST_VERSION = "SELECT max(originator_version) FROM {table} WHERE originator_id = ?"

# A connection that has not set recursive_triggers would replace a row without firing the trigger on DELETE:
# hence the third one, which looks for what the new row would push aside.
GUARDS = {
    "update": "BEFORE UPDATE ON {table}",
    "delete": "BEFORE DELETE ON {table}",
    "replace": """BEFORE INSERT ON {table} WHEN EXISTS (
        SELECT 1 FROM {table} WHERE rowid = NEW.rowid
        UNION ALL
        SELECT 1 FROM {table}
        WHERE originator_id = NEW.originator_id AND originator_version = NEW.originator_version
    )""",
}
GUARD = """
CREATE TRIGGER IF NOT EXISTS {table}_refuse_{name} {when}
BEGIN SELECT RAISE(ABORT, 'stored for ever'); END"""

ANSWERS = AnswersTable.of("answers", "?")


class LogPool(SQLiteConnectionPool):
    """Connections on which a commit is a promise."""

    def _create_connection(self) -> SQLiteConnection:
        connection = super()._create_connection()
        cursor = connection.cursor()
        for pragma in PRAGMAS:
            cursor.execute(f"PRAGMA {pragma}")
        return connection

    def put_connection(self, conn: SQLiteConnection) -> None:
        """Take a connection back; the last user of a pool that is closed meanwhile closes it."""
        try:
            super().put_connection(conn)
        except ConnectionPoolClosedError:
            conn.close()

    def close(self) -> None:
        """Close the connections that nobody uses.

        The library closes the others too. SQLite does not bear that: the process dies if a thread is reading.
        """
        with self._put_condition:
            in_use, self._in_use = self._in_use, {}
            super().close()
            self._in_use = in_use


class LogTransaction(SQLiteTransaction):
    """A transaction that has the right to write before it reads.

    One that reads first and writes later fails at once, whatever the timeout, if another wrote in between.
    """

    def __enter__(self) -> SQLiteCursor:
        cursor = self.connection.cursor()
        try:
            cursor.execute("BEGIN IMMEDIATE" if self.commit else "BEGIN")
        except sqlite3.OperationalError as error:
            raise OperationalError(error) from error
        return cursor

    def __exit__(
        self,
        exc_type: type[BaseException] | None,
        exc_val: BaseException | None,
        exc_tb: TracebackType | None,
    ) -> None:
        try:
            super().__exit__(exc_type, exc_val, exc_tb)
        except PersistenceError:
            # A failed COMMIT leaves the transaction open, and the pool would keep it.
            with suppress(sqlite3.Error):
                self.connection.rollback()
            raise


class LogDatastore(SQLiteDatastore):
    """The file, its connections, the queue of those who want to write, and the keys under which they do.

    Args:
        path: the file of the log.
        lock_timeout: seconds to wait for the right to write.
    """

    def __init__(self, path: Path, lock_timeout: int) -> None:
        super().__init__(str(path), lock_timeout=lock_timeout)
        self.pool = LogPool(db_name=str(path), lock_timeout=lock_timeout, pool_timeout=lock_timeout)
        self.queue = FileLock(path.with_suffix(".lock"), lock_timeout)
        self.flights = FileFlights(path.with_suffix(".keys.lock"))

    @contextmanager
    def transaction(self, *, commit: bool) -> Iterator[SQLiteCursor]:
        """A transaction; one that commits may write from its first statement on."""
        with (
            self.get_connection(commit=commit) as connection,
            LogTransaction(connection, commit=commit) as cursor,
            cursor,
        ):
            yield cursor


class SQLiteLog(SQLiteApplicationRecorder):
    """Appends events to the log and reads them, in an SQLite file."""

    datastore: LogDatastore

    def __init__(self, datastore: LogDatastore, events_table_name: str = "stored_events") -> None:
        super().__init__(datastore, events_table_name)
        self.flights: Flights = datastore.flights
        self.insert_events_statement = INSERT.format(table=events_table_name)

    @classmethod
    def open(cls, folder: Path, lock_timeout: int) -> SQLiteLog:
        """The log in this folder; folder, file and table are made when they are missing: nobody else will."""
        folder.mkdir(parents=True, exist_ok=True)
        log = cls(LogDatastore(folder / "events.sqlite", lock_timeout))
        log.migrate()
        return log

    def construct_create_table_statements(self) -> list[str]:
        """The log, whose ids are never used twice, the triggers that refuse to change what it holds, the answers."""
        table = self.events_table_name
        guards = [GUARD.format(table=table, name=name, when=when.format(table=table)) for name, when in GUARDS.items()]
        return [TABLE.format(table=table), *guards, *ANSWERS.make]

    def migrate(self) -> None:
        """Make what is missing."""
        with self.datastore.queue.held():
            self.create_table()

    def check(self) -> None:
        """Nothing to find wrong: opening made what was missing."""

    def insert_events(self, stored_events: Sequence[StoredEvent], **kwargs: Any) -> Sequence[int] | None:
        """Append the events, all or none, after waiting for one's turn.

        The queue is ours because waiting inside the library's pool keeps readers out too, and waiting inside
        SQLite is a lottery between processes.
        """
        with self.datastore.queue.held():
            return super().insert_events(stored_events, **kwargs)

    def _insert_events(
        self, c: SQLiteCursor, stored_events: Sequence[StoredEvent], answer: Answer | None = None, **kwargs: Any
    ) -> Sequence[int] | None:
        positions = super()._insert_events(c, stored_events, **kwargs)
        if answer is not None:
            c.execute(ANSWERS.forget, [microseconds(answer.forgets_before)])
            c.execute(ANSWERS.insert, row(answer))
        return positions

    def select_streams(self, after: int, through: int, upto: int) -> list[Notification]:
        """The events of all streams that begin beyond one position and up to another; see `Store.streams`."""
        with self.datastore.transaction(commit=False) as cursor:
            cursor.execute(SELECT_STREAMS.format(table=self.events_table_name), [after, through, upto])
            return [
                Notification(
                    id=row["rowid"],
                    originator_id=self.convert_originator_id(row["originator_id"]),
                    originator_version=row["originator_version"],
                    topic=row["topic"],
                    state=row["state"],
                )
                for row in cursor.fetchall()
            ]

    def last_version(self, id_: UUID) -> int:
        """The version of the last event of a stream; 0, if there is none."""
        with self.datastore.get_connection(commit=False) as connection:
            cursor = connection.cursor()
            cursor.execute(LAST_VERSION.format(table=self.events_table_name), [id_.hex])
            return cursor.fetchone()[0] or 0

    def append(self, stored_events: Sequence[StoredEvent], answer: Answer | None = None) -> None:
        """Append the events for a command, and keep the answer, if it was sent under a key.

        Raises:
            IntegrityError: one of them is stored already, or an answer is under the same key.
            Unavailable: the disk is full, or the turn to write did not come; nothing was stored.
        """
        try:
            self.insert_events(stored_events, answer=answer)
        except OperationalError as error:
            raise Unavailable(what="log") from error

    def find_answer(self, account: str, key: str, since: datetime) -> Answer | None:
        """What was answered to this account under this key, if it was not before ``since``."""
        with self.datastore.transaction(commit=False) as cursor:
            cursor.execute(ANSWERS.find, [account, key, microseconds(since)])
            return from_row(cursor.fetchone())

    def close(self) -> None:
        """Let the files go."""
        self.flights.close()
        self.datastore.close()
