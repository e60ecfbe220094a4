"""Commands, from the call to the answer.

The use cases are called in process, one after the other, on an installation that holds 1,000 memorandums; an answer
is given when the event is safe on the disk and every read model shows it. Each round takes 20 new memorandums from
the draft to the last signature (eight commands each). *Storing* and *catching up* are the parts of all eight
together, clocked inside the same calls; the rest is loading, rules and checks.
"""

from __future__ import annotations

import itertools
import time
from collections import defaultdict
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from datetime import timedelta
from itertools import product
from typing import Any
from uuid import UUID

from application.bitim import Bitim
from application.done import Done
from benchmarks.figures import Figure
from benchmarks.measuring import Findings
from benchmarks.office.cast import Cast
from benchmarks.office.life import LAST, Life
from benchmarks.office.papers import signature
from benchmarks.stand import Stand
from domain.shared.act import Act

SIZE = 1_000
ROUNDS = 5
MEMORANDUMS = 20


class Clocked:
    """Counts the time that one part of the commands takes."""

    def __init__(self, part: Callable[..., Any]) -> None:
        self._part = part
        self.seconds = 0.0

    def __call__(self, *args: Any, **kwargs: Any) -> Any:
        began = time.perf_counter()
        try:
            return self._part(*args, **kwargs)
        finally:
            self.seconds += time.perf_counter() - began


class Officer:
    """Takes memorandums through their way, and clocks each command."""

    def __init__(self, kind: str, bitim: Bitim) -> None:
        self._kind, self._bitim = kind, bitim
        self._act = Act("officer-1", occurred_on=bitim.today().isoformat())
        self._numbers = itertools.count(2_000_000)
        self._cast = Cast.for_memorandums(SIZE)
        self._taken: dict[str, list[float]] = {}
        self._storing, self._catching_up = Clocked(bitim.store.log.append), Clocked(bitim.store.saved)
        bitim.store.log.append = self._storing  # type: ignore[method-assign]  # to see a part of the whole
        bitim.store.saved = self._catching_up

    def work(self, times: int, findings: Findings) -> None:
        """One round."""
        self._taken = defaultdict(list)
        self._storing.seconds = self._catching_up.seconds = 0.0
        for _ in range(times):
            self._take_through()
        commands = [one for taken in self._taken.values() for one in taken]
        seconds = {name: sum(taken) / len(taken) for name, taken in self._taken.items()}
        seconds["all"] = sum(commands) / len(commands)
        seconds["storing"] = self._storing.seconds / len(commands)
        seconds["catching_up"] = self._catching_up.seconds / len(commands)
        for name, mean in seconds.items():
            findings.add(f"command.{name}", self._kind, mean * 1000)

    def _take_through(self) -> None:
        life = Life(next(self._numbers), self._cast, LAST - timedelta(days=1))
        content = life.content(life.today)
        self._id = self._do("draft", kind="memorandum_of_understanding", owner=life.owner, content=content)
        self._do("submit", edition_id="e1")
        self._do("clear", edition_id="e1", role="legal")
        self._do("approve", edition_id="e1")
        for party in content["parties"][1:]:
            self._do("record_partner_approval", edition_id="e1", party_id=party["party_id"])
        for party in content["parties"]:
            self._do("sign", edition_id="e1", **signature(life.random, party["party_id"]))
        self._do("note", note="The original is kept by the chancellery.")

    def _do(self, verb: str, **fields: Any) -> UUID:
        command = getattr(self._bitim.memorandums, verb)
        arguments = (self._act,) if verb == "draft" else (self._id, self._act)
        began = time.perf_counter()
        done: Done = command(*arguments, **fields)
        self._taken[verb].append(time.perf_counter() - began)
        return done.id


def measure(stand: Stand) -> Iterator[Figure]:
    """Milliseconds for each command."""
    findings = Findings()
    with ExitStack() as stack:
        installations = [(one.kind, stack.enter_context(one.opened())) for one in stand.installations(SIZE)]
        officers = [Officer(kind, bitim) for kind, bitim in installations]
        for officer in officers:
            officer.work(MEMORANDUMS, Findings())  # so that everything is loaded that a running service has loaded
        for _, officer in product(range(ROUNDS), officers):
            officer.work(MEMORANDUMS, findings)
    for name, what in WHATS.items():
        yield from findings.figures(name, what, "ms")


WHATS = {
    "command.all": "any of the eight, on average",
    "command.storing": "of it, storing",
    "command.catching_up": "of it, catching up",
    "command.draft": "draft, with a number allocated",
    "command.sign": "sign",
    "command.note": "note",
}
