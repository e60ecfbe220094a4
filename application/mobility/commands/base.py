"""What every command on a mobility case does."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from uuid import UUID, uuid4

from application.done import Done
from application.naming import require_named
from application.store.store import Store
from domain.mobility.case import MobilityCase


class Commands:
    """The commands of one chapter.

    Each is the guard of the same name in `domain.mobility`, with the same fields, on the case with an id:

        mobility_cases.accept(case_id, act, expected_version, side="host")

    Beside what the guard raises, every one of them raises `NotFound` where the case, or another record that the command
    names, is not in the register; `Conflict` where the case has another version than the one expected (none: whichever
    it has); `Unavailable` and `OutcomeUnknown` as the store does. Nothing is stored then.

    Args:
        store: of the events.
    """

    def __init__(self, store: Store) -> None:
        self._store = store

    def _begin(self, make: Callable[[UUID], MobilityCase]) -> Done:
        """Run a command that begins a case with a new id."""
        with self._store.command() as unit:
            case = unit.add(make(uuid4()))
            require_named(self._store, case)
        return Done.of(case)

    @contextmanager
    def _change(self, case_id: UUID, expected_version: int | None) -> Iterator[MobilityCase]:
        """Run one command on one case; the other records that it names must exist."""
        with self._store.change(MobilityCase, case_id, expected_version) as case:
            yield case
            require_named(self._store, case)
