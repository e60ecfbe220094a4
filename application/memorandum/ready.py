"""Answers about one memorandum that are kept as they left, so that they need not be made again.

An answer is made from the stream, and kept, when it is asked for first: writing and filling anew cost nothing for it.
With it is kept what it rests on, and each time it is asked for this is compared with what is there now, so that nothing
that changes elsewhere has to know of it: the version, the day, the partners and memorandums that it names, the zone,
the code. There is one row for each answer, which the next answer replaces.
"""

from __future__ import annotations

import hashlib
import threading
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import AbstractContextManager, suppress
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple
from uuid import UUID

from sqlalchemy import (
    BigInteger,
    Column,
    ColumnElement,
    Connection,
    FromClause,
    LargeBinary,
    ScalarSelect,
    Table,
    Text,
    and_,
    bindparam,
    case,
    cast,
    delete,
    func,
    literal_column,
    or_,
    select,
)

from application.asking import Times
from application.errors import Unavailable
from application.memorandum.register.links import FRAMEWORK, SUPERSEDED_BY
from application.memorandum.register.showing import Reading
from application.memorandum.register.tables import ENTRIES, FACETS, PARTNER, STATES, Id
from application.partner.directory.tables import PARTNERS
from application.plain import to_bytes
from application.projecting.projection import TABLES, Batch, FoldedStream, Row, StreamProjection
from application.projecting.recorded_rows import OPEN
from application.store.bulk import insert_rows
from application.store.hot import Hot
from application.store.store import Store

LONGEST = 500_000  # bytes; what is longer is made each time

READY = Table(
    "memorandum_ready",
    TABLES,
    Column("memorandum_id", Id, primary_key=True),
    Column("what", Text, primary_key=True),
    Column("rests_on", Text, nullable=False),
    Column("answer", LargeBinary, nullable=False),  # JSON
)
"""Answers, by the memorandum and what was asked about it."""

DETAIL, HISTORY = "detail", "history"
MERGED = -1
"""In place of the partners, where one was merged into another: what that one is called may change by itself."""


class ReadyProjection(StreamProjection):
    """The place of the answers, which follows no events: whether one still holds is seen when it is asked for."""

    name, revision, tables = "ready_answers", 1, (READY,)

    def project(self, connection: Connection, batch: Batch) -> None:
        """Nothing; who asks fills the table."""

    def rows(self, streams: Sequence[FoldedStream]) -> Iterator[tuple[Table, list[Row]]]:  # noqa: ARG002  there are none
        """None, for nobody has asked yet."""
        yield from ()


def _now(table: FromClause) -> ColumnElement[bool]:
    """The rows of a table that hold as known now."""
    return table.c.recorded_to == literal_column(str(OPEN))


def _partners() -> ScalarSelect[int]:
    """A number that changes with every change of a partner that the memorandum names."""
    changed = cast(func.sum(PARTNERS.c.recorded_from), BigInteger)
    return (
        select(case((func.count(PARTNERS.c.survivor_id) > 0, MERGED), else_=changed))
        .join_from(FACETS, PARTNERS, and_(PARTNERS.c.partner_id == FACETS.c.value, _now(PARTNERS)))
        .where(FACETS.c.facet == PARTNER, FACETS.c.entry == ENTRIES.c.entry, _now(FACETS))
        .correlate(ENTRIES)
        .scalar_subquery()
    )


def _tied_to_it() -> ScalarSelect[int]:
    """The same for the memorandums that are tied to it."""
    tied = FACETS.c.facet.in_([literal_column(f"'{FRAMEWORK}'"), literal_column(f"'{SUPERSEDED_BY}'")])
    return (
        select(cast(func.sum(STATES.c.recorded_from + FACETS.c.entry), BigInteger))
        .join_from(FACETS, STATES, and_(STATES.c.entry == FACETS.c.entry, _now(STATES)))
        .where(tied, FACETS.c.value == bindparam("id_written", type_=Text), _now(FACETS))
        .scalar_subquery()
    )


