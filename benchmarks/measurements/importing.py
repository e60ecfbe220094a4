"""Taking in registers that offices have kept for fifteen years.

Three registers of 2,000 agreements each, made with a seed, so that their true content is known: a spreadsheet of two
sheets in which everybody wrote in a notation of their own, with headings in row 8, 900 empty rows and rows that stand
twice; one in Spanish with sections and the days first; and a semicolon-separated text in Uzbek and Russian, in the
encoding of old machines. Each is taken into an empty installation, and every memorandum is held against the truth.
*Left to a person* are the rows of which something is not certain: broken and ambiguous dates, ends that say nothing,
terms that seem to have run several times, a status that the dates contradict. Memory is the most that a process of its
own ever held that took in the first one.
"""

from __future__ import annotations

import os
import subprocess
import sys
import time
from collections.abc import Iterator

from application.bitim import Bitim, migrate
from benchmarks.figures import Figure
from benchmarks.measuring import Findings
from benchmarks.process import REGISTER_SIZE
from benchmarks.registers.files import Register, registers
from benchmarks.registers.judging import judge, taken
from benchmarks.stand import KINDS, AfterTheLog, Installation, Stand


def measure(stand: Stand) -> Iterator[Figure]:
    """Seconds, rows and megabytes."""
    findings = Findings()
    for register in registers(REGISTER_SIZE):
        for kind in KINDS:
            _take(stand.empty(kind), register, findings)
    for kind in KINDS:
        findings.add("importing.memory", kind, _most(stand.empty(kind)))
    yield from findings.figures("importing.lost", "rows lost", "rows", at_most=0)
    yield from findings.figures("importing.wrong", "rows read otherwise than they are", "rows", at_most=0)
    yield from findings.figures("importing.left", "rows left to a person", "%")
    yield from findings.figures("importing.seconds", "2,000 rows", "s", at_most=20)
    yield from findings.figures("importing.processor", "2,000 rows, by time on the processor", "s")
    yield from findings.figures("importing.memory", "memory", "MB", at_most=300)


def _take(installation: Installation, register: Register, findings: Findings) -> None:
    """Take one register in, and judge it."""
    migrate(installation.settings)
    with Bitim(installation.settings, AfterTheLog()) as bitim:
        began, busy = time.perf_counter(), time.process_time()
        report = taken(bitim, register)
        findings.add("importing.processor", installation.kind, time.process_time() - busy)
        findings.add("importing.seconds", installation.kind, time.perf_counter() - began)
        judged = judge(bitim, register, report)
    findings.add("importing.lost", installation.kind, judged.lost)
    findings.add("importing.wrong", installation.kind, len(judged.wrong))
    findings.add("importing.left", installation.kind, 100 * judged.left / judged.rows)


def _most(installation: Installation) -> float:
    """The most megabytes that a process held that took a register in."""
    migrate(installation.settings)
    command = [sys.executable, "-m", "benchmarks.process", "take"]
    environ = {**os.environ, **installation.environ}
    return float(subprocess.run(command, env=environ, stdout=subprocess.PIPE, text=True, check=True).stdout)
