"""Keys in flight: one command at a time under each, whichever process carries it out."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path

import pytest

from application.errors import KeyInFlight
from application.store.answers import Key
from application.store.flights import Flights, place_of
from application.store.log import Log
from tests.databases import Database

ROOT = Path(__file__).parents[3]
KEY, ANOTHER = Key("officer-1", "monday-17", "a" * 64), Key("officer-2", "monday-17", "a" * 64)
ELSEWHERE = """
import os, sys
from application.settings import Settings
from application.store.answers import Key
from application.store.log import open_log

with open_log(Settings.read(os.environ)).flights.alone(Key("officer-1", "monday-17", "b" * 64)):
    print("held", flush=True)
    sys.stdin.read()
"""


@pytest.fixture
def flights(log: Log) -> Flights:
    return log.flights


@contextmanager
def held_elsewhere(database: Database) -> Iterator[subprocess.Popen[str]]:
    """Another process carries out what was sent under the key."""
    with subprocess.Popen(
        [sys.executable, "-c", ELSEWHERE],
        cwd=ROOT,
        env=database.environ,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    ) as process:
        assert process.stdout is not None
        assert process.stdout.readline() == "held\n"
        yield process
        process.kill()


def is_free(flights: Flights, key: Key = KEY) -> bool:
    try:
        with flights.alone(key):
            return True
    except KeyInFlight:
        return False


def test_a_key_that_another_process_holds_is_in_flight(flights: Flights, database: Database) -> None:
    with held_elsewhere(database):
        assert not is_free(flights)
        assert is_free(flights, ANOTHER)


def test_a_process_that_is_killed_lets_go_of_its_keys(flights: Flights, database: Database) -> None:
    with held_elsewhere(database) as process:
        process.kill()
        process.wait()

    assert is_free(flights)


def test_a_key_is_held_until_its_command_is_over_whatever_comes_of_it(flights: Flights) -> None:
    with flights.alone(KEY):
        assert not is_free(flights)
    with pytest.raises(ZeroDivisionError), flights.alone(KEY):
        raise ZeroDivisionError

    assert is_free(flights)


def test_many_keys_are_held_at_once(flights: Flights) -> None:
    keys = [Key("officer-1", str(number), "") for number in range(50)]
    with ExitStack() as held:
        for key in keys:
            held.enter_context(flights.alone(key))
        assert not any(is_free(flights, key) for key in keys)

    assert all(is_free(flights, key) for key in keys)


def test_the_place_of_a_key_is_that_of_its_account_and_text() -> None:
    assert place_of(KEY) == place_of(Key("officer-1", "monday-17", "b" * 64))
    assert len({place_of(KEY), place_of(ANOTHER), place_of(Key("officer-1monday", "-17", ""))}) == 3
