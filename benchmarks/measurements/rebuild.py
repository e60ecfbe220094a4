"""Filling all read models anew.

`bitim rebuild` in process, on the log of an office with 10,000 memorandums, its commands in the order in which they
were recorded over ten years: all read models are filled with a timeline after every command, and with what was known
from when to when. 35 in a hundred memorandums were entered from paper, one in five dates of which is a month or a
year, one in a hundred not known. Events per second of the whole, from the first to the moment at which the new read
models answer; events of issued numbers, which no read model follows, are not counted. *By time on the processors*: the
same events, by the time that this process and those that helped it were at work, which a busy machine changes less;
PostgreSQL's own is not in it. *Decoding alone* reads the same events in the order of the log and makes objects of them,
in one process.
"""

from __future__ import annotations

import os
import time
from collections.abc import Iterator
from contextlib import ExitStack
from itertools import product

from application.bitim import Bitim
from application.store.store import Store
from benchmarks.figures import Figure
from benchmarks.measuring import Findings
from benchmarks.stand import Stand

SIZE = 10_000
ROUNDS = 3
PORTION = 2000
AIM = {"sqlite": 15_000, "postgresql": 8_000}


def measure(stand: Stand) -> Iterator[Figure]:
    """Events per second."""
    findings = Findings()
    with ExitStack() as stack:
        working = [(one.kind, stack.enter_context(one.opened())) for one in stand.installations(SIZE)]
        for _, (kind, bitim) in product(range(ROUNDS), working):
            findings.add("rebuild.decoding", kind, decoding(bitim.store))
            rebuild(bitim, kind, findings)
    yield from findings.figures("rebuild.all", "all read models", "events/s", at_least=AIM)
    yield from findings.figures("rebuild.processor", "all read models, by time on the processors", "events/s")
    yield from findings.figures("rebuild.decoding", "decoding alone", "events/s")


def rebuild(bitim: Bitim, kind: str, findings: Findings) -> None:
    """Rebuild once."""
    events = _followed(bitim.store)
    began, busy = time.perf_counter(), _busy()
    bitim.projector.rebuild()
    findings.add("rebuild.all", kind, events / (time.perf_counter() - began))
    findings.add("rebuild.processor", kind, events / (_busy() - busy))


def _busy() -> float:
    """Seconds that this process and those that it has waited for were at work."""
    used = os.times()
    return used.user + used.system + used.children_user + used.children_system


def decoding(store: Store) -> float:
    """Events per second of reading and decoding."""
    began, events, position = time.perf_counter(), 0, 0
    while found := store.notifications(position, PORTION):
        events += len([store.decode(one) for one in found if one.topic != ISSUED])
        position = found[-1].id
    return events / (time.perf_counter() - began)


ISSUED = "reference.issued"


def _followed(store: Store) -> int:
    """How many events the read models follow."""
    events = position = 0
    while found := store.notifications(position, PORTION):
        events += sum(1 for one in found if one.topic != ISSUED)
        position = found[-1].id
    return events
