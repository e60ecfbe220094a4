"""What happens where one period of a timeline ends: an expiry, a tacit renewal, or neither."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from itertools import pairwise
from typing import NamedTuple

from domain.memorandum.chronicle import LIVING
from domain.memorandum.standing import Interval, Timeline
from domain.memorandum.term import Term, objection_date


def boundary(before: Interval, after: Interval) -> str | None:
    """What time does between two intervals: ``expired``, ``tacitly_renewed``, or neither.

    Where the end is not known to the day, ``expired`` means that it ends within the days it may mean.
    """
    if before.standing not in LIVING or before.until is None:
        return None
    if after.standing == "expired":
        return "expired"
    if not before.until.certain:
        return "expired" if "expired" in after.candidates else None
    renewed = (
        after.standing in LIVING
        and before.period is not None
        and after.period == before.period + 1
        and after.edition_id == before.edition_id
    )
    return "tacitly_renewed" if renewed else None


class Boundary(NamedTuple):
    """An expiry or tacit renewal of an edition on a day: the first one after the old period."""

    edition_id: str
    kind: str
    day: date


def certain_boundaries(timeline: Timeline) -> Iterator[Boundary]:
    """The ends and tacit renewals of a timeline that are known to the day, in order."""
    for before, after in pairwise(timeline.intervals):
        kind = boundary(before, after) if before.until is not None and before.until.certain else None
        if kind is not None and before.edition_id is not None:
            yield Boundary(before.edition_id, kind, after.first)


class PeriodEnd(NamedTuple):
    """How the period to which an interval belongs ends.

    ``boundary`` is as above. ``closing``: the interval is the last of its period. ``objection_on``: the last day on
    which an objection keeps the period from being tacitly renewed.
    """

    boundary: str | None
    closing: bool
    objection_on: date | None


_NO_END = PeriodEnd(None, False, None)


def period_ends(intervals: Sequence[Interval], terms: Mapping[str, Term]) -> list[PeriodEnd]:
    """How the period of each interval ends; ``terms`` are those of the editions."""
    ends: list[PeriodEnd] = []
    after: Interval | None = None
    for before in reversed(intervals):
        ends.append(_NO_END if after is None else _period_end(before, after, ends[-1], terms))
        after = before
    ends.reverse()
    return ends


def _period_end(before: Interval, after: Interval, end_after: PeriodEnd, terms: Mapping[str, Term]) -> PeriodEnd:
    until = before.until
    if until is None or before.standing not in LIVING:
        return _NO_END
    if before.period == after.period and until == after.until and after.standing in LIVING:
        return end_after._replace(closing=False)
    what = boundary(before, after)
    if what is None:
        return _NO_END
    tacit = what == "tacitly_renewed" and before.edition_id is not None
    return PeriodEnd(what, True, objection_date(after.first, terms[before.editions[0]].notice) if tacit else None)
