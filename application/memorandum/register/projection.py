"""How the register's tables follow the events."""

from __future__ import annotations

from collections.abc import Sequence
from operator import attrgetter

from sqlalchemy import Connection, bindparam, select

from application.memorandum.register.tables import EDITIONS, ENTRIES, FACETS, INTERVALS, STATES, TITLES
from application.projecting.projection import Batch, FoldedStream, Projection
from application.projecting.recorded_rows import RecordedRows, changes_of, microseconds
from application.store.bulk import insert_rows
from domain.memorandum.memorandum import Memorandum

_RECORDED = (
    RecordedRows(INTERVALS, attrgetter("dated.rows"), ("entry", "era", "valid_from")),
    RecordedRows(STATES, attrgetter("states"), ("entry",)),
    RecordedRows(EDITIONS, attrgetter("editions"), ("entry", "edition_id")),
    RecordedRows(FACETS, attrgetter("facets"), ("entry", "facet", "value", "edition_id")),
    RecordedRows(TITLES, attrgetter("titles"), ("entry",)),
)
_ENTRIES_OF = select(ENTRIES.c.memorandum_id, ENTRIES.c.entry).where(
    ENTRIES.c.memorandum_id.in_(bindparam("ids", expanding=True))
)


class RegisterProjection(Projection):
    """Timelines, states, editions, facets and titles of all memorandums, as known from one instant to another."""

    name, revision, tables = "register", 3, (ENTRIES, INTERVALS, STATES, EDITIONS, FACETS, TITLES)
    streams = (Memorandum,)

    def project(self, connection: Connection, batch: Batch) -> None:
        """Write what the batch changes."""
        entries = _entries(connection, batch.streams)
        changes = [changes_of(stream, entries[str(stream.id)]) for stream in batch.streams]
        for rows in _RECORDED:
            rows.project(connection, changes)


def _entries(connection: Connection, streams: Sequence[FoldedStream]) -> dict[str, int]:
    """The entries of these memorandums; those that begin here are added."""
    new = {str(stream.id): stream.steps[0] for stream in streams if stream.is_new}
    rows = [(step.position, id_, microseconds(step.event.recorded_at)) for id_, step in new.items()]
    insert_rows(connection, ENTRIES, rows)
    entries = {id_: step.position for id_, step in new.items()}
    older = [str(stream.id) for stream in streams if not stream.is_new]
    if older:
        entries.update(connection.execute(_ENTRIES_OF, {"ids": older}).all())
    return entries
