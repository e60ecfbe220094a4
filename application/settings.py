"""What an institution decides about its installation: environment variables, read once.

Every variable is described in `docs/settings.md`. A wrong, missing, unknown or unsafe one is refused by name
before anything is opened.
"""

from __future__ import annotations

import difflib
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

from application.errors import SettingRefused

LANGUAGES = ("en", "uz", "ru")
SHORTEST_LOCK_TIMEOUT = 15  # seconds; below it a checkpoint or a backup on a slow disk turns commands away
UNSAFE = {
    "POSTGRES_ENABLE_DB_FUNCTIONS": "nothing: such functions append without the table's lock, "
    "and readers of the log then miss events",
}


@dataclass(frozen=True, slots=True)
class SQLite:
    """A folder that holds everything, on a disk of this machine."""

    folder: Path


@dataclass(frozen=True, slots=True)
class PostgreSQL:
    """The address of a database on a PostgreSQL server, as libpq reads it; may hold a password."""

    address: str = field(repr=False)


@dataclass(frozen=True, slots=True)
class Settings:
    """The decisions, checked.

    Args:
        database: where the events are kept.
        documents: the folder of the documents' bytes.
        document_limit: the most bytes that one document may have.
        zone: the time zone in which the institution counts its days.
        language: in which Bitim speaks to somebody who has not chosen one (BCP 47).
        lock_timeout: seconds that a command waits for its turn to write.
    """

    database: SQLite | PostgreSQL
    documents: Path
    document_limit: int
    zone: ZoneInfo
    language: str
    lock_timeout: int

    @classmethod
    def read(cls, environ: Mapping[str, str]) -> Settings:
        """The settings that these environment variables make; those that belong to others are passed over.

        Raises:
            SettingRefused: one is wrong, missing, unknown or unsafe; it says what would be accepted.
        """
        _refuse_unknown(environ)
        _refuse_unsafe(environ)
        values = {name: _read(name, setting, environ) for name, setting in SETTINGS.items()}
        return cls(
            database=values["BITIM_DATABASE"],
            documents=values["BITIM_DOCUMENTS"] or _documents_beside(values["BITIM_DATABASE"]),
            document_limit=values["BITIM_DOCUMENT_LIMIT"] * 1_000_000,
            zone=values["BITIM_ZONE"],
            language=values["BITIM_LANGUAGE"],
            lock_timeout=values["BITIM_LOCK_TIMEOUT"],
        )


def _database(text: str) -> SQLite | PostgreSQL:
    kind, _, rest = text.partition("://")
    if kind == "sqlite":
        folder = Path(rest.removeprefix("/"))
        if not rest.startswith("/") or rest == "/" or set(rest) & set("?#\0") or folder.is_file():
            raise ValueError
        return SQLite(folder.resolve())
    if kind == "postgresql" and not _forgets_commits(text):
        return PostgreSQL(text)
    raise ValueError


def _forgets_commits(address: str) -> bool:
    """Whether the address itself asks the server to acknowledge what a crash may lose."""
    from psycopg import ProgrammingError  # noqa: PLC0415  who keeps everything on SQLite starts without it
    from psycopg.conninfo import conninfo_to_dict  # noqa: PLC0415  as above

    try:
        options = str(conninfo_to_dict(address).get("options") or "")
    except ProgrammingError:
        raise ValueError from None
    return "synchronous_commit" in options or "fsync" in options


def _folder(text: str) -> Path:
    if "\0" in text or Path(text).is_file():
        raise ValueError
    return Path(text).resolve()


def _language(text: str) -> str:
    return LANGUAGES[LANGUAGES.index(text)]


def _between(low: int, high: int) -> Callable[[str], int]:
    def number(text: str) -> int:
        if not text.isascii() or not text.isdigit() or not low <= int(text) <= high:
            raise ValueError
        return int(text)

    return number


@dataclass(frozen=True, slots=True)
class Setting:
    """How one variable is read; the default is None where it must be set, empty where another supplies it."""

    parse: Callable[[str], Any]
    accepts: str
    default: str | None = None


SETTINGS: dict[str, Setting] = {
    "BITIM_DATABASE": Setting(
        _database,
        "sqlite:///FOLDER, or postgresql://USER@HOST/DATABASE without options that weaken commits",
    ),
    "BITIM_DOCUMENTS": Setting(_folder, "a folder; it must be named if the database is PostgreSQL", default=""),
    "BITIM_DOCUMENT_LIMIT": Setting(_between(1, 2000), "megabytes, from 1 to 2000", default="50"),
    "BITIM_ZONE": Setting(ZoneInfo, "a time zone of the IANA database, such as Asia/Tashkent", default="Asia/Tashkent"),
    "BITIM_LANGUAGE": Setting(_language, f"one of {', '.join(LANGUAGES)}", default="en"),
    "BITIM_LOCK_TIMEOUT": Setting(
        _between(SHORTEST_LOCK_TIMEOUT, 600), f"seconds, from {SHORTEST_LOCK_TIMEOUT} to 600", default="30"
    ),
}


def _read(name: str, setting: Setting, environ: Mapping[str, str]) -> Any:
    text = environ.get(name, "").strip() or setting.default
    if text == "":
        return None
    try:
        return setting.parse(text)  # type: ignore[arg-type]  # None, for a missing one, is refused like any other
    except (ValueError, TypeError, AttributeError, OSError, LookupError):
        raise SettingRefused(name, setting.accepts) from None


def _documents_beside(database: SQLite | PostgreSQL) -> Path:
    if isinstance(database, PostgreSQL):
        raise SettingRefused("BITIM_DOCUMENTS", SETTINGS["BITIM_DOCUMENTS"].accepts)
    return database.folder / "documents"


def _refuse_unknown(environ: Mapping[str, str]) -> None:
    for name in environ:
        if name.startswith("BITIM_") and name not in SETTINGS:
            near = difflib.get_close_matches(name, SETTINGS, n=1) or list(SETTINGS)
            raise SettingRefused(name, ", ".join(near))


def _refuse_unsafe(environ: Mapping[str, str]) -> None:
    for name, accepts in UNSAFE.items():
        if environ.get(name, "").strip():
            raise SettingRefused(name, accepts)
