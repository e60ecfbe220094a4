"""The log in a PostgreSQL database: in commit order, never changed, honest about a commit cut short."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from datetime import datetime
from selectors import EVENT_READ, EVENT_WRITE, DefaultSelector
from typing import Any
from uuid import UUID

import psycopg
from eventsourcing.persistence import InterfaceError, Notification, OperationalError, StoredEvent
from eventsourcing.postgres import PostgresApplicationRecorder, PostgresDatastore
from psycopg import Cursor
from psycopg.errors import Diagnostic, LockNotAvailable
from psycopg.pq.abc import PGconn
from psycopg.rows import DictRow, dict_row
from psycopg.sql import SQL, Composed, Identifier

from application import deadline
from application.errors import NotMigrated, OutcomeUnknown, SettingRefused, Unavailable
from application.store.answers import Answer
from application.store.answers_table import AnswersTable, from_row, microseconds, row
from application.store.flights import Flights
from application.store.flights_of_postgresql import DatabaseFlights

SCHEMA = "bitim_log"
MOST_CONNECTIONS = 12  # one for each thread that serves, and some for the projector
MIGRATION_LOCK = 0x6269_7469_6D01  # "bitim" and a number: all users of a database share its advisory locks

SELECT_STREAMS = SQL("""
SELECT one.* FROM {schema}.{table} AS first JOIN {schema}.{table} AS one USING (originator_id)
WHERE first.notification_id > %s AND first.notification_id <= %s AND first.originator_version = 1
    AND one.notification_id <= %s
ORDER BY first.notification_id, one.originator_version""")

LAST_VERSION = SQL("SELECT max(originator_version) AS version FROM {schema}.{table} WHERE originator_id = %s")

# The server's words when a commit stopped waiting for its standby: written here, perhaps not there.
CUT_SHORT = {"01000", "57P01"}

REFUSE = SQL("""
CREATE OR REPLACE FUNCTION {schema}.refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'stored for ever' USING ERRCODE = 'restrict_violation';
END $$""")
GUARD = SQL("""
CREATE OR REPLACE TRIGGER never_changed BEFORE UPDATE OR DELETE OR TRUNCATE ON {schema}.{table}
    FOR EACH STATEMENT EXECUTE FUNCTION {schema}.refuse_change()""")
# ALWAYS: also for a session that says it is a replica, as some tools for loading data do.
ALWAYS = SQL("ALTER TABLE {schema}.{table} ENABLE ALWAYS TRIGGER never_changed")


class Warnings(threading.local):
    """What the server warned of while this thread used a connection of the log."""

    def __init__(self) -> None:
        self.codes: set[str] = set()

    def note(self, warning: Diagnostic) -> None:
        """Take note of a warning's code."""
        self.codes.add(warning.sqlstate or "")


class LogDatastore(PostgresDatastore):
    """The connections to the database that holds the log.

    Args:
        address: as libpq reads it, with several hosts if there are standby servers.
        lock_timeout: seconds to wait for the right to append.
        schema: where the log's table is, away from everything else.
    """

    def __init__(self, address: str, lock_timeout: int, schema: str = SCHEMA) -> None:
        self.address = address
        self.warnings = Warnings()
        super().__init__(
            "", "", "", "", "", schema=schema, lock_timeout=lock_timeout, max_overflow=MOST_CONNECTIONS - 1
        )
        # The library takes an address apart, and loses what it does not know: more hosts, certificates.
        self.pool.conninfo = address
        self.pool.kwargs = {"row_factory": dict_row}

    def after_connect_func(self) -> Callable[[psycopg.Connection[Any]], None]:
        """What is done to each new connection."""
        prepare, warnings = super().after_connect_func(), self.warnings

        def after_connect(connection: psycopg.Connection[Any]) -> None:
            prepare(connection)
            connection.add_notice_handler(warnings.note)

        return after_connect

    @contextmanager
    def get_connection(self) -> Iterator[psycopg.Connection[DictRow]]:
        """A connection.

        Raises:
            Unavailable: the turn to append did not come; not an error that the library would try again.
        """
        try:
            with super().get_connection() as connection:
                yield connection
        except OperationalError as error:
            if isinstance(error.__cause__, LockNotAvailable):
                raise Unavailable(waited_for="log", seconds=self.lock_timeout) from error
            raise


