"""What changed in a text: by clause, and within a clause by word.

The work is bounded, whatever people have written: what both texts begin and end with is set aside, and where too much
is left to be compared one by one, it counts as replaced.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher
from typing import Any, NamedTuple

Run = dict[str, Any]

_BLANK_LINES = re.compile(r"\n\s*\n")
_PIECES = re.compile(r"\s+|\w+|[^\s\w]")
_WORDS = re.compile(r"\w+")
_ALIKE = 0.5
"""From this share of common words on, two clauses are one that was changed, not one removed and another added."""
_MOST_PAIRS = 400_000
"""Pieces of one text times those of the other: at worst half a second (CPython 3.11)."""
_MOST_CLAUSES = 2_500
"""Clauses of one text times those of the other that are tried for likeness."""


class _Stretch(NamedTuple):
    """Items of two sequences that stand against each other."""

    same: bool
    old: Sequence[str]
    new: Sequence[str]


def compare_texts(old: str, new: str) -> list[Run]:
    """Each clause of two texts: the same, changed (with its ``words``), added or removed."""
    runs: list[Run] = []
    for same, before, after in _stretches(clauses(old), clauses(new)):
        if same:
            runs += ({"change": "same", "before": clause, "after": clause} for clause in before)
        else:
            runs += _aligned(before, after)
    return runs


def clauses(text: str) -> list[str]:
    """The clauses of a text, which blank lines part."""
    return [clause for part in _BLANK_LINES.split(text) if (clause := part.strip())]


def compare_words(old: str, new: str) -> list[Run]:
    """The words of two clauses: runs that are the same, removed or added."""
    runs: list[Run] = []
    for same, before, after in _stretches(_PIECES.findall(old), _PIECES.findall(new)):
        if same:
            runs.append({"change": "same", "text": "".join(before)})
            continue
        if before:
            runs.append({"change": "removed", "text": "".join(before)})
        if after:
            runs.append({"change": "added", "text": "".join(after)})
    return runs


def _aligned(old: Sequence[str], new: Sequence[str]) -> Iterator[Run]:
    """Pair the clauses that are alike, in order; the rest was removed or added."""
    rest = list(new)
    for clause in old:
        index = None
        if len(old) * len(new) <= _MOST_CLAUSES:
            index = next((index for index, other in enumerate(rest) if _alike(clause, other)), None)
        if index is None:
            yield {"change": "removed", "before": clause, "after": None}
            continue
        yield from ({"change": "added", "before": None, "after": added} for added in rest[:index])
        words = compare_words(clause, rest[index])
        yield {"change": "changed", "before": clause, "after": rest[index], "words": words}
        del rest[: index + 1]
    yield from ({"change": "added", "before": None, "after": added} for added in rest)


def _alike(old: str, new: str) -> bool:
    before, after = (Counter(_WORDS.findall(clause.casefold())) for clause in (old, new))
    return 2 * (before & after).total() >= _ALIKE * (before.total() + after.total())


def _stretches(old: Sequence[str], new: Sequence[str]) -> Iterator[_Stretch]:
    """Both sequences, cut into stretches that are the same and stretches that differ."""
    first = 0
    while first < min(len(old), len(new)) and old[first] == new[first]:
        first += 1
    last = 0
    while last < min(len(old), len(new)) - first and old[-1 - last] == new[-1 - last]:
        last += 1
    if first:
        yield _Stretch(True, old[:first], new[:first])
    yield from _differing(old[first : len(old) - last], new[first : len(new) - last])
    if last:
        yield _Stretch(True, old[-last:], new[-last:])


def _differing(old: Sequence[str], new: Sequence[str]) -> Iterator[_Stretch]:
    if len(old) * len(new) > _MOST_PAIRS:
        yield _Stretch(False, old, new)
        return
    for kind, i, i_end, j, j_end in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        yield _Stretch(kind == "equal", old[i:i_end], new[j:j_end])
