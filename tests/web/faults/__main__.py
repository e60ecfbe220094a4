"""Kill many workers under load, and write and read many times, on both databases.

python -m tests.web.faults [--kills 60] [--pairs 10000] [--database sqlite]
"""

from __future__ import annotations

import argparse
import sys
import time

from tests.databases import KINDS, a_database
from tests.web.faults.kills import kill_workers
from tests.web.faults.pairs import write_and_read


def main() -> int:
    """Say how it went; the exit code is 1 if something was read too late."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--kills", type=int, default=60)
    parser.add_argument("--pairs", type=int, default=10_000)
    parser.add_argument("--database", choices=KINDS, help="both, if not given")
    asked = parser.parse_args()
    stale: list[str] = []
    for kind in [asked.database] if asked.database else KINDS:
        with a_database(kind) as database:
            say(f"{kind}: {kill_workers(database, asked.kills)}")
        with a_database(kind) as database:
            began = time.monotonic()
            found = write_and_read(database, asked.pairs)
            took = time.monotonic() - began
            say(f"{kind}: {asked.pairs} pairs of writing and reading in {took:.0f} s, {len(found)} read too late")
            if found:
                log = database.directory / "workers.log"
                say("\n".join([*found, "What the workers said:", log.read_text("utf-8")]))
            stale += found
    return int(bool(stale))


def say(line: str) -> None:
    """Tell a person."""
    sys.stdout.write(f"{line}\n")
    sys.stdout.flush()


if __name__ == "__main__":
    sys.exit(main())
