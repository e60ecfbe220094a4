"""A fresh database for a test, of either kind, and the count of tests that ran on each."""

import uuid
from collections import Counter
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Literal, get_args
from urllib.parse import urlsplit

import psycopg
import pytest
from psycopg import sql

from tests import postgres

Kind = Literal["sqlite", "postgresql"]
KINDS: tuple[Kind, ...] = get_args(Kind)


@dataclass(frozen=True)
class Database:
    """A database that no other test sees.

    `url` is what BITIM_DATABASE takes; `directory` is an empty folder for SQLite's files and the documents.
    """

    kind: Kind
    url: str
    directory: Path

    @property
    def environ(self) -> dict[str, str]:
        """The settings with which Bitim opens this database."""
        return {"BITIM_DATABASE": self.url, "BITIM_DOCUMENTS": str(self.directory / "documents")}


def sqlite_database(directory: Path) -> Database:
    """A folder in which SQLite's files will be made."""
    return Database("sqlite", f"sqlite:///{directory}", directory)


@contextmanager
def postgresql_database(admin: psycopg.Connection, address: str, directory: Path) -> Iterator[Database]:
    """A database of its own on the running server, dropped afterwards whoever is still connected.

    A schema would be cheaper, but advisory locks belong to a database: tests side by side would wait for
    each other.
    """
    name = f"bitim_test_{uuid.uuid4().hex}"
    # file_copy: 10 ms where the default, wal_log, takes 14 (PostgreSQL 18, in memory), and less WAL
    create = "CREATE DATABASE {} TEMPLATE template0 STRATEGY file_copy"
    admin.execute(sql.SQL(create).format(sql.Identifier(name)))
    try:
        yield Database("postgresql", urlsplit(address)._replace(path=f"/{name}").geturl(), directory)
    finally:
        admin.execute(sql.SQL("DROP DATABASE {} WITH (FORCE)").format(sql.Identifier(name)))


@contextmanager
def a_database(kind: Kind) -> Iterator[Database]:
    """A fresh database of this kind for a program, on a server that waits for the disk."""
    with ExitStack() as stack:
        folder = Path(stack.enter_context(TemporaryDirectory()))
        if kind == "sqlite":
            yield sqlite_database(folder)
            return
        address = stack.enter_context(postgres.server(durable=True))
        admin = stack.enter_context(psycopg.connect(address, autocommit=True))
        yield stack.enter_context(postgresql_database(admin, address, folder))


class Tally:
    """Counts the tests that ran on each kind of database, and fails a run in which the numbers differ."""

    def __init__(self, config: pytest.Config) -> None:
        """Count for the run of this configuration; a run that chose among the tests may be uneven."""
        self.chosen = bool(config.option.keyword or config.option.markexpr or "::" in "".join(config.args))
        self.ran: Counter[str] = Counter()
        self.left_out: Counter[str] = Counter()

    def pytest_runtest_logreport(self, report: pytest.TestReport) -> None:
        """Count a test by the kinds of database that it opened."""
        kinds = {str(value) for name, value in report.user_properties if name == "database"}
        if report.when == "call":
            self.ran.update(kinds)
        elif report.skipped:
            self.left_out.update(kinds)

    @property
    def uneven(self) -> bool:
        """Whether one database was tested less than the other, though nobody asked for that."""
        return not self.chosen and not self.left_out and len({self.ran[kind] for kind in KINDS}) > 1

    def pytest_sessionfinish(self, session: pytest.Session) -> None:
        """Fail the run, if it was uneven."""
        if self.uneven:
            session.exitstatus = pytest.ExitCode.TESTS_FAILED

    def pytest_terminal_summary(self, terminalreporter: pytest.TerminalReporter) -> None:
        """Say how many tests ran on each database."""
        if not self.ran:
            return
        sqlite, postgresql = (self.ran[kind] for kind in KINDS)
        verdict = ": they must be equal" if self.uneven else ""
        line = f"store, projector and read models: {sqlite} tests on SQLite, {postgresql} on PostgreSQL{verdict}"
        terminalreporter.write_line(line, red=self.uneven)
