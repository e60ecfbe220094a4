"""What both sides are asked for: the same requests, each in the words of its side."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import islice
from random import Random
from typing import Any

from benchmarks.peer.client import Request
from benchmarks.peer.records import BEGAN, COUNTRIES, KIND, Record, content, partners
from benchmarks.peer.sides import THEIRS, Side

ASKED = 2_000
"""So many memorandums are asked about, by get and history."""
DAY = "2026-06-01"
OTHERS = list(partners())[1:]

ADDRESSES = {"get": "", "history": "/history"}
"""Behind that of the memorandum."""

Requests = list[Request]


@dataclass(frozen=True)
class Subjects:
    """The memorandums that requests are about."""

    asked: list[Record]
    signed: Iterator[Record]
    unsigned: Iterator[Record]

    @classmethod
    def of(cls, every: list[Record]) -> Subjects:
        """Some to ask about, and all; each is taken for a command once."""
        signed, unsigned = ([one for one in every if one["signed"] is wanted] for wanted in (True, False))
        return cls(Random("asked").sample(every, min(ASKED, len(every))), iter(signed), iter(unsigned))


def first_requests(endpoint: str, side: Side, subjects: Subjects) -> Requests:
    """One request about each memorandum that is asked about."""
    return [_about(endpoint, side, one) for one in subjects.asked]


def requests_of(endpoint: str, side: Side, subjects: Subjects, round_: int, times: int) -> Requests:
    """The requests of one round."""
    random = Random(f"{endpoint} {round_}")
    makers: dict[str, Callable[[], Requests]] = {
        "get": lambda: [_about(endpoint, side, one) for one in random.choices(subjects.asked, k=times)],
        "history": lambda: [_about(endpoint, side, one) for one in random.choices(subjects.asked, k=times)],
        "list": lambda: [
            side.get(f"/memorandums?standing=in_force&country={country}&limit=50")
            for country in random.choices(COUNTRIES[:6], k=times)
        ],
        "create": lambda: [_create(side, random, f"NEW-{round_ + 2}-{number:05d}") for number in range(times)],
        "sign": lambda: [_sign(side, one) for one in islice(subjects.unsigned, times)],
        "renew": lambda: [_renew(side, random, one) for one in islice(subjects.signed, times)],
    }
    return makers[endpoint]()


def _about(endpoint: str, side: Side, memorandum: Record) -> Request:
    return side.get(f"/memorandums/{memorandum['id']}{ADDRESSES[endpoint]}")


def _create(side: Side, random: Random, reference: str) -> Request:
    partner = random.choice(OTHERS)
    said = content(random, partner["id"], BEGAN.date())
    body: dict[str, Any] = {"reference": reference, "kind": KIND, "owner": "officer-1"}
    if side.name == THEIRS:
        said["parties"] = [
            {**{name: value for name, value in party.items() if name != "partner_id"}, "partner": party["partner_id"]}
            for party in said["parties"]
        ]
    else:
        said["parties"] = [
            {name: value for name, value in party.items() if name != "party_id"} for party in said["parties"]
        ]
    return side.post("/memorandums", {**body, "content": said})


def _sign(side: Side, memorandum: Record) -> Request:
    signature = dict(memorandum["signatures"][1])
    day = {"signed_on": DAY} if side.name == THEIRS else {"occurred_on": DAY, "edition_id": "e1"}
    return side.post(f"/memorandums/{memorandum['id']}/sign", {**signature, **day}, version=8)


def _renew(side: Side, random: Random, memorandum: Record) -> Request:
    changes = {"titles": {"en": f"Renewed memorandum, programme {random.randrange(10_000)}"}}
    body = changes if side.name == THEIRS else {"changes": changes}
    return side.post(f"/memorandums/{memorandum['id']}/propose-renewal", body, version=8)
