"""Keeping the read models of one generation level with the log."""

from __future__ import annotations

import logging
import threading
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass

from eventsourcing.persistence import Notification
from sqlalchemy import BigInteger, Column, Connection, Integer, Table, Text, bindparam, insert, select, update

from application.errors import Unavailable
from application.projecting.folding import Folding, Interest
from application.projecting.projection import TABLES, Observer, Projection
from application.store.hot import Hot
from application.store.places import Place
from application.store.store import Store
from domain.shared.event import Aggregate

POSITIONS = Table(
    "projection",
    TABLES,
    Column("name", Text, primary_key=True),
    Column("position", BigInteger, nullable=False),  # of the last event that is in the read model's tables
    Column("halted_at", BigInteger),  # position of the event that it cannot take
    Column("reason", Text),
    Column("successor", Integer),  # number of the generation that answers instead
)
"""How far each read model of a generation is, in the generation's own place."""

READ = Hot(select(POSITIONS).order_by(POSITIONS.c.name))
START = insert(POSITIONS)
_MOVE = update(POSITIONS).values(position=bindparam("reached"))
MOVE = Hot(_MOVE.where(POSITIONS.c.position == bindparam("before"), POSITIONS.c.halted_at.is_(None)))
MOVE_ONE = Hot(_MOVE.where(POSITIONS.c.name == bindparam("which")))
HALT = (
    update(POSITIONS)
    .where(POSITIONS.c.name == bindparam("which"))
    .values(halted_at=bindparam("event"), reason=bindparam("why"))
)
RESUME = update(POSITIONS).where(POSITIONS.c.halted_at.is_not(None)).values(halted_at=None, reason=None)
HAND_OVER = update(POSITIONS).values(successor=bindparam("to"))

log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Mark:
    """How far a read model is."""

    name: str
    position: int
    halted_at: int | None
    reason: str | None
    successor: int | None

    def stands_at(self, position: int) -> bool:
        """Whether it stands there, ready to go on."""
        return self.halted_at is None and self.position == position


@dataclass(frozen=True, slots=True)
class Stretch:
    """Read models that stand at one position, and where they are to stop, if anywhere.

    closely: take event after event, to find the one at fault, even if that cuts a command in two.
    """

    names: tuple[str, ...]
    position: int
    end: int | None
    closely: bool = False


Choice = Callable[[Sequence[Mark]], Stretch]


class SupersededError(Exception):
    """Another generation answers now; carries its number."""

    def __init__(self, number: int) -> None:
        super().__init__(number)
        self.number = number


