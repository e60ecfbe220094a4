"""No event is missed, whoever records at the same time."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from pathlib import Path
from uuid import uuid4

import psycopg
import pytest
from eventsourcing.persistence import StoredEvent
from sqlalchemy import select

from application.projecting.projector import Projector
from application.store.log import Log
from application.store.postgresql import PostgreSQLLog
from application.store.store import Store
from domain.shared.errors import Conflict
from tests.application.conftest import TASHKENT
from tests.application.logs import open_log
from tests.application.projecting.conftest import NewProjector
from tests.application.projecting.folders import DIARY
from tests.application.sample import Folder, Ticking
from tests.databases import Database, postgresql_database


def test_writers_at_the_same_time_leave_no_event_behind(
    log: Log, clock: Ticking, new_projector: NewProjector, database: Database
) -> None:
    projectors = [new_projector() for _ in range(3)]
    logs = [open_log(database) for _ in projectors]

    def write(log: Log, projector: Projector) -> None:
        store = Store(log, clock, TASHKENT, saved=projector.catch_up)
        for number in range(25):
            with store.command() as unit:
                folder = unit.add(Folder.open(f"folder {number}"))
                folder.file("a paper")
            with pytest.raises(Conflict), store.command() as unit:
                unit.add(Folder.open("again", id_=folder.id))  # uses up a position on PostgreSQL

    writers = [threading.Thread(target=write, args=one) for one in zip(logs, projectors, strict=True)]
    for writer in writers:
        writer.start()
    for writer in writers:
        writer.join()

    projectors[0].catch_up()
    with projectors[0].reading() as connection:
        shown = list(connection.execute(select(DIARY.c.position).order_by(DIARY.c.position)).scalars())
    recorded = [one.id for one in log.select_notifications(0, 1000)]
    for one in logs:
        one.close()
    assert len(recorded) == 150
    assert shown == recorded


@pytest.fixture
def postgresql_log(postgresql_server: tuple[psycopg.Connection, str], tmp_path: Path) -> Iterator[PostgreSQLLog]:
    with postgresql_database(*postgresql_server, tmp_path) as database:
        log = open_log(database)
        yield log
        log.close()


INSERT = """
INSERT INTO bitim_log.stored_events (originator_id, originator_version, topic, state)
VALUES (gen_random_uuid(), 1, 'early', '{}')"""


@pytest.mark.parametrize("locking", [True, False])
def test_on_postgresql_a_lock_makes_the_order_of_positions_that_of_commits(
    postgresql_log: PostgreSQLLog, locking: bool
) -> None:
    if not locking:
        postgresql_log.lock_table_statements = []
    late = threading.Thread(target=postgresql_log.append, args=([StoredEvent(uuid4(), 1, "late", b"{}")],))

    with psycopg.connect(postgresql_log.datastore.address) as other:
        other.execute(INSERT)  # has its position, and is not committed
        late.start()
        late.join(timeout=0.3 if locking else None)  # who is kept out by the lock would never be done
        seen = [one.topic for one in postgresql_log.select_notifications(0, 10)]
    late.join()

    assert seen == ([] if locking else ["late"]), "who has read 'late' never comes back for 'early'"
    assert [one.topic for one in postgresql_log.select_notifications(0, 10)] == ["early", "late"]
