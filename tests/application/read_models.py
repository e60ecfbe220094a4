"""Comparing what read models hold: a rebuilt one equals the kept one."""

from collections.abc import Sequence
from typing import Any

from sqlalchemy import Table, select

from application.projecting.projection import Projection
from application.projecting.projector import Projector

Contents = dict[str, list[tuple[Any, ...]]]


def contents(projector: Projector, projections: Sequence[Projection]) -> Contents:
    """All rows of all tables of these read models, in an order that depends on the rows alone."""
    tables: list[Table] = [table for projection in projections for table in projection.tables]
    with projector.reading() as connection:
        return {
            table.name: sorted((tuple(row) for row in connection.execute(select(table))), key=repr) for table in tables
        }


def assert_rebuilt_equals_kept(projector: Projector, projections: Sequence[Projection]) -> Contents:
    """Fill the read models anew, and find in them what was there before; returns it."""
    projector.catch_up()
    assert [health.name for health in projector.health() if not health.is_level] == []
    kept = contents(projector, projections)
    projector.rebuild()
    assert contents(projector, projections) == kept
    return kept
