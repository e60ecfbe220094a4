"""Rows that say what was known from one instant to another.

Such a table holds, beside what it shows, the bounds *recorded from / recorded to*. When an event changes what is seen of
a stream, the rows that no longer hold are closed at the instant of the event, and new ones are opened; what held for no
time at all, between two events of one command, leaves no row. The bounds are instants of events, never of projection,
so that a rebuilt table equals the kept one.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, Table, bindparam, delete, update

from application.projecting.projection import FoldedStream
from application.store.bulk import insert_rows
from application.store.columns import FOREVER

Row = tuple[Any, ...]
Rows = tuple[Row, ...]


class RecordedRows:
    """Keeps one table of rows as recorded.

    Args:
        table: its last two columns are ``recorded_from`` and ``recorded_to``.
        rows: takes the rows from an observation, without these two. The same tuple means that nothing has changed.
        identity: the columns that tell the rows apart which hold at one instant.
    """

    def __init__(self, table: Table, rows: Callable[[Any], Rows], identity: Sequence[str]) -> None:
        self._table = table
        self._rows = rows
        names = [column.name for column in table.columns]
        self._identity = [(f"_{name}", names.index(name)) for name in identity]
        this_row = [table.c[name] == bindparam(f"_{name}") for name in identity]
        self._close = (
            update(table)
            .where(*this_row, table.c.recorded_to == FOREVER, table.c.recorded_from < bindparam("_at"))
            .values(recorded_to=bindparam("_at"))
        )
        self._forget = delete(table).where(*this_row, table.c.recorded_from == bindparam("_at"))

    def project(self, connection: Connection, streams: Iterable[FoldedStream]) -> None:
        """Write what the steps of these streams have changed."""
        closed: list[dict[str, Any]] = []
        added: list[Row] = []
        for stream in streams:
            added += self._changes(stream, closed)
        if closed:
            connection.execute(self._forget, closed)
            connection.execute(self._close, closed)
        insert_rows(connection, self._table, added)

    def _changes(self, stream: FoldedStream, closed: list[dict[str, Any]]) -> Iterator[Row]:
        """The rows that a stream adds; those of earlier batches that it closes are put into ``closed``."""
        opened: dict[Row, datetime] = {}
        for step in stream.steps:
            before = () if step.before is None else self._rows(step.before)
            after = self._rows(step.after)
            if after is before:
                continue
            at, held, holds = step.event.recorded_at, set(before), set(after)
            for row in before:
                if row in holds:
                    continue
                since = opened.pop(row, None)
                if since is None:
                    closed.append({name: row[index] for name, index in self._identity} | {"_at": at})
                elif since < at:
                    yield (*row, since, at)
            for row in after:
                if row not in held:
                    opened[row] = at
        for row, since in opened.items():
            yield (*row, since, FOREVER)
