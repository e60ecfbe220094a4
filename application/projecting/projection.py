"""What a read model is, and what it is given.

A read model is what people look at: tables made from events, which may be thrown away and filled again at any time.
It stands in one file with its tables, what each batch does to them, and its queries:

    INTERVALS = Table("register_interval", TABLES, ...)           # plain names: revisions keep out of each other's way
    CLOSE = update(INTERVALS).where(...).values(...)              # statements are built once, at module level

    class Register(Projection):
        name, revision, tables = "register", 3, (INTERVALS,)
        streams = (Memorandum,)

        def project(self, connection: Connection, batch: Batch) -> None:
            for stream in batch.streams:
                for step in stream.steps:
                    if step.before is None or step.after.timeline != step.before.timeline:
                        ...
            insert_rows(connection, INTERVALS, rows)              # one statement for the whole batch

Events are interpreted once, by the aggregate's own `apply`: a read model that shows one stream takes what it shows
from `stream.aggregate` and from the observations in its steps. Only a read model across streams handles events.

Rules that keep a rebuilt read model equal to the kept one; the tests of every read model compare the two:

- What is written depends on the batch and on the read model's own tables alone: not on a clock, not on the day of
  asking, not on another read model's tables (they may stand elsewhere), not on where a batch happens to begin or end.
- Instants come from `step.recorded_at`; identities from the events, never from the database (no serial numbers).
- Whoever changes the tables or what is written into them raises `revision`; everything is then filled anew, while
  the old revision goes on answering.
- An exception halts this read model alone, at the event that caused it, until a restart or a rebuild.
"""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any, ClassVar, NamedTuple
from uuid import UUID

from sqlalchemy import Connection, MetaData, Table

from domain.shared.event import Aggregate, Event

TABLES = MetaData()
"""The tables of all read models."""

Row = tuple[Any, ...]
"""A row of one of them: its values in the order of the columns."""

Observer = Callable[[Any, Sequence[Event], Any], Any]
"""What to remember of an aggregate as it stands after some events: `observe(aggregate, events, before) -> observation`.

It is called once for all that one command recorded in a stream, for all read models together: what held between two
events of one instant, nobody can ask for. It sees the aggregate only for that instant: what a read model wants to know
of a state that passes (the timeline, the values shown in the history) is put into the observation, an immutable value.
`before` is the observation made ahead of the events, None ahead of the first one, and may be used to save work:

    def observe(memorandum, events, before):
        same = before is not None and not any(event.TOUCHES_STANDING for event in events)
        return Seen(before.timeline if same else timeline_of(memorandum), shown_values(memorandum))

`before` is None, too, where a stream is entered in the middle: then everything is computed from the aggregate, and
`events` is empty. An observation must come out the same both ways.
"""


class RecordedEvent(NamedTuple):
    """An event and where it stands in the log."""

    position: int
    event: Event


class Step(NamedTuple):
    """The events that a stream was given at one instant, between what was observed ahead of them and after them.

    `position` is that of the first of them. `before` is None ahead of the stream's first event. Without an observer for
    the aggregate's class both are None.
    """

    position: int
    events: Sequence[Event]
    before: Any
    after: Any

    @property
    def recorded_at(self) -> datetime:
        """The instant at which they were stored (UTC)."""
        return self.events[0].recorded_at


class FoldedStream(NamedTuple):
    """One stream and what a batch adds to it.

    `aggregate` stands as after the last of the steps, not further, whatever has been recorded since. It must not be
    changed, nor kept beyond the call.
    """

    id: UUID
    aggregate: Any
    steps: Sequence[Step]

    @property
    def is_new(self) -> bool:
        """Whether the stream begins in this batch, so that no read model can have rows of it."""
        return self.steps[0].events[0].originator_version == 1


@dataclass(frozen=True, slots=True)
class Batch:
    """A stretch of the log, as far as a read model follows it.

    `streams` are in the order of their first event in the batch; `events` are in the order of the log. A read model
    that needs both in one order goes by the positions.
    """

    streams: Sequence[FoldedStream]
    events: Sequence[RecordedEvent]

    def seen_by(self, projection: Projection) -> Batch:
        """What of this batch the read model follows."""
        return Batch(
            [stream for stream in self.streams if isinstance(stream.aggregate, projection.streams)],
            [recorded for recorded in self.events if isinstance(recorded.event, projection.events)],
        )

    def __bool__(self) -> bool:
        return bool(self.streams or self.events)


class Projection(ABC):
    """A read model.

    name: of the read model, as `bitim check` and the health report show it.
    revision: a number that changes with the shape or the meaning of the tables.
    tables: its tables, in `TABLES`.
    streams: the classes of aggregates whose streams it shows.
    events: the classes of events that it handles one by one, a base class for all under it.
    """

    name: ClassVar[str]
    revision: ClassVar[int]
    tables: ClassVar[tuple[Table, ...]]
    streams: ClassVar[tuple[type[Aggregate], ...]] = ()
    events: ClassVar[tuple[type[Event], ...]] = ()

    @abstractmethod
    def project(self, connection: Connection, batch: Batch) -> None:
        """Write what the batch changes. The connection is in a transaction, which the caller commits."""


class StreamProjection(Projection):
    """A read model in which the rows of a stream follow from that stream alone.

    So a new one can be filled stream after stream, in several processes, and nothing written need be changed again.
    """

    @abstractmethod
    def rows(self, streams: Sequence[FoldedStream]) -> Iterable[tuple[Table, list[Row]]]:
        """The rows of whole streams, from their first event on: values in the order of the table's columns.

        They are what `project` would leave behind.
        """
