"""What can be asked of the caseload."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from datetime import date
from types import SimpleNamespace
from typing import Any
from uuid import UUID

from sqlalchemy import Connection

from application.asking import Asked, AsOf, KnownAt, Times, instant
from application.memorandum.register.showing import Reading, day_of
from application.mobility.caseload import statements
from application.mobility.caseload.filters import Filters
from application.mobility.caseload.tables import case_shown, due_step
from application.mobility.streams import known_case
from application.paging import Page, key_of, limit_of, page
from application.partner.directory.merges import Merges, known_merges
from application.partner.directory.names import names_of
from application.plain import from_json, to_json
from application.projecting.recorded_rows import OPEN
from application.store.store import Store
from domain.mobility.case import MobilityCase
from domain.mobility.details import DETAILS, DIRECTIONS
from domain.mobility.lifecycle import UNDER_WAY, possible_commands
from domain.mobility.stages import NOT_BEGUN, stage_intervals
from domain.shared.text import one_of

GROUPS = ("stage", "direction", "purpose", "partner", "unit", "academic_year", "funder")
"""What the caseload can be counted by."""


_NOTHING: dict[str, Any] = {
    **dict.fromkeys((*DETAILS, "stage", "next_step", "due", "direction", "person_id", "partner")),
    **dict.fromkeys(("actual_from", "actual_until", "ground", "ects", "answers", "entered_at")),
    **{several: [] for several in ("candidates", "certificates", "funding", "overrides", "path", "commands")},
    "overdue": False,
    "version_known": 0,
}
"""What is known of a case that was not in the register yet."""


class Caseload:
    """Mobility cases as they stood on a day, as known at an instant.

    The stage is that of the day; all else is as known at the instant.

    Args:
        reading: opens a connection to the read models.
        store: the streams of cases.
        times: reads the times of a question.
    """

    def __init__(self, reading: Reading, store: Store, times: Times) -> None:
        self._reading = reading
        self._store = store
        self._times = times

    def list(
        self, *, as_of: AsOf = None, known_at: KnownAt = None, limit: int = 50, after: str | None = None, **filters: Any
    ) -> Page:
        """The cases that had begun by a day, the one entered last first.

        Args:
            as_of: the day; today, if none is given.
            known_at: the instant whose knowledge answers; now, if none is given.
            limit: how many, 500 at most.
            after: the key with which the previous page ended.
            filters: see `Filters.read`.

        Raises:
            Invalid: an argument out of form.
        """
        asked, read = self._times.read(as_of, known_at), Filters.read(**filters)
        values: dict[str, Any] = {"limit": limit_of(limit) + 1}
        values["entered_before"], values["id_before"] = (OPEN, "") if after is None else key_of(after, int, str)
        with self._reading() as connection:
            values |= values_of(connection, read, asked)
            rows = connection.execute(statements.page(read.conditions), values).all()
            found = page(
                rows, limit, asked, lambda row: row_shown(row, asked), lambda row: (row.entered_at, row.case_id)
            )
            return {**found, "items": with_partners(connection, found["items"], asked)}

    def summary(self, *, by: str, as_of: AsOf = None, known_at: KnownAt = None, **filters: Any) -> dict[str, Any]:
        """How many cases there are by stage, direction, purpose, partner, unit, academic year or funder.

        A case with several funders counts with each; the total counts it once.

        Args:
            by: one of `GROUPS`.
            as_of, known_at, filters: as for `list`.

        Raises:
            Invalid: an argument out of form.
        """
        asked, read = self._times.read(as_of, known_at), Filters.read(**filters)
        column = "funders" if one_of(by, "by", GROUPS) == "funder" else by
        with self._reading() as connection:
            values = values_of(connection, read, asked)
            rows = connection.execute(statements.counts(column, read.conditions), values).all()
            counted = _by_funder(rows) if by == "funder" else {row.value: row.number for row in rows}
            if by == "partner":
                counted = _by_survivor(rows, known_merges(connection, asked.known))
            names = names_of(connection, counted, asked) if by == "partner" else {}
        groups = [
            {"value": value or None, "number": number, "name": names.get(value)}
            for value, number in sorted(counted.items(), key=lambda one: (-one[1], str(one[0])))
        ]
        return {"by": by, "groups": groups, "total": sum(row.number for row in rows), **asked.shown}

    def present(
        self,
        *,
        direction: str = "outgoing",
        as_of: AsOf = None,
        known_at: KnownAt = None,
        limit: int = 500,
        after: str | None = None,
    ) -> Page:
        """Who is abroad on a day; or, with the direction ``incoming``, here.

        Each case says in ``presence`` how sure that is: *certain*, *possible* (its days or stage are not known exactly)
        or *expected* (accepted, and planned for that day).

        Args:
            direction: ``outgoing`` or ``incoming``.
            as_of: the day; today, if none is given.
            known_at: the instant whose knowledge answers; now, if none is given.
            limit: how many, 500 at most; fewer, where of some it turns out that nobody can be there.
            after: the key with which the previous page ended.

        Raises:
            Invalid: an argument out of form.
        """
        asked = self._times.read(as_of, known_at)
        values = {**_times(asked), "direction": one_of(direction, "direction", DIRECTIONS)}
        values["limit"] = limit_of(limit) + 1
        values["first_after"], values["id_after"] = (0, "") if after is None else key_of(after, int, str)
        with self._reading() as connection:
            rows = connection.execute(statements.PRESENT, values).all()
            found = page(
                rows,
                limit,
                asked,
                lambda row: row_shown(row, asked) | {"presence": _presence(row, asked.day)},
                lambda row: (row.first_earliest, row.case_id),
            )
            items = with_partners(connection, [item for item in found["items"] if item["presence"]], asked)
            return {**found, "items": items, "direction": direction}

    def get(self, case_id: UUID, *, as_of: AsOf = None, known_at: KnownAt = None) -> dict[str, Any]:
        """One case in full, computed from its stream, so that its version is today's whatever the read models know.

        Args:
            case_id: the case.
            as_of: the day whose stage is told; today, if none is given.
            known_at: the instant whose knowledge answers; now, if none is given.

        Raises:
            NotFound: no case has this id.
            Invalid: a time out of form.
        """
        asked = self._times.read(as_of, known_at)
        version, case = known_case(self._store, case_id, asked)
        if case is None:
            return {**_NOTHING, "id": str(case_id), "version": version, **asked.shown}
        with self._reading() as connection:
            (shown,) = with_partners(connection, [self._in_full(case, asked)], asked)
        return {**shown, "version": version, "version_known": case.version, **asked.shown}

    def _in_full(self, case: MobilityCase, asked: Asked) -> dict[str, Any]:
        intervals = stage_intervals(case.passages(self._times.zone))
        now = next((one for one in intervals if one.first <= asked.day < one.out), None)
        step, due = due_step(case, now) if now else (None, None)
        row = SimpleNamespace(
            case_id=str(case.id),
            shown=to_json(case_shown(case)),
            stage=now.stage if now else NOT_BEGUN,
            candidates=",".join(now.candidates) if now and len(now.candidates) > 1 else None,
            next_step=step,
            due=due,
        )
        return {
            **row_shown(row, asked),
            "entered_at": instant(case.created_on),
            "path": [{"stage": one.stage, "on": one.on, "version": one.version} for one in case.path],
            "commands": possible_commands(case.stage, case.purpose),
        }


def values_of(connection: Connection, read: Filters, asked: Asked) -> dict[str, Any]:
    """The two times and the values of the conditions; a partner stands for all records that are about it."""
    values = {**_times(asked), **read.values}
    if "partner" in values:
        values["partner"] = known_merges(connection, asked.known).one_with(values["partner"])
    return values


def _times(asked: Asked) -> dict[str, Any]:
    return {"day": asked.day.toordinal(), "known": asked.known}


def row_shown(row: Any, asked: Asked) -> dict[str, Any]:
    """A case as lists show it, but for the name of its partner."""
    return {
        "id": row.case_id,
        "stage": row.stage,
        "candidates": row.candidates.split(",") if row.candidates else [row.stage],
        "next_step": row.next_step,
        "due": day_of(row.due),
        "overdue": row.due is not None and row.due < asked.day.toordinal(),
        **from_json(row.shown),
    }


def with_partners(connection: Connection, items: Sequence[dict[str, Any]], asked: Asked) -> Sequence[dict[str, Any]]:
    """The cases, each with the name that its partner bore on the day asked."""
    names = names_of(connection, (item["partner_id"] for item in items), asked)
    return [{**item, "partner": names.get(item["partner_id"])} for item in items]


def _by_survivor(rows: Sequence[Any], merges: Merges) -> Mapping[str, int]:
    counted: Counter[str] = Counter()
    for row in rows:
        counted[merges.survivor(row.value)] += row.number
    return counted


def _by_funder(rows: Sequence[Any]) -> Mapping[str, int]:
    counted: Counter[str] = Counter()
    for row in rows:
        for funder in row.value.strip(",").split(","):
            counted[funder] += row.number
    return counted


def _presence(row: Any, day: date) -> str | None:
    ordinal = day.toordinal()
    within = row.first_latest <= ordinal <= row.until_earliest
    if row.stage in UNDER_WAY:
        return "certain" if within else "possible"
    if row.stage == "accepted":
        return "expected"
    return "possible" if set(UNDER_WAY) & set(row.candidates.split(",")) else None
