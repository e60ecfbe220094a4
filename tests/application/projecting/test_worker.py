"""In the background the read models follow what other processes record."""

from __future__ import annotations

import logging
import time
from collections.abc import Callable

import pytest
from sqlalchemy import select

from application.errors import Unavailable
from application.projecting.projector import Projector
from application.projecting.worker import Worker
from application.store.log import Log
from application.store.store import Store
from tests.application.conftest import TASHKENT
from tests.application.projecting.folders import FOLDERS
from tests.application.sample import Folder, Ticking


@pytest.fixture
def elsewhere(log: Log, clock: Ticking) -> Store:
    """Another process, which records something and dies before it has projected it."""
    return Store(log, clock, TASHKENT)


def labels(projector: Projector) -> list[str]:
    with projector.reading() as connection:
        return list(connection.execute(select(FOLDERS.c.label)).scalars())


def soon(condition: Callable[[], bool]) -> bool:
    last = time.monotonic() + 60  # on however busy a machine
    while not condition() and time.monotonic() < last:
        time.sleep(0.01)
    return condition()


def test_what_another_process_has_recorded_shows_by_itself(projector: Projector, elsewhere: Store) -> None:
    worker = Worker(projector, pause=0.01)
    worker.start()
    with elsewhere.command() as unit:
        unit.add(Folder.open("Shandong"))

    assert soon(lambda: labels(projector) == ["Shandong"])
    worker.stop()


def test_the_worker_outlives_an_outage(
    projector: Projector, elsewhere: Store, caplog: pytest.LogCaptureFixture
) -> None:
    class Flaky:
        """A projector whose database goes away, and comes back."""

        def __init__(self, *failures: Exception) -> None:
            self.failures = list(failures)

        def resume(self) -> None:
            raise Unavailable

        def work(self) -> None:
            if self.failures:
                raise self.failures.pop()
            projector.work()

    with elsewhere.command() as unit:
        unit.add(Folder.open("Shandong"))
    worker = Worker(Flaky(Unavailable(), RuntimeError("out of memory")), pause=0.01)
    with caplog.at_level(logging.CRITICAL, "application"):
        worker.start()
        assert soon(lambda: labels(projector) == ["Shandong"])
        worker.stop()


def test_a_worker_that_was_never_started_can_be_stopped(projector: Projector) -> None:
    Worker(projector).stop()
