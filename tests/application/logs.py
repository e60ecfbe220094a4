"""Logs for tests, on a fresh database."""

from collections.abc import Iterator
from contextlib import contextmanager

import psycopg

from application.store.lock import FileLock
from application.store.postgresql import PostgreSQLLog
from application.store.sqlite import SQLiteLog
from tests.databases import Database

LOCK_TIMEOUT = 15  # seconds, the shortest that the settings allow


def open_log(database: Database) -> SQLiteLog | PostgreSQLLog:
    """The log of this database, with its tables made."""
    if database.kind == "sqlite":
        return SQLiteLog.open(database.directory, LOCK_TIMEOUT)
    log = PostgreSQLLog.open(database.url, LOCK_TIMEOUT)
    log.migrate()
    return log


@contextmanager
def nobody_appends(database: Database) -> Iterator[None]:
    """Somebody holds the right to append, and does not let go of it: all who want to write wait."""
    if database.kind == "sqlite":
        with FileLock(database.directory / "events.lock", LOCK_TIMEOUT).held():
            yield
        return
    with psycopg.connect(database.url) as somebody:
        somebody.execute("LOCK TABLE bitim_log.stored_events IN EXCLUSIVE MODE")
        yield
