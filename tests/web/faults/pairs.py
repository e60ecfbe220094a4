"""What one worker has written, the other shows at once."""

from __future__ import annotations

import threading
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack

from application.bitim import migrate
from application.settings import Settings
from tests.databases import Database
from tests.web.faults.client import Command, get, send
from tests.web.serving import served

WRITERS = 4
EACH = 20  # pairs on one memorandum
SIDES = ("Our university", "Osh State University")


def write_and_read(database: Database, pairs: int) -> list[str]:
    """Write by one of two workers and read by the other, so many times; the result is what was read too late."""
    migrate(Settings.read(database.environ))
    log = database.directory / "workers.log"
    with ExitStack() as services:
        addresses = [services.enter_context(served(database.environ, log))[0] for _ in range(2)]
        office = Office(addresses)
        with ThreadPoolExecutor(WRITERS) as writers:
            rounds = -(-pairs // EACH)
            list(writers.map(office.round, range(rounds), [EACH] * rounds))
    return office.stale


class Office:
    """Writers who each ask the other worker for what they have just written.

    Args:
        addresses: of the two workers.
    """

    def __init__(self, addresses: Sequence[str]) -> None:
        self._addresses = addresses
        self._mutex = threading.Lock()
        self.stale: list[str] = []
        sides = [{"name": name, "kind": "university"} for name in SIDES]
        made = [send(addresses[0], Command("/partners", side, side["name"].replace(" ", "-"))) for side in sides]
        ours, theirs = (answer.body["id"] for answer in made)
        self._draft = {
            "kind": "other",
            "owner": "officer-1",
            "content": {
                "titles": {"en": "Memorandum"},
                "parties": [{"partner_id": ours, "ours": True}, {"partner_id": theirs}],
            },
        }

    def round(self, number: int, pairs: int) -> None:
        """Draft a memorandum, and give it another owner so many times."""
        first, second = self._addresses if number % 2 else reversed(self._addresses)
        drafted = send(first, Command("/memorandums", self._draft, f"draft-{number}"))
        path, etag = f"/memorandums/{drafted.body['id']}", drafted.etag
        for place in range(pairs):
            owner = f"employee-{number}-{place}"
            etag = send(first, Command(f"{path}/assign-owner", {"owner": owner}, owner, etag)).etag
            if place % 2:
                shown = get(second, path)
                fresh = (shown.etag, shown.body["owner"]) == (etag, owner)
            else:
                listed = get(second, f"/memorandums?owner={owner}").body["items"]
                fresh = [row["id"] for row in listed] == [drafted.body["id"]]
            if not fresh:
                with self._mutex:
                    self.stale.append(f"{path} owner={owner}")
