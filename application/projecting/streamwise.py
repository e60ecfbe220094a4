"""Filling read models anew stream after stream, in as many processes as there are processors.

The log is cut by where its streams begin: a process that has all events of a stream needs nothing from the others, and
what it makes of them need not be changed again. Rows come in the order of their keys, as far as it is that of the log:
a database then adds to the end of its tables, and does not write the same pages again and again.
"""

from __future__ import annotations

import gc
import multiprocessing
import os
import threading
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from dataclasses import dataclass
from functools import cache
from itertools import pairwise
from operator import itemgetter
from typing import Any, NamedTuple, Self

from sqlalchemy import Table

from application.projecting.filling import MOVE_ONE
from application.projecting.folding import Folding, Interest
from application.projecting.projection import TABLES, Observer, Projection, Row, StreamProjection
from application.store.bulk import insert_rows
from application.store.places import Place
from application.store.store import Store
from domain.shared.event import Aggregate

EVENTS_IN_SLICE = 4000
FEW = 20_000
"""Events; below, it takes longer to start other processes than to do their work."""
AHEAD = 2
"""Slices for each process that may wait until their rows are written."""
PATIENCE = 60.0  # seconds to wait for a place that is nobody else's

Rows = Mapping[str, list[Row]]
"""The rows of some streams, by the name of the table."""


class Slice(NamedTuple):
    """The streams that begin beyond one position in the log and up to another, with what counts of them: up to a third.

    Its fields are those of `Store.streams`.
    """

    after: int
    through: int
    upto: int


@dataclass(frozen=True, slots=True)
class Reader:
    """Makes the rows of whole streams.

    Args:
        store: the log.
        projections: the read models.
        observers: one for each class of aggregates that is observed.
    """

    store: Store
    projections: Sequence[StreamProjection]
    observers: Mapping[type[Aggregate], Observer]

    @classmethod
    def of(cls, store: Store, projections: Iterable[Projection], observers: Mapping[type[Aggregate], Observer]) -> Self:
        """A reader for those of the read models that can be filled stream by stream."""
        return cls(store, [one for one in projections if isinstance(one, StreamProjection)], observers)

    def rows(self, part: Slice) -> Rows:
        """The rows of the streams in a slice, each table's in the order of its key."""
        folding = Folding(self.store, self.observers, capacity=0)
        batch = folding.batch(self.store.streams(*part), Interest(self.projections))
        rows: dict[str, list[Row]] = {}
        for projection in self.projections:
            for table, added in projection.rows(batch.seen_by(projection).streams):
                added.sort(key=_key_of(table))
                rows[table.name] = added
        return rows


NewReader = Callable[[], Reader]
"""Opens the log in another process: a function of a module, or a partial of one."""


def is_large(upto: int) -> bool:
    """Whether so many events are worth help."""
    return upto >= FEW


def slices(upto: int) -> list[Slice]:
    """All streams up to a position, in slices of a few thousand events."""
    count = max(1, upto // EVENTS_IN_SLICE)
    bounds = [upto * number // count for number in range(count + 1)]
    return [Slice(after, through, upto) for after, through in pairwise(bounds)]


@cache
def _key_of(table: Table) -> Callable[[Row], Any]:
    """What tells the primary key from a row of a table."""
    columns = list(table.columns)
    return itemgetter(*(columns.index(column) for column in table.primary_key))


def rows_of_all(reader: Reader, elsewhere: NewReader | None, upto: int) -> Iterator[Rows]:
    """The rows of all streams up to a position, slice after slice.

    Args:
        reader: of this process.
        elsewhere: how another process gets one; with none, all is done in this one.
        upto: the position of the last event that counts.

    Raises:
        Exception: a stream cannot be read, a read model cannot take it, or a process has died.
    """
    parts, processes = slices(upto), _processors()
    if elsewhere is None or processes == 1 or not is_large(upto):
        return map(reader.rows, parts)
    return _rows_by_others(elsewhere, parts, processes)


def _rows_by_others(elsewhere: NewReader, parts: Iterable[Slice], processes: int) -> Iterator[Rows]:
    context = multiprocessing.get_context("spawn")  # a fork would share connections and locks
    with ProcessPoolExecutor(processes, context, _start, (elsewhere,)) as pool:
        waiting: deque[Future[Rows]] = deque()
        for part in parts:
            waiting.append(pool.submit(_rows, part))
            if len(waiting) > AHEAD * processes:
                yield waiting.popleft().result()
        while waiting:
            yield waiting.popleft().result()


def fill(place: Place, projections: Sequence[StreamProjection], streams: Iterable[Rows], upto: int) -> None:
    """Write the rows of whole streams into a place that nobody reads yet, its indexes last.

    Args:
        place: with the empty tables.
        projections: the read models that are filled.
        streams: the rows.
        upto: the position up to which they show everything.
    """
    tables = [table for projection in projections for table in projection.tables]
    with place.leading(PATIENCE) as connection:
        place.drop_indexes(connection, tables)
    for rows in streams:
        with place.leading(PATIENCE) as connection:
            for name, added in rows.items():
                insert_rows(connection, TABLES.tables[name], added)
    with place.leading(PATIENCE) as connection:
        place.make_indexes(connection, tables)
        MOVE_ONE.execute(connection, [{"which": one.name, "reached": upto} for one in projections])
    if is_large(upto):
        place.settle(tables)


def _processors() -> int:
    """How many processors this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


_readers: list[Reader] = []
"""That of this process, if it was started to read."""


def _start(elsewhere: NewReader) -> None:
    """Open the log in a process of the pool, which gives way to whoever serves the office."""
    threading.Thread(target=_end_with_the_parent, daemon=True).start()
    if hasattr(os, "nice"):
        os.nice(5)
    _readers.append(elsewhere())
    gc.disable()  # a third of the time; slices leave no circles behind but for a few exceptions


def _end_with_the_parent() -> None:
    """Whoever is killed cannot tell his helpers to stop, and they would wait for work for ever."""
    parent = multiprocessing.parent_process()
    if parent is not None:
        parent.join()
        os._exit(1)


def _rows(part: Slice) -> Rows:
    return _readers[0].rows(part)
