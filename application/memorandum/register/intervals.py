"""The rows of a timeline: each interval in as many pieces as the eras in which it lies."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from application.memorandum.register.tables import TAIL, YEARS_OF_ERA
from application.projecting.projection import Row
from application.projecting.recorded_rows import Rows
from domain.memorandum.beginnings import beginnings
from domain.memorandum.boundaries import PeriodEnd, period_ends
from domain.memorandum.standing import Interval, Timeline
from domain.memorandum.term import Term
from domain.shared.dates import END_OF_TIME, FIRST_DAY, Days

_BEGINNINGS = {
    year // YEARS_OF_ERA: date(year, 1, 1).toordinal()
    for year in range(FIRST_DAY.year, END_OF_TIME.year + YEARS_OF_ERA, YEARS_OF_ERA)
}
"""The first day of each era."""


def era_of(day: date) -> int:
    """The era in which a day lies."""
    return day.year // YEARS_OF_ERA


def interval_rows(timeline: Timeline, terms: Mapping[str, Term]) -> Rows:
    """The rows of a timeline.

    Args:
        timeline: of one memorandum.
        terms: the terms of its editions by id, in stream order.
    """
    rows: list[Row] = []
    first_edition = next(iter(terms), None)
    begun, ends = beginnings(timeline.intervals), period_ends(timeline.intervals, terms)
    for interval, since, end in zip(timeline.intervals, begun, ends, strict=True):
        first, out = interval.first.toordinal(), interval.out.toordinal()
        rest = _answer(interval, since, end, first_edition)
        if interval.out >= END_OF_TIME:
            rows.append((TAIL, first, out, 0, *rest))
            continue
        era = era_of(interval.first)
        while (beginning := _BEGINNINGS[era + 1]) < out:
            rows.append((era, first, beginning, 0, *rest))
            era, first = era + 1, beginning
        rows.append((era, first, out, int(end.closing), *rest))
    return tuple(rows)


def _answer(interval: Interval, since: Days, end: PeriodEnd, first_edition: str | None) -> Row:
    """The columns that say what holds."""
    editions, until = interval.editions, interval.until
    if len(editions) > 1:
        editions = tuple(sorted(editions, key=lambda edition_id: int(edition_id[1:])))
    cause, version = interval.cause or (None, None)
    earliest = until.earliest.toordinal() if until else None
    return (
        interval.standing,
        ",".join(interval.candidates) if len(interval.candidates) > 1 else None,
        since.earliest.toordinal(),
        since.latest.toordinal(),
        editions[-1] if editions else first_edition,
        ",".join(editions) if len(editions) > 1 else None,
        earliest,
        until.latest.toordinal() if until and not until.certain else earliest,
        interval.period,
        cause,
        version,
        end.boundary,
        end.objection_on.toordinal() if end.objection_on else None,
    )
