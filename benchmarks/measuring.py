"""Measuring in rounds."""

from __future__ import annotations

import time
from collections import defaultdict
from collections.abc import Callable, Iterator
from typing import Any

from benchmarks.figures import Figure


class Findings:
    """What is found, round by round: the databases take turns within a round, so that the machine's moods hit both."""

    def __init__(self) -> None:
        self._rounds: dict[tuple[str, str], list[float]] = defaultdict(list)

    def add(self, name: str, database: str, value: float) -> None:
        """Keep what one round found."""
        self._rounds[name, database].append(value)

    def of(self, name: str, database: str) -> list[float]:
        """What was found so far."""
        return self._rounds[name, database]

    def figures(self, name: str, what: str, unit: str, **aims: Any) -> Iterator[Figure]:
        """The figure of this name on each database on which it was measured; aims are by database, or one for all."""
        for (found, database), rounds in self._rounds.items():
            if found == name:
                own = {aim: value[database] if isinstance(value, dict) else value for aim, value in aims.items()}
                yield Figure(name, what, unit, database, tuple(round(one, 4) for one in rounds), **own)


def milliseconds(work: Callable[[], object], times: int = 1) -> float:
    """How long the work takes, on average of so many times in a row."""
    began = time.perf_counter()
    for _ in range(times):
        work()
    return (time.perf_counter() - began) * 1000 / times
