"""The read models' database: generations, each in a place of its own.

A generation is all read models at the revisions of the code that fills it. Its tables have plain names, and a new one
is filled without disturbing the one that answers. Which one answers is a row.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from pathlib import Path

from sqlalchemy import (
    Boolean,
    Column,
    Integer,
    MetaData,
    Table,
    Text,
    bindparam,
    delete,
    insert,
    select,
    update,
)

from application.settings import PostgreSQL, Settings
from application.store.places import Place, PostgreSQLPlace, SQLitePlace

SCHEMA = "bitim_read"
CONTROL = MetaData()
GENERATIONS = Table(
    "generation",
    CONTROL,
    Column("number", Integer, primary_key=True, autoincrement=False),
    Column("revisions", Text, nullable=False),  # JSON: each read model and its revision
    Column("complete", Boolean, nullable=False),
)

BY_NUMBER = select(GENERATIONS).order_by(GENERATIONS.c.number)
BEGIN = insert(GENERATIONS)
COMPLETE = update(GENERATIONS).where(GENERATIONS.c.number == bindparam("done")).values(complete=True)
FORGET = delete(GENERATIONS).where(GENERATIONS.c.number == bindparam("old"))


class Generations:
    """Finds, makes and drops generations.

    Args:
        settings: name the database; SQLite's files lie beside the log.
    """

    def __init__(self, settings: Settings) -> None:
        self._settings = settings
        self._places: dict[int, Place] = {}
        self.control = self.place(0)
        with self.control.leading(settings.lock_timeout) as connection:
            self.control.make(connection, CONTROL, [GENERATIONS])

    def place(self, number: int) -> Place:
        """The place of a generation; 0 is that of the list itself."""
        if number not in self._places:
            self._places[number] = self._new_place(number)
        return self._places[number]

    def current(self, revisions: Mapping[str, int]) -> Place | None:
        """The newest complete generation of read models at these revisions, if there is one."""
        with self.control.reading() as connection:
            rows = connection.execute(BY_NUMBER).all()
        wanted = _form(revisions)
        found = [row.number for row in rows if row.complete and row.revisions == wanted]
        return self.place(found[-1]) if found else None

    def begin(self, revisions: Mapping[str, int], metadata: MetaData, tables: Sequence[Table]) -> Place:
        """A place for a new generation, with empty tables; to be called by whoever holds `control.building`.

        What was begun and never completed is dropped, and so is what was complete before the last complete one: the
        last one may still be answering somewhere.
        """
        with self.control.leading(self._settings.lock_timeout) as connection:
            rows = connection.execute(BY_NUMBER).all()
            keep = max((row.number for row in rows if row.complete), default=0)
            place = self.place(max((row.number for row in rows), default=0) + 1)
            for old in [*(self.place(row.number) for row in rows if row.number != keep), place]:
                old.remove(connection)
                connection.execute(FORGET, {"old": old.number})
            row = {"number": place.number, "revisions": _form(revisions), "complete": False}
            connection.execute(BEGIN, row)
        with place.leading(self._settings.lock_timeout) as connection:
            place.make(connection, metadata, tables)
        return place

    def complete(self, place: Place) -> None:
        """Let this generation answer."""
        with self.control.leading(self._settings.lock_timeout) as connection:
            connection.execute(COMPLETE, {"done": place.number})

    def close(self) -> None:
        """Let the connections go."""
        for place in self._places.values():
            place.close()

    def _new_place(self, number: int) -> Place:
        database = self._settings.database
        if isinstance(database, PostgreSQL):
            return PostgreSQLPlace(number, database.address, _schema(number))
        database.folder.mkdir(parents=True, exist_ok=True)
        return SQLitePlace(number, _file(database.folder, number), self._settings.lock_timeout)


def _schema(number: int) -> str:
    return f"{SCHEMA}_{number}" if number else SCHEMA


def _file(folder: Path, number: int) -> Path:
    return folder / (f"read-{number}.sqlite" if number else "read.sqlite")


def _form(revisions: Mapping[str, int]) -> str:
    return json.dumps(revisions, sort_keys=True)
