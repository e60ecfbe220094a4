"""The API beside an opponent.

The opponent is what an office's programmer would otherwise write: Django REST framework with django-simple-history,
in `benchmarks/peer/`, with the same fields, the same six endpoints and a unique reference. Both hold the same 10,000
memorandums, to each of which eight things have happened, on the same database with the same durability; both are
served by one process of the same server with eight threads. One client, in a process of its own, keeps four
connections and has one request under way on each. In a round the two sides take turns with each endpoint. *Times* is
the opponent's time divided by Bitim's in the same round. *List* is a page of 50 of those in force with partners in one
country; *get* and *history* ask about 2,000 memorandums, each of which was asked for before the rounds, which *first*
tells; *sign* and *renew* change another memorandum each time. *Empty view* is a view of Flask that does nothing, on the
same server. *On the processor* is the time that the serving process itself spends on a request, the PostgreSQL
server's not counted: it bears a busy machine. *Memory* is what that process holds after the last round.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import ExitStack

from benchmarks.figures import Figure
from benchmarks.measuring import Findings
from benchmarks.peer import records, sides
from benchmarks.peer.asking import ADDRESSES, Requests, Subjects, first_requests, requests_of
from benchmarks.peer.client import Load, send
from benchmarks.peer.sides import OURS, THEIRS, Side
from benchmarks.stand import KINDS, Stand

SIZE = 10_000
ROUNDS = 5
CONNECTIONS, WRITERS = 4, 8

AIMS = {
    "get": {"sqlite": 8, "postgresql": 6},
    "list": {"sqlite": 12, "postgresql": 12},
    "history": {"sqlite": 8, "postgresql": 6},
    "create": {"sqlite": 1.5, "postgresql": 1},
    "sign": {"sqlite": 3, "postgresql": 1},
    "renew": {"sqlite": 3, "postgresql": 1},
}
"""How many times as many requests a second as the opponent's."""
TIMES = {"get": 300, "list": 40, "history": 300, "create": 100, "sign": 100, "renew": 100}
"""Requests in a round."""
WRITTEN = 200
"""Creations by several writers in a round."""


def sent(side: Side, requests: Requests, connections: int = CONNECTIONS) -> Load:
    """Send them on several connections."""
    return send(side.address, [requests[first::connections] for first in range(connections)])


def measure(stand: Stand) -> Iterator[Figure]:
    """Requests a second, milliseconds and times."""
    findings = Findings()
    for kind in KINDS:
        with ExitStack() as stack:
            print(f"  {kind}: both sides are filled with {SIZE:,} memorandums", flush=True)
            both = [stack.enter_context(open_side(stand, kind, SIZE)) for open_side in (sides.bitim, sides.peer)]
            empty = stack.enter_context(sides.empty())
            _measure(kind, both, empty, findings)
    yield from figures(findings)


def _measure(kind: str, both: list[Side], empty: Side, findings: Findings) -> None:
    every = list(records.memorandums(SIZE))
    subjects = {side: Subjects.of(every) for side in both}
    print(f"  {kind}: each that is asked about, for the first time", flush=True)
    for endpoint in ADDRESSES:
        for side in both:
            load = sent(side, first_requests(endpoint, side, subjects[side]))
            findings.add(f"http.{endpoint}.{side.name}.first", kind, load.per_second)
    for round_ in range(-1, ROUNDS):
        print(f"  {kind}: round {round_ + 1} of {ROUNDS}", flush=True)
        into = findings if round_ >= 0 else Findings()  # the first one fetches from the disk what is asked for
        for endpoint, times in TIMES.items():
            requests = {side: requests_of(endpoint, side, subjects[side], round_, times) for side in both}
            _take_turns(into, kind, endpoint, requests)
        _beside_the_empty_view(into, kind, empty)
        for side in both:
            _by_many_writers(into, kind, side, requests_of("create", side, subjects[side], 1000 + round_, WRITTEN))
    for side in both:
        findings.add(f"http.memory.{side.name}", kind, side.megabytes)


def _beside_the_empty_view(findings: Findings, kind: str, empty: Side) -> None:
    rate = sent(empty, [empty.get("/")] * TIMES["get"]).per_second
    findings.add("http.empty.rate", kind, rate)
    findings.add("http.get.of_empty", kind, findings.of(f"http.get.{OURS}.rate", kind)[-1] / rate * 100)


def _by_many_writers(findings: Findings, kind: str, side: Side, requests: Requests) -> None:
    load = sent(side, requests, WRITERS)
    findings.add(f"http.writers.{side.name}.p99", kind, load.percentile(0.99))
    findings.add(f"http.writers.{side.name}.spread", kind, load.percentile(0.99) / load.percentile(0.5))


def _take_turns(findings: Findings, kind: str, endpoint: str, requests: dict[Side, Requests]) -> None:
    loads: dict[str, Load] = {}
    for side, some in requests.items():
        before = side.processor_seconds
        loads[side.name] = sent(side, some)
        spent = side.processor_seconds - before
        findings.add(f"http.{endpoint}.{side.name}.processor", kind, spent * 1000 / len(some))
    findings.add(f"http.{endpoint}.times", kind, loads[OURS].per_second / loads[THEIRS].per_second)
    for name, load in loads.items():
        findings.add(f"http.{endpoint}.{name}.rate", kind, load.per_second)
        findings.add(f"http.{endpoint}.{name}.p50", kind, load.percentile(0.5))
        findings.add(f"http.{endpoint}.{name}.p99", kind, load.percentile(0.99))


NAMES = {OURS: "Bitim", THEIRS: "opponent"}


def figures(findings: Findings) -> Iterator[Figure]:
    """All figures, the comparison first."""
    for endpoint, aims in AIMS.items():
        yield from findings.figures(f"http.{endpoint}.times", f"{endpoint}, times", "times", at_least=aims)
    for endpoint in AIMS:
        for side, name in NAMES.items():
            of = f"http.{endpoint}.{side}"
            yield from findings.figures(f"{of}.rate", f"{endpoint}, {name}", "requests/s")
            yield from findings.figures(f"{of}.p50", f"{endpoint}, {name}, p50", "ms")
            yield from findings.figures(f"{of}.p99", f"{endpoint}, {name}, p99", "ms")
            yield from findings.figures(f"{of}.processor", f"{endpoint}, {name}, on the processor", "ms")
            yield from findings.figures(f"{of}.first", f"{endpoint}, {name}, first", "requests/s")
    yield from findings.figures("http.empty.rate", "empty view", "requests/s")
    yield from findings.figures("http.get.of_empty", "get, Bitim, of the empty view's rate", "%")
    for side, name in NAMES.items():
        aim = {"at_most": 5} if side == OURS else {}
        yield from findings.figures(f"http.writers.{side}.p99", f"create by {WRITERS} writers, {name}, p99", "ms")
        what = f"create by {WRITERS} writers, {name}, p99 by p50"
        yield from findings.figures(f"http.writers.{side}.spread", what, "times", **aim)
        yield from findings.figures(f"http.memory.{side}", f"memory of the process, {name}", "MB")
