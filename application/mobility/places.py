"""The places of a memorandum: granted, used and free, on any day as known on any day; and the balance with partners."""

from __future__ import annotations

from collections import defaultdict
from datetime import date
from functools import lru_cache
from typing import Any
from uuid import UUID

from sqlalchemy import ColumnElement, Select, and_, bindparam, select

from application.asking import AsOf, KnownAt, Times
from application.memorandum.register.showing import Reading
from application.memorandum.register.statements import known
from application.memorandum.streams import known_memorandum
from application.mobility.caseload.tables import CASES, STAGES
from application.mobility.claiming import conditions_on
from application.partner.directory.merges import Merges, known_merges
from application.partner.directory.names import names_of
from application.store.store import Store
from domain.mobility.details import PURPOSES
from domain.mobility.lifecycle import OVER, UNDER_WAY
from domain.mobility.places import Taken, Use, allot
from domain.shared.academic_year import academic_year as parse_year
from domain.shared.academic_year import academic_year_of
from domain.shared.codes import identifier
from domain.shared.dates import parse_day
from domain.shared.errors import Invalid
from domain.shared.text import one_of

_C, _S = CASES.c, STAGES.c
_DAY: ColumnElement[int] = bindparam("day")
_ON_THE_DAY = and_(_S.case_id == _C.case_id, _S.valid_from <= _DAY, _S.valid_to > _DAY, known(STAGES))
_USES = (
    select(_C.case_id, _C.direction, _C.purpose, _C.academic_year, _C.field, _C.eqf_level)
    .join(STAGES, _ON_THE_DAY)
    .where(
        known(CASES),
        _C.memorandum_id == bindparam("memorandum"),
        (_C.academic_year == bindparam("year")) | _C.academic_year.is_(None),
        (_S.stage != "cancelled") | (_C.uses_a_place == 1),
    )
    .order_by(_C.entered_at, _C.case_id)
)


@lru_cache
def _moved(*, partner: bool, purpose: bool) -> Select[Any]:
    conditions: list[ColumnElement[bool]] = []
    if partner:
        conditions.append(_C.partner_id.in_(bindparam("partner", expanding=True)))
    conditions += [_C.purpose == bindparam("purpose")] if purpose else []
    return (
        select(_C.partner_id, _C.direction, _C.first_earliest, _C.first_latest)
        .join(STAGES, _ON_THE_DAY)
        .where(
            known(CASES),
            _S.stage.in_((*UNDER_WAY, *OVER)),
            _C.first_earliest <= bindparam("until"),
            _C.first_latest >= bindparam("first"),
            *conditions,
        )
    )


class Places:
    """Places of memorandums, and who has sent more than they received.

    Args:
        reading: opens a connection to the read models.
        store: the streams of memorandums.
        times: reads the times of a question.
    """

    def __init__(self, reading: Reading, store: Store, times: Times) -> None:
        self._reading = reading
        self._store = store
        self._times = times

    def of(
        self,
        memorandum_id: UUID,
        *,
        academic_year: str | None = None,
        as_of: AsOf = None,
        known_at: KnownAt = None,
    ) -> dict[str, Any]:
        """The places that a memorandum grants in an academic year, with the cases that use them.

        Args:
            memorandum_id: the memorandum.
            academic_year: such as ``2025/2026``; that of the day, if none is given.
            as_of: the day whose edition grants them, and on which cases count; today, if none is given.
            known_at: the instant whose knowledge answers; now, if none is given.

        Raises:
            NotFound: no memorandum has this id.
            Invalid: an argument out of form.
        """
        asked = self._times.read(as_of, known_at)
        year = academic_year_of(asked.day) if academic_year is None else parse_year(academic_year)
        memorandum = known_memorandum(self._store, memorandum_id, asked, self._times.zone)
        conditions = conditions_on(memorandum.memorandum, memorandum.timeline, asked.day) if memorandum else []
        values = {"day": asked.day.toordinal(), "known": asked.known, "memorandum": str(memorandum_id), "year": year}
        with self._reading() as connection:
            rows = connection.execute(_USES, values).all()
        uses = [Use(row.direction, row.purpose, row.academic_year, row.field, row.eqf_level) for row in rows]
        granting = [one for one in conditions if not one["academic_years"] or year in one["academic_years"]]
        return {
            "memorandum_id": str(memorandum_id),
            "reference": memorandum.memorandum.reference if memorandum else None,
            "academic_year": year,
            "conditions": [_taken_shown(one) for one in allot(granting, uses)],
            "cases": len(uses),
            **asked.shown,
        }

    def balance(
        self,
        *,
        first: date | str | None = None,
        until: date | str | None = None,
        partner: str | None = None,
        purpose: str | None = None,
        as_of: AsOf = None,
        known_at: KnownAt = None,
    ) -> dict[str, Any]:
        """How many were sent to each partner and received from it, by the first day of their stay.

        A case whose first day may lie outside the period is counted apart, as possible.

        Args:
            first: the first day of the period; that of the academic year of the day asked, if none is given.
            until: its last day; the day asked, if none is given.
            partner: id of one partner; all, if none is given.
            purpose: one of `PURPOSES`; all, if none is given.
            as_of: the day by which they must have begun; today, if none is given.
            known_at: the instant whose knowledge answers; now, if none is given.

        Raises:
            Invalid: an argument out of form, a last day before the first.
        """
        asked = self._times.read(as_of, known_at)
        begin = parse_day(f"{academic_year_of(asked.day)[:4]}-09-01" if first is None else first, "first")
        end = asked.day if until is None else parse_day(until, "until")
        if end < begin:
            raise Invalid("until", end.isoformat(), "not_before", day=begin.isoformat())
        period = (begin.toordinal(), end.toordinal())
        values: dict[str, Any] = {"day": asked.day.toordinal(), "known": asked.known}
        values |= {"first": period[0], "until": period[1]}
        wanted = None if partner is None else identifier(partner, "partner")
        if purpose is not None:
            values["purpose"] = one_of(purpose, "purpose", PURPOSES)
        with self._reading() as connection:
            merges = known_merges(connection, asked.known)
            if wanted is not None:
                values["partner"] = merges.one_with(wanted)
            statement = _moved(partner=partner is not None, purpose=purpose is not None)
            counted = _counted(connection.execute(statement, values).all(), period, merges)
            names = names_of(connection, counted, asked)
        items: list[dict[str, Any]] = [
            {"partner_id": id_, "partner": names.get(id_), **one} for id_, one in counted.items()
        ]
        items.sort(key=lambda item: (-item["sent"] - item["received"], str(item["partner"]), item["partner_id"]))
        return {"items": items, "first": begin.isoformat(), "until": end.isoformat(), **asked.shown}


def _taken_shown(taken: Taken) -> dict[str, Any]:
    return {**taken.condition, "granted": taken.granted, "used": taken.used, "free": taken.free}


def _counted(rows: Any, period: tuple[int, int], merges: Merges) -> dict[str, dict[str, int]]:
    counted: dict[str, dict[str, int]] = defaultdict(
        lambda: dict.fromkeys(("sent", "received", "sent_possible", "received_possible", "balance"), 0)
    )
    for row in rows:
        way = "sent" if row.direction == "outgoing" else "received"
        surely = period[0] <= row.first_earliest and row.first_latest <= period[1]
        counted[merges.survivor(row.partner_id)][way if surely else f"{way}_possible"] += 1
    for one in counted.values():
        one["balance"] = one["sent"] - one["received"]
    return counted
