"""Registers of which editions were taken in: what of them waits for a person, and the person's decisions."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from application.done import Done
from domain.shared.act import Act
from web.api.rooms import Answer, Room
from web.core import bitim
from web.schemas.asking import Nothing, OfTheQuestions
from web.schemas.importing import Decide, ImportedFile, ImportedFileList, QuestionPage

imported_files = Room(
    "imported_files",
    description="Registers that were taken in from files: what of them waits for a person, and what was decided.",
)


@imported_files.changes("/<uuid:file_id>/decide", Decide)
def decide(file_id: UUID, act: Act, expected: int, **fields: Any) -> Done:
    """Decide what a row leaves to a person, so that it leaves the list."""
    return bitim().imported_files.decide(file_id, act, expected, **fields)


@imported_files.asks("", Nothing, ImportedFileList)
def list() -> Answer:  # noqa: A001  the name of the question in the core
    """The registers that were taken in, by name, and how much of each waits for a person."""
    return bitim().questions.files()


@imported_files.asks("/<uuid:file_id>", Nothing, ImportedFile, versioned=True)
def get(file_id: UUID) -> Answer:
    """One of them."""
    return bitim().questions.get(file_id)


@imported_files.asks("/<uuid:file_id>/questions", OfTheQuestions, QuestionPage)
def questions(file_id: UUID, **conditions: Any) -> Answer:
    """What of one of them waits for a person, or was decided, in the order in which it was asked."""
    return bitim().questions.list(file_id=file_id, **conditions)
