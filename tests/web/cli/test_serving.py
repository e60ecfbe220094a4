"""`bitim serve` as a process of its own: it answers, sweeps, and stops when it is told to."""

from __future__ import annotations

import re
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from http.client import HTTPConnection
from pathlib import Path

import pytest

from application.bitim import migrate
from application.settings import Settings
from tests import given
from tests.application.office import act, open_bitim, the_partners_of_the_tests
from tests.application.sample import Hands
from tests.databases import Database

BITIM = Path(sys.executable).with_name("bitim")
PATIENCE = 60  # seconds, on a machine that does a lot besides
LONG_ENDED = {"kind": "fixed", "length": {"count": 1, "unit": "years"}}


@contextmanager
def served(environ: dict[str, str], *options: str) -> Iterator[tuple[subprocess.Popen[str], int]]:
    """The running service and its port."""
    command = [BITIM, "serve", "--port", "0", *options]
    with subprocess.Popen(command, env=environ, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True) as process:
        try:
            assert process.stdout is not None
            said = process.stdout.readline()
            address = re.search(r"http://127\.0\.0\.1:(\d+)", said)
            assert address, said + process.communicate(timeout=PATIENCE)[1]
            yield process, int(address[1])
        finally:
            process.kill()


def ended(process: subprocess.Popen[str]) -> tuple[int, str, str]:
    """The exit code, and what was still said."""
    out, err = process.communicate(timeout=PATIENCE)
    return process.returncode, out, err


def fetched(port: int, path: str) -> int:
    connection = HTTPConnection("127.0.0.1", port, timeout=PATIENCE)
    try:
        connection.request("GET", path)
        return connection.getresponse().status
    finally:
        connection.close()


def eventually(happened: Callable[[], bool]) -> bool:
    """Whether it happens within some seconds."""
    deadline = time.monotonic() + PATIENCE
    while not happened():
        if time.monotonic() > deadline:
            return False
        time.sleep(0.05)
    return True


@pytest.fixture
def environ(database: Database) -> dict[str, str]:
    """A database whose tables are made, as an administrator does on PostgreSQL."""
    if database.kind == "postgresql":
        migrate(Settings.read(database.environ))
    return database.environ


@pytest.mark.parametrize("told", [signal.SIGTERM, signal.SIGINT])
def test_it_answers_until_it_is_told_to_stop(environ: dict[str, str], told: signal.Signals) -> None:
    with served(environ) as (process, port):
        assert fetched(port, "/") == 200

        process.send_signal(told)

        assert ended(process) == (0, "Bitim has stopped.\n", "")


def test_it_sweeps_as_it_starts(database: Database) -> None:
    with open_bitim(database, Hands(given.NOW)) as bitim:
        the_partners_of_the_tests(bitim)
        edition = given.an_edition_from_paper("2019-05-20", term=LONG_ENDED)
        begun = bitim.memorandums.register(act(source=given.SCAN), kind="other", owner="employee-7", editions=[edition])

        def is_written_down() -> bool:
            return "memorandum.expired" in [event.TOPIC for event in bitim.store.events(begun.id)]

        assert not is_written_down()
        with served(database.environ):
            assert eventually(is_written_down)


def test_a_port_that_is_taken_is_refused(environ: dict[str, str]) -> None:
    with served(environ) as (_process, port):
        second = subprocess.run(
            [BITIM, "serve", "--port", str(port)], env=environ, capture_output=True, text=True, check=False
        )

    assert (second.returncode, second.stdout) == (2, "")
    assert f"cannot listen on 127.0.0.1, port {port}" in second.stderr


def test_unsafe_settings_are_refused_by_name_before_anything_is_opened(environ: dict[str, str]) -> None:
    unsafe = environ | {"POSTGRES_ENABLE_DB_FUNCTIONS": "y"}

    refused = subprocess.run([BITIM, "serve"], env=unsafe, capture_output=True, text=True, check=False)

    assert (refused.returncode, refused.stdout) == (2, "")
    assert "POSTGRES_ENABLE_DB_FUNCTIONS" in refused.stderr


def test_a_database_without_tables_is_made_ready_or_refused(database: Database) -> None:
    """SQLite's tables are made by whoever comes first; on PostgreSQL an administrator makes them."""
    if database.kind == "sqlite":
        with served(database.environ) as (_process, port):
            assert fetched(port, "/") == 200
        return
    refused = subprocess.run([BITIM, "serve"], env=database.environ, capture_output=True, text=True, check=False)

    assert (refused.returncode, refused.stdout) == (6, "")
    assert "bitim migrate" in refused.stderr
