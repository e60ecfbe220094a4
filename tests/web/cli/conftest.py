"""A desk with the command line, on a fresh database."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from contextlib import nullcontext
from dataclasses import dataclass
from typing import Any

import pytest
from click.testing import CliRunner, Result

from application.bitim import Bitim
from domain.shared.event import Aggregate, Event
from tests import given
from tests.application.office import act, keep, open_bitim, the_partners_of_the_tests
from tests.application.sample import Hands
from tests.databases import Database
from web.cli import main
from web.cli.office import Office

PERPETUAL = {"kind": "perpetual"}


@dataclass
class Desk:
    """The command line, on a database that holds the partners of the tests and a framework agreement, MOU-2026-0099."""

    database: Database
    bitim: Bitim
    clock: Hands

    def given(self, *states: Callable[[], Aggregate]) -> None:
        if states:
            keep(self.bitim, *states)

    def type(self, *typed: str, stdin: str | None = None) -> Result:
        """What is answered to `bitim` with these words; what nobody foresaw is raised."""
        office = Office(self.database.environ, lambda _environ: nullcontext(self.bitim))
        result = CliRunner().invoke(main, typed, obj=office, input=stdin)
        if result.exception is not None and not isinstance(result.exception, SystemExit):
            raise result.exception
        return result

    def ask(self, *typed: str) -> Any:
        """The answer in JSON."""
        result = self.type(*typed, "--json")
        assert result.exit_code == 0, result.stderr
        return json.loads(result.stdout)

    def recorded_after(self, position: int) -> list[Event]:
        return [self.bitim.store.decode(stored) for stored in self.bitim.store.notifications(position, 1000)]


@pytest.fixture
def desk(database: Database, monkeypatch: pytest.MonkeyPatch) -> Iterator[Desk]:
    monkeypatch.setenv("LOGNAME", given.OFFICER)
    clock = Hands(given.NOW)
    with open_bitim(database, clock) as bitim:
        the_partners_of_the_tests(bitim)
        edition = given.an_edition_from_paper(term=PERPETUAL)
        entry = {"reference": "MOU-2026-0099", "kind": "framework_agreement", "owner": "employee-7"}
        bitim.memorandums.register(act(source=given.SCAN), editions=[edition], **entry)
        yield Desk(database, bitim, clock)
