"""What a measurement finds: a figure, in rounds, with what was measured and how."""

from __future__ import annotations

import json
import statistics
from collections.abc import Iterator
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Any

RESULTS = Path(__file__).parent / "results"


@dataclass(frozen=True)
class Figure:
    """One figure on one database.

    Args:
        name: for ever, and the same on both databases, such as ``load.ten``.
        what: what was measured, in a few words.
        unit: of the figure.
        database: ``sqlite``, ``postgresql``, or empty where none takes part.
        rounds: what each round found.
        at_least, at_most: the aim, if there is one, for the median.
    """

    name: str
    what: str
    unit: str
    database: str = ""
    rounds: tuple[float, ...] = field(default=())
    at_least: float | None = None
    at_most: float | None = None

    @property
    def median(self) -> float:
        """The middle of the rounds."""
        return statistics.median(self.rounds)

    @property
    def reached(self) -> bool | None:
        """Whether the median reaches the aim; none if there is no aim."""
        if self.at_least is not None:
            return self.median >= self.at_least
        return None if self.at_most is None else self.median <= self.at_most


@dataclass(frozen=True)
class Result:
    """One run of one benchmark: all its figures, measured on one machine in one go.

    Args:
        benchmark: its name.
        title: what it is about.
        how: how it is measured, in sentences.
        machine: on what, and when.
        figures: what was found.
    """

    benchmark: str
    title: str
    how: str
    machine: dict[str, Any]
    figures: tuple[Figure, ...]

    def write(self) -> None:
        """Keep the result in place of that of an earlier run."""
        RESULTS.mkdir(exist_ok=True)
        text = json.dumps(asdict(self), indent=1, ensure_ascii=False)
        (RESULTS / f"{self.benchmark}.json").write_text(text + "\n", encoding="utf-8")

    @classmethod
    def read(cls, file: Path) -> Result:
        """A result as it was kept."""
        plain = json.loads(file.read_text(encoding="utf-8"))
        figures = tuple(Figure(**{**one, "rounds": tuple(one["rounds"])}) for one in plain.pop("figures"))
        return cls(**plain, figures=figures)


def results(folder: Path = RESULTS) -> Iterator[Result]:
    """All results that are kept, by name."""
    for file in sorted(folder.glob("*.json")):
        yield Result.read(file)
