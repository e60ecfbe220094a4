"""What every command on a memorandum does."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from uuid import UUID, uuid4

from application.adapters.ports import FileStore
from application.done import Begun
from application.memorandum.commands.links import links_of, require_no_circle
from application.memorandum.commands.references import References
from application.naming import require_named
from application.store.store import Store, Unit
from domain.memorandum.memorandum import Memorandum
from domain.memorandum.reference import Reference
from domain.shared.act import Act
from domain.shared.errors import Conflict, Taken


class Commands:
    """The commands of one chapter.

    Each is the guard of the same name in `domain.memorandum`, with the same fields, on the memorandum with an id:

        memorandums.sign(memorandum_id, act, expected_version, edition_id=…, party_id=…, signatory=…, office=…)

    Beside what the guard raises, every one of them raises `NotFound` where the memorandum, or another record that the
    command names, is not in the register; `Conflict` where the memorandum has another version than the one expected
    (none: whichever it has); `Unavailable` and `OutcomeUnknown` as the store does. Nothing is stored then.

    Args:
        store: of the events.
        files: of the documents' bytes.
    """

    def __init__(self, store: Store, files: FileStore) -> None:
        self._store = store
        self._files = files
        self._references = References(store)

    @contextmanager
    def _change(self, memorandum_id: UUID, expected_version: int | None) -> Iterator[Memorandum]:
        """Run one command on one memorandum; the other records that it names must exist, and not lead back to it."""
        with self._store.change(Memorandum, memorandum_id, expected_version) as memorandum:
            links = links_of(memorandum)
            yield memorandum
            require_named(self._store, memorandum)
            if links_of(memorandum) != links:
                require_no_circle(self._store, memorandum)

    def _begin(
        self,
        act: Act,
        reference: str | None,
        make: Callable[[UUID, str], Memorandum],
        answer: Callable[[Unit, UUID], None] = lambda _unit, _id: None,
    ) -> Begun:
        """Run a command that begins a memorandum, stored together with its reference.

        Args:
            act: who begins it.
            reference: the number given by the officer; none: the next one that is free.
            make: makes the memorandum with this id and number.
            answer: changes the records that the memorandum with this id answers.

        Raises:
            Taken: the number is in use, or was; names the memorandum that bears it.
        """
        while True:
            try:
                with self._store.command() as unit:
                    memorandum = make(uuid4(), self._references.free(reference))
                    unit.add(memorandum)
                    unit.add(Reference.issue(act, number=memorandum.reference, memorandum_id=memorandum.id))
                    answer(unit, memorandum.id)
                    require_named(self._store, memorandum, unit)
                return Begun.of(memorandum, reference=memorandum.reference)
            except Taken:
                raise
            except Conflict as conflict:
                # Somebody else was issued this number in the same instant: the next one is tried, and a given one
                # is found taken.
                if not self._references.is_reference(conflict.data["id"]):
                    raise
