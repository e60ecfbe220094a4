"""What is stored is stored for ever: PostgreSQL refuses to change it, and says what it cannot promise."""

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from uuid import uuid4

import psycopg
import pytest
from eventsourcing.persistence import StoredEvent

from application.errors import NotMigrated, OutcomeUnknown, SettingRefused, Unavailable
from application.store.answers import Key
from application.store.flights_of_postgresql import DatabaseFlights
from application.store.postgresql import LogDatastore, PostgreSQLLog
from tests.application.logs import LOCK_TIMEOUT, nobody_appends, open_log
from tests.databases import Database, postgresql_database

EVENT = StoredEvent(uuid4(), 1, "folder.opened", b"{}")
KEY = Key("officer-1", "monday-17", "a" * 64)
NEXT = StoredEvent(EVENT.originator_id, 2, "folder.renamed", b"{}")


@pytest.fixture
def postgresql(postgresql_server: tuple[psycopg.Connection, str], tmp_path: Path) -> Iterator[Database]:
    with postgresql_database(*postgresql_server, tmp_path) as database:
        yield database


@pytest.fixture
def postgresql_log(postgresql: Database) -> Iterator[PostgreSQLLog]:
    log = open_log(postgresql)
    log.append([EVENT])
    yield log
    log.close()


@pytest.mark.parametrize(
    "change",
    [
        "UPDATE bitim_log.stored_events SET state = '{}'",
        "UPDATE bitim_log.stored_events SET state = '{}' WHERE false",
        "DELETE FROM bitim_log.stored_events",
        "TRUNCATE bitim_log.stored_events",
        """INSERT INTO bitim_log.stored_events SELECT * FROM bitim_log.stored_events
        ON CONFLICT (originator_id, originator_version) DO UPDATE SET topic = 'forged'""",
        """MERGE INTO bitim_log.stored_events t USING bitim_log.stored_events s ON t.topic = s.topic
        WHEN MATCHED THEN DELETE""",
    ],
)
@pytest.mark.parametrize("role", ["origin", "replica"])
def test_postgresql_refuses_to_change_what_is_stored(
    postgresql: Database, postgresql_log: PostgreSQLLog, change: str, role: str
) -> None:
    with psycopg.connect(postgresql.url) as foreign:
        foreign.execute(f"SET session_replication_role = {role}")
        with pytest.raises(psycopg.errors.RestrictViolation, match="stored for ever"):
            foreign.execute(change)
        foreign.rollback()

    assert postgresql_log.select_events(EVENT.originator_id) == [EVENT]


def test_postgresql_has_no_function_that_appends_past_the_lock(
    postgresql: Database, postgresql_log: PostgreSQLLog
) -> None:
    with psycopg.connect(postgresql.url) as foreign:
        functions = foreign.execute(
            "SELECT proname FROM pg_proc WHERE pronamespace = 'bitim_log'::regnamespace"
        ).fetchall()

    assert functions == [("refuse_change",)]


def test_postgresql_with_the_unsafe_functions_is_refused(postgresql: Database) -> None:
    datastore = LogDatastore(postgresql.url, LOCK_TIMEOUT)
    datastore.enable_db_functions = True

    with pytest.raises(SettingRefused, match="POSTGRES_ENABLE_DB_FUNCTIONS"):
        PostgreSQLLog(datastore)
    datastore.close()


def test_postgresql_without_tables_asks_for_the_migration(postgresql: Database) -> None:
    log = PostgreSQLLog.open(postgresql.url, LOCK_TIMEOUT)

    with pytest.raises(NotMigrated):
        log.check()
    log.migrate()
    log.check()
    log.migrate()
    log.append([EVENT])
    log.close()


