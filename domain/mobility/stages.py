"""The stage of a case on any day: its passages, whose days may be uncertain, laid out from day to day."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from typing import NamedTuple

from domain.shared.dates import END_OF_TIME, Days

NOT_BEGUN = "not_begun"
UNDETERMINED = "undetermined"


class StageInterval(NamedTuple):
    """Days on which one answer holds: ``[first, out)``; several candidates where the stage is *undetermined*."""

    first: date
    out: date
    stage: str
    candidates: tuple[str, ...]


def stage_intervals(passages: Sequence[tuple[Days, str]]) -> tuple[StageInterval, ...]:
    """The stages from the first day on which the case may have begun to the end of time.

    Args:
        passages: the stages in order, each with the days on which it may have been reached.
    """
    found: list[StageInterval] = []
    for interval in _pieces(passages):
        if found and found[-1].candidates == interval.candidates:
            found[-1] = found[-1]._replace(out=interval.out)
        else:
            found.append(interval)
    return tuple(found)


def _pieces(passages: Sequence[tuple[Days, str]]) -> Iterator[StageInterval]:
    boundaries = sorted({day for days, _stage in passages for day in (days.earliest, days.latest)})
    for first, out in zip(boundaries, [*boundaries[1:], END_OF_TIME], strict=True):
        surely = sum(days.latest <= first for days, _stage in passages)
        perhaps = sum(days.earliest <= first for days, _stage in passages)
        stages = [NOT_BEGUN, *(stage for _days, stage in passages)][surely : perhaps + 1]
        candidates = tuple(dict.fromkeys(stages))
        yield StageInterval(first, out, candidates[0] if len(candidates) == 1 else UNDETERMINED, candidates)
