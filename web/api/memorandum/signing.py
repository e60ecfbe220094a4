"""Signatures, party by party."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from application.done import Done
from domain.shared.act import Act
from web.api.memorandum.room import memorandums
from web.core import bitim
from web.schemas.memorandum.signing import Sign


@memorandums.changes("/<uuid:memorandum_id>/sign", Sign)
def sign(memorandum_id: UUID, act: Act, expected: int, **fields: Any) -> Done:
    """Record a signature on an approved text; from the first one on the content is frozen."""
    return bitim().memorandums.sign(memorandum_id, act, expected, **fields)


@memorandums.changes("/<uuid:memorandum_id>/record-outside-signature", Sign)
def record_outside_signature(memorandum_id: UUID, act: Act, expected: int, **fields: Any) -> Done:
    """Record a signature given outside the planned way, from its source."""
    return bitim().memorandums.record_outside_signature(memorandum_id, act, expected, **fields)
