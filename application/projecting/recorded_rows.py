"""Rows that say what was known from one instant to another.

Such a table holds, beside what it shows, the bounds *recorded from / recorded to*. When an event changes what is seen
of a stream, the rows that no longer hold are closed at the instant of the event, and new ones are opened; what held for
no time at all, between two events of one command, leaves no row. The bounds are instants of events, never of
projection, so that a rebuilt table equals the kept one.

There are several such rows to each event, so they are made of plain numbers and strings, which both databases take as
they are: instants in microseconds since 1970, days as ordinals.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import datetime
from typing import Any, ClassVar, NamedTuple

from sqlalchemy import BigInteger, Column, Connection, Table, bindparam, delete, update

from application.projecting.projection import Batch, FoldedStream, Row, StreamProjection
from application.store.bulk import insert_rows_together
from application.store.columns import EPOCH, MICROSECOND
from application.store.hot import Hot, execute_together

Rows = tuple[Row, ...]

OPEN = 2**62
"""The upper bound of what still holds: later than every instant."""


def recorded() -> tuple[Column[Any], ...]:
    """The two columns with which such a table ends."""
    return tuple(Column(name, BigInteger, nullable=False) for name in ("recorded_from", "recorded_to"))


def microseconds(instant: datetime) -> int:
    """An instant as these rows keep it."""
    return (instant - EPOCH) // MICROSECOND


def instant_of(microsecond: int) -> datetime:
    """The instant (UTC) that these rows keep so."""
    return EPOCH + microsecond * MICROSECOND


class Change(NamedTuple):
    """What was seen of a stream before and after an event, and the instant of the event."""

    at: int
    before: Any
    after: Any


class StreamChanges(NamedTuple):
    """The changes of one stream, in order; ``key`` is the value with which each of its rows begins."""

    key: int | str
    changes: Sequence[Change]


def changes_of(stream: FoldedStream, key: int | str) -> StreamChanges:
    """The steps of a stream after which something else was seen than before."""
    return StreamChanges(
        key,
        [
            Change(microseconds(step.recorded_at), step.before, step.after)
            for step in stream.steps
            if step.after is not step.before
        ],
    )


class RecordedRows:
    """Keeps one table of rows as recorded.

    Args:
        table: its first column is the key of the stream, the last two are those of `recorded`.
        rows: takes the rows out of an observation, without these; the very same tuple means that none has changed.
        identity: the columns that tell rows apart which hold at the same instant.
    """

    def __init__(self, table: Table, rows: Callable[[Any], Rows], identity: Sequence[str]) -> None:
        self.table = table
        self._rows = rows
        columns = list(table.columns.keys())
        self._identity = [(f"the_{name}", columns.index(name)) for name in identity]
        one_row = [table.c[name] == bindparam(f"the_{name}") for name in identity]
        self.close = Hot(
            update(table)
            .where(*one_row, table.c.recorded_to == OPEN, table.c.recorded_from < bindparam("the_instant"))
            .values(recorded_to=bindparam("the_instant"))
        )
        self.forget = Hot(delete(table).where(*one_row, table.c.recorded_from == bindparam("the_instant")))

    def changed(self, streams: Iterable[StreamChanges]) -> Changed:
        """What has changed."""
        closed: list[dict[str, Any]] = []
        added = [row for stream in streams for row in self._added(stream, closed)]
        return Changed(self, closed, added)

    def of(self, streams: Iterable[StreamChanges]) -> list[Row]:
        """The rows of whole streams."""
        closed: list[dict[str, Any]] = []  # stays empty: what a whole stream closes, it has opened
        return [row for stream in streams for row in self._added(stream, closed)]

    def _added(self, stream: StreamChanges, closed: list[dict[str, Any]]) -> Iterator[Row]:
        """The rows that a stream adds; those of earlier batches that it closes are put into ``closed``."""
        opened: dict[Row, int] = {}
        key = stream.key
        known: Rows = ()
        held: set[Row] = set()  # the rows known, which are long to hash, as a set
        for at, before, after in stream.changes:
            if (rows_before := () if before is None else self._rows(before)) is not known:
                known, held = rows_before, set(rows_before)
            if (rows_after := self._rows(after)) is known:
                continue
            holds = set(rows_after)
            for row in held - holds:
                since = opened.pop(row, None)
                if since is None:
                    closed.append(self._named((key, *row), at))
                elif since < at:
                    yield (key, *row, since, at)
            opened.update(dict.fromkeys(holds - held, at))
            known, held = rows_after, holds
        for row, since in opened.items():
            yield (key, *row, since, OPEN)

    def _named(self, row: Row, at: int) -> dict[str, Any]:
        named = {name: row[index] for name, index in self._identity}
        named["the_instant"] = at
        return named


class Changed(NamedTuple):
    """What has changed in a table: rows of earlier batches that no longer hold, and rows that are new."""

    rows: RecordedRows
    closed: list[dict[str, Any]]
    added: list[Row]


def project(connection: Connection, tables: Iterable[RecordedRows], streams: Sequence[StreamChanges]) -> None:
    """Write what has changed into several tables."""
    changed = [table.changed(streams) for table in tables]
    ended = [one for one in changed if one.closed]
    counts = execute_together(connection, [(one.rows.close, one.closed) for one in ended])
    for one, count in zip(ended, counts, strict=True):
        if count < len(one.closed):
            one.rows.forget.execute(connection, one.closed)  # what the same command opened in the batch before
    insert_rows_together(connection, [(one.rows.table, one.added) for one in changed if one.added])


class RecordedProjection(StreamProjection):
    """A read model whose tables say of each stream what was known from one instant to another.

    recorded: its tables, each with the id of the stream as its first column.
    """

    recorded: ClassVar[Sequence[RecordedRows]]

    def project(self, connection: Connection, batch: Batch) -> None:
        """Write what the batch changes."""
        project(connection, self.recorded, _changes(batch.streams))

    def rows(self, streams: Sequence[FoldedStream]) -> Iterator[tuple[Table, list[Row]]]:
        """The rows of whole streams."""
        changes = _changes(streams)
        for table in self.recorded:
            yield table.table, table.of(changes)


def _changes(streams: Iterable[FoldedStream]) -> list[StreamChanges]:
    return [changes_of(stream, str(stream.id)) for stream in streams]
