"""What can happen to a register that an office keeps as a file, and that Bitim takes in."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from domain.imported_file.questions import OVERTAKEN, Decision, Question
from domain.shared.event import Created, Event

if TYPE_CHECKING:
    from domain.imported_file.imported_file import ImportedFile


class ImportedFileBegun(Created):
    """A register was named, of which editions will be taken."""

    TOPIC = "imported_file.begun"

    name: str

    def apply(self, aggregate: ImportedFile) -> None:
        """Bear the name."""
        aggregate.name = self.name


class ImportedFileEditionTaken(Event):
    """An edition of the file came in: its bytes, kept under ``sha256``, and how its columns were read.

    ``rows`` are those that the edition before had too: ``[sheet, row, memorandum_id]``, by their places in this one.
    """

    TOPIC = "imported_file.edition_taken"

    sha256: str
    filename: str
    mapping: dict[str, Any]
    rows: list[list[Any]]

    def apply(self, aggregate: ImportedFile) -> None:
        """Let it be the edition whose rows are taken."""
        aggregate.editions = (*aggregate.editions, (self.sha256, self.filename, self.mapping))
        aggregate.rows = {(sheet, row): memorandum_id for sheet, row, memorandum_id in self.rows}
        aggregate.taken = set()


class ImportedFileRowTaken(Event):
    """A row of the edition became a memorandum, was found to be of one that there is, or changed it."""

    TOPIC = "imported_file.row_taken"

    sheet: str
    row: int
    memorandum_id: str

    def apply(self, aggregate: ImportedFile) -> None:
        """Know what became of the row."""
        aggregate.rows[self.sheet, self.row] = self.memorandum_id
        aggregate.taken.add((self.sheet, self.row))


class ImportedFileQuestionAsked(Event):
    """Something of a row was left to a person; see `Question`."""

    TOPIC = "imported_file.question_asked"

    sheet: str
    row: int
    memorandum_id: str | None
    said: dict[str, Any]

    def apply(self, aggregate: ImportedFile) -> None:
        """Let it be open."""
        _sha256, filename, _mapping = aggregate.editions[-1]
        question = Question(
            f"q{self.originator_version}",
            filename,
            self.sheet,
            self.row,
            self.memorandum_id,
            self.said,
            self.recorded_at,
        )
        aggregate.questions[question.question_id] = question
        aggregate.asked.add(question.identity)


class ImportedFileQuestionDecided(Event):
    """A person has decided a question, or a later edition of the file has overtaken it."""

    TOPIC = "imported_file.question_decided"

    question_id: str
    decision: str

    def apply(self, aggregate: ImportedFile) -> None:
        """Close it; what is overtaken may be asked again."""
        decision = Decision(self.decision, self.actor, self.occurred_on, self.recorded_at, self.reason)
        question = aggregate.questions[self.question_id].decided(decision)
        aggregate.questions[self.question_id] = question
        if self.decision == OVERTAKEN:
            aggregate.asked.discard(question.identity)
