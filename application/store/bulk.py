"""Many rows at once."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from functools import lru_cache
from typing import Any

from sqlalchemy import Connection, Dialect, Table

from application.store.hot import send_together

FEW = 8  # rows; below it COPY costs more than it saves
LITTLE = 20_000  # characters, which every socket takes at once


def insert_rows(connection: Connection, table: Table, rows: Sequence[Sequence[Any]]) -> None:
    """Insert rows, each a sequence of values in the order of the table's columns, all of them.

    PostgreSQL copies them, if they are many; else one statement is executed many times, without SQLAlchemy's work
    on each row.

    Raises:
        sqlalchemy.exc.DBAPIError: a row is refused.
    """
    if not rows:
        return
    prepared = _prepared(rows, _processors(table, connection.dialect))
    cursor = connection.connection.cursor()
    try:
        if connection.dialect.name == "postgresql" and len(rows) > FEW:
            with cursor.copy(_copy(table)) as copy:
                for row in prepared:
                    copy.write_row(row)
        elif len(rows) == 1:  # psycopg would open a pipeline for it
            cursor.execute(_insert(table, connection.dialect.name), next(iter(prepared)))
        else:
            cursor.executemany(_insert(table, connection.dialect.name), list(prepared))
    finally:
        cursor.close()


def insert_rows_together(connection: Connection, added: Sequence[tuple[Table, Sequence[Sequence[Any]]]]) -> None:
    """Insert rows into several tables; PostgreSQL is asked for all of it at once, if they are few and short.

    Raises:
        sqlalchemy.exc.DBAPIError: a row is refused.
    """
    if connection.dialect.name != "postgresql" or not _is_little([row for _, rows in added for row in rows]):
        for table, rows in added:
            insert_rows(connection, table, rows)
        return
    work = [
        (_insert(table, "postgresql"), list(_prepared(rows, _processors(table, connection.dialect))))
        for table, rows in added
    ]
    send_together(connection, work)


def _is_little(rows: Sequence[Sequence[Any]]) -> bool:
    texts = (value for row in rows for value in row if isinstance(value, str))
    return len(rows) <= FEW and sum(map(len, texts)) <= LITTLE


def _prepared(
    rows: Iterable[Sequence[Any]], processors: Sequence[tuple[int, Callable[[Any], Any]]]
) -> Iterable[Sequence[Any]]:
    if not processors:
        return rows
    return (_process(row, processors) for row in rows)


def _process(row: Sequence[Any], processors: Sequence[tuple[int, Callable[[Any], Any]]]) -> list[Any]:
    values = list(row)
    for index, process in processors:
        values[index] = process(values[index])
    return values


@lru_cache(maxsize=200)
def _processors(table: Table, dialect: Dialect) -> list[tuple[int, Callable[[Any], Any]]]:
    """The columns whose values SQLAlchemy would change on the way in, and how."""
    found = (
        (index, column.type.dialect_impl(dialect).bind_processor(dialect)) for index, column in enumerate(table.columns)
    )
    return [(index, process) for index, process in found if process is not None]


@lru_cache(maxsize=200)
def _insert(table: Table, dialect: str) -> str:
    marks = ", ".join(["?" if dialect == "sqlite" else "%s"] * len(table.columns))
    return f"INSERT INTO {table.name} ({_names(table)}) VALUES ({marks})"  # noqa: S608  names of our own tables


@lru_cache(maxsize=200)
def _copy(table: Table) -> str:
    return f"COPY {table.name} ({_names(table)}) FROM STDIN"


def _names(table: Table) -> str:
    return ", ".join(f'"{column.name}"' for column in table.columns)
