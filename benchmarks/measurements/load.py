"""Loading a memorandum from its events.

`store.get` reads a stream from the log, decodes its events and folds them, as every command does first. The log holds
1,000 memorandums besides. Each round loads twenty memorandums of the same length one after the other, ten times.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import ExitStack
from itertools import chain, islice, product
from uuid import UUID

from application.store.store import Store
from benchmarks.figures import Figure
from benchmarks.measuring import Findings, milliseconds
from benchmarks.office.cast import Cast
from benchmarks.office.log import append_all, as_stored
from benchmarks.office.ways import lives_with
from benchmarks.stand import Stand
from domain.memorandum.memorandum import Memorandum

SIZE = 1000
ROUNDS = 7
LENGTHS = {"load.short": 10, "load.long": 200}
STREAMS, TIMES = 20, 10


def measure(stand: Stand) -> Iterator[Figure]:
    """Milliseconds for each load."""
    findings = Findings()
    cast = Cast.for_memorandums(SIZE)
    lives = {name: list(islice(lives_with(length, cast), STREAMS)) for name, length in LENGTHS.items()}
    with ExitStack() as stack:
        stores = {one.kind: stack.enter_context(one.store()) for one in stand.installations(SIZE)}
        for store in stores.values():
            append_all(
                store.log, as_stored(event for life in chain(*lives.values()) for event in chain(*life.commands))
            )
        for _, (name, some), (kind, store) in product(range(ROUNDS), lives.items(), stores.items()):
            findings.add(name, kind, _load(store, [life.id for life in some]))
    for name, length in LENGTHS.items():
        yield from findings.figures(name, f"a memorandum of {length} events", "ms")


def _load(store: Store, ids: Sequence[UUID]) -> float:
    """Milliseconds for each load."""

    def load() -> None:
        for id_ in ids:
            store.get(Memorandum, id_)

    return milliseconds(load, TIMES) / len(ids)
