"""How the databases go about a list, whatever they have counted: by the indexes alone, one interval after another."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

import pytest
from sqlalchemy import Connection

from application.asking import Asked
from application.bitim import Bitim
from application.memorandum.register.listing import times
from application.memorandum.register.statements import Shape, page
from application.store.among import numbers

VALUES = {"standing": "in_force", "country": "CN", "ends_before": 0, "word_0": "%law%", "few": numbers([1, 2])}
FACETS = {"facet_kind": "letter_of_intent", "facet_area": "training", "facet_partner": ["one", "other"]}
SHAPES = {
    "everything": Shape(),
    "by standing": Shape(standing=True),
    "by facets": Shape(facets=tuple(facet.removeprefix("facet_") for facet in FACETS)),
    "by country": Shape(country=True),
    "by a word": Shape(words=1),
    "by all together": Shape(True, ("kind", "area", "partner"), True, True, True, 1),
}


@pytest.fixture
def connection(bitim: Bitim) -> Iterator[Connection]:
    with bitim.projector.reading() as connection:
        yield connection


@pytest.mark.parametrize("few", [False, True], ids=["walking", "looking up"])
@pytest.mark.parametrize("shape", SHAPES.values(), ids=SHAPES)
def test_conditions_are_held_against_one_interval_after_another(
    connection: Connection, shape: Shape, *, few: bool
) -> None:
    steps = plan(connection, shape._replace(few=few))

    if connection.dialect.name == "sqlite":
        assert not [step for step in steps if step.startswith(("SCAN register_", "SCAN partner"))]
    else:
        assert not [step for step in steps if "Semi Join" in step or "Anti Join" in step]


def test_a_standing_is_walked_along_its_index_without_a_look_at_the_table(connection: Connection) -> None:
    index = "COVERING INDEX" if connection.dialect.name == "sqlite" else "Index Only Scan Backward using"
    steps = [step for step in plan(connection, SHAPES["by standing"]) if f"{index} register_interval_by" in step]

    assert len(steps) == 2, "one in each half of the walk"
    if connection.dialect.name == "sqlite":
        assert all("(era=? AND standing=? AND entry>? AND entry<?)" in step for step in steps)


@pytest.mark.parametrize("shape", [SHAPES["by standing"], SHAPES["everything"]], ids=["by standing", "everything"])
def test_few_memorandums_are_looked_up_one_by_one(connection: Connection, shape: Shape) -> None:
    steps = plan(connection, shape._replace(few=True))

    if connection.dialect.name == "sqlite":
        among = [steps[number + 1] for number, step in enumerate(steps) if step.startswith("SCAN some")]
        assert len(among) == 2, "one in each half of the walk"
        assert all("(era=? AND" in step and "entry=?" in step for step in among)
    else:
        assert len([step for step in steps if "Index Cond" in step and "entry = ANY" in step]) == 2


@pytest.mark.parametrize("shape", [SHAPES["by country"], SHAPES["by a word"]], ids=["by country", "by a word"])
def test_the_partners_of_a_memorandum_are_found_by_its_entry_not_among_those_of_all(
    connection: Connection, shape: Shape
) -> None:
    partners = [step for step in plan(connection, shape) if "register_facet_of_partners" in step]

    assert len(partners) == 2, "one in each half of the walk"
    if connection.dialect.name == "sqlite":
        assert all("(entry=?" in step for step in partners)


def plan(connection: Connection, shape: Shape) -> list[str]:
    """The steps of a page, as the database tells them; PostgreSQL is to use indexes even where nothing is yet."""
    values = {**times(Asked(date(2026, 9, 14), None)), **VALUES, **FACETS, "before": 9, "floor": 0, "limit": 51}
    statement, parameters = page(shape).told(connection.dialect, **values)
    parameters = tuple(parameters) if isinstance(parameters, list) else parameters
    if connection.dialect.name == "sqlite":
        return [row[3] for row in connection.exec_driver_sql(f"EXPLAIN QUERY PLAN {statement}", parameters)]
    for way in ("seqscan", "bitmapscan"):
        connection.exec_driver_sql(f"SET enable_{way} = off")
    return [row[0].strip() for row in connection.exec_driver_sql(f"EXPLAIN {statement}", parameters)]
