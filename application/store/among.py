"""Looking up many numbers in a table: one statement, which is the same however many there are.

Each database is told to look them up one by one. Left to itself, SQLite, which has counted nothing, and PostgreSQL,
which does not know how many there are, may read the whole table and look for each row among the numbers.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import Any

from sqlalchemy import BigInteger, Boolean, ColumnElement, FromClause, Join, Select, Text, bindparam, cast
from sqlalchemy.ext.compiler import compiles
from sqlalchemy.sql.compiler import SQLCompiler
from sqlalchemy.sql.functions import FunctionElement


def numbers(some: Iterable[int]) -> str:
    """Numbers, as the parameter of `among` takes them."""
    return json.dumps(list(some))


def among(selected: Select[Any], table: FromClause, column: ColumnElement[int], name: str) -> Select[Any]:
    """What is selected from the rows of a table whose number is among some.

    Args:
        selected: from this table and no other.
        table: the table.
        column: its number; with what else is asked of the table, it must be the beginning of an index.
        name: of the parameter that holds the numbers; see `numbers`.
    """
    some = bindparam(name, type_=Text)
    each = _Each(some).table_valued("value", name="some")
    return selected.select_from(_OneByOne(each, table, column == cast(each.c.value, BigInteger))).where(
        _IsAny(column, some)
    )


class _Each(FunctionElement[Any]):
    inherit_cache = True


class _OneByOne(Join):
    inherit_cache = True


class _IsAny(FunctionElement[bool]):
    type = Boolean()
    inherit_cache = True


@compiles(_Each)
def _numbers_of(element: _Each, compiler: SQLCompiler, **how: Any) -> str:
    return f"json_each({compiler.process(element.clauses, **how)})"


@compiles(_OneByOne, "sqlite")
def _joined(element: _OneByOne, compiler: SQLCompiler, **how: Any) -> str:
    joined = str(compiler.visit_join(element, **how))  # type: ignore[no-untyped-call]  # SQLAlchemy gives it no types
    return joined.replace(" JOIN ", " CROSS JOIN ", 1)  # for SQLite: from the left to the right


@compiles(_IsAny, "sqlite")
def _joined_already(*_: object, **__: object) -> str:
    return "1"


@compiles(_OneByOne, "postgresql")
def _table_alone(element: _OneByOne, compiler: SQLCompiler, **how: Any) -> str:
    return str(compiler.process(element.right, **how))


@compiles(_IsAny, "postgresql")
def _any(element: _IsAny, compiler: SQLCompiler, **how: Any) -> str:
    column, some = (compiler.process(part, **how) for part in element.clauses)
    return f"{column} = ANY (CAST(translate({some}, '[]', '{{}}') AS bigint[]))"
