"""What the chronicles at the corners of a box have alike, and what that tells of the choices between them.

Where the rules took the same turns, each date that moves later moves every boundary later, and by small steps.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
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


class Passage(NamedTuple):
    """A span that moves from its place at the first corner of a box to that at the last, over each day between."""

    kind: int
    early: Span
    late: Span


def alike(corners: Sequence[Corner]) -> bool:
    """Whether the rules took the same turns at all corners."""
    turns = corners[0].chronicle.turns
    return all(corner.chronicle.turns == turns for corner in corners)


def passages(corners: Sequence[Corner], step: timedelta) -> list[Passage] | None:
    """How the spans move between corners that are alike; none if some may leave out a day, or if it is not known.

    A span that a corner lacks counts as empty there: what comes after it has pushed it out, or beyond the end of time,
    or what comes before it leaves no room yet.
    """
    kinds = _together(corners)
    if kinds is None:
        return None
    samples = _samples(corners)
    padded = [_padded(corner, kinds, corners[0], samples) for corner in corners]
    if not all(padded):
        return None
    moves = list(zip(*padded, strict=True))
    if not all(_passes(spans, step) for spans in moves):
        return None
    return [Passage(kind, spans[0], spans[-1]) for kind, spans in zip(kinds, moves, strict=True)]


def _together(corners: Sequence[Corner]) -> list[int] | None:
    """The kinds of all corners in an order that each of them keeps; none if they have them in different orders."""
    kinds = corners[0].kinds
    for corner in corners[1:]:
        if corner.kinds != kinds:
            merged = _merged(kinds, corner.kinds)
            if merged is None:
                return None
            kinds = merged
    return kinds


def _merged(one: list[int], other: list[int]) -> list[int] | None:
    places = {kind: place for place, kind in enumerate(one)}
    merged: list[int] = []
    at = 0
    for kind in other:
        place = places.get(kind)
        if place is None:
            merged.append(kind)
        elif place < at:
            return None
        else:
            merged += one[at : place + 1]
            at = place + 1
    return merged + one[at:]


def _padded(corner: Corner, kinds: list[int], first: Corner, samples: dict[int, Span]) -> list[Span]:
    """The spans of a corner, with empty ones for the kinds that it lacks; nothing, if it is not known how far one came.

    What pushed out one that the first corner has must not have moved.
    """
    if corner.kinds == kinds:
        return corner.chronicle.spans
    before = dict(zip(first.kinds, first.chronicle.spans, strict=True))
    own, spans, following, pushed = corner.kinds, corner.chronicle.spans, 0, False
    padded = []
    for kind in kinds:
        at = spans[following].first if following < len(own) else END_OF_TIME
        if following < len(own) and own[following] == kind:
            if pushed and (kind not in before or before[kind].first != at):
                return []
            padded.append(spans[following])
            following, pushed = following + 1, False
        else:
            empty = _empty(samples[kind], at, corner)
            if kind in before and not _came_up_to(before[kind], empty):
                return []
            padded.append(empty)
            pushed = pushed or kind in before
    return padded


def _empty(span: Span, at: date, corner: Corner) -> Span:
    """What is left of a span in another choice; its period has an end there all the same."""
    period_out = None if span.period_out is None else corner.chronicle.period_out(span)
    return span._replace(first=at, out=at, period_out=period_out)


def _came_up_to(span: Span, empty: Span) -> bool:
    """Whether a span ended all the time at what pushed it out, or is the last of a period that runs on beyond it."""
    if span.out == empty.first:
        return True
    return span.out == span.period_out and empty.period_out is not None and empty.period_out >= empty.first


def _samples(corners: Sequence[Corner]) -> dict[int, Span]:
    """A span of each kind, of the first corner that has it."""
    return {
        kind: span
        for corner in reversed(corners)
        for kind, span in zip(corner.kinds, corner.chronicle.spans, strict=True)
    }


def _passes(spans: tuple[Span, ...], step: timedelta) -> bool:
    """Whether a span only moves later from the first to the last corner, and leaves out no day on its way."""
    early, late = spans[0], spans[-1]
    later = _moves_later(early, late) and all(
        _moves_later(early, span) and _moves_later(span, late) for span in spans[1:-1]
    )
    if not later or late.first <= early.out:
        return later
    pushed_out = late.first == late.out
    return all(
        span.out - span.first >= step or span.out >= END_OF_TIME or (pushed_out and span.out == late.out)
        for span in spans
    )


def _moves_later(early: Span, late: Span) -> bool:
    return (
        early.first <= late.first
        and early.out <= late.out
        and (early.period_out or END_OF_TIME) <= (late.period_out or END_OF_TIME)
    )


def bounds(corners: Sequence[Corner]) -> dict[int, tuple[date, date, Span]]:
    """The days outside which no kind can lie between the corners, and a span of it; none if they have no one order."""
    before = _before([corner.kinds for corner in corners])
    if not before:
        return {}
    low, high = corners[0], corners[-1]
    bounds = {}
    for kind, span in _samples(corners).items():
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
