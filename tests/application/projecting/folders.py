"""Read models of the sample concept: a register of folders, and a diary of everything."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import BigInteger, Column, Connection, Integer, Table, Text, Uuid, bindparam, delete, update
from typing_extensions import override

from application.projecting.projection import TABLES, Batch, Projection
from application.projecting.recorded_rows import RecordedProjection, RecordedRows
from application.store.bulk import insert_rows
from application.store.columns import FOREVER, Instant
from domain.shared.event import Event
from tests.application.sample import Folder, FolderOpened

FOLDERS = Table(
    "folder",
    TABLES,
    Column("id", Uuid, primary_key=True),
    Column("label", Text, nullable=False),
    Column("papers", Integer, nullable=False),
    Column("version", Integer, nullable=False),
)
LABELS = Table(
    "folder_label",
    TABLES,
    Column("id", Uuid, primary_key=True),
    Column("recorded_from", Instant, primary_key=True),
    Column("recorded_to", Instant, nullable=False),
    Column("label", Text, nullable=False),
)
DIARY = Table(
    "diary",
    TABLES,
    Column("position", Integer, primary_key=True),
    Column("what", Text, nullable=False),
    Column("first_label", Text),
)

REMOVE = delete(FOLDERS).where(FOLDERS.c.id == bindparam("which"))
CLOSE = (
    update(LABELS)
    .where(LABELS.c.id == bindparam("which"), LABELS.c.recorded_to == FOREVER)
    .values(recorded_to=bindparam("at"))
)


@dataclass(frozen=True)
class Seen:
    """What is observed of a folder: its label, and how many papers it holds."""

    label: str
    papers: int


def observe(folder: Folder, events: Sequence[Event], before: Seen | None) -> Seen:
    return Seen(folder.label, len(folder.papers))


class FolderRegister(Projection):
    """Each folder as it stands, and each label with the time in which it was known."""

    name, revision, tables = "folders", 1, (FOLDERS, LABELS)
    streams = (Folder,)

    def project(self, connection: Connection, batch: Batch) -> None:
        self._replace(connection, batch)
        closed, opened = [], []
        for stream in batch.streams:
            at = None
            for step in stream.steps:
                if step.before is not None and step.before.label == step.after.label:
                    continue
                at = step.recorded_at
                if opened and opened[-1][0] == stream.id:
                    opened[-1][2] = at
                elif step.before is not None:
                    closed.append({"which": stream.id, "at": at})
                opened.append([stream.id, at, FOREVER, step.after.label])
        if closed:
            connection.execute(CLOSE, closed)
        insert_rows(connection, LABELS, [row for row in opened if row[1] < row[2]])

    def _replace(self, connection: Connection, batch: Batch) -> None:
        old = [{"which": stream.id} for stream in batch.streams if not stream.is_new]
        if old:
            connection.execute(REMOVE, old)
        rows = [
            (stream.id, stream.aggregate.label, len(stream.aggregate.papers), stream.aggregate.version)
            for stream in batch.streams
        ]
        insert_rows(connection, FOLDERS, rows)


KNOWN_LABELS = Table(
    "folder_label_known",
    TABLES,
    Column("id", Text, primary_key=True),
    Column("label", Text, nullable=False),
    Column("recorded_from", BigInteger, primary_key=True),
    Column("recorded_to", BigInteger, nullable=False),
)


class Labels(RecordedProjection):
    """Each label with the time in which it was known, from one stream alone."""

    name, revision, tables = "labels", 1, (KNOWN_LABELS,)
    streams = (Folder,)
    recorded = (RecordedRows(KNOWN_LABELS, lambda seen: ((seen.label,),), ("id",)),)


class Diary(Projection):
    """Every event, in the order of recording."""

    name, revision, tables = "diary", 1, (DIARY,)
    events = (Event,)

    def project(self, connection: Connection, batch: Batch) -> None:
        rows = [
            (one.position, one.event.TOPIC, one.event.label if isinstance(one.event, FolderOpened) else None)
            for one in batch.events
        ]
        insert_rows(connection, DIARY, rows)


class Squeamish(Projection):
    """A read model that cannot take papers with a certain title."""

    name, revision, tables = "squeamish", 1, ()
    events = (Event,)

    def __init__(self, *, cannot_take: str = "spoilt") -> None:
        self.cannot_take = cannot_take

    @override
    def project(self, connection: Connection, batch: Batch) -> None:
        for one in batch.events:
            if getattr(one.event, "title", None) == self.cannot_take:
                raise ValueError(f"cannot take {self.cannot_take}")
