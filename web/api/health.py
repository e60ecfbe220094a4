"""How Bitim is, for whoever watches over it."""

from __future__ import annotations

from flask import Response

from web.api.rooms import Room
from web.api.rooms import shown as answer
from web.core import bitim
from web.schemas.shown.others import Health

health = Room("health", description="Whether Bitim answers, and how far its read models are behind.")


@health.get("")
@health.doc(operationId="health.get")
@health.alt_response(503, schema=Health, description="Commands and questions are not answered at present.")
@health.response(200, Health)
def get() -> Response:
    """Whether Bitim answers, and how far its read models are behind the log."""
    found = bitim().health()
    return answer(found, status=200 if found["ready"] else 503)
