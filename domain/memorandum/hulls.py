"""The days that one kind of span covers over many choices of the uncertain dates."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from typing import NamedTuple

from domain.memorandum.chronicle import Chronicle, Span
from domain.memorandum.shapes import Corner, Passage, bounds
from domain.shared.dates import END_OF_TIME, FIRST_DAY


class Hull(NamedTuple):
    """The days that one span covers over a box of choices, and the extremes of the end of its period."""

    first: date
    out: date
    span: Span
    earliest_period_out: date | None
    latest_period_out: date | None


class _Cover:
    """Days, as ranges in order that do not touch each other."""

    def __init__(self) -> None:
        self._firsts: list[date] = []
        self._outs: list[date] = []

    def holds(self, first: date, out: date) -> bool:
        """Whether each day of a range is among them."""
        place = bisect_right(self._firsts, first) - 1
        return first >= out or (place >= 0 and out <= self._outs[place])

    def add(self, first: date, out: date) -> None:
        """Put a range to them."""
        if self.holds(first, out):
            return
        begin, end = bisect_left(self._outs, first), bisect_right(self._firsts, out)
        self._firsts[begin:end] = [min([first, *self._firsts[begin:end]])]
        self._outs[begin:end] = [max([out, *self._outs[begin:end]])]


class Found:
    """The hulls found so far; those of spans that say the same, and overlap in their days and ends, are one."""

    def __init__(self, step: timedelta) -> None:
        self._step = step
        self._kinds: dict[object, int] = {}
        self._hulls: defaultdict[int, list[Hull]] = defaultdict(list)
        self._days: defaultdict[int, _Cover] = defaultdict(_Cover)
        self._shown: list[tuple[int, date, date]] = []  # not yet among the days: seldom is it asked for them

    def __iter__(self) -> Iterator[Hull]:
        for hulls in self._hulls.values():
            yield from hulls

    def corner(self, chronicle: Chronicle) -> Corner:
        """A chronicle, with what its spans say beside their days in numbers; the days that they cover are noted."""
        kinds: dict[int, None] = {}
        for span in chronicle.spans:
            kind = self._kind((span.period_out is None, *span[3:]))
            while kind in kinds:  # said before
                kind = self._kind(kind)
            kinds[kind] = None
            self._shown.append((kind, span.first, span.out))
        return Corner(chronicle, list(kinds))

    def _kind(self, said: object) -> int:
        return self._kinds.setdefault(said, len(self._kinds))

    def keep(self, passages: Sequence[Passage]) -> None:
        """Keep the hulls of spans that cover each day from the first corner of a box to the last."""
        for kind, early, late in passages:
            self._add(kind, Hull(early.first, late.out, early, early.period_out, late.period_out))

    def _add(self, kind: int, hull: Hull) -> None:
        if hull.first < hull.out:
            self._shown.append((kind, hull.first, hull.out))
            _put(self._hulls[kind], hull, self._step)

    def _note_what_was_shown(self) -> None:
        for kind, first, out in self._shown:
            self._days[kind].add(first, out)
        self._shown.clear()

    def hold(self, corners: Sequence[Corner]) -> bool:
        """Whether no choice between these corners, which are alike, can show anything new; if so, their hulls are kept.

        Each date that moves later moves every day back in the order of things, so that a day shows what comes between
        that of the latest corner and that of the earliest.
        """
        self._note_what_was_shown()
        hulls = {}
        for kind, (first, out, span) in bounds(corners).items():
            ends = [corner.chronicle.period_out(span) for corner in corners] if span.period_out is not None else [None]
            known = [end for end in ends if end is not None]
            if not self._days[kind].holds(first, out) or (known and len(known) < len(ends)):
                return False
            hulls[kind] = Hull(first, out, span, min(known, default=None), max(known, default=None))
        for kind, hull in hulls.items():
            self._add(kind, hull)
        return bool(hulls)


def _put(hulls: list[Hull], hull: Hull, step: timedelta) -> None:
    """Add a hull, as one with that before or after it which it touches; they are in the order of their ends."""
    place = bisect_left(hulls, _order(hull), key=_order)
    for index in (place - 1, place):
        if not 0 <= index < len(hulls):
            continue
        other = hulls[index]
        if other.first <= hull.out and hull.first <= other.out and _one_end(other, hull, step):
            if not _within(hull, other):
                del hulls[index]
                _put(hulls, _together(other, hull), step)
            return
    hulls.insert(place, hull)


def _order(hull: Hull) -> tuple[date, date]:
    return (hull.earliest_period_out or FIRST_DAY, hull.first)


def _one_end(one: Hull, other: Hull, step: timedelta) -> bool:
    """Whether the ends of two periods are so near to each other that no other one comes between them."""
    _, _, _, one_earliest, one_latest = one
    _, _, _, other_earliest, other_latest = other
    if one_earliest is None or other_earliest is None:
        return True
    if one_earliest <= other_earliest:
        return other_earliest - (one_latest or END_OF_TIME) <= step
    return one_earliest - (other_latest or END_OF_TIME) <= step


def _within(one: Hull, other: Hull) -> bool:
    """Whether a hull adds nothing to another that it touches."""
    first, out, _, earliest, latest = one
    other_first, other_out, _, other_earliest, other_latest = other
    if first < other_first or other_out < out:
        return False
    if earliest is None or latest is None:
        return True
    return (
        other_earliest is not None and other_latest is not None and other_earliest <= earliest <= latest <= other_latest
    )


def _together(one: Hull, other: Hull) -> Hull:
    first, out = min(one.first, other.first), max(one.out, other.out)
    if one.earliest_period_out is None or one.latest_period_out is None:
        return Hull(first, out, one.span, other.earliest_period_out, other.latest_period_out)
    if other.earliest_period_out is None or other.latest_period_out is None:
        return Hull(first, out, one.span, one.earliest_period_out, one.latest_period_out)
    earliest = min(one.earliest_period_out, other.earliest_period_out)
    return Hull(first, out, one.span, earliest, max(one.latest_period_out, other.latest_period_out))
