"""What is remembered of a register while its rows are taken: the file itself, and what became of each row."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from application.adapters.ports import FileStore
from application.exchange.importing.entries import Entry
from application.exchange.importing.mapping import SheetMapping
from application.exchange.importing.plan import place
from application.exchange.importing.report import place_of
from application.exchange.importing.rows import NotStored, Taken
from application.store.store import Store, Unit
from domain.imported_file.imported_file import ImportedFile, Place, imported_file_id
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
        used = {one.heading for one in self._file.mapping[entry.sheet].columns if one.field}
        cells = "; ".join(f"{label}: {cell}" for label, cell in entry.cells.items() if label in used)
        source = Source(
            self._file.filename,
            _printable(f"{place_of(entry.sheet, entry.row)}: {cells}")[:_LONGEST_PASSAGE],
            self._file.sha256,
        )
        return Act(self._actor, occurred_on=self._today, source=source)

    def taken(self, entry: Entry) -> Taken:
        """Remembers a row in the command that takes it; a rehearsal ends there."""
        tries = 0

        def remember(unit: Unit, memorandum_id: UUID) -> None:
            nonlocal tries
            if self._rehearsal:
                raise NotStored
            if tries:
                self.forget()  # the command is tried again: what it stood upon was not stored
            tries += 1
            taking = self._opened()
            raise_after(taking.modified_on)
            taking.take_row(self.act(entry), place=place(entry), memorandum_id=memorandum_id)
            unit.add(taking)
            self.stored = True

        return remember

    def forget(self) -> None:
        """Read anew what is remembered: a command that was to change it has not been stored."""
        self._taking = None

    def _opened(self) -> ImportedFile:
        if self._taking is None:
            file = self._file
            act = Act(self._actor, occurred_on=self._today)
            try:
                self._taking = self._store.get(ImportedFile, imported_file_id(file.name))
            except NotFound:
                self._taking = ImportedFile.begin(act, name=file.name)
            self._files.put(file.content)
            raise_after(self._taking.modified_on)
            self._taking.take_edition(
                act, sha256=file.sha256, filename=file.filename, mapping=file.how, rows=file.carried.items()
            )
        return self._taking


def _printable(text: str) -> str:
    """The text without signs that cannot be shown safely; they stay in the kept file."""
    return "".join(sign if sign.isprintable() or sign == "\n" else "\ufffd" for sign in text)
