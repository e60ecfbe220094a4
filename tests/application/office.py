"""An office at work: a Bitim with its partners on record, and states put into it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any, TypeVar

import pytest

from application.adapters.ports import Clock
from application.bitim import Bitim, migrate
from application.settings import Settings
from domain.shared.act import Act
from domain.shared.errors import BitimError
from domain.shared.event import Aggregate
from tests import given
from tests.databases import Database

A = TypeVar("A", bound=Aggregate)


@contextmanager
def open_bitim(database: Database, clock: Clock) -> Iterator[Bitim]:
    """A Bitim on this database, made ready if it is fresh."""
    migrate(Settings.read(database.environ))
    with Bitim.open(database.environ, clock) as bitim:
        yield bitim


def keep(bitim: Bitim, *states: Callable[[], A]) -> A:
    """Store what was given, each in a command of its own; returns the last one."""
    for state in states:
        with bitim.store.command() as unit:
            kept = unit.add(state())
    return kept


def the_partners_of_the_tests(bitim: Bitim) -> None:
    """Ourselves, Shandong and Cantabria."""
    keep(
        bitim,
        lambda: given.a_partner("Our institution", partner_id=given.OURS, country="UZ"),
        given.a_partner,
        lambda: given.a_partner("University of Cantabria", partner_id=given.CANTABRIA, country="ES"),
    )


def act(occurred_on: str | None = "2026-09-14", **details: Any) -> Act:
    """An act of the officer, on the day on which the office's clock stands at first."""
    return Act(details.pop("actor", given.OFFICER), occurred_on=occurred_on, **details)


@contextmanager
def nothing_stored(bitim: Bitim) -> Iterator[None]:
    """What happens inside stores no event."""
    position = bitim.store.max_position()
    yield
    assert bitim.store.max_position() == position


@contextmanager
def refused(bitim: Bitim, code: str, **data: Any) -> Iterator[None]:
    """What happens inside is refused with this code and these data, and no event is stored."""
    with nothing_stored(bitim), pytest.raises(BitimError) as caught:
        yield
    told = {name: caught.value.data.get(name) for name in data}
    assert (caught.value.code, told) == (code, data)
