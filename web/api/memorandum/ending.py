"""What pauses or ends a memorandum."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from application.done import Done, Objected
from domain.shared.act import Act
from web.api.memorandum.room import OBJECTED, memorandums
from web.core import bitim
from web.schemas.memorandum.ending import Effective, GiveNotice, Object, Supersede, Suspend, Terminate


@memorandums.changes("/<uuid:memorandum_id>/object", Object, OBJECTED)
def object(  # noqa: A001  the office's verb
    memorandum_id: UUID, act: Act, expected: int, **fields: Any
) -> Objected:
    """Record an objection to a tacit renewal; the answer says whether it came too late."""
    return bitim().memorandums.object(memorandum_id, act, expected, **fields)


@memorandums.changes("/<uuid:memorandum_id>/suspend", Suspend)
def suspend(memorandum_id: UUID, act: Act, expected: int, **fields: Any) -> Done:
    """Suspend what is in force; its end does not move."""
    return bitim().memorandums.suspend(memorandum_id, act, expected, **fields)


@memorandums.changes("/<uuid:memorandum_id>/resume", Effective)
def resume(memorandum_id: UUID, act: Act, expected: int, **fields: Any) -> Done:
    """End the suspension."""
    return bitim().memorandums.resume(memorandum_id, act, expected, **fields)


@memorandums.changes("/<uuid:memorandum_id>/give-notice", GiveNotice)
def give_notice(memorandum_id: UUID, act: Act, expected: int, **fields: Any) -> Done:
    """Record a party's notice."""
    return bitim().memorandums.give_notice(memorandum_id, act, expected, **fields)


@memorandums.changes("/<uuid:memorandum_id>/terminate", Terminate)
def terminate(memorandum_id: UUID, act: Act, expected: int, **fields: Any) -> Done:
    """End it early."""
    return bitim().memorandums.terminate(memorandum_id, act, expected, **fields)


@memorandums.changes("/<uuid:memorandum_id>/supersede", Supersede)
def supersede(memorandum_id: UUID, act: Act, expected: int, **fields: Any) -> Done:
    """Record that another memorandum takes over."""
    return bitim().memorandums.supersede(memorandum_id, act, expected, **fields)
