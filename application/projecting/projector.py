"""Keeping what people read level with the log: before a command answers, in the background, and anew on demand."""

from __future__ import annotations

import logging
import time
from collections.abc import Mapping, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass

from sqlalchemy import Connection

from application.errors import RebuildHalted, Unavailable
from application.projecting.filling import POSITIONS, Filling, Mark, SupersededError
from application.projecting.projection import TABLES, Observer, Projection
from application.projecting.streamwise import NewReader, Reader, fill, rows_of_all
from application.store.generations import Generations
from application.store.places import Place
from application.store.store import Store
from domain.shared.event import Aggregate

BUILDING_PATIENCE = 3600.0  # seconds to wait for another process that fills a new generation
BUILDING_SCALE = 4  # how much larger batches are, and how many more streams are remembered, while filling one

log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Health:
    """How a read model is: level with the log, behind it, or halted at an event, with the reason."""

    name: str
    revision: int
    position: int
    is_level: bool
    halted_at: int | None
    reason: str | None


@dataclass(frozen=True, slots=True)
class Pace:
    """How much is done at once.

    patience: seconds that a command waits for its read models; then it answers all the same.
    batch: the most events in a transaction. Larger ones gain little, and make others wait longer.
    remembered: folded streams kept between batches. A memorandum with its texts takes some 30 kB.
    """

    patience: float = 15.0
    batch: int = 500
    remembered: int = 500


