"""A register too long for one request is taken in several, and nothing of it twice."""

from __future__ import annotations

import pytest

from application import deadline
from application.bitim import Bitim
from application.errors import ImportInterrupted, Unavailable
from application.exchange.importing.report import Report
from tests.application.exchange.importing.registers import take
from tests.application.office import nothing_stored

PATIENCE = 600.0


def in_a_hurry(bitim: Bitim) -> Report | ImportInterrupted:
    """The report of one request, whose share for rows is over after the first; or why there is none."""
    with deadline.within(PATIENCE, share=0):
        try:
            return take(bitim)
        except ImportInterrupted as interrupted:
            return interrupted


def test_each_request_goes_on_where_the_one_before_stopped(bitim: Bitim) -> None:
    answers = [in_a_hurry(bitim)]
    while isinstance(answers[-1], ImportInterrupted) and len(answers) < 20:
        answers.append(in_a_hurry(bitim))

    *interrupted, report = answers
    done = [answer.data["done"] for answer in interrupted if isinstance(answer, ImportInterrupted)]
    assert isinstance(report, Report)
    assert done == sorted(set(done))
    assert {answer.data["rows"] for answer in interrupted if isinstance(answer, ImportInterrupted)} == {10}
    assert len(done) >= 8
    assert len(bitim.register.list()["items"]) == 8
    with nothing_stored(bitim):
        take(bitim)


def test_a_rehearsal_which_stores_nothing_is_told_to_its_end(bitim: Bitim) -> None:
    with deadline.within(PATIENCE, share=0):
        assert take(bitim, rehearsal=True).counted()["made"] == 8


def test_what_has_stored_nothing_when_the_deadline_passes_says_so(bitim: Bitim) -> None:
    with deadline.within(-1), nothing_stored(bitim), pytest.raises(Unavailable):
        take(bitim)