class PostgreSQLLog(PostgresApplicationRecorder):
    """Appends events to the log and reads them, in a PostgreSQL database."""

    datastore: LogDatastore

    def __init__(self, datastore: LogDatastore, *, events_table_name: str = "stored_events") -> None:
        if datastore.enable_db_functions:  # for whoever passes by the settings
            raise SettingRefused("POSTGRES_ENABLE_DB_FUNCTIONS", "nothing")
        super().__init__(datastore, events_table_name=events_table_name)
        self.flights: Flights = DatabaseFlights(datastore.address)
        # Nobody may call what appends without the table's lock: the function is not made at all.
        del self.sql_create_statements[self.create_insert_function_statement_index]
        self.sql_create_statements += [self._named(statement) for statement in (REFUSE, GUARD, ALWAYS)]
        self._last_version = self._named(LAST_VERSION)
        self.answers = AnswersTable.of(f"{datastore.schema}.answers", "%s")
        self.sql_create_statements += [SQL(statement).format() for statement in self.answers.make]

    def _named(self, statement: SQL) -> Composed:
        names = {"schema": Identifier(self.datastore.schema), "table": Identifier(self.events_table_name)}
        return statement.format(**names)

    @classmethod
    def open(cls, address: str, lock_timeout: int) -> PostgreSQLLog:
        """The log in this database; `migrate` alone makes its tables, never a worker's first request."""
        return cls(LogDatastore(address, lock_timeout))

    def migrate(self) -> None:
        """Make schema, table and triggers, whichever are missing; may run on several hosts at once."""
        with psycopg.connect(self.datastore.address, autocommit=True) as connection:
            connection.execute("SELECT pg_advisory_lock(%s)", [MIGRATION_LOCK])
            connection.execute(self._named(SQL("CREATE SCHEMA IF NOT EXISTS {schema}")))
            self.create_table()

    def check(self) -> None:
        """Make sure that the log is there, and that a commit is kept.

        Raises:
            NotMigrated: the tables have not been made yet.
            SettingRefused: the server acknowledges commits that a crash may lose.
        """
        with self.datastore.get_connection() as connection:
            found = connection.execute(
                "SELECT num_nulls(to_regclass(%s), to_regclass(%s)) = 0 AS made, "
                "current_setting('synchronous_commit') AS kept",
                [f"{self.datastore.schema}.{self.events_table_name}", f"{self.datastore.schema}.answers"],
            ).fetchone()
        if found is None or not found["made"]:
            raise NotMigrated(schema=self.datastore.schema)
        if found["kept"] == "off":
            raise SettingRefused("BITIM_DATABASE", "a database whose synchronous_commit is not off")
        self.datastore.register_type_adapters()

    def insert_events(
        self, stored_events: Sequence[StoredEvent], answer: Answer | None = None, **kwargs: Any
    ) -> Sequence[int] | None:
        """Append the events, all or none, and the answer with them.

        Raises:
            OutcomeUnknown: the server stopped waiting for its standby; they are here, perhaps not there.
        """
        positions: Sequence[int] | None = None
        with self._unknown_if_cut_short():
            if stored_events:
                positions = super().insert_events(stored_events, answer=answer, **kwargs)
            elif answer is not None:
                with self.datastore.transaction(commit=True) as cursor:
                    self._keep(cursor, answer)
        return positions

    @contextmanager
    def _unknown_if_cut_short(self) -> Iterator[None]:
        """Whatever came of it: if the server stopped waiting for its standby on the way, nobody knows the outcome.

        A server that is shut down meanwhile ends the connection as well; the library's next try then meets the
        events of the first.
        """
        codes = self.datastore.warnings.codes
        codes.clear()
        try:
            yield
        finally:
            if codes & CUT_SHORT:
                raise OutcomeUnknown(what="log")

    def _lock_table(self, curs: Cursor[DictRow]) -> None:
        """Wait for the turn to append, no longer than whoever sent the command does."""
        milliseconds = round(1000 * deadline.left(self.datastore.lock_timeout))
        curs.execute(f"SET LOCAL lock_timeout = {milliseconds}".encode(), prepare=False)
        for statement in self.lock_table_statements[1:]:  # the first one sets a timeout of its own
            curs.execute(statement, prepare=True)

    def _insert_stored_events(
        self,
        curs: Cursor[DictRow],
        stored_events: Sequence[StoredEvent],
        answer: Answer | None = None,
        tries: list[None] | None = None,
        **kwargs: Any,
    ) -> None:
        if tries is not None:
            tries.append(None)
        super()._insert_stored_events(curs, stored_events, **kwargs)
        if answer is not None:
            # A cursor of its own, behind the library's: it reads its results from the last statement on its own.
            with curs.connection.cursor() as cursor:
                self._keep(cursor, answer)
        _send_all(curs.connection.pgconn)

    def _keep(self, cursor: Cursor[DictRow], answer: Answer) -> None:
        # Not prepared: one that fails in a pipeline leaves psycopg with statements the server does not know.
        cursor.execute(self.answers.forget, [microseconds(answer.forgets_before)], prepare=False)
        cursor.execute(self.answers.insert, row(answer), prepare=False)

    def select_streams(self, after: int, through: int, upto: int) -> list[Notification]:
        """The events of all streams that begin beyond one position and up to another; see `Store.streams`."""
        with self.datastore.get_connection() as connection, connection.cursor() as cursor:
            cursor.execute(self._named(SELECT_STREAMS), [after, through, upto])
            return [
                Notification(
                    id=row["notification_id"],
                    originator_id=row["originator_id"],
                    originator_version=row["originator_version"],
                    topic=row["topic"],
                    state=bytes(row["state"]),
                )
                for row in cursor
            ]

    def last_version(self, id_: UUID) -> int:
        """The version of the last event of a stream; 0, if there is none."""
        with self.datastore.get_connection() as connection:
            found = connection.execute(self._last_version, [id_], prepare=True).fetchone()
        return 0 if found is None else found["version"] or 0

    def append(self, stored_events: Sequence[StoredEvent], answer: Answer | None = None) -> None:
        """Append the events for a command, and keep the answer, if it was sent under a key.

        A lost connection has been tried again ten times.

        Raises:
            IntegrityError: one of them is stored already, or an answer is under the same key.
            Unavailable: the turn to append did not come; nothing was stored.
            OutcomeUnknown: the connection was lost for good, perhaps after the commit.
        """
        tries: list[None] = []
        try:
            self.insert_events(stored_events, answer=answer, tries=tries)
        except Unavailable as error:
            if len(tries) > 1:  # the one before lost its connection, perhaps after the commit
                raise OutcomeUnknown(what="log") from error
            raise
        except (OperationalError, InterfaceError) as error:
            raise OutcomeUnknown(what="log") from error

    def find_answer(self, account: str, key: str, since: datetime) -> Answer | None:
        """What was answered to this account under this key, if it was not before ``since``."""
        with self.datastore.get_connection() as connection:
            found = connection.execute(self.answers.find, [account, key, microseconds(since)]).fetchone()
        return from_row(found)

    def close(self) -> None:
        """Let the connections go."""
        self.flights.close()
        self.datastore.close()


def _send_all(connection: PGconn) -> None:
    """Wait until the server has been sent all that is to be sent.

    psycopg (3.3.9) forgets, in a pipeline, what the socket does not take at once, and then waits for an answer that
    cannot come: a command of half a megabyte held the lock on the log for ever.
    """
    with DefaultSelector() as selector:
        selector.register(connection.socket, EVENT_READ | EVENT_WRITE)
        while connection.flush():
            if any(ready & EVENT_READ for _, ready in selector.select()):
                connection.consume_input()
