"""A process whose memory is measured: does its work, then tells the most megabytes that it ever held."""

import os
import sys
from datetime import timedelta
from pathlib import Path
from random import Random
from uuid import UUID

from application.bitim import Bitim
from application.settings import Settings
from benchmarks.office.life import BEGAN, LAST
from benchmarks.registers.files import registers
from benchmarks.registers.judging import taken
from benchmarks.stand import AfterTheLog
from domain.memorandum.memorandum import Memorandum

QUESTIONS = 500
REGISTER_SIZE = 2000


def fill(bitim: Bitim) -> None:
    """Rebuild all read models."""
    bitim.projector.rebuild()


def serve(bitim: Bitim) -> None:
    """Answer questions as a service does."""
    random = Random("questions")
    bitim.start_workers()
    for _ in range(QUESTIONS):
        day, known = (BEGAN + random.random() * (LAST - BEGAN) for _ in range(2))
        page = bitim.register.list(as_of=day.date(), known_at=known + timedelta(days=1))
        if page["items"]:
            bitim.store.get(Memorandum, UUID(random.choice(page["items"])["id"]))


def take(bitim: Bitim) -> None:
    """Take a register in."""
    taken(bitim, registers(REGISTER_SIZE)[0])


def most_megabytes() -> float:
    """The most that this process ever held, as Linux tells it."""
    for line in Path("/proc/self/status").read_text(encoding="ascii").splitlines():
        if line.startswith("VmHWM:"):
            return int(line.split()[1]) / 1024
    raise OSError("this system does not tell how much memory a process held")


if __name__ == "__main__":
    settings = Settings.read({name: value for name, value in os.environ.items() if name.startswith("BITIM_")})
    with Bitim(settings, AfterTheLog()) as opened:
        {"fill": fill, "serve": serve, "take": take}[sys.argv[1]](opened)
        print(round(most_megabytes(), 1))
