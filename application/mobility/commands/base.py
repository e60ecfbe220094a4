"""What every command on a mobility case does."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from uuid import UUID, uuid4

from application.done import Done
from application.mobility.claiming import Claims, place_of
from application.naming import require_named
from application.store.store import Store, Unit
from domain.mobility.case import MobilityCase
from domain.mobility.place_book import place_book_id
from domain.shared.act import Act
from domain.shared.errors import Conflict


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
        self._claims = Claims(store)

    def _begin(self, act: Act, make: Callable[[UUID], MobilityCase], *, counts: bool) -> Done:
        """Run a command that begins a case with a new id; it claims its place, see `Claims.claim` for ``counts``."""

        def change(unit: Unit) -> MobilityCase:
            case = unit.add(make(uuid4()))
            require_named(self._store, case)
            self._claims.claim(unit, act, case, None, counts=counts)
            return case

        return self._until_claimed(change)

    def _claim(
        self, case_id: UUID, act: Act, expected_version: int | None, change: Callable[[MobilityCase], None]
    ) -> Done:
        """Run a command after which a case may take another place than before."""

        def run(unit: Unit) -> MobilityCase:
            case = unit.load(MobilityCase, case_id, expected_version)
            before = place_of(case)
            change(case)
            require_named(self._store, case)
            self._claims.claim(unit, act, case, before, counts=True)
            return case

        return self._until_claimed(run)

    def _until_claimed(self, change: Callable[[Unit], MobilityCase]) -> Done:
        """Run a command; again, if somebody else has claimed a place of the same memorandum in the same instant."""
        case: MobilityCase | None = None
        while True:
            try:
                with self._store.command() as unit:
                    case = change(unit)
                return Done.of(case)
            except Conflict as conflict:
                memorandum_id = case.memorandum_id if case else None
                if memorandum_id is None or conflict.data.get("id") != str(place_book_id(memorandum_id)):
                    raise

    @contextmanager
    def _change(self, case_id: UUID, expected_version: int | None) -> Iterator[MobilityCase]:
        """Run one command on one case; the other records that it names must exist."""
        with self._store.change(MobilityCase, case_id, expected_version) as case:
            yield case
            require_named(self._store, case)
