"""Places for the tables of read models: an SQLite file each, or a PostgreSQL schema each.

What is written here can be computed again, so a commit does not wait for the disk; that of the log does.
"""

from __future__ import annotations

import sqlite3
from abc import ABC, abstractmethod
from collections.abc import Iterator, Sequence
from contextlib import AbstractContextManager, contextmanager
from pathlib import Path
from typing import Any

from sqlalchemy import URL, Connection, Engine, MetaData, Table, create_engine, event, text
from sqlalchemy.exc import DBAPIError
from typing_extensions import override

from application.errors import Unavailable
from application.store.lock import FileLock

BUILDING = -1  # no place has this number: the lock of whoever fills a new generation
LOCKS = 0x626974  # "bit": all users of a database share its advisory locks

SQLITE_OUTAGES = {
    sqlite3.SQLITE_BUSY,
    sqlite3.SQLITE_LOCKED,
    sqlite3.SQLITE_NOMEM,
    sqlite3.SQLITE_READONLY,
    sqlite3.SQLITE_IOERR,
    sqlite3.SQLITE_CORRUPT,
    sqlite3.SQLITE_FULL,
    sqlite3.SQLITE_CANTOPEN,
    sqlite3.SQLITE_NOTADB,
}
# Classes of SQLSTATE: connection, transaction rolled back, resources, lock not had, operator, system, read-only.
POSTGRESQL_OUTAGES = ("08", "40", "53", "55P03", "57", "58", "25006")


def is_outage(error: DBAPIError) -> bool:
    """Whether the database itself is at fault, not the statement: the same may succeed later."""
    if error.connection_invalidated:
        return True
    if isinstance(error.orig, sqlite3.Error):
        return (getattr(error.orig, "sqlite_errorcode", 0) & 0xFF) in SQLITE_OUTAGES
    return (getattr(error.orig, "sqlstate", None) or "08").startswith(POSTGRESQL_OUTAGES)


@contextmanager
def answering() -> Iterator[None]:
    """Say that the read models are unavailable where the database gives the reason in its own words."""
    try:
        yield
    except DBAPIError as error:
        if is_outage(error):
            raise Unavailable(what="read_models") from error
        raise


class Place(ABC):
    """Tables that belong together.

    number: by which the place is found again; 0 is where the generations are listed.
    """

    def __init__(self, number: int, engine: Engine) -> None:
        self.number = number
        self.engine = engine

    @abstractmethod
    def reading(self) -> AbstractContextManager[Connection]:
        """A connection that sees one state.

        Raises:
            Unavailable: the database does not answer.
        """

    @abstractmethod
    def leading(self, timeout: float) -> AbstractContextManager[Connection]:
        """A connection in a transaction, alone among all processes that want to write here; committed at the end.

        Raises:
            Unavailable: the turn did not come within so many seconds, or the database does not answer.
        """

    @abstractmethod
    def building(self, timeout: float) -> AbstractContextManager[None]:
        """Be alone among all processes that want to fill a new generation; it may take minutes."""

    def make(self, connection: Connection, metadata: MetaData, tables: Sequence[Table]) -> None:
        """Make the tables that are missing."""
        metadata.create_all(connection, tables=tables)

    def drop_indexes(self, connection: Connection, tables: Sequence[Table]) -> None:
        """Do without indexes while tables are filled; `make_indexes` must follow."""
        for table in tables:
            for index in table.indexes:
                index.drop(connection)

    def make_indexes(self, connection: Connection, tables: Sequence[Table]) -> None:
        """Make all indexes of tables that were filled."""
        for table in tables:
            for index in table.indexes:
                index.create(connection)

    @abstractmethod
    def settle(self, tables: Sequence[Table]) -> None:
        """Have the database look at tables that were filled, so that it plans its queries well."""

    @abstractmethod
    def remove(self, connection: Connection) -> None:
        """Drop everything in it, by a connection to another place of the same database."""

    def close(self) -> None:
        """Let the connections go."""
        self.engine.dispose()


class SQLitePlace(Place):
    """A file, and a lock file beside it."""

    def __init__(self, number: int, path: Path, lock_timeout: float) -> None:
        super().__init__(number, _sqlite_engine(path, lock_timeout))
        self._path = path
        self._lock = FileLock(path.with_suffix(".lock"), lock_timeout)
        self._building = FileLock(path.with_suffix(".building.lock"), lock_timeout)
        self._writing = self.engine.execution_options(begin="BEGIN IMMEDIATE")

    @contextmanager
    def reading(self) -> Iterator[Connection]:
        """See `Place.reading`; the state is that of the first statement, whoever executes it."""
        with answering(), self.engine.connect() as connection, connection.begin():
            yield connection

    @contextmanager
    def leading(self, timeout: float) -> Iterator[Connection]:
        """See `Place.leading`; leadership is a lock on a file."""
        with self._lock.held(timeout), answering(), self._writing.begin() as connection:
            yield connection

    @contextmanager
    def building(self, timeout: float) -> Iterator[None]:
        """See `Place.building`."""
        with self._building.held(timeout):
            yield

    @override
    def settle(self, tables: Sequence[Table]) -> None:
        """SQLite plans by the indexes alone."""

    @override
    def remove(self, connection: Connection) -> None:
        """Remove the file and those beside it."""
        self.close()
        for path in self._path.parent.glob(f"{self._path.stem}.*"):
            path.unlink(missing_ok=True)


