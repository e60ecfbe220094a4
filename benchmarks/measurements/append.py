"""Storing events.

One process appends events of made-up memorandums to an almost empty log. *One by one*: each event in a transaction of
its own, as a command stores it, 200 a round. *In bulk*: 10,000 events a round, 1,000 in a transaction. *The disk
alone*: 4 KiB written to the end of a file and forced onto the disk, 200 times a round: the least that a promise costs
on this machine.
"""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from contextlib import closing
from itertools import islice
from pathlib import Path

from eventsourcing.persistence import StoredEvent

from application.store.log import Log, open_log
from benchmarks.figures import Figure
from benchmarks.measuring import Findings, milliseconds
from benchmarks.office.log import stored
from benchmarks.stand import Stand

SIZE = 5000  # memorandums: they have more events than are needed
ROUNDS = 5
SINGLE, BULK, TRANSACTION = 200, 10_000, 1000


def measure(stand: Stand) -> Iterator[Figure]:
    """Milliseconds of single appends, and events per second in bulk."""
    findings = Findings()
    events = (event for event in stored(SIZE) if event.topic.startswith("memorandum."))
    logs = {one.kind: open_log(one.settings) for one in stand.installations(0)}
    for _ in range(ROUNDS):
        findings.add("append.disk", "", _disk(stand.folder / "disk"))
        single, bulk = list(islice(events, SINGLE)), list(islice(events, BULK))
        for kind, log in logs.items():
            findings.add("append.single", kind, _append(log, single, 1))
            findings.add("append.bulk", kind, 1000 / _append(log, bulk, TRANSACTION))
    for log in logs.values():
        log.close()
    yield from findings.figures("append.disk", "the disk alone", "ms")
    yield from findings.figures("append.single", "one event in a transaction", "ms")
    yield from findings.figures("append.bulk", "1,000 events in a transaction", "events/s")


def _append(log: Log, events: Sequence[StoredEvent], at_once: int) -> float:
    """Milliseconds for each event."""
    parts = [events[first : first + at_once] for first in range(0, len(events), at_once)]
    waiting = iter(parts)
    return milliseconds(lambda: log.append(next(waiting)), len(parts)) / at_once


def _disk(path: Path) -> float:
    """Milliseconds for each write."""
    with closing(os.fdopen(os.open(path, os.O_CREAT | os.O_WRONLY | os.O_APPEND), "wb", buffering=0)) as file:

        def write() -> None:
            file.write(bytes(4096))
            os.fsync(file.fileno())

        return milliseconds(write, SINGLE)
