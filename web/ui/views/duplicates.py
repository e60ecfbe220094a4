"""Partners that may be one organisation."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from application.bitim import Bitim
from web.ui.asking import Question, Time
from web.wording import likeness, values

SHOWN = 100


@dataclass(frozen=True, slots=True)
class OneOfTwo:
    """A partner of a pair."""

    partner_id: str
    name: str
    country: str


@dataclass(frozen=True, slots=True)
class Pair:
    """Two partners, and what speaks for their being one."""

    one: OneOfTwo
    other: OneOfTwo
    reasons: list[str]


@dataclass(frozen=True, slots=True)
class NearDuplicatesView:
    """The page; ``more`` counts the pairs that it leaves out."""

    time: Time
    pairs: list[Pair]
    more: int


def load(bitim: Bitim, question: Question) -> NearDuplicatesView:
    """The pairs, those with the strongest reasons first.

    Raises:
        Invalid: a time out of form.
    """
    time = question.time
    found = bitim.near_duplicates.list(known_at=time.known_at, limit=SHOWN)
    pairs = [
        Pair(_one(pair["one"]), _one(pair["other"]), [likeness.reason(reason) for reason in pair["reasons"]])
        for pair in found["items"]
    ]
    return NearDuplicatesView(time, pairs, found["total"] - len(pairs))


def _one(given: Mapping[str, Any]) -> OneOfTwo:
    return OneOfTwo(given["id"], given["name"], values.country(given["country"]) if given["country"] else "")
