"""What was measured, as people read it: `docs/numbers.md`, and the figures that other documents tell.

Another document tells a figure between two marks, and the report writes it there:

    about <!-- rebuild: rebuild.all, sqlite -->18,000 events/s<!-- end --> on SQLite
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from pathlib import Path

from benchmarks.figures import Figure, Result, results

ROOT = Path(__file__).parents[1]
NUMBERS = ROOT / "docs" / "numbers.md"
MARKED = re.compile(r"<!-- (?P<name>[^>]+?), (?P<database>\w*) -->(?P<told>.*?)<!-- end -->", re.DOTALL)
UNITS = {
    "ms": "ms",
    "events/s": "events/s",
    "requests/s": "requests/s",
    "MB": "MB",
    "times": "×",
    "s": "s",
    "rows": "rows",
    "%": "%",
}
INTRODUCTION = """\
# Numbers

What Bitim was measured to do, and how. This page is written by `python -m benchmarks report` from the raw results under
`benchmarks/results/`; `python3 dev.py benchmark` measures anew. A figure is the median of its rounds, with the least
and the greatest beside it. All figures of a section come from one run on one machine; the databases took turns in it.
"""
DATABASES = {"sqlite": "SQLite", "postgresql": "PostgreSQL", "": "without a database"}


def write() -> None:
    """Write the page, and the figures told elsewhere."""
    everything = list(results())
    NUMBERS.write_text(page(everything), encoding="utf-8")
    for document in documents():
        text = document.read_text(encoding="utf-8")
        document.write_text(filled_in(text, everything), encoding="utf-8")


def documents() -> list[Path]:
    """The documents that may tell figures."""
    return [path for path in (*ROOT.glob("*.md"), *ROOT.glob("docs/*.md")) if path != NUMBERS]


def filled_in(text: str, everything: Iterable[Result]) -> str:
    """The text with each marked figure as it was measured.

    Raises:
        KeyError: a mark names a figure that was not measured.
    """
    told = {(figure.name, figure.database): value(figure) for result in everything for figure in result.figures}

    def fill(mark: re.Match[str]) -> str:
        name, database = mark["name"], mark["database"]
        return f"<!-- {name}, {database} -->{told[name, database]}<!-- end -->"

    return MARKED.sub(fill, text)


def page(everything: Iterable[Result]) -> str:
    """The whole page."""
    return "\n".join([INTRODUCTION, *(section(result) for result in everything)])


def section(result: Result) -> str:
    """One benchmark: how it was measured, what was found, on which machine."""
    return "\n".join([f"## {result.title}\n", f"{result.how}\n", *_table(result.figures), "", _told(result), ""])


def _table(figures: Iterable[Figure]) -> Iterator[str]:
    rows: dict[str, dict[str, Figure]] = {}
    for figure in figures:
        rows.setdefault(figure.what, {})[figure.database] = figure
    databases = [database for database in DATABASES if any(database in row for row in rows.values())]
    yield "| | " + " | ".join(DATABASES[database] for database in databases) + " |"
    yield "|---|" + "---|" * len(databases)
    for what, row in rows.items():
        yield f"| {what} | " + " | ".join(_cell(row.get(database)) for database in databases) + " |"


def _cell(figure: Figure | None) -> str:
    if figure is None:
        return ""
    spread = f" ({_number(min(figure.rounds))} to {_number(max(figure.rounds))})" if len(figure.rounds) > 1 else ""
    return f"**{value(figure)}**{spread}{verdict(figure)}"


def value(figure: Figure) -> str:
    """The figure in a few signs."""
    return f"{_number(figure.median)} {UNITS[figure.unit]}"


def verdict(figure: Figure) -> str:
    """The aim, and whether it is reached."""
    if figure.reached is None:
        return ""
    aim = (
        f"at least {_number(figure.at_least)}" if figure.at_least is not None else f"at most {_number(figure.at_most)}"
    )
    return f"; aim {aim}" if figure.reached else f"; aim {aim} **not reached**"


def _number(number: float | None) -> str:
    """As many digits as one can trust."""
    if number is None:
        return ""
    if number >= 100:
        return f"{round(number, -2 if number >= 10_000 else 0):,.0f}"
    return f"{number:.1f}" if number >= 10 else f"{number:.2f}"


def _told(result: Result) -> str:
    machine = result.machine
    libraries = ", ".join(f"{name} {version}" for name, version in machine["libraries"].items())
    sqlite, server = machine["durability"]["sqlite"], machine["durability"]["postgresql"]
    return (
        f"Measured {machine['measured_at'][:10]} on {machine['processors']} × {machine['processor']}, "
        f"{machine['memory_gb']} GB, {machine['file_system']}, {machine['system']}; "
        f"Python {machine['python']}, {libraries}. "
        f"SQLite's log: journal {sqlite['journal_mode']}, synchronous {sqlite['synchronous']}. "
        f"PostgreSQL {server['server_version'].split()[0]}: fsync {server['fsync']}, "
        f"synchronous_commit {server['synchronous_commit']}, full_page_writes {server['full_page_writes']}, "
        f"shared_buffers {server['shared_buffers']}. Load of the machine before the run: {machine['load_before']}."
    )