def test_a_turn_to_append_that_does_not_come_is_waited_for_once(
    postgresql: Database, postgresql_log: PostgreSQLLog
) -> None:
    log = PostgreSQLLog.open(postgresql.url, lock_timeout=1)

    with nobody_appends(postgresql), pytest.raises(Unavailable) as refusal:
        log.append([NEXT])

    assert refusal.value.data == {"waited_for": "log", "seconds": 1}
    assert postgresql_log.select_events(EVENT.originator_id) == [EVENT]
    log.append([NEXT])
    log.close()


END_ALL = """
SELECT pg_terminate_backend(pid) FROM pg_stat_activity
WHERE datname = current_database() AND pid <> pg_backend_pid()"""


def test_a_restarted_server_is_asked_again_who_holds_a_key(postgresql: Database) -> None:
    flights = DatabaseFlights(postgresql.url)
    with flights.alone(KEY):
        pass
    with psycopg.connect(postgresql.url, autocommit=True) as admin:
        admin.execute(END_ALL)

    with flights.alone(KEY):
        pass
    flights.close()


def test_a_server_that_is_gone_cannot_say_who_holds_a_key() -> None:
    flights = DatabaseFlights("postgresql://nobody@/nowhere?host=/nowhere")

    with pytest.raises(Unavailable), flights.alone(KEY):
        pass


def test_many_hosts_may_migrate_at_once(postgresql: Database) -> None:
    hosts = [PostgreSQLLog.open(postgresql.url, LOCK_TIMEOUT) for _ in range(6)]

    with ThreadPoolExecutor(len(hosts)) as at_once:
        list(at_once.map(PostgreSQLLog.migrate, hosts))  # whoever fails raises here

    hosts[-1].append([EVENT])
    for host in hosts:
        host.close()


def test_postgresql_that_forgets_commits_is_refused(postgresql: Database, postgresql_log: PostgreSQLLog) -> None:
    with psycopg.connect(postgresql.url, autocommit=True) as admin:
        name = admin.info.dbname
        admin.execute(f'ALTER DATABASE "{name}" SET synchronous_commit = off')
    log = PostgreSQLLog.open(postgresql.url, LOCK_TIMEOUT)

    with pytest.raises(SettingRefused, match="synchronous_commit"):
        log.check()
    log.close()


# What the server does when it stops waiting for a standby: it commits, and warns with code 01000.
STOPS_WAITING = """
CREATE FUNCTION warn() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE WARNING 'canceling wait for synchronous replication due to user request';
    RETURN NULL;
END $$;
CREATE CONSTRAINT TRIGGER cut_short AFTER INSERT ON bitim_log.stored_events
    DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION warn();
"""


WARNS_AND_THEN_MEETS_ITS_OWN_EVENT = """
CREATE FUNCTION warn() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE WARNING 'canceling the wait and terminating connection due to administrator command' USING ERRCODE = '57P01';
    RETURN NEW;
END $$;
CREATE TRIGGER cut_short BEFORE INSERT ON bitim_log.stored_events FOR EACH ROW EXECUTE FUNCTION warn();
"""


def test_a_commit_that_was_cut_short_by_a_shutdown_is_no_success_either(
    postgresql: Database, postgresql_log: PostgreSQLLog
) -> None:
    with psycopg.connect(postgresql.url) as admin:
        admin.execute(WARNS_AND_THEN_MEETS_ITS_OWN_EVENT)

    with pytest.raises(OutcomeUnknown):
        postgresql_log.append([EVENT])


def test_a_commit_that_was_cut_short_is_not_a_success(postgresql: Database, postgresql_log: PostgreSQLLog) -> None:
    with psycopg.connect(postgresql.url) as admin:
        admin.execute(STOPS_WAITING)

    with pytest.raises(OutcomeUnknown):
        postgresql_log.append([NEXT])
    assert postgresql_log.select_events(EVENT.originator_id) == [EVENT, NEXT]

    with psycopg.connect(postgresql.url) as admin:
        admin.execute("DROP TRIGGER cut_short ON bitim_log.stored_events")
    postgresql_log.append([StoredEvent(EVENT.originator_id, 3, "folder.renamed", b"{}")])
