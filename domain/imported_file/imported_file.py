"""The imported file: a register that an office keeps itself, edition by edition."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from typing import Any, Self
from uuid import UUID, uuid5

from domain.imported_file.events import (
    ImportedFileBegun,
    ImportedFileEditionTaken,
    ImportedFileQuestionAsked,
    ImportedFileQuestionDecided,
    ImportedFileRowTaken,
)
from domain.imported_file.questions import DECISIONS, OVERTAKEN, Identity, Question, identity
from domain.shared.act import Act
from domain.shared.codes import sha256 as digest
from domain.shared.errors import NotFound
from domain.shared.event import Aggregate
from domain.shared.text import line, one_of

_FILES = UUID("3e9f6a0a-7d43-5b0c-9a0e-52c1d1b7f6c4")

Place = tuple[str, int]
"""Where a row stands: the sheet, and the number of the row in it."""
Said = Mapping[str, Any]
"""What a question says, see `Question.said`."""


class ImportedFile(Aggregate):
    """One register by the name that the office gives it, whatever its file is called this year."""

    TOPIC = "imported_file"

    def __init__(self) -> None:
        self.name = ""
        self.editions: tuple[tuple[str, str, Mapping[str, Any]], ...] = ()
        self.rows: dict[Place, str] = {}
        self.taken: set[Place] = set()
        self.questions: dict[str, Question] = {}
        self.asked: set[Identity] = set()

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

    def news(self, memorandum_id: UUID | None, questions: Iterable[Said]) -> list[Said]:
        """Those of some questions that were not asked before."""
        about = str(memorandum_id) if memorandum_id else None
        return [said for said in questions if identity(about, said) not in self.asked]

    def ask(
        self,
        act: Act,
        *,
        place: Place,
        memorandum_id: UUID | None,
        questions: Collection[Said],
        instead_of: Collection[str] = (),
    ) -> None:
        """Leave to a person what a row does not say for certain; what was asked before is not asked again.

        Args:
            act: who takes the file.
            place: where the row stands.
            memorandum_id: that it belongs to, if it was taken.
            questions: what is asked, see `Question.said`.
            instead_of: fields that the row says anew: what was asked of them before is overtaken.
        """
        about = str(memorandum_id) if memorandum_id else None
        still = {identity(about, said) for said in questions}
        for question in list(self.questions.values()) if instead_of else ():
            is_same = question.memorandum_id == about and question.said["field"] in instead_of
            if is_same and question.decision is None and question.identity not in still:
                self.trigger(ImportedFileQuestionDecided, act, question_id=question.question_id, decision=OVERTAKEN)
        sheet, row = place
        for said in self.news(memorandum_id, questions):
            self.trigger(ImportedFileQuestionAsked, act, sheet=sheet, row=row, memorandum_id=about, said=dict(said))

    def decide(self, act: Act, *, question_id: str, decision: str) -> None:
        """Decide a question, so that it leaves the list; who thinks better of it decides it anew.

        Args:
            act: who decides, and why.
            question_id: which, such as ``q12``.
            decision: one of `DECISIONS`.

        Raises:
            NotFound: ``question_not_found``; there is none of this id.
            Invalid: the decision is another.
        """
        decision = one_of(decision, "decision", DECISIONS)
        question = self.question(question_id)
        act.days()
        if question.decision is None or question.decision.code != decision:
            self.trigger(ImportedFileQuestionDecided, act, question_id=question_id, decision=decision)

    def question(self, question_id: str) -> Question:
        """The question with this id.

        Raises:
            NotFound: ``question_not_found``; there is none.
        """
        if question_id not in self.questions:
            raise NotFound("question_not_found", question_id=question_id)
        return self.questions[question_id]


def register_name(name: object) -> str:
    """The name of a register, as it is kept.

    Raises:
        Invalid: empty, or longer than a line of 100 characters.
    """
    return line(name, "register", 100)


def imported_file_id(name: str) -> UUID:
    """The id of the stream of a register; letters' case makes no difference."""
    return uuid5(_FILES, name.casefold())
