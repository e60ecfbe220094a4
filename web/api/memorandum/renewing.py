"""Editions that come after the first."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from application.done import Done
from domain.shared.act import Act
from web.api.memorandum.room import memorandums
from web.core import bitim
from web.schemas.memorandum.renewing import ProposeAmendment, ProposeRenewal


@memorandums.changes("/<uuid:memorandum_id>/propose-renewal", ProposeRenewal)
def propose_renewal(memorandum_id: UUID, act: Act, expected: int, **fields: Any) -> Done:
    """Draft a renewal in an updated form, while the old edition stays in force."""
    return bitim().memorandums.propose_renewal(memorandum_id, act, expected, **fields)


@memorandums.changes("/<uuid:memorandum_id>/propose-amendment", ProposeAmendment)
def propose_amendment(memorandum_id: UUID, act: Act, expected: int, **fields: Any) -> Done:
    """Draft an amendment inside the term of an edition."""
    return bitim().memorandums.propose_amendment(memorandum_id, act, expected, **fields)
