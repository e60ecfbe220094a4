"""The days that one kind of span covers over many choices of the uncertain dates."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from graphlib import CycleError, TopologicalSorter
from itertools import pairwise
from typing import NamedTuple

from domain.memorandum.chronicle import Chronicle, Span
from domain.shared.dates import END_OF_TIME, FIRST_DAY


class Corner(NamedTuple):
    """The chronicle of one choice, and the number of what each of its spans says."""

    chronicle: Chronicle
    kinds: list[int]

    @property
    def shape(self) -> tuple[list[object], list[int]]:
        """What other choices may have alike, while the boundaries of its spans differ."""
        return self.chronicle.turns, self.kinds


class Hull(NamedTuple):
    """The days that one span covers over a box of choices, and the extremes of the end of its period."""

    first: date
    out: date
    span: Span
    earliest_period_out: date | None
    latest_period_out: date | None


def of_one_shape(corners: Sequence[Corner], step: timedelta) -> bool:
    """Whether the corners differ in their boundaries only, and their spans pass over each day between these.

    A span that the first corner has and another lacks was pushed out by what follows it there, or beyond the end of
    time: it counts as empty.
    """
    first = corners[0]
    if any(corner.chronicle.turns != first.chronicle.turns for corner in corners):
        return False
    padded = []
    for corner in corners:
        spans = _padded(corner, first)
        if spans is None:
            return False
        padded.append(spans)
    return all(_passes(spans, step) for spans in zip(*padded, strict=True))


def _padded(corner: Corner, first: Corner) -> list[Span] | None:
    """The spans of a corner with empty ones for those that the first has besides, at what pushed them out.

    None, if it has others, or if what pushed them out moves: then it is not known how far they came.
    """
    own, spans, following, pushed = corner.kinds, corner.chronicle.spans, 0, False
    padded = []
    for kind, span in zip(first.kinds, first.chronicle.spans, strict=True):
        if following < len(own) and own[following] == kind:
            if pushed and span.first != spans[following].first:
                return None
            padded.append(spans[following])
            following, pushed = following + 1, False
        else:
            at = spans[following].first if following < len(own) else END_OF_TIME
            padded.append(span._replace(first=at, out=at, period_out=None if span.period_out is None else at))
            pushed = True
    return padded if following == len(own) else None


def _passes(spans: tuple[Span, ...], step: timedelta) -> bool:
    """Whether a span only moves later from the first to the last corner, and leaves out no day on its way."""
    early, late = spans[0], spans[-1]
    if spans.count(early) == len(spans):
        return True
    later = all(
        early.first <= span.first <= late.first
        and early.out <= span.out <= late.out
        and (early.period_out or END_OF_TIME) <= (span.period_out or END_OF_TIME) <= (late.period_out or END_OF_TIME)
        for span in spans
    )
    if not later or late.first <= early.out:
        return later
    pushed_out = late.first == late.out
    return all(
        span.out - span.first >= step or span.out >= END_OF_TIME or (pushed_out and span.out == late.out)
        for span in spans
    )


class Found:
    """The hulls found so far; those of spans that say the same, and overlap in their days and ends, are one."""

    def __init__(self, step: timedelta) -> None:
        self._step = step
        self._kinds: dict[tuple[object, ...], int] = {}
        self._hulls: dict[int, list[Hull]] = {}
        self._days: dict[int, list[Hull]] = {}

    def __iter__(self) -> Iterator[Hull]:
        for hulls in self._hulls.values():
            yield from hulls

    def corner(self, chronicle: Chronicle) -> Corner:
        """A chronicle, with what its spans say beside their days, and how often that was said before, in numbers."""
        seen: dict[tuple[object, ...], int] = {}
        kinds = []
        for span in chronicle.spans:
            said = (span.period_out is None, *span[3:])
            seen[said] = seen.get(said, 0) + 1
            kinds.append(self._kinds.setdefault((seen[said], *said), len(self._kinds)))
        return Corner(chronicle, kinds)

    def add(self, early: Corner, late: Corner) -> None:
        """Keep the hulls of spans that move later from one corner to the other."""
        moved = _padded(late, early) or ()
        for kind, one, other in zip(early.kinds, early.chronicle.spans, moved, strict=True):
            self._add(kind, Hull(one.first, other.out, one, one.period_out, other.period_out))

    def _add(self, kind: int, hull: Hull) -> None:
        days = Hull(hull.first, hull.out, hull.span, None, None)
        _put(self._days.setdefault(kind, []), days, self._step)
        _put(self._hulls.setdefault(kind, []), hull, self._step)

    def _covers(self, kind: int, first: date, out: date) -> bool:
        return first >= out or any(days.first <= first and out <= days.out for days in self._days.get(kind, ()))

    def hold(self, corners: Sequence[Corner]) -> bool:
        """Whether no choice between these corners can show anything new; if so, the hulls of all are kept.

        Each date that moves later moves every day back in the order of things, so that a day shows what comes between
        that of the latest corner and that of the earliest.
        """
        turns = corners[0].chronicle.turns
        if any(corner.chronicle.turns != turns for corner in corners):
            return False
        hulls = {}
        for kind, (first, out, span) in _bounds(corners).items():
            ends = [corner.chronicle.period_out(span) for corner in corners] if span.period_out is not None else [None]
            known = [end for end in ends if end is not None]
            if not self._covers(kind, first, out) or (known and len(known) < len(ends)):
                return False
            hulls[kind] = Hull(first, out, span, min(known, default=None), max(known, default=None))
        for kind, hull in hulls.items():
            if hull.first < hull.out:
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


def _bounds(corners: Sequence[Corner]) -> dict[int, tuple[date, date, Span]]:
    """The days outside which no kind can lie between the corners, and a span of it; none if they have no one order."""
    before = _before([corner.kinds for corner in corners])
    if not before:
        return {}
    samples = {
        kind: span for corner in corners for kind, span in zip(corner.kinds, corner.chronicle.spans, strict=True)
    }
    low, high = corners[0], corners[-1]
    bounds = {}
    for kind, span in samples.items():
        start, stop = _start(low.kinds, before[kind]), _stop(high.kinds, before, kind)
        first = low.chronicle.spans[start].first if start < len(low.kinds) else END_OF_TIME
        bounds[kind] = (first, high.chronicle.spans[stop - 1].out if stop else FIRST_DAY, span)
    outside = any(
        span.first < bounds[kind][0] or bounds[kind][1] < span.out
        for corner in corners
        for kind, span in zip(corner.kinds, corner.chronicle.spans, strict=True)
    )
    return {} if outside else bounds


def _start(kinds: list[int], earlier: int) -> int:
    """The place of the first kind that is none of the earlier ones; all that come before it are."""

    def begun(kind: int) -> bool:
        return not earlier >> kind & 1

    return bisect_left(kinds, True, key=begun)


def _stop(kinds: list[int], before: dict[int, int], kind: int) -> int:
    """The place of the first kind that this one comes before; it does so before all that follow, too."""

    def over(other: int) -> bool:
        return bool(before[other] >> kind & 1)

    return bisect_left(kinds, True, key=over)


def _before(orders: list[list[int]]) -> dict[int, int]:
    """For each kind, in bits, those that some order puts before it, at once or by way of others.

    None at all, if that is a circle.
    """
    direct: dict[int, set[int]] = {}
    for kinds in orders:
        direct.setdefault(kinds[0], set())
        for previous, kind in pairwise(kinds):
            direct.setdefault(kind, set()).add(previous)
    before: dict[int, int] = {}
    try:
        for kind in TopologicalSorter(direct).static_order():
            before[kind] = 0
            for previous in direct[kind]:
                before[kind] |= before[previous] | 1 << previous
    except CycleError:
        return {}
    return before
