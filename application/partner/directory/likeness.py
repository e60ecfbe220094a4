"""Why two names may mean one organisation. Nothing here decides that they do: a person does.

Names are compared word by word, because those of universities have most of their letters in common: the State
University of Law is not that of Economics, nor is university 1 university 2.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from rapidfuzz.distance import OSA

from application.searching import SMALL_WORDS, folded, initials

NEAR = 0.8
"""Likeness of two words, as the share of letters that stay: Jianshu and Jianzhu 0.86, Samara and Samarkand 0.67. So
among 10,251 universities of the world 94 pairs are proposed, most of them spellings of one name."""

_SHORTEST = 5  # letters; of shorter words one letter makes another word
_WORDS = re.compile(r"\w+")
_INVERTED = re.compile(r"([^,]+), *([^,]+ of(?: the)?)")
_FORMS = {
    **dict.fromkeys(("company", "corporation", "corp"), "co"),
    "limited": "ltd",
    "incorporated": "inc",
    "univ": "university",
    "inst": "institute",
}
STRENGTH = ("same_identifier", "same_name", "abbreviation", "near_name")
"""The reasons, the strongest first."""


@dataclass(frozen=True, slots=True)
class Called:
    """What an organisation is called, by whatever name, and how others identify it."""

    names: Sequence[str]
    identifiers: Mapping[str, str]
    country: str | None


@dataclass(frozen=True, slots=True)
class Reason:
    """Why two records may be about one organisation.

    Args:
        code: one of `STRENGTH`.
        one, other: the names, or the scheme and the identifier, that speak for it.
        score: of near names, how like they are, in percent; 100 for every other reason.
    """

    code: str
    one: str
    other: str
    score: int = 100


@lru_cache(maxsize=20_000)
def key(name: str) -> str:
    """The words of a name in one order and form, without the small ones, so that an inverted name has the same key."""
    return " ".join(sorted(_words(name)))


def spelled(name: str) -> str:
    """The words of a name in their order, an inverted one turned, in whichever script, case and with whatever signs.

    What has the same bears the same name; what has only the same `key` may be another: York University is not the
    University of York.
    """
    turned = _INVERTED.fullmatch(folded(name).strip())
    words = _WORDS.findall(f"{turned[2]} {turned[1]}" if turned else folded(name))
    return " ".join(words[1:] if words[:1] == ["the"] else words)


def _words(name: str) -> list[str]:
    found = [_FORMS.get(word, word) for word in _WORDS.findall(folded(name))]
    return [word for word in found if word not in SMALL_WORDS] or found


def reasons(one: Called, other: Called) -> list[Reason]:
    """Why these may be one organisation, the strongest reason first; across countries identifiers alone count."""
    found = list(_identified(one, other))
    if one.country == other.country or None in (one.country, other.country):
        pairs = [reason for a in one.names for b in other.names if (reason := _of_names(a, b)) is not None]
        found += sorted(pairs, key=lambda reason: (STRENGTH.index(reason.code), -reason.score))[:1]
    return found


def _identified(one: Called, other: Called) -> Iterable[Reason]:
    for scheme, value in one.identifiers.items():
        if other.identifiers.get(scheme) == value:
            yield Reason("same_identifier", scheme, value)


def _of_names(one: str, other: str) -> Reason | None:
    key_of_one, key_of_other = key(one), key(other)
    if key_of_one == key_of_other:
        return Reason("same_name", one, other)
    if _shortens(one, other) or _shortens(other, one):
        return Reason("abbreviation", one, other)
    score = _near(key_of_one.split(), key_of_other.split())
    return Reason("near_name", one, other, score) if score else None


def _shortens(short: str, name: str) -> bool:
    """Whether one name is the initials of another."""
    return short_of(short) in short_forms(name)


@lru_cache(maxsize=20_000)
def short_of(name: str) -> str:
    """A name of one word as initials are compared."""
    return folded(name).replace(".", "")


@lru_cache(maxsize=20_000)
def short_forms(name: str) -> frozenset[str]:
    """The initials by which a name may be called, as they are compared."""
    return frozenset(folded(letters) for letters in initials(name))


def _near(one: list[str], other: list[str]) -> int:
    """How like the words of two names are, each to its own, in percent; 0, if one of them has none that is like it."""
    left, unequal = list(other), []
    for word in one:
        if word in left:
            left.remove(word)
        else:
            unequal.append(word)
    if len(unequal) != len(left) or not unequal:
        return 0
    scores = []
    for word in unequal:
        best = max(left, key=lambda candidate: OSA.normalized_similarity(word, candidate))
        score = OSA.normalized_similarity(word, best)
        if score < NEAR or min(len(word), len(best)) < _SHORTEST or any(map(str.isdigit, word + best)):
            return 0
        left.remove(best)
        scores.append(score)
    return round(100 * (len(one) - len(unequal) + sum(scores)) / len(one))
