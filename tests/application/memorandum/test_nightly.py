"""The sweep of a service that runs on: once a day, without waiting for midnight here."""

import threading
from datetime import date

import pytest

from application.errors import Unavailable
from application.memorandum.nightly import Nightly

EVENING, NEXT_DAY = date(2026, 12, 31), date(2027, 1, 1)


class Sweeper:
    """Counts its sweeps; fails as long as it is told to."""

    def __init__(self) -> None:
        self.sweeps = 0
        self.failing: Exception | None = None
        self.swept = threading.Event()

    def __call__(self) -> None:
        if self.failing:
            raise self.failing
        self.sweeps += 1
        self.swept.set()


class Days:
    """A calendar whose leaf a test turns."""

    def __init__(self) -> None:
        self.today = EVENING

    def __call__(self) -> date:
        return self.today


@pytest.fixture
def sweeper() -> Sweeper:
    return Sweeper()


@pytest.fixture
def days() -> Days:
    return Days()


@pytest.fixture
def nightly(sweeper: Sweeper, days: Days) -> Nightly:
    return Nightly(sweeper, days, pause=3600)


def test_it_sweeps_at_its_first_look_and_once_on_each_day(nightly: Nightly, sweeper: Sweeper, days: Days) -> None:
    nightly.look()
    nightly.look()
    assert sweeper.sweeps == 1

    days.today = NEXT_DAY
    nightly.look()
    nightly.look()
    assert sweeper.sweeps == 2


def test_a_sweep_that_found_the_store_unavailable_is_tried_again(
    nightly: Nightly, sweeper: Sweeper, caplog: pytest.LogCaptureFixture
) -> None:
    sweeper.failing = Unavailable(what="log")
    nightly.look()
    assert "the next try follows" in caplog.text

    sweeper.failing = None
    nightly.look()

    assert sweeper.sweeps == 1


def test_it_begins_at_once_and_ends_when_it_is_told_to(nightly: Nightly, sweeper: Sweeper) -> None:
    nightly.start()
    assert sweeper.swept.wait(60)

    nightly.stop()

    assert sweeper.sweeps == 1
    assert "sweep" not in [thread.name for thread in threading.enumerate()]


def test_one_that_never_began_can_be_ended(nightly: Nightly, sweeper: Sweeper) -> None:
    nightly.stop()

    assert sweeper.sweeps == 0
