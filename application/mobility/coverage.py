"""Coverage of cases: which edition of which memorandum covered each day; and the cases with days that none covers.

Of one case it is computed from the streams. The list goes over the caseload and reads the timelines that the register
keeps, so that a memorandum corrected or renewed late changes it in the instant in which that is recorded.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import date, timedelta
from functools import partial
from typing import Any, NamedTuple
from uuid import UUID

from sqlalchemy import Connection, bindparam, select

from application.asking import Asked, KnownAt, Times
from application.memorandum.register.showing import Reading
from application.memorandum.register.statements import known
from application.memorandum.register.tables import EDITIONS, ENTRIES, INTERVALS, STATES
from application.memorandum.streams import known_memorandum
from application.mobility.caseload import statements
from application.mobility.caseload.filters import Filters
from application.mobility.caseload.queries import row_shown, values_of, with_partners
from application.mobility.streams import known_case
from application.paging import LONGEST_PAGE, Page, key_of, limit_of, page
from application.plain import from_json
from application.projecting.recorded_rows import OPEN
from application.store.store import Store
from domain.memorandum.standing import Interval, Timeline
from domain.mobility.coverage import SUPERSEDED, Areas, Stretch, coverage, taken_over
from domain.mobility.state import Stay
from domain.shared.dates import LAST_DAY, Days, day_before

_OF_MEMORANDUMS = ENTRIES.c.memorandum_id.in_(bindparam("ids", expanding=True))
_I = INTERVALS.c
_TIMELINES = (
    select(ENTRIES.c.memorandum_id, _I.valid_from, _I.valid_to, _I.standing, _I.candidates, _I.edition_id, _I.editions)
    .join(INTERVALS, _I.entry == ENTRIES.c.entry)
    .where(_OF_MEMORANDUMS, known(INTERVALS))
    .order_by(ENTRIES.c.memorandum_id, _I.valid_from)
)
_TEXTS = (
    select(ENTRIES.c.memorandum_id, EDITIONS.c.edition_id, EDITIONS.c.edition)
    .join(EDITIONS, EDITIONS.c.entry == ENTRIES.c.entry)
    .where(_OF_MEMORANDUMS, known(EDITIONS))
)


_STATES = (
    select(ENTRIES.c.memorandum_id, STATES.c.reference, STATES.c.superseded_by)
    .join(STATES, STATES.c.entry == ENTRIES.c.entry)
    .where(_OF_MEMORANDUMS, known(STATES))
)


class _Ground(NamedTuple):
    """What a memorandum covers: the standing on every day, and the areas of its editions; and what superseded it."""

    memorandum_id: str
    reference: str | None
    timeline: Timeline
    areas: Areas
    numbers: Mapping[str, str]
    successor_id: str | None


_Grounds = Callable[[str], _Ground | None]
"""Finds the ground that a memorandum gives; none, if it was not known."""


class Coverage:
    """What covers the days of cases.

    Args:
        reading: opens a connection to the read models.
        store: the streams of cases and memorandums.
        times: reads the times of a question.
    """

    def __init__(self, reading: Reading, store: Store, times: Times) -> None:
        self._reading = reading
        self._store = store
        self._times = times

    def of(self, case_id: UUID, *, known_at: KnownAt = None) -> dict[str, Any]:
        """What covers each day of a case, past and to come.

        Args:
            case_id: the case.
            known_at: the instant whose knowledge answers; now, if none is given.

        Raises:
            NotFound: no case has this id.
            Invalid: a time out of form.
        """
        asked = self._times.read(known_at=known_at)
        _version, case = known_case(self._store, case_id, asked)
        if case is None:
            return {"id": str(case_id), "memorandum_id": None, "reference": None, **_told([], {}), **_known_at(asked)}
        find = partial(self._ground, asked=asked)
        ground = find(case.memorandum_id) if case.memorandum_id else None
        shown = {"id": str(case_id), "memorandum_id": case.memorandum_id}
        shown["reference"] = ground.reference if ground else None
        return {**shown, **_answered(case.stay(), case.purpose, ground, find), **_known_at(asked)}

    def uncovered(self, *, known_at: KnownAt = None, limit: int = 50, after: str | None = None, **filters: Any) -> Page:
        """The cases with days that nothing covers, the one entered last first; each with these days.

        Cancelled cases are left out, and those of whose days nothing is known.

        Args:
            known_at: the instant whose knowledge answers; now, if none is given.
            limit: how many, 500 at most.
            after: the key with which the previous page ended.
            filters: as for `Caseload.list`.

        Raises:
            Invalid: an argument out of form.
        """
        asked = self._times.read(LAST_DAY, known_at)  # whatever is known to have happened, or planned
        read, wanted = Filters.read(**filters), limit_of(limit) + 1
        start = (OPEN, "") if after is None else tuple(key_of(after, int, str))
        with self._reading() as connection:
            found: list[Any] = []
            for row, told in _uncovered(connection, read, asked, start):
                found.append((row, told))
                if len(found) == wanted:
                    break
            shown = partial(_uncovered_shown, asked=asked)
            listed = page(found, limit, asked, shown, lambda one: (one[0].entered_at, one[0].case_id))
            items = with_partners(connection, listed["items"], asked)
        return {"items": items, "after": listed["after"], **_known_at(asked)}

    def _ground(self, memorandum_id: str, asked: Asked) -> _Ground:
        found = known_memorandum(self._store, UUID(memorandum_id), asked, self._times.zone)
        if found is None:
            return _Ground(memorandum_id, None, Timeline(()), {}, {}, None)
        memorandum = found.memorandum
        areas = {id_: edition.content["areas"] for id_, edition in memorandum.editions.items()}
        successor_id = memorandum.superseded_by
        return _Ground(memorandum_id, memorandum.reference, found.timeline, areas, found.numbers, successor_id)


def _answered(stay: Stay, purpose: str, ground: _Ground | None, find: _Grounds) -> dict[str, Any]:
    """The coverage of a case by its memorandum and by those that superseded it one after the other."""
    stretches = coverage(stay, purpose, ground and ground.timeline, ground.areas if ground else {})
    chain: dict[str | None, _Ground | None] = {
        None: ground
    }  # by the successor that answers; none: the memorandum itself
    if ground:
        chain[ground.memorandum_id] = ground
    while ground and ground.successor_id not in chain and any(one.reason == SUPERSEDED for one in stretches):
        ground = find(str(ground.successor_id))
        if ground is not None:
            chain[ground.memorandum_id] = ground
            by_successor = coverage(stay, purpose, ground.timeline, ground.areas)
            stretches = taken_over(stretches, by_successor, ground.memorandum_id)
    return _told(stretches, chain)


def _known_at(asked: Asked) -> dict[str, Any]:
    return {"known_at": asked.shown["known_at"]}


def _uncovered(
    connection: Connection, read: Filters, asked: Asked, start: tuple[Any, ...]
) -> Iterator[tuple[Any, dict[str, Any]]]:
    """The cases that have uncovered days, beyond a place in the list, each with its coverage."""
    values = {**values_of(connection, read, asked), "limit": LONGEST_PAGE}
    while True:
        values["entered_before"], values["id_before"] = start
        rows: Sequence[Any] = connection.execute(statements.page(read.conditions), values).all()
        living = [(row, from_json(row.shown)) for row in rows if row.stage != "cancelled"]
        grounds = _grounds(connection, {shown["memorandum_id"] for _row, shown in living} - {None}, asked)
        for row, shown in living:
            ground = grounds.get(shown["memorandum_id"])
            told = _answered(_stay(row, shown), shown["purpose"], ground, grounds.get)
            if told["uncovered"]:
                yield row, told
        if len(rows) < LONGEST_PAGE:
            return
        start = (rows[-1].entered_at, rows[-1].case_id)


def _uncovered_shown(found: tuple[Any, dict[str, Any]], asked: Asked) -> dict[str, Any]:
    row, told = found
    return {**row_shown(row, asked), **told}


def _grounds(connection: Connection, memorandum_ids: Iterable[str], asked: Asked) -> Mapping[str, _Ground]:
    """The grounds that these memorandums give, and those that superseded them."""
    found: dict[str, _Ground] = {}
    wanted = set(memorandum_ids)
    while wanted:
        found |= _grounds_of(connection, sorted(wanted), asked)
        wanted = {one.successor_id for one in found.values() if one.successor_id} - set(found)
    return found


def _grounds_of(connection: Connection, ids: Sequence[str], asked: Asked) -> Mapping[str, _Ground]:
    values = {"ids": ids, "known": asked.known}
    intervals: dict[str, list[Interval]] = defaultdict(list)
    for row in connection.execute(_TIMELINES, values):
        intervals[str(row.memorandum_id)].append(_interval(row))
    areas: dict[str, dict[str, Any]] = defaultdict(dict)
    numbers: dict[str, dict[str, str]] = defaultdict(dict)
    for text in connection.execute(_TEXTS, values):
        edition = from_json(text.edition)
        areas[str(text.memorandum_id)][text.edition_id] = edition["areas"]
        numbers[str(text.memorandum_id)][text.edition_id] = edition["number"]
    states = {str(row.memorandum_id): (row.reference, row.superseded_by) for row in connection.execute(_STATES, values)}
    return {id_: _ground(id_, states, Timeline(tuple(intervals[id_])), areas[id_], numbers[id_]) for id_ in ids}


def _ground(
    id_: str, states: Mapping[str, tuple[str, str | None]], timeline: Timeline, areas: Areas, numbers: Mapping[str, str]
) -> _Ground:
    reference, successor_id = states.get(id_, (None, None))
    return _Ground(id_, reference, timeline, areas, numbers, successor_id)


def _interval(row: Any) -> Interval:
    editions = row.editions.split(",") if row.editions else [row.edition_id] if row.edition_id else []
    candidates = row.candidates.split(",") if row.candidates else [row.standing]
    first, out = date.fromordinal(row.valid_from), date.fromordinal(row.valid_to)
    return Interval(first, out, row.standing, tuple(candidates), tuple(editions), None, None, None)


def _stay(row: Any, shown: Mapping[str, Any]) -> Stay:
    days = [date.fromordinal(one) for one in row[-4:]]
    actual = (shown["actual_from"] is not None, shown["actual_until"] is not None)
    return Stay(Days(days[0], days[1]), Days(days[2], days[3]), actual)


def _told(stretches: Sequence[Stretch], chain: Mapping[str | None, _Ground | None]) -> dict[str, Any]:
    """The coverage in plain form: all stretches, and the days that are uncovered and surely belong to the case."""
    days = {True: 0, False: 0, None: 0}
    for one in stretches:
        days[one.covered if one.certain else None] += (one.out - one.first) // timedelta(days=1)
    shown = [(one, _stretch_shown(one, chain.get(one.successor_id))) for one in stretches]
    return {
        "stretches": [told for _one, told in shown],
        "uncovered": [told for one, told in shown if one.covered is False and one.certain],
        "days_covered": days[True],
        "days_uncovered": days[False],
        "days_undetermined": days[None],
    }


def _stretch_shown(one: Stretch, ground: _Ground | None) -> dict[str, Any]:
    return {
        "first": one.first.isoformat(),
        "until": day_before(one.out).isoformat(),
        "covered": one.covered,
        "memorandum_id": ground.memorandum_id if ground else None,
        "reference": ground.reference if ground else None,
        "edition_id": one.edition_id,
        "edition": ground.numbers.get(one.edition_id or "") if ground else None,
        "reason": one.reason,
        "certain": one.certain,
    }
