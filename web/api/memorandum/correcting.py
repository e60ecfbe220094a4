"""Later statements that something recorded earlier was wrong."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from application.done import Done
from domain.shared.act import Act
from web.api.memorandum.room import memorandums
from web.core import bitim
from web.schemas.correcting import Correct, Retract


@memorandums.changes("/<uuid:memorandum_id>/correct", Correct)
def correct(memorandum_id: UUID, act: Act, expected: int, **fields: Any) -> Done:
    """State that a field of an earlier event was never so."""
    return bitim().memorandums.correct(memorandum_id, act, expected, **fields)


@memorandums.changes("/<uuid:memorandum_id>/retract", Retract)
def retract(memorandum_id: UUID, act: Act, expected: int, **fields: Any) -> Done:
    """State that an event did not happen."""
    return bitim().memorandums.retract(memorandum_id, act, expected, **fields)
