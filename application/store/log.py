"""The log, whichever database holds it."""

from __future__ import annotations

from application.settings import PostgreSQL, Settings
from application.store.postgresql import PostgreSQLLog
from application.store.sqlite import SQLiteLog

Log = SQLiteLog | PostgreSQLLog


def open_log(settings: Settings) -> Log:
    """The log that the settings name; call its `migrate` or `check` before using it."""
    if isinstance(settings.database, PostgreSQL):
        return PostgreSQLLog.open(settings.database.address, settings.lock_timeout)
    return SQLiteLog.open(settings.database.folder, settings.lock_timeout)
