"""The two sides at work: Bitim and the opponent, each served by one process of the same server on the same database."""

from __future__ import annotations

import json
import os
import socket
import subprocess
import sys
import time
from collections.abc import Iterator, Mapping, Sequence
from contextlib import closing, contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from application.settings import Settings
from application.store.log import open_log
from benchmarks.office.log import append_all
from benchmarks.peer import ours, records
from benchmarks.peer.client import Request
from benchmarks.peer.environment import HERE, python
from benchmarks.stand import Stand

THREADS = "8"
PATIENCE = 600.0  # seconds for a side to answer for the first time: Bitim fills its read models
OURS, THEIRS, EMPTY = "bitim", "peer", "empty"


@dataclass(frozen=True, eq=False)
class Side:
    """One side that answers.

    Args:
        name: ``bitim`` or ``peer``.
        address: host and port.
        process: the id of its process.
        prefix: of its addresses.
        headers: that every command needs.
    """

    name: str
    address: tuple[str, int]
    process: int
    prefix: str
    headers: Mapping[str, str]

    def get(self, path: str) -> Request:
        """A question."""
        return "GET", self.prefix + path, {}, None

    def post(self, path: str, body: Any, version: int | None = None) -> Request:
        """A command, on this version of what it changes."""
        match = {} if version is None or self.name == THEIRS else {"If-Match": f'"{version}"'}
        return "POST", self.prefix + path, {**self.headers, **match}, body

    @property
    def processor_seconds(self) -> float:
        """The time that its process has spent on a processor so far."""
        fields = Path(f"/proc/{self.process}/stat").read_text(encoding="ascii").rpartition(")")[2].split()
        return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")

    @property
    def megabytes(self) -> float:
        """The memory that its process holds at present, as Linux tells it."""
        status = Path(f"/proc/{self.process}/status").read_text(encoding="ascii")
        return int(status.partition("VmRSS:")[2].split()[0]) / 1024


@contextmanager
def bitim(stand: Stand, kind: str, count: int) -> Iterator[Side]:
    """Bitim, loaded with the records."""
    environ = stand.empty(kind).environ
    settings = Settings.read(environ)
    with closing(open_log(settings)) as log:
        log.migrate()
        append_all(log, ours.events(records.partners(), records.memorandums(count)))
    port = _free_port()
    program = str(Path(sys.executable).parent / "bitim")
    command = [program, "serve", "--port", str(port), "--threads", THREADS]
    with _running(command, environ, port) as process:
        yield Side(OURS, ("127.0.0.1", port), process, "/api/v1", {"Bitim-Account": "officer-1"})


@contextmanager
def peer(stand: Stand, kind: str, count: int) -> Iterator[Side]:
    """The opponent, loaded with the records."""
    installation = stand.empty(kind)
    address = installation.environ["BITIM_DATABASE"].removeprefix("sqlite://")
    environ = {"REGISTER_DATABASE": address, "PYTHONPATH": str(HERE), "PYTHONDONTWRITEBYTECODE": "1"}
    file = stand.folder / f"records-{count}.jsonl"
    if not file.exists():
        _write(file, count)
    load = [str(python()), "-m", "register.load", str(file)]
    subprocess.run(load, env={**os.environ, **environ}, check=True)
    port = _free_port()
    serve = [str(python()), "-m", "waitress", "--host=127.0.0.1", f"--port={port}", f"--threads={THREADS}"]
    with _running([*serve, "register.wsgi:application"], environ, port) as process:
        yield Side(THEIRS, ("127.0.0.1", port), process, "", {})


@contextmanager
def empty() -> Iterator[Side]:
    """A view that does nothing, on the same server in Bitim's own environment."""
    port = _free_port()
    serve = [sys.executable, "-m", "waitress", "--host=127.0.0.1", f"--port={port}", f"--threads={THREADS}"]
    with _running([*serve, "benchmarks.peer.empty:application"], {}, port) as process:
        yield Side(EMPTY, ("127.0.0.1", port), process, "", {})


def _write(file: Path, count: int) -> None:
    with file.open("w", encoding="utf-8") as lines:
        for record in (*records.partners(), *records.memorandums(count)):
            lines.write(json.dumps(record) + "\n")


@contextmanager
def _running(command: Sequence[str], environ: Mapping[str, str], port: int) -> Iterator[int]:
    with subprocess.Popen(command, env={**os.environ, **environ}, stdout=subprocess.DEVNULL) as process:
        try:
            _wait(process, port)
            yield process.pid
        finally:
            process.terminate()


def _wait(process: subprocess.Popen[bytes], port: int) -> None:
    last = time.monotonic() + PATIENCE
    while time.monotonic() < last and process.poll() is None:
        with suppress(OSError), socket.create_connection(("127.0.0.1", port), timeout=1):
            return
        time.sleep(0.1)
    raise TimeoutError(" ".join(map(str, process.args)))  # type: ignore[arg-type]  # a list of texts


def _free_port() -> int:
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        return int(found.getsockname()[1])
