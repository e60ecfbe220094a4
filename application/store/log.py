"""The log, whichever database holds it."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias

from application.settings import PostgreSQL, Settings
from application.store.sqlite import SQLiteLog

if TYPE_CHECKING:  # who keeps everything on SQLite starts without the driver of PostgreSQL
    from application.store.postgresql import PostgreSQLLog

Log: TypeAlias = "SQLiteLog | PostgreSQLLog"


def open_log(settings: Settings) -> Log:
    """The log that the settings name; call its `migrate` or `check` before using it."""
    if isinstance(settings.database, PostgreSQL):
        from application.store.postgresql import PostgreSQLLog  # noqa: PLC0415  see above

        return PostgreSQLLog.open(settings.database.address, settings.lock_timeout)
    return SQLiteLog.open(settings.database.folder, settings.lock_timeout)
