"""Every request is answered in time, whatever it waits for, and says what came of it (on both databases)."""

from __future__ import annotations

import threading
import time
from collections.abc import Iterator
from typing import Any

import pytest
from flask import Flask

from application.bitim import Bitim
from tests import given
from tests.application.logs import nobody_appends
from tests.application.office import nothing_stored, open_bitim, the_partners_of_the_tests
from tests.application.sample import Hands
from tests.databases import Database
from tests.web.api.desk import Desk, is_done, is_refused
from tests.web.api.test_memorandums import at
from web.app import create_app
from web.in_time import GRACE, InTime

DEADLINE = 0.5  # seconds
NOTE = {"note": "The coordinator asks for a copy."}


@pytest.fixture
def bitim(database: Database) -> Iterator[Bitim]:
    with open_bitim(database, Hands()) as bitim:
        the_partners_of_the_tests(bitim)
        yield bitim


@pytest.fixture
def app(bitim: Bitim) -> Flask:
    return create_app(bitim, DEADLINE)


@pytest.fixture
def desk(app: Flask, bitim: Bitim) -> Desk:
    return Desk(app.test_client(), bitim)


@pytest.fixture
def patient(bitim: Bitim) -> Desk:
    """Somebody who is served as long as it takes."""
    return Desk(create_app(bitim).test_client(), bitim)


class Hanging:
    """A log that says nothing before it is let go of; then it does what it was asked to do, and counts it."""

    def __init__(self, log: Any, *asked: str) -> None:
        self.log, self.asked = log, asked
        self.released, self.over = threading.Event(), threading.Semaphore(0)

    def __getattr__(self, name: str) -> Any:
        found = getattr(self.log, name)
        if name not in self.asked:
            return found

        def late(*arguments: Any, **options: Any) -> Any:
            self.released.wait()
            try:
                return found(*arguments, **options)
            finally:
                self.over.release()

        return late


@pytest.fixture
def hanging(bitim: Bitim) -> Iterator[Hanging]:
    """A log that hangs while it is written to, and while events are looked for."""
    whole = bitim.store.log
    bitim.store.log = log = Hanging(whole, "append", "select_events")
    yield log
    log.released.set()
    bitim.store.log = whole


def test_a_command_that_hangs_while_it_is_stored_has_an_unknown_outcome(
    desk: Desk, patient: Desk, hanging: Hanging
) -> None:
    hanging.asked = ()
    version = desk.keep(given.a_drafted_memorandum).version
    hanging.asked = ("append",)

    answer = desk.send(at("note"), NOTE, version=version, key="monday-1")

    is_refused(answer, 503, "outcome_unknown")
    assert answer.headers["Retry-After"] == "2"
    is_refused(patient.send(at("note"), NOTE, version=version, key="monday-1"), 409, "key_in_flight")
    hanging.released.set()
    assert hanging.over.acquire(timeout=30)
    again = patient.send(at("note"), NOTE, version=version, key="monday-1")
    while again.status_code == 409:
        again = patient.send(at("note"), NOTE, version=version, key="monday-1")
    is_done(again, version + 1)
    assert desk.memorandum().notes == (NOTE["note"],)


def test_a_command_that_comes_to_be_stored_too_late_is_not_stored(desk: Desk, patient: Desk, hanging: Hanging) -> None:
    hanging.asked = ()
    version = desk.keep(given.a_drafted_memorandum).version
    hanging.asked = ("select_events",)

    is_refused(desk.send(at("note"), NOTE, version=version), 503, "outcome_unknown")

    hanging.released.set()
    assert hanging.over.acquire(timeout=30)
    is_done(patient.send(at("note"), {"note": "Another"}, version=version), version + 1)
    assert desk.memorandum().notes == ("Another",)


def test_when_all_hands_hang_the_next_is_refused_at_once(desk: Desk, app: Flask, hanging: Hanging) -> None:
    assert isinstance(app.wsgi_app, InTime)
    app.wsgi_app.most_hands = 1
    is_refused(desk.get(f"/memorandums/{given.MEMORANDUM}/history"), 503, "unavailable")

    started = time.monotonic()
    is_refused(desk.get("/health"), 503, "unavailable")

    assert time.monotonic() - started < GRACE


def test_a_question_that_hangs_is_said_to_be_unavailable(desk: Desk, hanging: Hanging) -> None:
    answer = desk.get(f"/memorandums/{given.MEMORANDUM}/history")

    is_refused(answer, 503, "unavailable")
    assert answer.headers["Cache-Control"] == "no-store"


def test_a_command_whose_turn_does_not_come_stores_nothing(desk: Desk, patient: Desk, database: Database) -> None:
    version = desk.keep(given.a_drafted_memorandum).version

    with nothing_stored(desk.bitim), nobody_appends(database):
        answer = desk.send(at("note"), NOTE, version=version)

    is_refused(answer, 503, "unavailable")
    is_done(patient.send(at("note"), NOTE, version=version), version + 1)


def test_what_is_answered_in_time_is_answered_as_it_is(desk: Desk) -> None:
    answer = desk.get("/nothing")

    is_refused(answer, 404, "address_unknown")


def test_a_page_that_hangs_is_answered_with_a_page(desk: Desk, hanging: Hanging) -> None:
    answer = desk.client.get(f"/memorandums/{given.MEMORANDUM}/history")

    assert (answer.status_code, answer.mimetype) == (503, "text/html")
