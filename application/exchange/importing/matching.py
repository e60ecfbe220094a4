"""Which rows are about the same memorandum: of one edition, and of an edition and the one before.

Rows are matched where that is certain. Where several could be meant, a person is asked.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable, Sequence
from dataclasses import dataclass, field

from application.exchange.importing.entries import Entry
from application.exchange.importing.readings.words import plain

Key = Callable[[Entry], Hashable]
_WHOLE_DAY = len("2021-01-01")


def _names(entry: Entry) -> tuple[str, ...]:
    return tuple(sorted(plain(one.name) for one in entry.partners))


def _title(entry: Entry) -> str:
    return plain(entry.title or "")


_STEPS: tuple[Key, ...] = (
    lambda entry: (entry.sheet, entry.number, repr(entry.said)),
    lambda entry: (entry.number, repr(entry.said)),
    lambda entry: repr(entry.said),
    lambda entry: (entry.sheet, entry.number, _names(entry)) if entry.number and entry.partners else None,
    lambda entry: (_names(entry), entry.signed_on, _title(entry)) if entry.partners and entry.signed_on else None,
    lambda entry: (_names(entry), entry.signed_on) if entry.partners and entry.signed_on else None,
    lambda entry: (_names(entry), _title(entry)) if entry.partners and entry.title else None,
    lambda entry: (entry.sheet, entry.number, entry.signed_on) if entry.number and entry.signed_on else None,
    lambda entry: (_title(entry), entry.signed_on) if entry.title and entry.signed_on else None,
)
"""What tells that rows of two editions are the same row, the surest first; where it is alone on both sides."""


@dataclass(slots=True)
class Matched:
    """Rows of two editions, matched.

    Args:
        pairs: a row of the new edition with that of the old one.
        new: rows that the old edition did not have.
        unclear: rows that may be one of several of the old edition.
        vanished: rows that the new edition no longer has.
    """

    pairs: list[tuple[Entry, Entry]] = field(default_factory=list)
    new: list[Entry] = field(default_factory=list)
    unclear: list[Entry] = field(default_factory=list)
    vanished: list[Entry] = field(default_factory=list)


def match(entries: Sequence[Entry], before: Sequence[Entry]) -> Matched:
    """The rows of an edition beside those of the edition before."""
    matched = Matched()
    rest, old = list(entries), list(before)
    for step, key in enumerate(_STEPS):
        rest, old = _match(matched, rest, old, key, in_order=step < 3)
    names = {_names(entry) for entry in old if entry.partners}
    matched.unclear = [entry for entry in rest if entry.partners and _names(entry) in names]
    matched.new = [entry for entry in rest if entry not in matched.unclear]
    matched.vanished = old
    return matched


def _match(
    matched: Matched, entries: list[Entry], before: list[Entry], key: Key, *, in_order: bool
) -> tuple[list[Entry], list[Entry]]:
    """Match what has the same key: one with one, or, of rows that say the same, as many as there are, in order."""
    ours, theirs = _by_key(entries, key), _by_key(before, key)
    gone: set[int] = set()
    for told, rows in ours.items():
        others = theirs.get(told, [])
        if in_order or len(rows) == len(others) == 1:
            for pair in zip(rows, others, strict=False):
                matched.pairs.append(pair)
                gone |= {id(one) for one in pair}
    return [one for one in entries if id(one) not in gone], [one for one in before if id(one) not in gone]


def _by_key(entries: Iterable[Entry], key: Key) -> dict[Hashable, list[Entry]]:
    found: dict[Hashable, list[Entry]] = defaultdict(list)
    for entry in entries:
        if (told := key(entry)) is not None:
            found[told].append(entry)
    return found


def group(entries: Sequence[Entry]) -> list[list[Entry]]:
    """The rows of an edition, those about one memorandum together, the first of them in the file first.

    A row that repeats another in every cell says nothing new. Rows of different sheets are about one memorandum, if
    partners and whole day of signing are the same, titles do not differ, and no other row could be meant.
    """
    groups = list(_by_key(entries, lambda entry: (entry.sheet, repr(sorted(entry.cells.items())))).values())
    across = _by_key((one[0] for one in groups if _is_telling(one[0])), lambda e: (_names(e), e.signed_on))
    joined: set[int] = set()
    for rows in across.values():
        sheets = {row.sheet for row in rows}
        titles = {_title(row) for row in rows if row.title}
        if len(rows) > 1 and len(sheets) == len(rows) and len(titles) <= 1:
            first, *others = (next(one for one in groups if one[0] is row) for row in rows)
            for other in others:
                first += other
                joined.add(id(other))
    return [one for one in groups if id(one) not in joined]


def _is_telling(entry: Entry) -> bool:
    return bool(entry.partners) and entry.signed_on is not None and len(entry.signed_on) == _WHOLE_DAY


def alike(groups: Sequence[Sequence[Entry]]) -> list[tuple[Entry, list[Entry]]]:
    """First rows with those that may be about the same memorandum, or another of the same day: only a person knows."""
    found = _by_key(
        (rows[0] for rows in groups if _is_telling(rows[0])), lambda entry: (_names(entry), entry.signed_on)
    )
    pairs = []
    for rows in found.values():
        for entry in rows:
            others = [other for other in rows if other is not entry and _may_have_one_title(entry, other)]
            pairs += [(entry, others)] if others else []
    return pairs


def _may_have_one_title(entry: Entry, other: Entry) -> bool:
    return not entry.title or not other.title or _title(entry) == _title(other)
