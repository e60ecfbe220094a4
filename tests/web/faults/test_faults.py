"""Workers that die, and workers that read what another has written (both databases); more of both: `__main__`."""

from __future__ import annotations

from tests.databases import Database
from tests.web.faults.kills import kill_workers
from tests.web.faults.pairs import write_and_read


def test_killed_workers_store_nothing_twice_and_lose_nothing(database: Database) -> None:
    outcome = kill_workers(database, kills=2)

    assert outcome.killed == 2
    assert outcome.acknowledged > 0


def test_what_one_worker_has_written_the_other_shows(database: Database) -> None:
    assert write_and_read(database, pairs=100) == []
