"""How SQLite goes about a list: without having counted anything, by the indexes alone."""

from __future__ import annotations

import pytest
from sqlalchemy import Connection, create_engine

from application.memorandum.register.statements import Shape, page
from application.projecting.projection import TABLES
from application.read_models import PROJECTIONS


@pytest.mark.parametrize("shape", [Shape(country=True), Shape(words=1)], ids=["by country", "by a word"])
def test_the_partners_of_a_memorandum_are_found_by_its_entry_not_among_those_of_all(shape: Shape) -> None:
    engine = create_engine("sqlite://")
    TABLES.create_all(engine, tables=[table for projection in PROJECTIONS for table in projection.tables])
    with engine.connect() as connection:
        partners = [step for step in plan(connection, shape) if "register_facet_of_partners" in step]

    assert len(partners) == 2, "one in each half of the walk"
    assert all("(entry=?" in step for step in partners)


def plan(connection: Connection, shape: Shape) -> list[str]:
    compiled = page(shape).compile(connection)
    values = tuple(compiled.params[name] for name in compiled.positiontup or ())
    return [row[3] for row in connection.exec_driver_sql(f"EXPLAIN QUERY PLAN {compiled}", values)]
