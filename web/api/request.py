"""Requests for a partnership: made by staff, answered by the office."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from application.done import Begun, Done
from domain.request.request import PartnershipRequest
from domain.shared.act import Act
from web.api.commanding import Answering
from web.api.memorandum.room import BEGUN
from web.api.rooms import Answer, Room
from web.core import bitim
from web.schemas.act import Act as JustAnAct
from web.schemas.asking import Nothing, OfTheRequests
from web.schemas.memorandum.drafting import Accept
from web.schemas.request import Decline, MakeRequest
from web.schemas.shown import others as shown
from web.schemas.shown.others import RequestPage

requests = Room(
    "requests",
    description="Requests for a partnership, made by staff and answered by the office.",
)


@requests.begins("", MakeRequest, Answering(begins=PartnershipRequest, shown_at="requests"))
def make(act: Act, **fields: Any) -> Done:
    """Ask for a partnership."""
    return bitim().requests.make(act, **fields)


@requests.changes("/<uuid:request_id>/accept", Accept, BEGUN)
def accept(request_id: UUID, act: Act, expected: int, **fields: Any) -> Begun:
    """Answer it with the first draft of a memorandum."""
    return bitim().requests.accept(request_id, act, expected, **fields)


@requests.changes("/<uuid:request_id>/decline", Decline)
def decline(request_id: UUID, act: Act, expected: int, **fields: Any) -> Done:
    """Decline it, with the reason."""
    return bitim().requests.decline(request_id, act, expected, **fields)


@requests.changes("/<uuid:request_id>/withdraw", JustAnAct)
def withdraw(request_id: UUID, act: Act, expected: int, **fields: Any) -> Done:
    """Take it back, as the one who made it."""
    return bitim().requests.withdraw(request_id, act, expected, **fields)


@requests.asks("", OfTheRequests, RequestPage)
def list(**conditions: Any) -> Answer:  # noqa: A001  the name of the question in the core
    """Requests, the one entered last first."""
    return bitim().request_list.list(**conditions)


@requests.asks("/<uuid:request_id>", Nothing, shown.Request, versioned=True)
def get(request_id: UUID) -> Answer:
    """A request, and how it was answered."""
    return bitim().request_list.get(request_id)
