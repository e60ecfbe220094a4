"""The tables of the caseload, and how they follow the events.

Instants and days are numbers, see `application.projecting.recorded_rows`. The order of the lists is that of
entry, which each index repeats at its end.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from datetime import timedelta
from operator import attrgetter
from typing import Any, NamedTuple
from zoneinfo import ZoneInfo

from sqlalchemy import BigInteger, Column, Index, Integer, PrimaryKeyConstraint, SmallInteger, Table, Text

from application.plain import to_json
from application.projecting.projection import TABLES, Row
from application.projecting.recorded_rows import RecordedProjection, RecordedRows, Rows, microseconds, recorded
from domain.mobility.case import MobilityCase
from domain.mobility.lifecycle import next_step
from domain.mobility.stages import StageInterval, stage_intervals
from domain.shared.dates import ANY_DAY, Days, parse_partial
from domain.shared.event import Event

CASES = Table(
    "mobility_case",
    TABLES,
    Column("case_id", Text, nullable=False),
    Column("entered_at", BigInteger, nullable=False),
    Column("direction", Text, nullable=False),
    Column("purpose", Text, nullable=False),
    Column("partner_id", Text, nullable=False),
    Column("unit", Text, nullable=False),
    Column("academic_year", Text),
    Column("field", Text),
    Column("eqf_level", SmallInteger),
    Column("memorandum_id", Text),
    Column("person_id", Text, nullable=False),
    Column("funders", Text, nullable=False),  # each once, between commas: ,erasmus_project,own,
    Column("first_earliest", Integer, nullable=False),  # the days that the first day may be, planned if not actual
    Column("first_latest", Integer, nullable=False),
    Column("until_earliest", Integer, nullable=False),  # those of the last day
    Column("until_latest", Integer, nullable=False),
    Column("uses_a_place", SmallInteger, nullable=False),  # 1 or 0
    Column("shown", Text, nullable=False),  # JSON
    *recorded(),
    PrimaryKeyConstraint("case_id", "recorded_from"),
)
"""Each case as it was known from one instant to another."""

_C = CASES.c
Index("mobility_case_by_entry", _C.entered_at, _C.case_id)
FILTERS = ("direction", "purpose", "partner_id", "unit", "academic_year", "memorandum_id", "person_id")
for _name in FILTERS:
    Index(f"mobility_case_by_{_name}", _C[_name], _C.entered_at, _C.case_id)
Index("mobility_case_by_until", _C.until_latest, _C.first_earliest)

STAGES = Table(
    "mobility_stage",
    TABLES,
    Column("case_id", Text, nullable=False),
    Column("entered_at", BigInteger, nullable=False),
    Column("valid_from", Integer, nullable=False),
    Column("valid_to", Integer, nullable=False),  # first day out
    Column("stage", Text, nullable=False),
    Column("candidates", Text),  # where it is undetermined: the stages possible, with commas
    Column("next_step", Text),  # the command that is to come next
    Column("due", Integer),  # the day by which it is to come
    *recorded(),
    PrimaryKeyConstraint("case_id", "valid_from", "recorded_from"),
)
"""The stage of each case from day to day."""

_S = STAGES.c
Index("mobility_stage_by_stage", _S.stage, _S.entered_at, _S.case_id)
Index(
    "mobility_stage_by_due",
    _S.due,
    _S.case_id,
    sqlite_where=_S.due.is_not(None),
    postgresql_where=_S.due.is_not(None),
)


class SeenCase(NamedTuple):
    """A case after an event: the rows that it makes, by table."""

    cases: Rows
    stages: Rows


def observer(zone: ZoneInfo) -> Callable[[MobilityCase, Sequence[Event], SeenCase | None], SeenCase]:
    """The observer of mobility cases, whose days are counted in ``zone``."""

    def observe(case: MobilityCase, _events: Sequence[Event], before: SeenCase | None) -> SeenCase:
        now = SeenCase((_case_row(case),), tuple(_stage_rows(case, zone)))
        if before is None:
            return now
        if before == now:
            return before
        return SeenCase(*(old if old == new else new for old, new in zip(before, now, strict=True)))

    return observe


def _case_row(case: MobilityCase) -> Row:
    details, stay = case.details, case.stay()
    funders = dict.fromkeys(one["funder"] for one in case.funding)
    return (
        microseconds(case.created_on),
        case.direction,
        details["purpose"],
        details["partner_id"],
        details["unit"],
        details["academic_year"],
        details["field"],
        details["eqf_level"],
        details["memorandum_id"],
        case.person_id,
        f",{','.join(funders)}," if funders else "",
        *(day.toordinal() for days in (stay.first, stay.until) for day in (days.earliest, days.latest)),
        int(case.uses_a_place),
        to_json(case_shown(case)),
    )


def case_shown(case: MobilityCase) -> dict[str, Any]:
    """What lists show of a case, but for its stage on a day and the names of others."""
    return {
        "direction": case.direction,
        "person_id": case.person_id,
        **case.details,
        "actual_from": case.actual_from,
        "actual_until": case.actual_until,
        "ground": case.ground,
        "ects": case.ects,
        "certificates": list(case.certificates),
        "funding": list(case.funding),
        "answers": {side: _answer_shown(case, side) for side in ("sending", "host")},
        "overrides": list(case.overrides),
    }


def _answer_shown(case: MobilityCase, side: str) -> dict[str, Any] | None:
    answer = case.answer_of(side)
    return None if answer is None else {"accepted": answer.accepted, "comment": answer.comment, "on": answer.on}


def _stage_rows(case: MobilityCase, zone: ZoneInfo) -> Iterator[Row]:
    for interval in stage_intervals(case.passages(zone)):
        step, due = due_step(case, interval)
        several = len(interval.candidates) > 1
        yield (
            microseconds(case.created_on),
            interval.first.toordinal(),
            interval.out.toordinal(),
            interval.stage,
            ",".join(interval.candidates) if several else None,
            step,
            due,
        )


def due_step(case: MobilityCase, interval: StageInterval) -> tuple[str | None, int | None]:
    """The command that is to come next at this stage, and the last day on which it is in time (an ordinal)."""
    step = next_step(interval.stage, case.purpose)
    if step is None:
        return None, None
    stated = {"actual_until": case.actual_until, **case.details}[step.due]
    days: Days = parse_partial(stated)
    return step.command, None if days == ANY_DAY else (days.latest + timedelta(days=step.days)).toordinal()


class CaseloadProjection(RecordedProjection):
    """All mobility cases and their stages, as known from one instant to another."""

    name, revision, tables = "caseload", 2, (CASES, STAGES)
    streams = (MobilityCase,)
    recorded = (
        RecordedRows(CASES, attrgetter("cases"), ("case_id",)),
        RecordedRows(STAGES, attrgetter("stages"), ("case_id", "valid_from")),
    )
