"""Statements that are asked all the time answer as any other does."""

from collections.abc import Iterator
from typing import Any
from uuid import UUID

import pytest
from sqlalchemy import Column, Integer, MetaData, Table, Text, Uuid, bindparam, delete, literal, select, update
from sqlalchemy.exc import IntegrityError, OperationalError, ProgrammingError

from application.settings import Settings
from application.store.bulk import insert_rows, insert_rows_together
from application.store.columns import FOREVER, Instant
from application.store.generations import Generations
from application.store.hot import Hot, execute_together
from application.store.places import Place, is_outage
from tests.databases import Database

PAPERS = Table(
    "paper",
    MetaData(),
    Column("id", Uuid(as_uuid=False), primary_key=True),
    Column("number", Integer, nullable=False),
    Column("title", Text),
    Column("known_to", Instant, nullable=False),
)
IDS = [str(UUID(int=number)) for number in range(1, 8)]
TITLES = ["Меморандум 100%", None, "a:b", "?", "%s", "'", ""]
OF_IDS = select(PAPERS).where(PAPERS.c.id.in_(bindparam("ids", expanding=True))).order_by(PAPERS.c.number)
RENUMBER = update(PAPERS).where(PAPERS.c.id == bindparam("which")).values(number=bindparam("to"))


@pytest.fixture
def place(database: Database) -> Iterator[Place]:
    """A place with seven papers."""
    generations = Generations(Settings.read(database.environ))
    place = generations.begin({}, PAPERS.metadata, [PAPERS])
    with place.leading(1) as connection:
        rows = [(id_, number, TITLES[number], FOREVER) for number, id_ in enumerate(IDS)]
        insert_rows(connection, PAPERS, rows)
    yield place
    generations.close()


@pytest.mark.parametrize("how_many", range(8))
def test_it_selects_what_any_other_statement_selects(place: Place, how_many: int) -> None:
    hot, ids = Hot(OF_IDS), IDS[:how_many]

    with place.reading() as connection:
        usual: list[Any] = [tuple(row) for row in connection.execute(OF_IDS, {"ids": ids})]
        assert hot.rows(connection, ids=ids) == usual
        assert hot.rows(connection, ids=ids, nothing_of_mine=1) == usual  # a second time, from the same form
    assert len(usual) == how_many


def test_it_keeps_the_values_that_stand_in_it(place: Place) -> None:
    hot = Hot(
        select(PAPERS.c.title, literal("100%"))
        .where(PAPERS.c.title.like("%"), PAPERS.c.number.in_([0, 2]), PAPERS.c.number > bindparam("above"))
        .order_by(PAPERS.c.number)
    )

    with place.reading() as connection:
        assert hot.rows(connection, above=-1) == [("Меморандум 100%", "100%"), ("a:b", "100%")]
        assert hot.rows(connection, above=0) == [("a:b", "100%")]


@pytest.mark.parametrize("how_many", [0, 1, 3])
def test_it_changes_rows_and_counts_them(place: Place, how_many: int) -> None:
    changes = [{"which": id_, "to": 70} for id_ in IDS[:how_many]]

    with place.leading(1) as connection:
        assert Hot(RENUMBER).execute(connection, changes) == how_many

    with place.reading() as connection:
        changed = connection.scalars(select(PAPERS.c.id).where(PAPERS.c.number == 70).order_by(PAPERS.c.id)).all()
    assert changed == IDS[:how_many]


@pytest.mark.parametrize("times", [1, 100])
def test_several_statements_change_rows_together_and_each_counts_its_own(place: Place, times: int) -> None:
    renumber, forget = Hot(RENUMBER), Hot(delete(PAPERS).where(PAPERS.c.id == bindparam("which")))

    with place.leading(1) as connection:
        changes = [
            (renumber, [{"which": id_, "to": 70} for id_ in IDS[:3]] * times),
            (forget, [{"which": IDS[3]}, {"which": IDS[3]}]),
            (renumber, [{"which": IDS[3], "to": 70}]),
        ]
        assert execute_together(connection, changes) == [3 * times, 1, 0]
        assert execute_together(connection, []) == []
        insert_rows_together(connection, [(PAPERS, [(IDS[3], 3, "again", FOREVER)]), (PAPERS, [])])

    with place.reading() as connection:
        found = connection.execute(select(PAPERS.c.number, PAPERS.c.title).order_by(PAPERS.c.id)).all()
    assert found[:4] == [(70, TITLES[0]), (70, TITLES[1]), (70, TITLES[2]), (3, "again")]


def test_together_all_is_refused_if_one_is_and_the_next_ones_go_on(place: Place) -> None:
    renumber = Hot(RENUMBER)
    to_nothing = {"which": IDS[1], "to": None}

    def refused() -> None:
        with place.leading(1) as connection:
            execute_together(connection, [(renumber, [{"which": IDS[0], "to": 70}]), (renumber, [to_nothing])])

    for _ in range(2):
        with pytest.raises(IntegrityError) as refusal:
            refused()
        assert not is_outage(refusal.value)
    for number in range(7):  # often enough for the driver to prepare the statement
        with place.leading(1) as connection:
            assert execute_together(connection, [(renumber, [{"which": IDS[0], "to": number}])]) == [1]


@pytest.mark.parametrize("length", [10, 3_000_000])
def test_rows_of_any_length_are_inserted_together(place: Place, length: int) -> None:
    title = "x" * length

    with place.leading(1) as connection:
        new = [(PAPERS, [(str(UUID(int=100 + number)), 100, title, FOREVER)]) for number in range(3)]
        insert_rows_together(connection, new)

    with place.reading() as connection:
        found = connection.scalars(select(PAPERS.c.title).where(PAPERS.c.number == 100)).all()
    assert found == [title] * 3


def test_a_refusal_is_told_as_of_any_other_statement(place: Place) -> None:
    twice = update(PAPERS).where(PAPERS.c.id == bindparam("which")).values(id=bindparam("to"))
    nowhere = select(Table("nowhere", MetaData(), Column("id", Integer)))

    with pytest.raises(IntegrityError), place.leading(1) as connection:
        Hot(twice).execute(connection, [{"which": IDS[0], "to": IDS[1]}])
    with pytest.raises((OperationalError, ProgrammingError)), place.reading() as connection:
        Hot(nowhere).rows(connection)
    with place.reading() as connection:
        assert len(Hot(OF_IDS).rows(connection, ids=IDS)) == len(IDS)
