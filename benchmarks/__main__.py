"""Measure: `python -m benchmarks [NAME...]`. Tell what was measured: `python -m benchmarks report`."""

from __future__ import annotations

import sys
from importlib import import_module
from inspect import cleandoc

from benchmarks import machine, report
from benchmarks.figures import Result
from benchmarks.stand import Stand

BENCHMARKS = ("append", "load", "command", "rebuild", "lists", "memory", "http", "importing")
"""In the order in which they run, each a module of `measurements`."""


def main(arguments: list[str]) -> int:
    """Run the benchmarks that are named, or all, and write the report."""
    if unknown := set(arguments) - {*BENCHMARKS, "report"}:
        print(f"no such benchmark: {', '.join(sorted(unknown))}; there are {', '.join(BENCHMARKS)}, and report")
        return 2
    if arguments != ["report"]:
        with Stand() as stand:
            for name in arguments or BENCHMARKS:
                run(name, stand)
    report.write()
    return 0


def run(name: str, stand: Stand) -> None:
    """Run one benchmark, keep its result, and show it."""
    print(f"{name} ...", flush=True)
    measurement = import_module(f"benchmarks.measurements.{name}")
    facts = machine.facts(stand.folder) | {"durability": stand.durability()}
    title, _, how = cleandoc(measurement.__doc__ or "").partition(".\n\n")
    result = Result(name, title, how, facts, tuple(measurement.measure(stand)))
    result.write()
    for figure in result.figures:
        print(f"  {figure.database or '-':10}  {report.value(figure):>24}  {figure.what}{report.verdict(figure)}")


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
