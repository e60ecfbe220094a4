"""Workers killed under load: nothing is stored twice under a key, and nothing that was acknowledged is lost."""

from __future__ import annotations

import itertools
import random
import threading
import time
from collections import Counter
from contextlib import ExitStack
from dataclasses import dataclass, field
from pathlib import Path

from application.bitim import Bitim, migrate
from application.settings import Settings
from domain.partner.events import PartnerAliasAdded, PartnerRegistered
from tests.databases import Database
from tests.web.faults.client import Answer, Command, Unanswered, get, send
from tests.web.serving import served

SENDERS = 4
GIVEN_UP = 0.3  # of the commands that had no answer; the others are sent again
LONGEST_LIFE = 0.3  # seconds that a worker works before it is killed
PARTNER = {"kind": "university", "country": "KG"}


class Workers:
    """Two workers on one database, one of which is killed now and then.

    Args:
        database: whose they are.
    """

    def __init__(self, database: Database) -> None:
        self._database = database
        self._services: list[ExitStack] = []
        self.addresses: list[str] = []
        self.at_work = threading.Event()
        for place in range(2):
            self._services.append(ExitStack())
            self.addresses.append("")
            self._start(place)
        self.at_work.set()

    def _start(self, place: int) -> None:
        log: Path = self._database.directory / "workers.log"
        service = served(self._database.environ, log)
        self.addresses[place], _process = self._services[place].enter_context(service)

    def kill(self, place: int) -> None:
        """End a worker without a warning, and start another in its place; nothing new is sent meanwhile."""
        self.at_work.clear()
        self._services[place].close()
        self._start(place)
        self.at_work.set()

    def close(self) -> None:
        """End both."""
        for service in self._services:
            service.close()


@dataclass
class Record:
    """What one sender has sent, and what came of it."""

    acknowledged: list[tuple[Command, Answer]] = field(default_factory=list)
    given_up: list[Command] = field(default_factory=list)


class Sender(threading.Thread):
    """Registers partners and gives them aliases, each under a key, and sends again what had no answer.

    Args:
        workers: to which it sends.
        number: of the sender.
        stop: ends it.
    """

    def __init__(self, workers: Workers, number: int, stop: threading.Event) -> None:
        super().__init__()
        self._workers, self._number, self._stop_it = workers, number, stop
        self._chance = random.Random(number)  # noqa: S311  no secret
        self.record = Record()

    def run(self) -> None:
        """Send until it is stopped."""
        for count in itertools.count():
            if self._stop_it.is_set():
                return
            name = f"{self._number}-{count}"
            registered = self._carry_out(Command("/partners", {**PARTNER, "name": name}, f"r-{name}"))
            if registered is not None:
                path = f"/partners/{registered.body['id']}/add-alias"
                for alias in (f"{name}-a", f"{name}-b"):
                    etag = self._etag(registered.body["id"])
                    self._carry_out(Command(path, {"alias": alias}, f"a-{alias}", etag))

    def _carry_out(self, command: Command) -> Answer | None:
        self._workers.at_work.wait()
        while True:
            try:
                answer = send(self._chance.choice(self._workers.addresses), command)
            except Unanswered:
                if self._chance.random() < GIVEN_UP:
                    self.record.given_up.append(command)
                    return None
                time.sleep(0.02)
            else:
                self.record.acknowledged.append((command, answer))
                return answer

    def _etag(self, partner_id: str) -> str | None:
        while True:
            try:
                return get(self._chance.choice(self._workers.addresses), f"/partners/{partner_id}").etag
            except Unanswered:
                time.sleep(0.02)


@dataclass(frozen=True)
class Outcome:
    """How it went: workers killed, commands acknowledged, given up, and of these stored all the same."""

    killed: int
    acknowledged: int
    given_up: int
    stored_all_the_same: int

    def __str__(self) -> str:
        return (
            f"{self.killed} workers killed; {self.acknowledged} commands acknowledged, each stored once; "
            f"{self.given_up} given up without an answer, of which {self.stored_all_the_same} stored, each once"
        )


def kill_workers(database: Database, kills: int) -> Outcome:
    """Kill so many workers under load, and hold what is stored against what was acknowledged.

    Raises:
        AssertionError: something was stored twice, or lost, or answered otherwise when it was sent again.
    """
    migrate(Settings.read(database.environ))
    workers, stop = Workers(database), threading.Event()
    senders = [Sender(workers, number, stop) for number in range(SENDERS)]
    try:
        for sender in senders:
            sender.start()
        for number in range(kills):
            time.sleep(random.uniform(0, LONGEST_LIFE))  # noqa: S311  no secret
            workers.kill(number % 2)
        stop.set()
        for sender in senders:
            sender.join()
        return _verdict(database, workers, kills, [sender.record for sender in senders])
    finally:
        stop.set()
        workers.close()


def _verdict(database: Database, workers: Workers, kills: int, records: list[Record]) -> Outcome:
    acknowledged = [one for record in records for one in record.acknowledged]
    given_up = [command for record in records for command in record.given_up]
    stored = _stored(database)
    assert max(stored.values()) == 1, "stored twice"
    lost = [command for command, _ in acknowledged if command.key not in stored]
    assert not lost, lost
    all_the_same = sum(command.key in stored for command in given_up)
    for command, answer in acknowledged:
        assert send(workers.addresses[0], command) == answer
    for command in given_up:
        if command.key in stored:  # what was not may be refused by now: its version is another one
            send(workers.addresses[1], command)
    assert _stored(database) == stored
    return Outcome(kills, len(acknowledged), len(given_up), all_the_same)


def _stored(database: Database) -> Counter[str]:
    """How often each command was stored, by its key, which its name or alias tells."""
    with Bitim.open(database.environ) as bitim:
        found: Counter[str] = Counter()
        for stored in bitim.store.notifications(0, limit=10_000_000):
            event = bitim.store.decode(stored)
            if isinstance(event, PartnerRegistered):
                found[f"r-{event.name}"] += 1
            elif isinstance(event, PartnerAliasAdded):
                found[f"a-{event.alias}"] += 1
    return found
