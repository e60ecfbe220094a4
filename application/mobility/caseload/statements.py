"""The statements of the caseload, each built once for every set of conditions."""

from __future__ import annotations

from functools import lru_cache
from typing import Any

from sqlalchemy import ColumnElement, Select, and_, bindparam, func, select

from application.memorandum.register.statements import known
from application.mobility.caseload.tables import CASES, STAGES
from domain.mobility.lifecycle import UNDER_WAY
from domain.mobility.stages import UNDETERMINED

_C, _S = CASES.c, STAGES.c
_DAY: ColumnElement[int] = bindparam("day")
_ON_THE_DAY = and_(_S.case_id == _C.case_id, _S.valid_from <= _DAY, _S.valid_to > _DAY, known(STAGES))
_SHOWN = (_C.case_id, _C.entered_at, _C.shown, _S.stage, _S.candidates, _S.next_step, _S.due)
_OF_STAY = (_C.first_earliest, _C.first_latest, _C.until_earliest, _C.until_latest)
COLUMNS = {"partner": "partner_id", "memorandum": "memorandum_id", "person": "person_id"}
"""The columns that filters of another name are held against."""


def _condition(name: str) -> ColumnElement[bool]:
    if name == "stage":
        return _S.stage == bindparam("stage")
    if name == "funder":
        return _C.funders.contains(bindparam("funder"))
    if name == "partner":
        return _C.partner_id.in_(bindparam("partner", expanding=True))
    if name == "overdue":
        return _S.due < _DAY
    return _C[COLUMNS.get(name, name)] == bindparam(name)


@lru_cache(maxsize=500)
def page(conditions: tuple[str, ...]) -> Select[Any]:
    """A page of cases, the one entered last first.

    Takes ``day``, ``known``, ``entered_before``, ``id_before``, ``limit``, and the values of the conditions.
    """
    at, id_ = (_S.entered_at, _S.case_id) if "stage" in conditions else (_C.entered_at, _C.case_id)
    return (
        select(*_SHOWN, *_OF_STAY)
        .join(STAGES, _ON_THE_DAY)
        .where(
            known(CASES),
            at <= bindparam("entered_before"),
            (at < bindparam("entered_before")) | (id_ < bindparam("id_before")),
            *map(_condition, conditions),
        )
        .order_by(at.desc(), id_.desc())
        .limit(bindparam("limit"))
    )


@lru_cache(maxsize=100)
def counts(by: str, conditions: tuple[str, ...]) -> Select[Any]:
    """How many cases there are with each value of a column."""
    column = _S.stage if by == "stage" else _C[COLUMNS.get(by, by)]
    return (
        select(column.label("value"), func.count().label("number"))
        .select_from(CASES.join(STAGES, _ON_THE_DAY))
        .where(known(CASES), *map(_condition, conditions))
        .group_by(column)
    )


PRESENT = (
    select(*_SHOWN, *_OF_STAY)
    .join(STAGES, _ON_THE_DAY)
    .where(
        known(CASES),
        _C.first_earliest <= _DAY,
        _C.until_latest >= _DAY,
        _C.direction == bindparam("direction"),
        _S.stage.in_(("accepted", *UNDER_WAY, UNDETERMINED)),
        _C.first_earliest >= bindparam("first_after"),
        (_C.first_earliest > bindparam("first_after")) | (_C.case_id > bindparam("id_after")),
    )
    .order_by(_C.first_earliest, _C.case_id)
    .limit(bindparam("limit"))
)
"""Those who may be away on the day, or here, by their first day.

Takes ``day``, ``known``, ``direction``, ``first_after``, ``id_after`` and ``limit``.
"""
