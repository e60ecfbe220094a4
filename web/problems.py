"""The one place where what is refused becomes an answer over HTTP: its status, and its shape (RFC 9457).

Every refusal has a stable code, which `docs/problems.md` explains under a heading of its own. Programs get the shape
below, whatever they asked for; people get a page with the same words.
"""

from __future__ import annotations

import json
import logging
from collections.abc import Iterable
from typing import Any

from flask import Flask, Response, request
from werkzeug.exceptions import HTTPException
from werkzeug.wrappers import Response as BaseResponse

from application.errors import (
    DocumentTooLarge,
    FileRefused,
    KeyInFlight,
    KeyReused,
    NotMigrated,
    OutcomeUnknown,
    Unavailable,
)
from domain.shared.errors import BitimError, Conflict, Invalid, NotFound, Refused
from web.ui.refusing import page
from web.wording.accepted import accepted
from web.wording.problems import problem

MEDIA_TYPE = "application/problem+json"
PROGRAMS = "/api/"
EXPLAINED_AT = "/api/docs/problems"

STATUS_OF_CODE = {
    "body_unreadable": 400,
    "key_unusable": 400,
    "account_missing": 400,
    "address_unknown": 404,
    "method_not_allowed": 405,
    "stale_version": 412,
    "version_unusable": 412,
    "body_too_large": 413,
    "media_type_unsupported": 415,
    "version_missing": 428,
    "request_refused": 400,
    "internal_error": 500,
}
"""Codes that say more than their class: of requests that are wrong whatever they ask for, and of If-Match."""

STATUS_OF_CLASS: dict[type[BitimError], int] = {
    NotFound: 404,
    Refused: 409,
    Conflict: 409,
    KeyInFlight: 409,
    DocumentTooLarge: 413,
    Invalid: 422,
    FileRefused: 422,
    KeyReused: 422,
    Unavailable: 503,
    OutcomeUnknown: 503,
    NotMigrated: 503,
}

CODE_OF_STATUS = {
    404: "address_unknown",
    405: "method_not_allowed",
    413: "body_too_large",
    415: "media_type_unsupported",
    500: "internal_error",
}
"""What the framework refuses by itself."""

RETRY_AFTER = {503: "2", 409: "1"}
"""Seconds; of a 409 only where the same command is being carried out."""

log = logging.getLogger(__name__)


class RequestRefused(BitimError):
    """The request itself is wrong, whatever it asks for; the codes are those of `STATUS_OF_CODE`."""

    code = "request_refused"


class FieldsRefused(Invalid):
    """Several values have not the form that their fields accept; ``refused`` holds one refusal for each."""

    def __init__(self, refused: Iterable[Invalid]) -> None:
        self.refused = list(refused)
        first = self.refused[0].data
        super().__init__(first["field"], first["value"], first["accepts"], **first["limits"])


class Misnamed(Exception):
    """What a request names in its body is not there: the address is right, a field is wrong.

    Args:
        error: why the name is refused.
    """

    def __init__(self, error: NotFound) -> None:
        super().__init__(str(error))
        self.error = error


def status_of(error: BitimError) -> int:
    """The HTTP status of a refusal."""
    if error.code in STATUS_OF_CODE:
        return STATUS_OF_CODE[error.code]
    return next((STATUS_OF_CLASS[kind] for kind in type(error).__mro__ if kind in STATUS_OF_CLASS), 500)


def as_refusal(error: Exception) -> tuple[BitimError, int]:
    """What is refused, and its status, whoever raised it; what nobody foresaw is logged and becomes a 500."""
    if isinstance(error, Misnamed):
        return error.error, 422
    if isinstance(error, BitimError):
        return error, status_of(error)
    if isinstance(error, HTTPException) and error.code is not None and error.code < 500:
        return RequestRefused(CODE_OF_STATUS.get(error.code), method=request.method, path=request.path), error.code
    log.exception("a request failed", exc_info=error)
    return RequestRefused("internal_error"), 500


def shape(error: BitimError, status: int) -> dict[str, Any]:
    """The problem as programs get it; every member is always there.

    ``type`` leads to the code's explanation; ``fields`` names each offending field with what it would accept; ``data``
    holds the facts that stand against it.
    """
    said = problem(error)
    return {
        "type": f"{EXPLAINED_AT}#{error.code}",
        "title": said.title,
        "status": status,
        "detail": said.detail,
        "code": error.code,
        "accepted": said.accepted,
        "fields": _fields(error, status, said.accepted),
        "data": {} if isinstance(error, Invalid) else error.data,
    }


def _fields(error: BitimError, status: int, said: str) -> list[dict[str, Any]]:
    if isinstance(error, Invalid):
        refused = error.refused if isinstance(error, FieldsRefused) else [error]
        return [{**one.data, "accepted": accepted(one.data["accepts"], one.data["limits"])} for one in refused]
    field = error.data.get("field") or (_naming(error) if status == 422 else None)
    if field is None:
        return []
    value = error.data.get("id", error.data.get(field))
    return [{"field": field, "value": value, "accepts": error.code, "limits": {}, "accepted": said}]


def _naming(error: BitimError) -> str | None:
    """The field that names what is not there."""
    if error.code == "not_found":
        return f"{error.data['kind']}_id"
    return {"edition_not_found": "edition_id", "event_not_found": "event_version"}.get(error.code)


def answer(error: Exception) -> BaseResponse:
    """The refusal as a response: in the shape for programs under `PROGRAMS`, elsewhere as a page."""
    if isinstance(error, HTTPException) and error.code is not None and error.code < 400:
        return error.get_response()
    refusal, status = as_refusal(error)
    response = _for_programs(refusal, status) if request.path.startswith(PROGRAMS) else page(refusal, status)
    if isinstance(error, HTTPException):
        extra = [(name, value) for name, value in error.get_headers() if name != "Content-Type"]  # Allow, above all
        response.headers.extend(extra)
    if status == 503 or isinstance(refusal, KeyInFlight):
        response.headers["Retry-After"] = RETRY_AFTER[status]
    return response


def _for_programs(refusal: BitimError, status: int) -> Response:
    return Response(json.dumps(shape(refusal, status), default=str), status, content_type=MEDIA_TYPE)


def register(app: Flask) -> None:
    """Answer every refusal with a problem, or with a page that says the same."""
    app.register_error_handler(Exception, answer)
