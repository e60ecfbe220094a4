"""Coverage of cases: which edition of which memorandum covered each day; and the cases with days that none covers.

Of one case it is computed from the streams. The list goes over the caseload and reads the timelines that the register
keeps, so that a memorandum corrected or renewed late changes it in the instant in which that is recorded.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date, timedelta
from functools import partial
from typing import Any, NamedTuple
from uuid import UUID

from sqlalchemy import Connection, bindparam, select

from application.asking import Asked, KnownAt, Times
from application.memorandum.register.showing import Reading
from application.memorandum.register.statements import known
from application.memorandum.register.tables import EDITIONS, ENTRIES, INTERVALS
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
from domain.mobility.coverage import Areas, Stretch, coverage
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


class _Ground(NamedTuple):
    """What a memorandum covers: the standing on every day, and the areas of its editions."""

    timeline: Timeline
    areas: Areas
    numbers: Mapping[str, str]


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
        ground, reference = self._ground(case.memorandum_id, asked)
        stretches = coverage(case.stay(), case.purpose, ground and ground.timeline, ground.areas if ground else {})
        shown = {"id": str(case_id), "memorandum_id": case.memorandum_id, "reference": reference}
        return {**shown, **_told(stretches, ground.numbers if ground else {}), **_known_at(asked)}

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

    def _ground(self, memorandum_id: str | None, asked: Asked) -> tuple[_Ground | None, str | None]:
        if memorandum_id is None:
            return None, None
        found = known_memorandum(self._store, UUID(memorandum_id), asked, self._times.zone)
        if found is None:
            return _Ground(Timeline(()), {}, {}), None
        areas = {id_: edition.content["areas"] for id_, edition in found.memorandum.editions.items()}
        return _Ground(found.timeline, areas, found.numbers), found.memorandum.reference


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
            timeline = ground.timeline if ground else None
            found = coverage(_stay(row, shown), shown["purpose"], timeline, ground.areas if ground else {})
            told = _told(found, ground.numbers if ground else {})
            if told["uncovered"]:
                yield row, told
        if len(rows) < LONGEST_PAGE:
            return
        start = (rows[-1].entered_at, rows[-1].case_id)


def _uncovered_shown(found: tuple[Any, dict[str, Any]], asked: Asked) -> dict[str, Any]:
    row, told = found
    return {**row_shown(row, asked), **told}


def _grounds(connection: Connection, memorandum_ids: Iterable[str], asked: Asked) -> Mapping[str, _Ground]:
    ids = sorted(memorandum_ids)
    if not ids:
        return {}
    intervals: dict[str, list[Interval]] = defaultdict(list)
    for row in connection.execute(_TIMELINES, {"ids": ids, "known": asked.known}):
        intervals[str(row.memorandum_id)].append(_interval(row))
    areas: dict[str, dict[str, Any]] = defaultdict(dict)
    numbers: dict[str, dict[str, str]] = defaultdict(dict)
    for text in connection.execute(_TEXTS, {"ids": ids, "known": asked.known}):
        edition = from_json(text.edition)
        areas[str(text.memorandum_id)][text.edition_id] = edition["areas"]
        numbers[str(text.memorandum_id)][text.edition_id] = edition["number"]
    return {id_: _Ground(Timeline(tuple(intervals[id_])), areas[id_], numbers[id_]) for id_ in ids}


def _interval(row: Any) -> Interval:
    editions = row.editions.split(",") if row.editions else [row.edition_id] if row.edition_id else []
    candidates = row.candidates.split(",") if row.candidates else [row.standing]
    first, out = date.fromordinal(row.valid_from), date.fromordinal(row.valid_to)
    return Interval(first, out, row.standing, tuple(candidates), tuple(editions), None, None, None)


def _stay(row: Any, shown: Mapping[str, Any]) -> Stay:
    days = [date.fromordinal(one) for one in row[-4:]]
    actual = (shown["actual_from"] is not None, shown["actual_until"] is not None)
    return Stay(Days(days[0], days[1]), Days(days[2], days[3]), actual)


def _told(stretches: Sequence[Stretch], numbers: Mapping[str, str]) -> dict[str, Any]:
    """The coverage in plain form: all stretches, and the days that are uncovered and surely belong to the case."""
    days = {True: 0, False: 0, None: 0}
    for one in stretches:
        days[one.covered if one.certain else None] += (one.out - one.first) // timedelta(days=1)
    return {
        "stretches": [_stretch_shown(one, numbers) for one in stretches],
        "uncovered": [_stretch_shown(one, numbers) for one in stretches if one.covered is False and one.certain],
        "days_covered": days[True],
        "days_uncovered": days[False],
        "days_undetermined": days[None],
    }


def _stretch_shown(one: Stretch, numbers: Mapping[str, str]) -> dict[str, Any]:
    return {
        "first": one.first.isoformat(),
        "until": day_before(one.out).isoformat(),
        "covered": one.covered,
        "edition_id": one.edition_id,
        "edition": numbers.get(one.edition_id or ""),
        "reason": one.reason,
        "certain": one.certain,
    }
