"""The imported file: a register that an office keeps itself, edition by edition."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any, Self
from uuid import UUID, uuid5

from domain.imported_file.events import ImportedFileBegun, ImportedFileEditionTaken, ImportedFileRowTaken
from domain.shared.act import Act
from domain.shared.codes import sha256 as digest
from domain.shared.event import Aggregate
from domain.shared.text import line

_FILES = UUID("3e9f6a0a-7d43-5b0c-9a0e-52c1d1b7f6c4")

Place = tuple[str, int]
"""Where a row stands: the sheet, and the number of the row in it."""


class ImportedFile(Aggregate):
    """One register by the name that the office gives it, whatever its file is called this year."""

    TOPIC = "imported_file"

    def __init__(self) -> None:
        self.name = ""
        self.editions: tuple[tuple[str, str, Mapping[str, Any]], ...] = ()
        self.rows: dict[Place, str] = {}
        self.taken: set[Place] = set()

    @classmethod
    def begin(cls, act: Act, *, name: str) -> Self:
        """Name a register.

        Raises:
            Invalid: the name is empty, or longer than a line of 100 characters.
        """
        name = register_name(name)
        return cls._create(ImportedFileBegun, id=imported_file_id(name), name=name, **act.plain())

    def take_edition(
        self,
        act: Act,
        *,
        sha256: str,
        filename: str,
        mapping: Mapping[str, Any],
        rows: Iterable[tuple[Place, str]] = (),
    ) -> None:
        """Begin to take an edition, unless it is the one that is being taken, read in the same way.

        Args:
            act: who takes it.
            sha256: of its bytes.
            filename: as it is called this time.
            mapping: how its columns are read.
            rows: those that the edition before had too, by their places in this one, with their memorandums.
        """
        edition = (digest(sha256, "sha256"), line(filename, "filename", 200), dict(mapping))
        if not self.editions or (self.editions[-1][0], self.editions[-1][2]) != (edition[0], edition[2]):
            carried = [[sheet, row, memorandum_id] for (sheet, row), memorandum_id in rows]
            self.trigger(
                ImportedFileEditionTaken, act, sha256=sha256, filename=filename, mapping=dict(mapping), rows=carried
            )

    def take_row(self, act: Act, *, place: Place, memorandum_id: UUID) -> None:
        """Remember what became of a row; once for each edition."""
        if place not in self.taken:
            sheet, row = place
            self.trigger(ImportedFileRowTaken, act, sheet=sheet, row=row, memorandum_id=str(memorandum_id))


def register_name(name: object) -> str:
    """The name of a register, as it is kept.

    Raises:
        Invalid: empty, or longer than a line of 100 characters.
    """
    return line(name, "register", 100)


def imported_file_id(name: str) -> UUID:
    """The id of the stream of a register; letters' case makes no difference."""
    return uuid5(_FILES, name.casefold())
