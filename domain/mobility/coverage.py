"""Coverage: which edition of its memorandum covers each day of a case (rule 35).

A day is covered where the memorandum is in force for the activity. Cover ends with expiry; after a termination it goes
on for a case that began before the first day out. From the day on which another memorandum supersedes it, that one
answers. Nothing is guessed: what may be either is undetermined.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from itertools import pairwise
from typing import Any, NamedTuple

from domain.memorandum.standing import NOT_BEGUN, Interval, Timeline
from domain.mobility.details import AREAS_OF
from domain.mobility.state import Stay
from domain.shared.dates import Days, day_after
from domain.shared.errors import Refused

WITHOUT_MEMORANDUM = "without_memorandum"
OTHER_ACTIVITY = "other_activity"
SUPERSEDED = "superseded"
Areas = Mapping[str, Sequence[Mapping[str, Any]] | None]
"""The areas of cooperation by edition; ``None`` where they are not known."""


class Stretch(NamedTuple):
    """Days of a case with one answer: ``[first, out)``.

    Args:
        covered: ``None`` where it cannot be told.
        edition_id: the edition that covers them, if that is known.
        reason: the standing that makes it so, or ``other_activity``, ``without_memorandum``.
        certain: whether these days surely belong to the case; its first and last day may be uncertain.
        successor_id: the memorandum that answers for them after it superseded the one on which the case rests.
    """

    first: date
    out: date
    covered: bool | None
    edition_id: str | None
    reason: str
    certain: bool
    successor_id: str | None = None


def coverage(stay: Stay, purpose: str, timeline: Timeline | None, areas: Areas) -> list[Stretch]:
    """The days of a case in order, each stretch with its answer; nothing, if its first or last day is not known at all.

    Args:
        stay: the days of the case.
        purpose: what the person goes for.
        timeline: the standing of its memorandum on every day; none, if it rests on none.
        areas: the areas of cooperation of the memorandum's editions.
    """
    if not stay.known:
        return []
    found: list[Stretch] = []
    for piece in _pieces(stay, _intervals(stay, timeline)):
        stretch = _answered(piece, stay, purpose, timeline, areas)
        if found and found[-1][2:] == stretch[2:]:
            found[-1] = found[-1]._replace(out=stretch.out)
        else:
            found.append(stretch)
    return found


def taken_over(stretches: Sequence[Stretch], by_successor: Sequence[Stretch], successor_id: str) -> list[Stretch]:
    """The same days; for those on which the memorandum was superseded, what its successor answers.

    A chain that was kept as two memorandums is one (rule 40).

    Args:
        stretches: what the memorandum answers.
        by_successor: what the successor would answer for all days of the case.
        successor_id: of the successor.
    """
    found: list[Stretch] = []
    for one in stretches:
        if one.reason != SUPERSEDED:
            found.append(one)
            continue
        for other in by_successor:
            first, out = max(one.first, other.first), min(one.out, other.out)
            if first < out:
                found.append(other._replace(first=first, out=out, successor_id=successor_id))
    return found


class _Piece(NamedTuple):
    first: date
    out: date
    interval: Interval | None


def _intervals(stay: Stay, timeline: Timeline | None) -> Iterator[_Piece]:
    """The days from the first that may belong to the case to the last, cut where the standing changes."""
    first, out = stay.first.earliest, day_after(stay.until.latest)
    for interval in timeline.intervals if timeline else ():
        if interval.out <= first or interval.first >= out:
            continue
        if first < interval.first:
            yield _Piece(first, interval.first, None)
        yield _Piece(max(first, interval.first), min(out, interval.out), interval)
        first = min(out, interval.out)
    if first < out:
        yield _Piece(first, out, None)


def _pieces(stay: Stay, pieces: Iterator[_Piece]) -> Iterator[_Piece]:
    """The same, cut where days begin and cease to belong surely to the case."""
    for piece in pieces:
        cuts = sorted({stay.first.latest, day_after(stay.until.earliest)})
        bounds = [piece.first, *(day for day in cuts if piece.first < day < piece.out), piece.out]
        yield from (_Piece(first, out, piece.interval) for first, out in pairwise(bounds))


def _answered(piece: _Piece, stay: Stay, purpose: str, timeline: Timeline | None, areas: Areas) -> Stretch:
    certain = stay.first.latest <= piece.first and piece.out <= day_after(stay.until.earliest)
    interval = piece.interval
    if timeline is None or interval is None:
        reason = WITHOUT_MEMORANDUM if timeline is None else NOT_BEGUN
        return Stretch(piece.first, piece.out, False, None, reason, certain)
    answers = {_covers(standing, interval, stay, timeline) for standing in interval.candidates}
    covered = answers.pop() if len(answers) == 1 else None
    if covered is not False:
        meant = {is_meant(areas.get(edition), purpose) for edition in interval.editions}
        if meant == {False}:
            return Stretch(piece.first, piece.out, False, None, OTHER_ACTIVITY, certain)
        covered = covered if meant == {True} else None
    edition_id = None if covered is False else interval.edition_id
    return Stretch(piece.first, piece.out, covered, edition_id, interval.standing, certain)


def _covers(standing: str, interval: Interval, stay: Stay, timeline: Timeline) -> bool | None:
    if standing != "terminated":
        return standing == "in_force"
    first_out = _first_terminated(interval, timeline)
    if stay.first.latest < first_out:
        return True
    return False if stay.first.earliest >= first_out else None


def _first_terminated(interval: Interval, timeline: Timeline) -> date:
    """The first day no longer in force, of a termination that may be told in several intervals."""
    first = interval.first
    for before in reversed(timeline.intervals):
        if before.out == first and before.candidates == interval.candidates:
            first = before.first
    return first


def is_meant(areas: Sequence[Mapping[str, Any]] | None, purpose: str) -> bool:
    """Whether an edition with these areas covers a purpose; one whose areas are not known or not stated covers all."""
    named = {one["area"] for one in areas or ()}
    return not named or bool(named & {"other", *AREAS_OF[purpose]})


def require_not_terminated(timeline: Timeline, first: Days, memorandum_id: str) -> None:
    """Refuse a stay that begins after the termination of its memorandum took effect.

    Raises:
        Refused: ``memorandum_terminated``, with the first day of the stay.
    """
    intervals = [timeline.on(day) for day in (first.earliest, first.latest)]
    if all(interval is not None and interval.candidates == ("terminated",) for interval in intervals):
        raise Refused("memorandum_terminated", memorandum_id=memorandum_id, on=first.earliest.isoformat())
