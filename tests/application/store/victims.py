"""Writers under load, killed one after another; run as a program.

    python -m tests.application.store.victims HOW_MANY

The database is named by BITIM_DATABASE and BITIM_DOCUMENTS. One writer lives through it all, and each of the others
is killed a random moment after its first acknowledgement. At the end the acknowledged commands are printed, a line
each: id and version of the stream.
"""

from __future__ import annotations

import os
import random
import signal
import sys
import time
from datetime import UTC, datetime
from typing import BinaryIO, NoReturn

from application.projecting.projector import Projector
from application.settings import Settings
from application.store.generations import Generations
from application.store.log import open_log
from application.store.store import Store
from tests.application.projecting.folders import Diary, FolderRegister, observe
from tests.application.sample import Folder

LONGEST_LIFE = 0.03  # seconds after the first acknowledgement: some ten commands
WITHOUT_WORD = 120  # seconds after which a writer that acknowledges nothing is given up, on however busy a machine


class MachineClock:
    def now(self) -> datetime:
        return datetime.now(UTC)  # noqa: TID251  a writer of its own, with a clock of its own


def write(acknowledge: int) -> NoReturn:
    """Record two papers at a time into a new folder, and acknowledge each command."""
    settings = Settings.read(os.environ)
    store = Store(open_log(settings), MachineClock(), settings.zone)
    projector = Projector(store, Generations(settings), (FolderRegister(), Diary()), {Folder: observe})
    projector.open()
    store.saved = projector.catch_up
    with store.command() as unit:
        folder = unit.add(Folder.open("of one writer"))
    while True:
        with store.change(Folder, folder.id) as mine:
            mine.file("first of two")
            mine.file("second of two")
        os.write(acknowledge, f"{folder.id} {mine.version}\n".encode())


def start() -> tuple[int, BinaryIO]:
    """A new writer, and where its acknowledgements come from."""
    ours, theirs = os.pipe()
    process = os.fork()
    if process == 0:
        os.close(ours)
        write(theirs)
    os.close(theirs)
    return process, os.fdopen(ours, "rb")


def kill(process: int, acknowledged: BinaryIO) -> list[str]:
    """End a writer without a warning; the result is what it had acknowledged."""
    os.kill(process, signal.SIGKILL)
    os.waitpid(process, 0)
    with acknowledged:
        return acknowledged.read().decode().splitlines()


def main(how_many: int) -> None:
    """Let one writer live, and kill so many beside it."""
    survivor = start()
    lines = []
    for _ in range(how_many):
        signal.alarm(WITHOUT_WORD)
        victim, acknowledged = start()
        lines.append(acknowledged.readline().decode().strip())
        time.sleep(random.uniform(0, LONGEST_LIFE))  # noqa: S311  no secret
        lines += kill(victim, acknowledged)
    before = survivor[1].readline()  # it waits for nobody who is dead
    lines += [before.decode().strip(), *kill(*survivor)]
    sys.stdout.write("\n".join(lines) + "\n")


if __name__ == "__main__":
    main(int(sys.argv[1]))
