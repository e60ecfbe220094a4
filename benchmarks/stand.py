"""What measurements stand on: installations on both databases that hold the office's log."""

from __future__ import annotations

import itertools
import shutil
import time
from collections.abc import Iterator
from contextlib import ExitStack, closing, contextmanager
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any, Self
from urllib.parse import urlsplit

import psycopg
from psycopg import sql

from application.bitim import Bitim
from application.settings import Settings
from application.store.log import open_log
from application.store.sqlite import SQLiteLog
from application.store.store import Store
from benchmarks.office.life import LAST
from benchmarks.office.log import CACHE, append_all, kept, stored
from tests import postgres

KINDS = ("sqlite", "postgresql")
OFFICE = "office-"
"""How the databases begin that are gone when the run ends."""
_SYNCHRONOUS = ("OFF", "NORMAL", "FULL", "EXTRA")
_SERVER_FACTS = ("server_version", "fsync", "synchronous_commit", "full_page_writes", "shared_buffers")


class AfterTheLog:
    """A clock that goes on where the office's log ends, so that answers do not depend on the day of measuring."""

    def __init__(self) -> None:
        self._began = time.monotonic()

    def now(self) -> datetime:
        """This instant, in UTC."""
        return LAST + timedelta(hours=12, seconds=time.monotonic() - self._began)


@dataclass(frozen=True)
class Installation:
    """An installation that holds the log of so many memorandums, and no read models yet."""

    kind: str
    count: int
    environ: dict[str, str]

    @property
    def settings(self) -> Settings:
        """Its settings."""
        return Settings.read(self.environ)

    @contextmanager
    def store(self) -> Iterator[Store]:
        """Its events alone; nothing is shown of them."""
        with closing(open_log(self.settings)) as log:
            log.check()
            yield Store(log, AfterTheLog(), self.settings.zone)

    @contextmanager
    def opened(self) -> Iterator[Bitim]:
        """The installation at work; the first time its read models are filled."""
        with Bitim(self.settings, AfterTheLog()) as bitim:
            yield bitim