def _tied_by_it() -> ScalarSelect[int]:
    """The same for those to which it is tied itself."""
    own, other, theirs = STATES.alias(), ENTRIES.alias(), STATES.alias()
    named = or_(other.c.memorandum_id == own.c.framework_id, other.c.memorandum_id == own.c.superseded_by)
    return (
        select(cast(func.sum(theirs.c.recorded_from), BigInteger))
        .join_from(own, other, named)
        .join(theirs, and_(theirs.c.entry == other.c.entry, _now(theirs)))
        .where(own.c.entry == ENTRIES.c.entry, _now(own))
        .correlate(ENTRIES)
        .scalar_subquery()
    )


_KEPT = and_(READY.c.memorandum_id == ENTRIES.c.memorandum_id, READY.c.what == DETAIL)
_DETAIL = Hot(
    select(READY.c.rests_on, READY.c.answer, _partners(), _tied_to_it(), _tied_by_it())
    .join_from(ENTRIES, READY, _KEPT, isouter=True)
    .where(ENTRIES.c.memorandum_id == bindparam("id"))
)
_HISTORY = Hot(
    select(READY.c.rests_on, READY.c.answer).where(READY.c.memorandum_id == bindparam("id"), READY.c.what == HISTORY)
)
_FORGET = Hot(delete(READY).where(READY.c.memorandum_id == bindparam("id"), READY.c.what == bindparam("which")))

Make = Callable[[], Mapping[str, Any]]
"""Makes the answer; it holds the ``version`` of the memorandum."""


class Ready(NamedTuple):
    """An answer as it leaves: the version of the memorandum, and JSON."""

    version: int
    answer: bytes


class ReadyAnswers:
    """The answers of today, as known now, to what is asked most about one memorandum.

    Args:
        reading: opens a connection to the read models.
        keeping: opens one to write with, if nobody else does.
        store: the streams of memorandums.
        times: tell today.
    """

    def __init__(
        self, reading: Reading, keeping: Callable[[], AbstractContextManager[Connection]], store: Store, times: Times
    ) -> None:
        self._reading = reading
        self._keeping = keeping
        self._store = store
        self._times = times
        self._turn = threading.Lock()

    def detail(self, memorandum_id: UUID, make: Make) -> Ready:
        """The memorandum in full; what ``make`` answers says about which day in ``as_of``.

        Raises:
            NotFound: no memorandum has this id.
        """
        id_, version = str(memorandum_id), self._store.version(memorandum_id)
        with self._reading() as connection:
            found = _DETAIL.rows(connection, id=id_, id_written=id_)
        rests_on, answer, *others = found[0] if found else (None, b"", MERGED)
        if rests_on is not None and rests_on == self._grounds(version, self._times.today().isoformat(), *others):
            return Ready(version, answer)
        made = make()
        ready = Ready(made["version"], to_bytes(made))
        if others[0] != MERGED:
            self._keep(id_, DETAIL, self._grounds(ready.version, made["as_of"], *others), ready)
        return ready

    def history(self, memorandum_id: UUID, make: Make) -> Ready:
        """The history of the memorandum, which follows from its stream alone.

        Raises:
            NotFound: no memorandum has this id.
        """
        id_, version = str(memorandum_id), self._store.version(memorandum_id)
        with self._reading() as connection:
            found = _HISTORY.rows(connection, id=id_)
        if found and found[0][0] == self._grounds(version):
            return Ready(version, found[0][1])
        made = make()
        ready = Ready(made["version"], to_bytes(made))
        self._keep(id_, HISTORY, self._grounds(ready.version), ready)
        return ready

    def _grounds(self, *grounds: Any) -> str:
        """What an answer rests on, in one text."""
        return f"{_code()} {self._times.zone} {grounds}"

    def _keep(self, id_: str, what: str, rests_on: str, ready: Ready) -> None:
        """Keep an answer, unless events are being projected just now: the next one who asks may have more luck.

        Those who keep another answer at the same time in this process are soon done.
        """
        if len(ready.answer) > LONGEST:
            return
        with self._turn, suppress(Unavailable), self._keeping() as connection:
            _FORGET.execute(connection, [{"id": id_, "which": what}])
            insert_rows(connection, READY, [(id_, what, rests_on, ready.answer)])


@cache
def _code() -> str:
    """What tells this code from another, which may answer otherwise."""
    house = Path(__file__).parents[2]
    files = sorted(file for floor in ("domain", "application", "web") for file in (house / floor).rglob("*.py"))
    return hashlib.sha256(b"\0".join(file.read_bytes() for file in files)).hexdigest()[:12]
