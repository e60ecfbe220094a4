"""Logs for tests, on a fresh database."""

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