class Stand:
    """Makes installations, and takes them away at the end, but for those that are filled (see `filled`).

    The PostgreSQL server is one of our own, with its usual settings: it waits for the disk. It keeps the logs that it
    was given, and the filled installations, from run to run.
    """

    def __init__(self) -> None:
        self._stack = ExitStack()
        self._numbers = itertools.count()
        self._work = CACHE / "work"
        self._address = ""

    def __enter__(self) -> Self:
        shutil.rmtree(self._work, ignore_errors=True)
        self._work.mkdir(parents=True)
        self._stack.callback(shutil.rmtree, self._work, ignore_errors=True)
        self._address = self._stack.enter_context(postgres.server(kept=CACHE / "postgresql"))
        self._admin = self._stack.enter_context(psycopg.connect(self._address, autocommit=True))
        self._drop(f"{OFFICE}%")  # of a run that was cut off
        self._stack.callback(self._drop, f"{OFFICE}%")
        return self

    def __exit__(self, *_: object) -> None:
        self._stack.close()

    @property
    def folder(self) -> Path:
        """Where SQLite's files lie."""
        return self._work

    def durability(self) -> dict[str, Any]:
        """What the databases promise when they say that something is stored, as they tell it themselves."""
        server = {name: self._admin.execute(f"SHOW {name}").fetchone()[0] for name in _SERVER_FACTS}  # type: ignore[index]  # one row
        with closing(SQLiteLog.open(self._work / "asked", 1)) as log, log.datastore.transaction(commit=False) as cursor:
            sqlite: dict[str, Any] = {}
            for name in ("journal_mode", "synchronous"):
                cursor.execute(f"PRAGMA {name}")
                sqlite[name] = cursor.fetchone()[0]
        sqlite["synchronous"] = _SYNCHRONOUS[sqlite["synchronous"]]
        return {"sqlite": sqlite, "postgresql": server}

    def installations(self, count: int) -> list[Installation]:
        """A fresh installation of each kind with the log of so many memorandums."""
        return [self.sqlite(count), self.postgresql(count)]

    def filled(self, count: int) -> list[Installation]:
        """An installation of each kind for whoever changes nothing: it stays, so that it need not be filled again.

        One of an older log is made anew; one of older read models fills these when it is opened, as ever.
        """
        return [self._filled_sqlite(count), self._filled_postgresql(count)]

    def empty(self, kind: str) -> Installation:
        """An installation without a log; whoever asks for it makes his own."""
        if kind == "sqlite":
            folder = self._work / f"sqlite-{next(self._numbers)}"
            folder.mkdir()
            return Installation(kind, 0, self._sqlite_environ(folder))
        return Installation(kind, 0, self._postgresql_environ(self._create("template0")))

    def sqlite(self, count: int) -> Installation:
        """An installation in a folder of its own."""
        folder = self._work / f"sqlite-{next(self._numbers)}"
        shutil.copytree(kept(count), folder)
        return Installation("sqlite", count, self._sqlite_environ(folder))

    def postgresql(self, count: int) -> Installation:
        """An installation in a database of its own."""
        name = self._create(self._with_log(count))
        self._admin.execute("CHECKPOINT")
        return Installation("postgresql", count, self._postgresql_environ(name))

    def _filled_sqlite(self, count: int) -> Installation:
        log = kept(count)
        folder = CACHE / f"filled-{log.name}"
        if not folder.exists():
            for old in CACHE.glob(f"filled-{count}-*"):
                shutil.rmtree(old)
            making = self._work / folder.name
            shutil.copytree(log, making)
            making.rename(folder)  # whole, or not at all
        return Installation("sqlite", count, self._sqlite_environ(folder))

    def _filled_postgresql(self, count: int) -> Installation:
        name = f"filled-{kept(count).name}"
        if not self._databases(name):
            template = self._with_log(count)
            self._drop(f"filled-{count}-%")
            self._create(template, name)
        return Installation("postgresql", count, self._postgresql_environ(name))

    def _with_log(self, count: int) -> str:
        """The database that holds the log of so many memorandums and nothing else; it is made, if it is missing."""
        name = f"log-{kept(count).name}"
        if not self._databases(name):
            self._drop(f"log-{count}-%")
            making = self._create("template0")
            with closing(open_log(Settings.read(self._postgresql_environ(making)))) as log:
                log.migrate()
                log.check()
                append_all(log, stored(count))
            with psycopg.connect(self._address_of(making), autocommit=True) as connection:
                connection.execute("VACUUM ANALYZE")
            rename = sql.SQL("ALTER DATABASE {} RENAME TO {}")
            self._admin.execute(rename.format(sql.Identifier(making), sql.Identifier(name)))
        return name

    def _databases(self, pattern: str) -> list[str]:
        found = self._admin.execute("SELECT datname FROM pg_database WHERE datname LIKE %s", [pattern])
        return [name for (name,) in found]

    def _create(self, template: str, name: str = "") -> str:
        name = name or f"{OFFICE}{next(self._numbers)}"
        create = sql.SQL("CREATE DATABASE {} TEMPLATE {} STRATEGY file_copy")
        self._admin.execute(create.format(sql.Identifier(name), sql.Identifier(template)))
        return name

    def _drop(self, pattern: str) -> None:
        for name in self._databases(pattern):
            self._admin.execute(sql.SQL("DROP DATABASE {} WITH (FORCE)").format(sql.Identifier(name)))

    def _address_of(self, database: str) -> str:
        return urlsplit(self._address)._replace(path=f"/{database}").geturl()

    def _sqlite_environ(self, folder: Path) -> dict[str, str]:
        return {"BITIM_DATABASE": f"sqlite:///{folder}"}

    def _postgresql_environ(self, database: str) -> dict[str, str]:
        documents = self._work / f"documents-{database}"
        return {"BITIM_DATABASE": self._address_of(database), "BITIM_DOCUMENTS": str(documents)}
