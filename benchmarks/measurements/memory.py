"""Memory of a process.

The most that a process of its own ever held (`VmHWM`), all of Python included. *Filling*: it opens the installation
and rebuilds all read models. *Serving*: it opens the installation with its background workers, draws 500 pages of the
register on days and states of knowledge of its past, and loads 500 memorandums. The memory of the PostgreSQL server
is not in it.
"""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator

from benchmarks.figures import Figure
from benchmarks.measuring import Findings
from benchmarks.stand import Installation, Stand

SMALL, LARGE = 1_000, 10_000
ROUNDS = 3


def measure(stand: Stand) -> Iterator[Figure]:
    """Megabytes."""
    findings = Findings()
    for size, rounds in ((SMALL, ROUNDS), (LARGE, 1)):
        for installation in stand.installations(size) * rounds:
            for work in ("fill", "serve"):
                findings.add(f"memory.{work}.{size}", installation.kind, _most(work, installation))
    for work, what in (("fill", "filling"), ("serve", "serving")):
        for size in (SMALL, LARGE):
            yield from findings.figures(f"memory.{work}.{size}", f"{what}, {size:,} memorandums", "MB")


def _most(work: str, installation: Installation) -> float:
    """The most megabytes that a process held that did this work."""
    command = [sys.executable, "-m", "benchmarks.process", work]
    environ = {**os.environ, **installation.environ}
    told = subprocess.run(command, env=environ, stdout=subprocess.PIPE, text=True, check=True).stdout
    return float(told)
