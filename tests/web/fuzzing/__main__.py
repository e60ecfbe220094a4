"""Send many cases, others than in the tests, and tell how they were answered.

python -m tests.web.fuzzing [--cases 10000] [--seed 2] [--database sqlite]
"""

from __future__ import annotations

import argparse
import sys
import tempfile
from pathlib import Path

from application.bitim import migrate
from application.settings import Settings
from tests.databases import KINDS, a_database
from tests.web.fuzzing.walking import Walker
from tests.web.serving import served


def main() -> int:
    """Tell the statuses; the exit code is 1 if something was answered otherwise than described."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--cases", type=int, default=10_000)
    parser.add_argument("--seed", type=int, default=2)
    parser.add_argument("--database", choices=KINDS, default="sqlite")
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder, a_database(asked.database) as database:
        migrate(Settings.read(database.environ))
        log = Path(folder) / "log"
        with served(database.environ, log) as (address, _process):
            walker = Walker(address, asked.seed)
            walker.walk(asked.cases)
        said = log.read_text()
    failures = "".join(f"\n{name}: {failure}\n" for name, failure in walker.failures.items())
    never = "".join(f"\nnever done: {name}" for name in sorted(walker.never_done()))
    sys.stdout.write(f"{walker.table()}{never}{failures}\n{said}")
    return int(bool(failures))


if __name__ == "__main__":
    sys.exit(main())