class Filling:
    """The read models of one generation.

    Those that stand at the foremost position move on together: one transaction for all of a batch and their positions.
    If it fails, each is tried alone, and the one that fails alone halts. One that lags, because it was halted for
    a time, catches up on its own until it joins the others.

    Args:
        store: the log.
        place: where the generation's tables are.
        projections: the read models.
        observers: one for each class of aggregates that is observed.
        remembered: how many folded streams are kept between batches.
    """

    def __init__(
        self,
        store: Store,
        place: Place,
        projections: Sequence[Projection],
        observers: Mapping[type[Aggregate], Observer],
        remembered: int,
    ) -> None:
        self.place = place
        self._store = store
        self._projections = {projection.name: projection for projection in projections}
        self._interests: dict[tuple[str, ...], Interest] = {}
        self._new_folding: Callable[[], Folding] = lambda: Folding(store, observers, remembered)
        self._front, self._behind = self._new_folding(), self._new_folding()
        self._turn = threading.Lock()  # for the folded streams; the place has a lock for its tables
        self._begun = self._whole = 0  # looks at the log: how many have begun, and the last that saw its end

    def start(self, connection: Connection) -> None:
        """Stand ahead of the first event."""
        empty = {"halted_at": None, "reason": None, "successor": None}
        if self._projections:
            connection.execute(START, [{"name": name, "position": 0, **empty} for name in self._projections])

    def marks(self) -> list[Mark]:
        """How far each read model is, by name."""
        with self.place.reading() as connection:
            return _marks(connection)

    def advance(self, timeout: float, limit: int) -> bool:
        """Move the foremost read models on by one batch, unless somebody else has, while this one waited for its turn.

        Args:
            timeout: seconds to wait for whoever leads at present.
            limit: the most events to take.

        Returns:
            whether there may be more.

        Raises:
            Unavailable: somebody else leads for longer, or a database does not answer.
            SupersededError: another generation answers now.
        """
        before = self._begun
        with self._having_turn(timeout):
            if self._whole > before:  # who began to look after this one was called has seen all that it can see
                return False
            self._begun = look = self._begun + 1
            more = self._advance(_foremost, self._front, timeout, limit)
            if not more:
                self._whole = look
            return more

    def advance_laggards(self, timeout: float, limit: int) -> bool:
        """Move the hindmost read models on by one batch, if any lag; the result is whether there may be more."""
        with self._having_turn(timeout):
            return self._advance(_hindmost, self._behind, timeout, limit)

    def resume(self, timeout: float) -> None:
        """Give the halted ones another try; they begin where they stopped."""
        with self.place.leading(timeout) as connection:
            connection.execute(RESUME)

    def hand_over(self, connection: Connection, successor: int) -> None:
        """Tell all who use this generation that another one answers now."""
        connection.execute(HAND_OVER, {"to": successor})

    @contextmanager
    def _having_turn(self, timeout: float) -> Iterator[None]:
        if not self._turn.acquire(timeout=timeout):
            raise Unavailable(what="read_models", seconds=timeout)
        try:
            yield
        finally:
            self._turn.release()

    def _advance(self, choose: Choice, folding: Folding, timeout: float, limit: int) -> bool:
        stretch = None
        try:
            with self.place.leading(timeout) as connection:
                stretch = choose(_marks(connection))
                return self._project(connection, stretch, folding, limit)[1]
        except (Unavailable, SupersededError):
            raise
        except Exception:
            if stretch is None:
                raise
            log.warning("a batch failed; trying each read model alone", exc_info=True)
            for name in stretch.names:
                self._alone(name, stretch, timeout, limit)
            return True

    def _project(self, connection: Connection, stretch: Stretch, folding: Folding, limit: int) -> tuple[int, bool]:
        """Write the next batch of a stretch and the positions, in the connection's transaction.

        The result is the position reached, and whether there may be more.
        """
        if not stretch.names:
            return stretch.position, False
        stored, more = self._next(stretch, limit)
        if not stored:
            return stretch.position, False
        batch = folding.batch(stored, self._interest(stretch.names))
        for name in stretch.names:
            projection = self._projections[name]
            if seen := batch.seen_by(projection):
                projection.project(connection, seen)
        reached = stored[-1].id
        if stretch.closely:
            MOVE_ONE.execute(connection, [{"which": stretch.names[0], "reached": reached}])
        else:
            MOVE.execute(connection, [{"before": stretch.position, "reached": reached}])
        return reached, more

    def _next(self, stretch: Stretch, limit: int) -> tuple[Sequence[Notification], bool]:
        """The next events, about so many, and whether there are more; no command is cut in two.

        What is observed between two events of a command would otherwise depend on where a batch ends.
        """
        stored = self._store.notifications(stretch.position, limit, upto=stretch.end)
        if len(stored) < limit or stretch.closely:
            return stored, len(stored) == limit
        last, cut = len(stored) - 1, self._store.recorded_at(stored[-1])
        while last and self._store.recorded_at(stored[last - 1]) == cut:
            last -= 1
        return (stored[:last], True) if last else self._next(stretch, 2 * limit)

    def _alone(self, name: str, failed: Stretch, timeout: float, limit: int) -> None:
        """Take one read model through the batch that failed, in ever shorter ones; halt it where it fails itself."""
        end = self._store.notifications(failed.position, limit, upto=failed.end)[-1].id
        position, folding = failed.position, self._new_folding()
        while position < end:
            try:
                with self.place.leading(timeout) as connection:
                    if not any(mark.name == name and mark.stands_at(position) for mark in _marks(connection)):
                        return  # somebody else has led meanwhile
                    stretch = Stretch((name,), position, end, closely=True)
                    position, _ = self._project(connection, stretch, folding, limit)
            except (Unavailable, SupersededError):
                raise
            except Exception as error:  # noqa: BLE001  whatever it was, this read model halts, and nothing else
                if limit == 1:
                    self._halt(name, position, error, timeout)
                    return
                limit //= 2

    def _halt(self, name: str, position: int, error: Exception, timeout: float) -> None:
        event = self._store.notifications(position, 1)[0].id
        log.error("read model %s halts at position %s", name, event, exc_info=error)
        why = f"{type(error).__name__}: {error}"[:500]
        with self.place.leading(timeout) as connection:
            connection.execute(HALT, {"which": name, "event": event, "why": why})

    def _interest(self, names: tuple[str, ...]) -> Interest:
        if names not in self._interests:
            self._interests[names] = Interest([self._projections[name] for name in names])
        return self._interests[names]


def _marks(connection: Connection) -> list[Mark]:
    marks = [Mark(*row) for row in READ.rows(connection)]
    for mark in marks:
        if mark.successor is not None:
            raise SupersededError(mark.successor)
    return marks


def _foremost(marks: Sequence[Mark]) -> Stretch:
    """The read models at the front; those that halted are left out."""
    going = [mark for mark in marks if mark.halted_at is None]
    position = max((mark.position for mark in going), default=0)
    return Stretch(tuple(mark.name for mark in going if mark.position == position), position, None)


def _hindmost(marks: Sequence[Mark]) -> Stretch:
    """The read models at the back, and where they will meet the next ones; none if all stand together."""
    going = [mark for mark in marks if mark.halted_at is None]
    positions = sorted({mark.position for mark in going})
    if len(positions) < 2:
        return Stretch((), 0, None)
    back, next_one = positions[:2]
    return Stretch(tuple(mark.name for mark in going if mark.position == back), back, next_one)
