"""The table of answers beside the log, in the words of either database."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Self
from uuid import UUID

from application.store.answers import Answer, Key
from application.store.columns import EPOCH, MICROSECOND

_MAKE = """
CREATE TABLE IF NOT EXISTS {table} (
    account TEXT NOT NULL,
    key TEXT NOT NULL,
    fingerprint TEXT NOT NULL,
    status INTEGER NOT NULL,
    id TEXT NOT NULL,
    version INTEGER NOT NULL,
    recorded_at BIGINT NOT NULL,
    PRIMARY KEY (account, key)
)"""
_INDEX = "CREATE INDEX IF NOT EXISTS answers_by_age ON {table} (recorded_at)"
_FORGET = "DELETE FROM {table} WHERE recorded_at < {mark}"
_INSERT = """
INSERT INTO {table} (account, key, fingerprint, status, id, version, recorded_at)
VALUES ({mark}, {mark}, {mark}, {mark}, {mark}, {mark}, {mark})"""
_FIND = "SELECT * FROM {table} WHERE account = {mark} AND key = {mark} AND recorded_at >= {mark}"


@dataclass(frozen=True, slots=True)
class AnswersTable:
    """Statements on the table; instants are kept as microseconds since 1970.

    Args:
        make: for a database that does not have it.
        forget: the answers of long ago; takes an instant.
        insert: one answer; takes what `row` gives.
        find: one answer; takes account, key and the oldest instant that is remembered.
    """

    make: tuple[str, str]
    forget: str
    insert: str
    find: str

    @classmethod
    def of(cls, table: str, mark: str) -> Self:
        """The statements for a table of this name, with marks for parameters as the driver reads them."""
        make, index, forget, insert, find = (
            statement.format(table=table, mark=mark) for statement in (_MAKE, _INDEX, _FORGET, _INSERT, _FIND)
        )
        return cls((make, index), forget, insert, find)


def row(answer: Answer) -> tuple[Any, ...]:
    """An answer as the table keeps it."""
    return (
        answer.key.account,
        answer.key.text,
        answer.key.fingerprint,
        answer.status,
        str(answer.id),
        answer.version,
        microseconds(answer.recorded_at),
    )


def from_row(found: Mapping[str, Any] | None) -> Answer | None:
    """The answer that the table keeps; none, if it has none."""
    if found is None:
        return None
    return Answer(
        Key(found["account"], found["key"], found["fingerprint"]),
        found["status"],
        UUID(found["id"]),
        found["version"],
        EPOCH + found["recorded_at"] * MICROSECOND,
    )


def microseconds(instant: datetime) -> int:
    """An instant as the table keeps it."""
    return (instant - EPOCH) // MICROSECOND
