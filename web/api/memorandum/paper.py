"""What was concluded before or outside Bitim."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from application.done import Begun, Done
from domain.shared.act import Act
from web.api.memorandum.room import BEGUN, memorandums
from web.core import bitim
from web.schemas.memorandum.paper import CompleteStub, RecordEdition, RegisterFromPaper


@memorandums.begins("/from-paper", RegisterFromPaper, BEGUN)
def register(act: Act, **fields: Any) -> Begun:
    """Enter a memorandum from paper, in as many editions as are known."""
    return bitim().memorandums.register(act, **fields)


@memorandums.changes("/<uuid:memorandum_id>/record-edition", RecordEdition)
def record_edition(memorandum_id: UUID, act: Act, expected: int, **fields: Any) -> Done:
    """Enter a further edition that was concluded outside."""
    return bitim().memorandums.record_edition(memorandum_id, act, expected, **fields)


@memorandums.changes("/<uuid:memorandum_id>/complete-stub", CompleteStub)
def complete_stub(memorandum_id: UUID, act: Act, expected: int, **fields: Any) -> Done:
    """Enter what has become known of an edition from paper."""
    return bitim().memorandums.complete_stub(memorandum_id, act, expected, **fields)
