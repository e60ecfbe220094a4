"""An office that works over HTTP."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from application.bitim import Bitim
from tests.application.office import open_bitim, the_partners_of_the_tests
from tests.application.sample import Hands
from tests.databases import sqlite_database
from tests.web.api.desk import Desk
from web.app import create_app


@pytest.fixture
def clock() -> Hands:
    return Hands()


@pytest.fixture
def bitim(tmp_path: Path, clock: Hands) -> Iterator[Bitim]:
    """A Bitim with the partners of the tests; on SQLite, as what is tested here lies above the databases."""
    with open_bitim(sqlite_database(tmp_path), clock) as bitim:
        the_partners_of_the_tests(bitim)
        yield bitim


@pytest.fixture
def desk(bitim: Bitim) -> Desk:
    """A client that writes for an officer."""
    return Desk(create_app(bitim).test_client(), bitim)
