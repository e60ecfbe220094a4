"""Commands that may be sent more than once, and are carried out once."""

from __future__ import annotations

from collections.abc import Callable

from application.done import Done
from application.errors import KeyReused
from application.store.answers import Answer, Attempt, Key, attempting
from application.store.store import Store
from domain.shared.errors import BitimError


class Repeats:
    """Gives a command that is sent again its first answer.

    The answer is stored in one transaction with what the command recorded, under a key that no other answer can
    have: whatever is killed and whoever is asked, a command is carried out at most once. A refusal is not kept: what
    is refused today may be possible tomorrow.

    Args:
        store: of the events and the answers.
    """

    def __init__(self, store: Store) -> None:
        self._store = store

    def once(self, attempt: Attempt, command: Callable[[], Done]) -> Done | Answer:
        """Carry out a command, unless it was carried out before; then the result is the answer it had.

        Args:
            attempt: the key under which it was sent, and what it is about.
            command: a use case; it opens one command of the store.

        Raises:
            KeyReused: something else was asked for under this key.
            KeyInFlight: what was sent under it is still being carried out, by whichever process.
            BitimError: the command refuses.
        """
        with self._store.log.flights.alone(attempt.key):
            first = self._first_answer(attempt.key)
            if first is not None:
                return first
            try:
                with attempting(attempt):
                    return command()
            except BitimError:
                # Another may have been faster all the same, if the lock of one was lost with its connection: then
                # what it recorded is why this one is refused.
                first = self._first_answer(attempt.key)
                if first is None:
                    raise
                return first

    def _first_answer(self, key: Key) -> Answer | None:
        first = self._store.answered(key)
        if first is not None and first.key != key:
            raise KeyReused(key=key.text)
        return first
