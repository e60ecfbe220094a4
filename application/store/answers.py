"""Answers kept under the keys that come with commands: sent again, a command is not carried out again."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import UUID

from domain.shared.event import Aggregate

KEPT = timedelta(hours=72)
"""How long an answer is remembered: over a long weekend's outage of whoever sends the commands."""


@dataclass(frozen=True, slots=True)
class Key:
    """What a sender calls one command, however often it is sent.

    Args:
        account: who sends it; another's keys are other keys.
        text: the sender's own choice.
        fingerprint: SHA-256 of all that is asked for: the same key cannot ask for something else.
    """

    account: str
    text: str
    fingerprint: str


@dataclass(frozen=True, slots=True)
class Answer:
    """What was answered to a command that was carried out, whether or not it changed anything.

    Args:
        key: under which it was sent.
        status: what the sender was told, as a number of the sender's protocol.
        id: the record that the command was about.
        version: that it had afterwards.
        recorded_at: when (UTC).
    """

    key: Key
    status: int
    id: UUID
    version: int
    recorded_at: datetime

    @property
    def forgets_before(self) -> datetime:
        """Answers older than this are no longer remembered when this one is stored."""
        return self.recorded_at - KEPT


@dataclass(frozen=True, slots=True)
class Attempt:
    """A command sent under a key, about to be carried out.

    Args:
        key: under which it was sent.
        status: what will be answered if it is carried out.
        subject: the record that the answer names: its id, or the kind of the one that is about to be made.
    """

    key: Key
    status: int
    subject: UUID | type[Aggregate]

    def answer(self, aggregates: Collection[Aggregate], recorded_at: datetime) -> Answer:
        """The answer, once the command has changed what it was to change.

        Raises:
            LookupError: the command was not about this subject.
        """
        for aggregate in aggregates:
            if aggregate.id == self.subject or type(aggregate) is self.subject:
                return Answer(self.key, self.status, aggregate.id, aggregate.version, recorded_at)
        raise LookupError(f"the command has not touched {self.subject}")


_attempt: ContextVar[Attempt | None] = ContextVar("attempt", default=None)


def current_attempt() -> Attempt | None:
    """The attempt inside which a command runs; none, if it was sent without a key."""
    return _attempt.get()


@contextmanager
def attempting(attempt: Attempt) -> Iterator[None]:
    """Have the answer of the one command inside stored under its key, together with its events."""
    token = _attempt.set(attempt)
    try:
        yield
    finally:
        _attempt.reset(token)
