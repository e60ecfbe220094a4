"""An office whose pages are read."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from application.bitim import Bitim
from application.demo import entering
from tests.application.office import open_bitim, the_partners_of_the_tests
from tests.application.sample import Hands, Ticking
from tests.databases import sqlite_database
from tests.web.ui.reader import Reader
from web.app import create_app


@pytest.fixture
def clock() -> Hands:
    return Hands()


@pytest.fixture
def empty(tmp_path: Path, clock: Hands) -> Iterator[Bitim]:
    """A Bitim in which nothing has been entered; on SQLite, as what is tested here lies above the databases."""
    with open_bitim(sqlite_database(tmp_path), clock) as bitim:
        yield bitim


@pytest.fixture
def bitim(empty: Bitim) -> Bitim:
    """A Bitim in which ourselves, Shandong and Cantabria are on record."""
    the_partners_of_the_tests(empty)
    return empty


@pytest.fixture
def reader(empty: Bitim) -> Reader:
    """Somebody who reads the pages of this Bitim."""
    return Reader(create_app(empty).test_client())


@pytest.fixture(scope="session")
def reader_of_nothing(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Reader]:
    """Somebody who reads the pages of a Bitim in which nothing has been entered; one for all tests that only read."""
    with open_bitim(sqlite_database(tmp_path_factory.mktemp("nothing")), Hands()) as bitim:
        yield Reader(create_app(bitim).test_client())


@pytest.fixture(scope="session")
def demonstration(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Bitim]:
    """A Bitim that holds the demonstration data; one for all tests that only read."""
    with open_bitim(sqlite_database(tmp_path_factory.mktemp("demonstration")), Ticking()) as bitim:
        entering.enter(bitim)
        yield bitim
