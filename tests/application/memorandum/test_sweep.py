"""The sweep writes down what time has done, each boundary once."""

from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from typing import Any

from application.bitim import Bitim
from application.memorandum.sweep import Swept
from domain.memorandum.events import MemorandumExpired
from tests import given
from tests.application.office import act, keep, nothing_stored, open_bitim
from tests.application.sample import Hands
from tests.databases import Database

UNTIL_2026 = {"kind": "fixed", "until": "2026-12-31"}


def a_memorandum_until_2026() -> Any:
    return given.a_memorandum_from_paper(given.an_edition_from_paper("2022-01-01", term=UNTIL_2026))


def test_s12_an_expiry_is_written_down_once_on_the_day_it_means(bitim: Bitim, clock: Hands) -> None:
    memorandum = keep(bitim, a_memorandum_until_2026)
    assert bitim.sweep() == Swept(memorandums=1, events=0)
    clock.move(days=200)

    assert bitim.sweep() == Swept(memorandums=1, events=1)
    with nothing_stored(bitim):
        assert bitim.sweep() == Swept(memorandums=1, events=0)

    (expiry,) = bitim.store.events(memorandum.id, after=2)
    assert isinstance(expiry, MemorandumExpired)
    assert (expiry.occurred_on, expiry.actor) == ("2027-01-01", "sweep")
    assert expiry.recorded_at == clock.now()


def test_two_sweeps_at_once_write_each_boundary_once(bitim: Bitim, database: Database, clock: Hands) -> None:
    memorandum = keep(
        bitim, lambda: given.a_memorandum_from_paper(given.an_edition_from_paper("1995-01-01", term=given.TACIT))
    )

    # At the same instant it would be the same event, and the first's is already raised beyond that of the entry.
    a_little_later = Hands(clock.now() + timedelta(seconds=1))

    with open_bitim(database, a_little_later) as another, ThreadPoolExecutor(2) as threads:
        swept = [future.result() for future in [threads.submit(office.sweep) for office in (bitim, another)]]

    days = [event.occurred_on for event in bitim.store.events(memorandum.id, after=2)]
    assert days == [f"{year}-01-01" for year in range(2000, 2027, 5)]
    assert sum(one.events for one in swept) == 6


def test_a_correction_that_moves_the_end_gets_its_own_boundary(bitim: Bitim, clock: Hands) -> None:
    memorandum = keep(bitim, a_memorandum_until_2026)
    clock.move(days=200)
    bitim.sweep()

    bitim.memorandums.correct(
        memorandum.id,
        act(None, reason="Misread"),
        event_version=2,
        field="term",
        value={"kind": "fixed", "until": "2027-01-31"},
    )
    bitim.sweep()

    expiries = [event for event in bitim.store.events(memorandum.id) if isinstance(event, MemorandumExpired)]
    assert [expiry.occurred_on for expiry in expiries] == ["2027-01-01", "2027-02-01"]
