"""Keys in flight, as a PostgreSQL server keeps them for the processes of all hosts."""

from __future__ import annotations

from contextlib import suppress
from typing import Any, LiteralString

import psycopg
from typing_extensions import override

from application.errors import Unavailable
from application.store.flights import Flights

FAMILY = 0x6B6579  # "key": all users of a database share its advisory locks
TAKE = "SELECT pg_try_advisory_lock(%s, %s)"
LEAVE = "SELECT pg_advisory_unlock(%s, %s)"


class DatabaseFlights(Flights):
    """The processes of all hosts: each place is an advisory lock, held by one connection for all threads.

    Args:
        address: of the database, as libpq reads it.
    """

    def __init__(self, address: str) -> None:
        super().__init__()
        self._address = address
        self._connection: psycopg.Connection[tuple[Any, ...]] | None = None

    @override
    def _take(self, place: int) -> bool:
        try:
            return self._ask(TAKE, place)
        except psycopg.Error:  # the server was restarted since the key before
            self.close()
        try:
            return self._ask(TAKE, place)
        except psycopg.Error as error:
            self.close()
            raise Unavailable(what="log") from error

    @override
    def _leave(self, place: int) -> None:
        try:
            self._ask(LEAVE, place)
        except psycopg.Error:  # a connection that is lost has let go of all its locks
            self.close()

    def _ask(self, statement: LiteralString, place: int) -> bool:
        if self._connection is None:
            self._connection = psycopg.connect(self._address, autocommit=True)
        found = self._connection.execute(statement, [FAMILY, place]).fetchone()
        return found is not None and bool(found[0])

    @override
    def close(self) -> None:
        if self._connection is not None:
            with suppress(psycopg.Error):
                self._connection.close()
        self._connection = None
