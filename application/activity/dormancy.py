"""Dormant memorandums: in force, and for some months no case and no agreement under them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from typing import Any, NamedTuple

from sqlalchemy import Connection, and_, bindparam, select

from application.asking import Asked, AsOf, KnownAt, Times
from application.memorandum.register.editions import days_shown
from application.memorandum.register.filters import Filters
from application.memorandum.register.links import FRAMEWORK
from application.memorandum.register.listing import find_rows, rows_of
from application.memorandum.register.showing import Reading, row_shown, with_names
from application.memorandum.register.statements import known
from application.memorandum.register.tables import FACETS
from application.mobility.caseload.tables import CASES, STAGES
from application.paging import LONGEST_PAGE, Page, key_of, limit_of, page
from application.plain import from_json
from application.projecting.recorded_rows import OPEN
from domain.activity.dormancy import MONTHS, MOST_MONTHS, is_dormant, last_movement, latest_of
from domain.shared.dates import Days, parse_partial
from domain.shared.errors import Invalid

_C, _S, _F = CASES.c, STAGES.c, FACETS.c
_MOVEMENTS = (
    select(
        *(_C.memorandum_id, _C.case_id, _C.until_earliest, _C.until_latest),
        *(_S.stage, _S.candidates, _S.valid_from),
    )
    .join(
        STAGES,
        and_(
            _S.case_id == _C.case_id,
            _S.valid_from <= bindparam("day"),
            _S.valid_to > bindparam("day"),
            known(STAGES),
        ),
    )
    .where(_C.memorandum_id.in_(bindparam("ids", expanding=True)), _C.uses_a_place == 1, known(CASES))
)
_AGREEMENTS = select(_F.entry, _F.value.label("framework_id")).where(
    _F.facet == FRAMEWORK, _F.value.in_(bindparam("ids", expanding=True)), known(FACETS)
)


_IN_EFFECT = ("in_force", "suspended", "expired", "terminated", "superseded")


class Activity(NamedTuple):
    """Something that happened under a memorandum: a ``case``, or an ``agreement`` that was placed under it."""

    kind: str
    id: str
    days: Days


class Dormancy:
    """Memorandums in force under which nothing happens.

    Args:
        reading: opens a connection to the read models.
        times: reads the times of a question.
    """

    def __init__(self, reading: Reading, times: Times) -> None:
        self._reading = reading
        self._times = times

    def list(
        self,
        *,
        months: int = MONTHS,
        as_of: AsOf = None,
        known_at: KnownAt = None,
        owner: str | None = None,
        limit: int = 50,
        after: str | None = None,
    ) -> Page:
        """Memorandums in force on a day, with nothing linked to them for some months; the one entered last first.

        Each tells its ``last_activity`` (``kind``, ``id``, ``days``; none, if there never was one), in ``quiet_since``
        the days since which nothing happened, and in ``dormant`` whether that is *certain* or *possible*. What happened
        under an agreement counts for its framework too.

        Args:
            months: how many, 600 at most.
            as_of: the day; today, if none is given.
            known_at: the instant whose knowledge answers; now, if none is given.
            owner: id of the employee answerable.
            limit: how many, 500 at most.
            after: the key with which the previous page ended.

        Raises:
            Invalid: an argument out of form.
        """
        asked, filters = self._times.read(as_of, known_at), Filters.read(standing="in_force", owner=owner)
        _require_months(months)
        before, wanted = OPEN if after is None else key_of(after, int)[0], limit_of(limit) + 1
        with self._reading() as connection:
            found: list[tuple[Any, dict[str, Any]]] = []
            for one in _dormant(connection, filters, asked, before, months):
                found.append(one)
                if len(found) == wanted:
                    break
            told = page(found, limit, asked, lambda one: row_shown(one[0]) | one[1], lambda one: (one[0].entry,))
            return {**told, "items": with_names(connection, told["items"], asked), "months": months}


def _require_months(months: Any) -> None:
    if not isinstance(months, int) or isinstance(months, bool) or not 1 <= months <= MOST_MONTHS:
        raise Invalid("months", months, "between", minimum=1, maximum=MOST_MONTHS)


def _dormant(
    connection: Connection, filters: Filters, asked: Asked, before: int, months: int
) -> Iterator[tuple[Any, dict[str, Any]]]:
    """The rows of the dormant ones below an entry, each with what is told of its activity."""
    while True:
        rows = find_rows(connection, filters, asked, before=before, limit=LONGEST_PAGE)
        happened = _activities(connection, [row.memorandum_id for row in rows], asked)
        for row in rows:
            activities = happened.get(row.memorandum_id, ())
            quiet = latest_of(_begun(row), *(one.days for one in activities))
            dormant = is_dormant(quiet, asked.day, months)
            if dormant is not False:
                yield row, _told(activities, quiet, certain=dormant is True)
        if len(rows) < LONGEST_PAGE:
            return
        before = rows[-1].entry


def _activities(connection: Connection, ids: Sequence[str], asked: Asked) -> Mapping[str, Sequence[Activity]]:
    """What happened by the day asked under each of these memorandums, or under the agreements that it frames."""
    found: dict[str, list[Activity]] = defaultdict(list)
    agreements = list(_agreements(connection, ids, asked))
    frames: dict[str, list[str]] = defaultdict(list)
    for framework_id, agreement in agreements:
        found[framework_id].append(Activity("agreement", agreement.memorandum_id, _begun(agreement)))
        frames[agreement.memorandum_id].append(framework_id)
    for memorandum_id, activity in _movements(connection, {*ids, *frames}, asked):
        for one in (memorandum_id, *frames[memorandum_id]):
            found[one].append(activity)
    return found


def _agreements(connection: Connection, ids: Sequence[str], asked: Asked) -> Iterator[tuple[str, Any]]:
    """The agreements that had taken effect by the day, each with its framework."""
    placed = connection.execute(_AGREEMENTS, {"ids": ids, "known": asked.known}).all() if ids else []
    rows = rows_of(connection, {one.entry for one in placed}, asked)
    for one in placed:
        if one.entry in rows and rows[one.entry].standing in _IN_EFFECT:
            yield one.framework_id, rows[one.entry]


def _movements(connection: Connection, ids: Iterable[str], asked: Asked) -> Iterator[tuple[str, Activity]]:
    values = {"ids": sorted(ids), "day": asked.day.toordinal(), "known": asked.known}
    for row in connection.execute(_MOVEMENTS, values) if values["ids"] else ():
        candidates = row.candidates.split(",") if row.candidates else [row.stage]
        last_day = Days(date.fromordinal(row.until_earliest), date.fromordinal(row.until_latest))
        days = last_movement(candidates, date.fromordinal(row.valid_from), last_day, asked.day)
        if days is not None:
            yield row.memorandum_id, Activity("case", row.case_id, days)


def _begun(row: Any) -> Days:
    """The days on which the text in effect was concluded or, if that is later, took effect as it states."""
    edition = from_json(row.edition) if row.edition else {}
    concluded, stated = edition.get("signed_on"), edition.get("effective_on")
    if concluded is None:
        return Days(date.fromordinal(row.since_earliest), date.fromordinal(row.since_latest))
    begun = Days(*(date.fromisoformat(concluded[bound]) for bound in ("earliest", "latest")))
    return latest_of(begun, parse_partial(stated)) if stated else begun


def _told(activities: Sequence[Activity], quiet: Days, *, certain: bool) -> dict[str, Any]:
    last = max(activities, key=lambda one: (one.days.latest, one.days.earliest, one.id), default=None)
    shown = None if last is None else {"kind": last.kind, "id": last.id, "days": days_shown(last.days)}
    return {
        "last_activity": shown,
        "quiet_since": days_shown(quiet),
        "dormant": "certain" if certain else "possible",
    }
