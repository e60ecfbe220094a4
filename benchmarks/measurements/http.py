"""The API beside an opponent.

The opponent is what an office's programmer would otherwise write: Django REST framework with django-simple-history,
in `benchmarks/peer/`, with the same fields, the same six endpoints and a unique reference. Both hold the same 10,000
memorandums, to each of which eight things have happened, on the same database with the same durability; both are
served by one process of waitress with eight threads. One client, in a process of its own, keeps four connections and
has one request under way on each. In a round the two sides take turns with each endpoint. *Times* is the opponent's
time divided by Bitim's in the same round. *List* is a page of 50 of those in force with partners in one country;
*get* and *history* go over all memorandums; *sign* and *renew* change another memorandum each time. *On the
processor* is the time that the serving process itself spends on a request, the PostgreSQL server's not counted: it
bears a busy machine.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import ExitStack
from dataclasses import dataclass
from itertools import islice
from random import Random
from typing import Any

from benchmarks.figures import Figure
from benchmarks.measuring import Findings
from benchmarks.peer import records, sides
from benchmarks.peer.client import Load, Request, send
from benchmarks.peer.sides import OURS, THEIRS, Side
from benchmarks.stand import KINDS, Stand

SIZE = 10_000
ROUNDS = 5
CONNECTIONS, WRITERS = 4, 8
DAY = "2026-06-01"

Requests = list[Request]
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


@dataclass(frozen=True)
class Subjects:
    """The memorandums that requests are about."""

    every: list[records.Record]
    signed: Iterator[records.Record]
    unsigned: Iterator[records.Record]

    @classmethod
    def of(cls, every: list[records.Record]) -> Subjects:
        """All of them; each is taken for a command once."""
        signed, unsigned = ([one for one in every if one["signed"] is wanted] for wanted in (True, False))
        return cls(every, iter(signed), iter(unsigned))


def requests_of(endpoint: str, side: Side, subjects: Subjects, round_: int, times: int) -> Requests:
    """The requests of one round."""
    random = Random(f"{endpoint} {round_}")
    makers: dict[str, Callable[[], Requests]] = {
        "get": lambda: [side.get(f"/memorandums/{one['id']}") for one in random.choices(subjects.every, k=times)],
        "history": lambda: [
            side.get(f"/memorandums/{one['id']}/history") for one in random.choices(subjects.every, k=times)
        ],
        "list": lambda: [
            side.get(f"/memorandums?standing=in_force&country={country}&limit=50")
            for country in random.choices(records.COUNTRIES[:6], k=times)
        ],
        "create": lambda: [_create(side, random, f"NEW-{round_ + 2}-{number:05d}") for number in range(times)],
        "sign": lambda: [_sign(side, one) for one in islice(subjects.unsigned, times)],
        "renew": lambda: [_renew(side, random, one) for one in islice(subjects.signed, times)],
    }
    return makers[endpoint]()


def _create(side: Side, random: Random, reference: str) -> Request:
    partner = random.choice(PARTNERS)
    content = records.content(random, partner["id"], records.BEGAN.date())
    body: dict[str, Any] = {"reference": reference, "kind": records.KIND, "owner": "officer-1"}
    if side.name == THEIRS:
        content["parties"] = [
            {**{name: value for name, value in party.items() if name != "partner_id"}, "partner": party["partner_id"]}
            for party in content["parties"]
        ]
    else:
        content["parties"] = [
            {name: value for name, value in party.items() if name != "party_id"} for party in content["parties"]
        ]
    return side.post("/memorandums", {**body, "content": content})


PARTNERS = list(records.partners())[1:]


def _sign(side: Side, memorandum: records.Record) -> Request:
    signature = dict(memorandum["signatures"][1])
    day = {"signed_on": DAY} if side.name == THEIRS else {"occurred_on": DAY, "edition_id": "e1"}
    return side.post(f"/memorandums/{memorandum['id']}/sign", {**signature, **day}, version=8)


def _renew(side: Side, random: Random, memorandum: records.Record) -> Request:
    changes = {"titles": {"en": f"Renewed memorandum, programme {random.randrange(10_000)}"}}
    body = changes if side.name == THEIRS else {"changes": changes}
    return side.post(f"/memorandums/{memorandum['id']}/propose-renewal", body, version=8)


def sent(side: Side, requests: Requests, connections: int = CONNECTIONS) -> Load:
    """Send them on several connections."""
    return send(side.address, [requests[first::connections] for first in range(connections)])


def measure(stand: Stand) -> Iterator[Figure]:
    """Requests a second, milliseconds and times."""
    findings = Findings()
    for kind in KINDS:
        with ExitStack() as stack:
            both = [stack.enter_context(open_side(stand, kind, SIZE)) for open_side in (sides.bitim, sides.peer)]
            _measure(kind, both, findings)
    yield from figures(findings)


def _measure(kind: str, both: list[Side], findings: Findings) -> None:
    every = list(records.memorandums(SIZE))
    subjects = {side.name: Subjects.of(every) for side in both}
    for round_ in range(-1, ROUNDS):
        for endpoint, times in TIMES.items():
            into = findings if round_ >= 0 else Findings()  # the first one fetches from the disk what is asked for
            _take_turns(
                into,
                kind,
                endpoint,
                {side: requests_of(endpoint, side, subjects[side.name], round_, times) for side in both},
            )
    for side in both:
        for round_ in range(ROUNDS):
            load = sent(side, requests_of("create", side, subjects[side.name], 1000 + round_, 200), WRITERS)
            findings.add(f"http.writers.{side.name}.p99", kind, load.percentile(0.99))
            findings.add(f"http.writers.{side.name}.spread", kind, load.percentile(0.99) / load.percentile(0.5))
        findings.add(f"http.memory.{side.name}", kind, side.megabytes)


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
    for side, name in NAMES.items():
        aim = {"at_most": 5} if side == OURS else {}
        yield from findings.figures(f"http.writers.{side}.p99", f"create by {WRITERS} writers, {name}, p99", "ms")
        what = f"create by {WRITERS} writers, {name}, p99 by p50"
        yield from findings.figures(f"http.writers.{side}.spread", what, "times", **aim)
        yield from findings.figures(f"http.memory.{side}", f"memory of the process, {name}", "MB")
