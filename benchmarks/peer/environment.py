"""The opponent's own environment: made by the benchmark alone, from a lock file of its own."""

from __future__ import annotations

import hashlib
from pathlib import Path

import dev
from benchmarks.office.log import CACHE

HERE = Path(__file__).parent
WANTED, LOCK = HERE / "requirements.in", HERE / "requirements.txt"


def python() -> Path:
    """The environment's Python; the environment is made, if it is missing or of another lock file."""
    folder = CACHE / f"peer-{hashlib.sha256(LOCK.read_bytes()).hexdigest()[:12]}"
    found = folder / dev.BIN.name / "python"
    if not (folder / "whole").exists():
        dev.uv("venv", "--clear", "--no-project", "--python", dev.PYTHON, folder)
        dev.uv("pip", "sync", "--require-hashes", "--python", found, LOCK)
        (folder / "whole").touch()
    return found


def lock() -> None:
    """Pin the opponent's packages anew."""
    how = ("--universal", "--python-version=3.11", "--generate-hashes", "--no-annotate", "--no-header")
    dev.uv("pip", "compile", *how, WANTED, "--output-file", LOCK)


if __name__ == "__main__":
    lock()
