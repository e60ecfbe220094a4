"""A log, a clock and a store on a fresh database."""

from collections.abc import Iterator
from zoneinfo import ZoneInfo

import pytest

from application.bitim import Bitim
from application.store.log import Log
from application.store.store import Store
from tests.application.logs import open_log
from tests.application.office import open_bitim, the_partners_of_the_tests
from tests.application.sample import Hands
from tests.databases import Database

TASHKENT = ZoneInfo("Asia/Tashkent")


@pytest.fixture
def log(database: Database) -> Iterator[Log]:
    log = open_log(database)
    yield log
    log.close()


@pytest.fixture
def clock() -> Hands:
    return Hands()


@pytest.fixture
def store(log: Log, clock: Hands) -> Store:
    return Store(log, clock, TASHKENT)


@pytest.fixture
def bitim(database: Database, clock: Hands) -> Iterator[Bitim]:
    """An opened Bitim in which ourselves, Shandong and Cantabria are on record; the test moves its clock."""
    with open_bitim(database, clock) as bitim:
        the_partners_of_the_tests(bitim)
        yield bitim
