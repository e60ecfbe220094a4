"""How the register's tables follow the events."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from operator import attrgetter

from sqlalchemy import Connection, Table, bindparam, select

from application.memorandum.register.tables import EDITIONS, ENTRIES, FACETS, INTERVALS, STATES, TITLES
from application.projecting.projection import Batch, FoldedStream, Row, StreamProjection
from application.projecting.recorded_rows import RecordedRows, changes_of, microseconds, project
from application.store.bulk import insert_rows
from application.store.hot import Hot
from domain.memorandum.memorandum import Memorandum

_RECORDED = (
    RecordedRows(INTERVALS, attrgetter("dated.rows"), ("entry", "era", "valid_from")),
    RecordedRows(STATES, attrgetter("states"), ("entry",)),
    RecordedRows(EDITIONS, attrgetter("editions"), ("entry", "edition_id")),
    RecordedRows(FACETS, attrgetter("facets"), ("entry", "facet", "value", "edition_id")),
    RecordedRows(TITLES, attrgetter("titles"), ("entry",)),
)
_ENTRIES_OF = Hot(
    select(ENTRIES.c.memorandum_id, ENTRIES.c.entry).where(
        ENTRIES.c.memorandum_id.in_(bindparam("ids", expanding=True))
    )
)


class RegisterProjection(StreamProjection):
    """Timelines, states, editions, facets and titles of all memorandums, as known from one instant to another."""

    name, revision, tables = "register", 5, (ENTRIES, INTERVALS, STATES, EDITIONS, FACETS, TITLES)
    streams = (Memorandum,)

    def project(self, connection: Connection, batch: Batch) -> None:
        """Write what the batch changes."""
        insert_rows(connection, ENTRIES, [_entry(stream) for stream in batch.streams if stream.is_new])
        older = [str(stream.id) for stream in batch.streams if not stream.is_new]
        known: dict[str, int] = {}
        if older:
            known.update(_ENTRIES_OF.rows(connection, ids=older))
        changes = [
            changes_of(stream, stream.steps[0].position if stream.is_new else known[str(stream.id)])
            for stream in batch.streams
        ]
        project(connection, _RECORDED, changes)

    def rows(self, streams: Sequence[FoldedStream]) -> Iterator[tuple[Table, list[Row]]]:
        """The rows of whole memorandums."""
        yield ENTRIES, [_entry(stream) for stream in streams]
        changes = [changes_of(stream, stream.steps[0].position) for stream in streams]
        for table in _RECORDED:
            yield table.table, table.of(changes)


def _entry(stream: FoldedStream) -> Row:
    """The row of a memorandum that begins here."""
    first = stream.steps[0]
    return (first.position, str(stream.id), microseconds(first.recorded_at))