class PostgreSQLPlace(Place):
    """A schema, and two of the database's advisory locks."""

    def __init__(self, number: int, address: str, schema: str) -> None:
        super().__init__(number, _postgresql_engine(address, schema))
        # Each statement sees a state of its own in a transaction too, whose beginning and end are a message each.
        self._questions = _postgresql_engine(address, schema, isolation_level="AUTOCOMMIT", pool_reset_on_return=None)
        self.schema = schema

    @contextmanager
    def reading(self) -> Iterator[Connection]:
        """See `Place.reading`; what one statement sees is one state."""
        with answering(), self._questions.connect() as connection:
            yield connection

    @contextmanager
    def leading(self, timeout: float) -> Iterator[Connection]:
        """See `Place.leading`; leadership is an advisory lock that ends with the transaction."""
        with answering(), self.engine.begin() as connection:
            connection.execute(TAKE_THE_LEAD, self._lock(self.number, timeout))
            yield connection

    @contextmanager
    def building(self, timeout: float) -> Iterator[None]:
        """See `Place.building`; no transaction stays open meanwhile."""
        lock = self._lock(BUILDING, timeout)
        with answering(), self.engine.connect() as connection:
            connection.execution_options(isolation_level="AUTOCOMMIT").execute(START_BUILDING, lock)
            try:
                yield
            finally:
                connection.execute(STOP_BUILDING, lock)

    def make(self, connection: Connection, metadata: MetaData, tables: Sequence[Table]) -> None:
        """Make schema and tables, whichever are missing."""
        connection.execute(text(f"CREATE SCHEMA IF NOT EXISTS {self.schema}"))
        super().make(connection, metadata, tables)

    @override
    def settle(self, tables: Sequence[Table]) -> None:
        """Have the server count rows and note which pages are read without a look at who may see them."""
        names = ", ".join(f"{self.schema}.{table.name}" for table in tables)
        with answering(), self.engine.connect() as connection:
            connection.execution_options(isolation_level="AUTOCOMMIT").execute(text(f"VACUUM (ANALYZE) {names}"))

    def close(self) -> None:
        """Let the connections go."""
        self._questions.dispose()
        super().close()

    def remove(self, connection: Connection) -> None:
        """Drop the schema with all that is in it."""
        self.close()
        connection.execute(text(f"DROP SCHEMA IF EXISTS {self.schema} CASCADE"))

    def _lock(self, number: int, timeout: float) -> dict[str, object]:
        return {"timeout": f"{round(timeout * 1000) or 1}ms", "family": LOCKS, "number": number}


TAKE_THE_LEAD = text("SELECT set_config('lock_timeout', :timeout, true), pg_advisory_xact_lock(:family, :number)")
START_BUILDING = text("SELECT set_config('lock_timeout', :timeout, false), pg_advisory_lock(:family, :number)")
STOP_BUILDING = text("SELECT set_config('lock_timeout', '0', false), pg_advisory_unlock(:family, :number)")


def _sqlite_engine(path: Path, lock_timeout: float) -> Engine:
    engine = create_engine(
        URL.create("sqlite", database=str(path)),
        connect_args={"timeout": lock_timeout, "isolation_level": None},  # we begin transactions ourselves
    )

    @event.listens_for(engine, "connect")
    def connected(connection: Any, _: object) -> None:
        for pragma in ("journal_mode=WAL", "synchronous=NORMAL", "wal_autocheckpoint=10000"):
            connection.execute(f"PRAGMA {pragma}")

    @event.listens_for(engine, "begin")
    def begun(connection: Connection) -> None:
        begin = connection.get_execution_options().get("begin")
        if begin is None:
            connection.connection.driver_connection.execute("BEGIN")  # type: ignore[union-attr]  # cannot fail: it waits
        else:
            connection.exec_driver_sql(begin)

    return engine


def _postgresql_engine(address: str, schema: str, **options: Any) -> Engine:
    import psycopg  # noqa: PLC0415  who keeps everything on SQLite starts without it
    from psycopg.sql import SQL, Identifier  # noqa: PLC0415  as above

    def connect() -> psycopg.Connection[Any]:
        connection = psycopg.connect(address)
        connection.execute(SQL("SET search_path = {}").format(Identifier(schema)))
        connection.execute("SET synchronous_commit = off")
        connection.execute("SET jit = off")  # it takes longer to compile a list than to answer it
        connection.commit()
        return connection

    return create_engine("postgresql+psycopg://", creator=connect, **options)
