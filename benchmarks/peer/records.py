"""The records that both sides are loaded with: plain values, made once and told to each side in its own way.

A memorandum has eight events on Bitim's side, and on the opponent's side the rows and the historical rows that the
same eight happenings leave there.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from random import Random
from typing import Any
from uuid import UUID

from benchmarks.office import papers

PARTNERS = 800
BEGAN = datetime(2025, 6, 2, 6, tzinfo=UTC)
BETWEEN = timedelta(minutes=30)
SHORTEST_TERM = 3
"""Years: until 2028 nothing ends, so that no sweep has anything to write down while the sides are measured."""
KIND = "memorandum_of_understanding"
COUNTRIES = "CN KR RU KZ DE TR JP FR IT PL US GB IN MY ES LV CZ TJ KG AZ".split()
OURS = UUID("6c5f0f0a-5a51-4f3e-9f5a-000000000001")
OFFICERS = 40
UNSIGNED_EACH = 5
"""One in so many memorandums waits for its signatures; the others are signed."""

Record = dict[str, Any]


def partners() -> Iterator[Record]:
    """Our institution, and the others."""
    yield {"id": str(OURS), "name": "Samarkand Polytechnic University", "country": "UZ"}
    random = Random("the partners of both sides")
    for number in range(PARTNERS):
        id_ = UUID(int=random.getrandbits(128), version=4)
        country = COUNTRIES[int(len(COUNTRIES) * random.random() ** 1.5)]
        yield {"id": str(id_), "name": f"University of Applied Sciences No. {number}", "country": country}


def memorandums(count: int) -> Iterator[Record]:
    """Memorandums in the order of their entry."""
    known = [partner["id"] for partner in partners()][1:]
    for number in range(count):
        yield memorandum(number, known)


def memorandum(number: int, known: list[str]) -> Record:
    """One memorandum with what befalls it, day after day."""
    random = Random(f"both sides {number}")
    began = BEGAN + number * BETWEEN
    signed = (number % UNSIGNED_EACH) != 0
    return {
        "id": str(UUID(int=random.getrandbits(128), version=4)),
        "reference": f"UNI-{number:06d}",
        "kind": KIND,
        "owner": f"officer-{random.randrange(OFFICERS)}",
        "began": began.isoformat(),
        "happenings": [instant.isoformat() for instant in _instants(began, random)],
        "signed": signed,
        "content": content(random, random.choice(known), began.date()),
        "note": "The original is kept by the chancellery.",
        "signatures": [papers.signature(random, party_id) for party_id in ("p1", "p2")],
    }


def content(random: Random, partner: str, day: date) -> Record:
    """What a first edition says, with two parties and a term that is known."""
    return {
        "titles": papers.titles(random),
        "texts": papers.texts(random),
        "areas": papers.areas(random),
        "term": _term(random, day),
        "effective_on": None,
        "parties": [
            {"party_id": "p1", "partner_id": str(OURS), "unit": "", "ours": True},
            {"party_id": "p2", "partner_id": partner, "unit": "Faculty of Engineering", "ours": False},
        ],
    }


def _term(random: Random, day: date) -> Record:
    while True:
        found = papers.term(random, day, from_paper=False)
        if found is None or found["kind"] == "unknown":
            continue
        first = (
            found.get("length", {"count": 10})["count"] if "until" not in found else int(found["until"][:4]) - day.year
        )
        if first > SHORTEST_TERM:
            return found


def _instants(began: datetime, random: Random) -> Iterator[datetime]:
    """When each of the eight happenings is entered."""
    for _ in range(8):
        yield began
        began += timedelta(days=random.uniform(0.2, 9))
