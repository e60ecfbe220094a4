"""What is remembered of a register while its rows are taken: the file itself, and what became of each row."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any
from uuid import UUID

from application.adapters.ports import FileStore
from application.exchange.importing.changes import Change
from application.exchange.importing.entries import Entry
from application.exchange.importing.mapping import SheetMapping
from application.exchange.importing.plan import place
from application.exchange.importing.questions import fields_of, printable, question_of_row, questions_of
from application.exchange.importing.report import place_of
from application.exchange.importing.rows import NotStored, Taken
from application.store.store import Store, Unit
from domain.imported_file.imported_file import ImportedFile, Place, Said, imported_file_id
from domain.shared.act import Act, Source
from domain.shared.errors import NotFound
from domain.shared.moment import raise_after

_LONGEST_PASSAGE = 2000


@dataclass(frozen=True, slots=True)
class File:
    """The edition that is being taken.

    Args:
        name: of the register.
        filename: as it is called this time.
        content: its bytes, of which ``sha256`` is the digest.
        how: how it is read.
        carried: rows whose memorandums are known from the edition before, by their places in this one.
    """

    name: str
    filename: str
    content: bytes
    sha256: str
    how: dict[str, Any]
    mapping: Mapping[str, SheetMapping]
    carried: Mapping[Place, str]


class Memory:
    """Remembers rows together with what they make, so that none is taken twice however often an import is broken off.

    Args:
        store, files: where.
        actor: who takes the file.
        today: the day on which it is taken.
        file: what is taken.
        rehearsal: whether nothing is to be stored.
    """

    def __init__(self, store: Store, files: FileStore, *, actor: str, today: str, file: File, rehearsal: bool) -> None:
        self._store, self._files = store, files
        self._actor, self._today, self._file, self._rehearsal = actor, today, file, rehearsal
        self._taking: ImportedFile | None = None
        self.stored = False

    def act(self, entry: Entry) -> Act:
        """The act of entering a row, with its cells as the source; those that nothing uses stay in the kept file."""
        passage = f"{place_of(entry.sheet, entry.row)}: {self._cells(entry)}"[:_LONGEST_PASSAGE]
        source = Source(self._file.filename, printable(passage), self._file.sha256)
        return Act(self._actor, occurred_on=self._today, source=source)

    def _cells(self, entry: Entry) -> str:
        """The cells of a row that something is read from."""
        used = {one.heading for one in self._file.mapping[entry.sheet].columns if one.field}
        return "; ".join(f"{label}: {cell}" for label, cell in entry.cells.items() if label in used)

    def taken(self, entry: Entry) -> Taken:
        """Remembers a row in the command that takes it; a rehearsal ends there."""
        tries = 0

        def remember(unit: Unit, memorandum_id: UUID, changes: Sequence[Change] = ()) -> None:
            nonlocal tries
            if self._rehearsal:
                raise NotStored
            if tries:
                self.forget()  # the command is tried again: what it stood upon was not stored
            tries += 1
            self._remember(unit, entry, memorandum_id, questions_of(entry, changes), changes)

        return remember

    def left(self, entry: Entry, reason: str, data: Mapping[str, Any]) -> None:
        """Remember that a row as a whole was left to a person, if it was not left before for the same reason."""
        if not self._rehearsal:
            with self._store.command() as unit:
                self._remember(unit, entry, None, [question_of_row(self._cells(entry), reason, data)], ())

    def _remember(
        self,
        unit: Unit,
        entry: Entry,
        memorandum_id: UUID | None,
        questions: Sequence[Said],
        changes: Sequence[Change],
    ) -> None:
        is_taken = memorandum_id is not None and not (changes and all(change.decide for change in changes))
        if not is_taken and self._known and not self._known.news(memorandum_id, questions):
            return
        taking, act = self._opened(), self.act(entry)
        raise_after(taking.modified_on)
        if is_taken and memorandum_id is not None:
            taking.take_row(act, place=place(entry), memorandum_id=memorandum_id)
        taking.ask(
            act,
            place=place(entry),
            memorandum_id=memorandum_id,
            questions=questions,
            instead_of=fields_of(changes),
        )
        unit.add(taking)
        self.stored = True

    @property
    def version(self) -> int:
        """Of the record of the register; 0, if there is none."""
        return self._known.version if self._known else 0

    def forget(self) -> None:
        """Read anew what is remembered: a command that was to change it has not been stored."""
        self._taking = None
        self.__dict__.pop("_known", None)

    @cached_property
    def _known(self) -> ImportedFile | None:
        """The register as it was remembered before this edition."""
        if self._taking is not None:
            return self._taking
        try:
            return self._store.get(ImportedFile, imported_file_id(self._file.name))
        except NotFound:
            return None

    def _opened(self) -> ImportedFile:
        if self._taking is None:
            file = self._file
            act = Act(self._actor, occurred_on=self._today)
            self._taking = self._known = self._known or ImportedFile.begin(act, name=file.name)
            self._files.put(file.content)
            raise_after(self._taking.modified_on)
            self._taking.take_edition(
                act, sha256=file.sha256, filename=file.filename, mapping=file.how, rows=file.carried.items()
            )
        return self._taking
