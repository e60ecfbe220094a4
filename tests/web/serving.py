"""The service itself, as an office runs it: `bitim serve` in a process of its own."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

ROOT = Path(__file__).parents[2]
BITIM = Path(sys.executable).with_name("bitim")


@contextmanager
def served(environ: Mapping[str, str], log: Path, threads: int = 4) -> Iterator[tuple[str, subprocess.Popen[str]]]:
    """A service on this database: its address, and its process."""
    own = {name: value for name, value in os.environ.items() if not name.startswith("BITIM_")}
    with log.open("a") as errors:
        process = subprocess.Popen(
            [BITIM, "serve", "--port", "0", "--threads", str(threads)],
            cwd=ROOT,
            env={**own, **environ, "COLUMNS": "200"},
            stdout=subprocess.PIPE,
            stderr=errors,
            text=True,
        )
        try:
            assert process.stdout is not None
            said = process.stdout.readline()
            assert "http://" in said, log.read_text()
            yield next(word for word in said.split() if word.startswith("http://")), process
        finally:
            process.kill()
            process.communicate()