class Projector:
    """Keeps the read models level with the log.

    One process at a time projects; which one does not matter, so whoever has just recorded something does it. Nothing
    depends on a thread that may have died. Call `open` first.

    Args:
        store: the log.
        generations: where the read models' tables are.
        projections: the read models.
        observers: one for each class of aggregates of which read models want to see passing states.
        pace: how much is done at once.
        elsewhere: how another process reads the log, to help with filling; with none, this one does all.
    """

    def __init__(
        self,
        store: Store,
        generations: Generations,
        projections: Sequence[Projection],
        observers: Mapping[type[Aggregate], Observer],
        pace: Pace = Pace(),
        *,
        elsewhere: NewReader | None = None,
    ) -> None:
        self._store = store
        self._generations = generations
        self._projections = projections
        self._observers = observers
        self._pace = pace
        self._elsewhere = elsewhere
        self._revisions = {projection.name: projection.revision for projection in projections}
        self._filling: Filling | None = None

    def open(self) -> None:
        """Find the generation that answers, and level it; fill one, if none has the revisions of this code.

        Raises:
            Unavailable: a database does not answer.
        """
        place = self._generations.current(self._revisions)
        if place is None:
            self._build(only_if_missing=True)
        else:
            self._use(place)
            self.catch_up()  # for somebody who recorded something and did not live to project it

    def reading(self) -> AbstractContextManager[Connection]:
        """A connection for queries, to the read models that answer at present."""
        return self._current.place.reading()

    def keeping(self) -> AbstractContextManager[Connection]:
        """A connection for who keeps what he has made of the read models: only if nobody writes at this moment.

        Raises:
            Unavailable: somebody does.
        """
        return self._current.place.leading(0.0)

    def catch_up(self) -> None:
        """Show what has just been recorded; called before a command answers.

        It waits while another process projects, and gives up in silence after some seconds: the events are stored, and
        that is what the command promised.
        """
        try:
            self._catch_up()
        except Unavailable:
            log.warning("the read models stay behind for now", exc_info=True)
        except Exception:
            log.exception("the read models cannot catch up")

    def work(self) -> None:
        """Look whether there is anything to do, and do it; for the worker in the background.

        Raises:
            Unavailable: a database does not answer.
        """
        self._catch_up()
        while self._current.advance_laggards(self._pace.patience, self._pace.batch):
            self._catch_up()

    def resume(self) -> None:
        """Give read models that have halted another try."""
        self._current.resume(self._pace.patience)

    def rebuild(self) -> None:
        """Fill all read models anew, while the present ones go on answering, and let the new ones take over.

        Raises:
            RebuildHalted: one that works at present cannot be filled; the present ones stay.
        """
        self._build(only_if_missing=False)

    def health(self) -> list[Health]:
        """How each read model is, by name."""
        last = self._store.max_position()
        return [
            Health(
                name=mark.name,
                revision=self._revisions[mark.name],
                position=mark.position,
                is_level=mark.position >= last,
                halted_at=mark.halted_at,
                reason=mark.reason,
            )
            for mark in self._current.marks()
        ]

    @property
    def _current(self) -> Filling:
        if self._filling is None:
            self.open()
        if self._filling is None:
            raise Unavailable(what="read_models")
        return self._filling

    def _catch_up(self) -> None:
        left, last = self._pace.patience, time.monotonic() + self._pace.patience
        while left > 0 and self._advance(left):
            left = last - time.monotonic()

    def _advance(self, timeout: float) -> bool:
        """Move on by one batch; the result is whether there may be more."""
        try:
            return self._current.advance(timeout, self._pace.batch)
        except SupersededError as superseded:
            self._use(self._generations.place(superseded.number))
            return True

    def _use(self, place: Place) -> None:
        self._filling = self._new_filling(place)

    def _new_filling(self, place: Place, scale: int = 1) -> Filling:
        remembered = scale * self._pace.remembered
        return Filling(self._store, place, self._projections, self._observers, remembered)

    def _build(self, *, only_if_missing: bool) -> None:
        with self._generations.control.building(BUILDING_PATIENCE):
            place = self._generations.current(self._revisions) if only_if_missing else None
            if place is None:
                place = self._fill()
        self._use(place)

    def _fill(self) -> Place:
        """Fill a new generation and let it answer; whoever uses the present one is told under its lock."""
        try:
            fresh = self._begin()
            self._read_streams(fresh)
        except Unavailable:
            raise
        except Exception:
            log.warning("the streams cannot be read one after the other; trying in the order of the log", exc_info=True)
            fresh = self._begin()
        place = fresh.place
        self._level_with_the_log(fresh)
        if self._filling is None:
            self._generations.complete(place)
            return place
        with self._filling.place.leading(BUILDING_PATIENCE) as connection:
            self._level_with_the_log(fresh)  # what was recorded since; the next command waits for its turn
            _refuse_worse(fresh.marks(), self._filling.marks())
            self._generations.complete(place)
            self._filling.hand_over(connection, place.number)
        return place

    def _begin(self) -> Filling:
        """A new generation, empty."""
        tables = [POSITIONS, *(table for projection in self._projections for table in projection.tables)]
        place = self._generations.begin(self._revisions, TABLES, tables)
        fresh = self._new_filling(place, BUILDING_SCALE)
        with place.leading(self._pace.patience) as connection:
            fresh.start(connection)
        return fresh

    def _read_streams(self, filling: Filling) -> None:
        """Fill those read models that can be filled stream by stream, up to the last event that there is now."""
        reader = Reader.of(self._store, self._projections, self._observers)
        upto = self._store.max_position()
        fill(filling.place, reader.projections, rows_of_all(reader, self._elsewhere, upto), upto)

    def _level_with_the_log(self, filling: Filling) -> None:
        more = True
        while more:
            more = filling.advance(self._pace.patience, BUILDING_SCALE * self._pace.batch)
            while filling.advance_laggards(self._pace.patience, BUILDING_SCALE * self._pace.batch):
                more = True


def _refuse_worse(fresh: Sequence[Mark], present: Sequence[Mark]) -> None:
    halted = {mark.name: mark.reason for mark in fresh if mark.halted_at is not None}
    worse = {mark.name: halted[mark.name] for mark in present if mark.halted_at is None and mark.name in halted}
    if worse:
        raise RebuildHalted(halted=worse)
