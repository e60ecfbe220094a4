"""The database of the read models: one writer at a time, and outages that are told from mistakes."""

from __future__ import annotations

import sqlite3
import threading
import time
from collections.abc import Iterator
from datetime import UTC, datetime
from uuid import UUID, uuid4

import pytest
from sqlalchemy import Column, Date, Integer, MetaData, Table, Text, Uuid, select, text
from sqlalchemy.exc import DBAPIError

from application.errors import Unavailable
from application.settings import Settings
from application.store.bulk import insert_rows
from application.store.columns import FOREVER, Instant
from application.store.generations import Generations
from application.store.places import Place
from tests.databases import Database

PAPERS = Table(
    "paper",
    MetaData(),
    Column("id", Uuid, primary_key=True),
    Column("number", Integer, nullable=False),
    Column("title", Text, nullable=False),
    Column("signed", Date),
    Column("recorded_from", Instant, nullable=False),
    Column("recorded_to", Instant, nullable=False),
)
NOON = datetime(2026, 9, 14, 12, 0, 0, 123457, tzinfo=UTC)


@pytest.fixture
def place(database: Database) -> Iterator[Place]:
    settings = Settings.read(database.environ | {"BITIM_DOCUMENTS": str(database.directory / "documents")})
    generations = Generations(settings)
    yield generations.begin({}, PAPERS.metadata, [PAPERS])
    generations.close()


def a_paper(number: int, id_: UUID | None = None) -> tuple[object, ...]:
    return (id_ or uuid4(), number, f"№ {number} “Меморандум”\t\\\n", NOON.date(), NOON, FOREVER)


@pytest.mark.parametrize("how_many", [0, 1, 2, 50])
def test_rows_come_back_as_they_were_inserted(place: Place, how_many: int) -> None:
    papers = [a_paper(number) for number in range(how_many)]

    with place.leading(1) as connection:
        insert_rows(connection, PAPERS, papers)

    with place.reading() as connection:
        found = [tuple(row) for row in connection.execute(select(PAPERS).order_by(PAPERS.c.number))]
    assert found == papers


def test_a_refused_row_leaves_nothing_of_its_transaction(place: Place) -> None:
    same = uuid4()

    def twice() -> None:
        with place.leading(1) as connection:
            insert_rows(connection, PAPERS, [a_paper(number) for number in range(20)])
            insert_rows(connection, PAPERS, [a_paper(20, same), a_paper(21, same)])

    with pytest.raises(Exception, match=r"(?i)unique"):
        twice()

    with place.reading() as connection:
        assert connection.execute(select(PAPERS)).all() == []


def test_an_instant_without_an_offset_is_refused(place: Place) -> None:
    naive = NOON.replace(tzinfo=None)

    with place.leading(1) as connection, pytest.raises(TypeError):
        insert_rows(connection, PAPERS, [(*a_paper(1)[:4], naive, FOREVER)])


def test_one_leads_and_the_next_gives_up_in_time(place: Place) -> None:
    began = time.monotonic()

    with place.leading(1), pytest.raises(Unavailable), place.leading(0.05):
        pass

    assert time.monotonic() - began < 60  # on however busy a machine; it would wait for ever


def test_the_lead_passes_on_to_who_waits(place: Place) -> None:
    order = []

    def follow() -> None:
        with place.leading(60):
            order.append("second")

    with place.leading(1):
        waiting = threading.Thread(target=follow)
        waiting.start()
        time.sleep(0.05)
        order.append("first")
    waiting.join()

    assert order == ["first", "second"]


def test_readers_go_on_while_one_leads(place: Place) -> None:
    with place.leading(1) as leader:
        insert_rows(leader, PAPERS, [a_paper(1)])

        with place.reading() as reader:
            assert reader.execute(select(PAPERS)).all() == []


def test_a_mistake_is_no_outage(place: Place) -> None:
    with pytest.raises(DBAPIError), place.reading() as connection:
        connection.execute(text("SELECT nonsense FROM paper"))


def test_a_database_that_is_gone_is_an_outage(place: Place, database: Database) -> None:
    place.close()
    statement = "SELECT pg_terminate_backend(pg_backend_pid())"
    if database.kind == "sqlite":
        (database.directory / "read-1.sqlite").write_bytes(b"this is no database at all" * 100)
        statement = "SELECT 1 FROM paper"

    with pytest.raises(Unavailable), place.reading() as connection:
        connection.execute(text(statement))


def test_a_commit_here_does_not_wait_for_the_disk_and_a_crash_leaves_it_whole(place: Place, database: Database) -> None:
    sqlite = database.kind == "sqlite"

    with place.reading() as connection:
        found = connection.execute(text("PRAGMA synchronous" if sqlite else "SHOW synchronous_commit")).scalar()

    assert found == (1 if sqlite else "off")  # 1 is NORMAL; OFF would risk the file itself


def test_who_leads_may_write_from_the_beginning(place: Place, database: Database) -> None:
    if database.kind == "postgresql":
        with place.leading(1) as connection:
            locks = connection.execute(
                text("SELECT mode FROM pg_locks WHERE locktype = 'advisory' AND pid = pg_backend_pid()")
            ).scalars()
            assert list(locks) == ["ExclusiveLock"]
        return

    foreign = sqlite3.connect(database.directory / "read-1.sqlite", timeout=0)
    with place.leading(1), pytest.raises(sqlite3.OperationalError, match="locked"):
        foreign.execute("BEGIN IMMEDIATE")
    foreign.close()
