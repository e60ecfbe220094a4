"""The one place where what is refused, or goes wrong, becomes an answer over HTTP.

Programs get the shape of `web.problems`, whatever they asked for; people get a page with the same words.
"""

from __future__ import annotations

import json
import logging

from flask import Flask, Response, request
from werkzeug.exceptions import HTTPException
from werkzeug.wrappers import Response as BaseResponse

from application.errors import KeyInFlight
from domain.shared.errors import BitimError, NotFound
from web.problems import RequestRefused, shape, status_of
from web.ui.refusing import page

MEDIA_TYPE = "application/problem+json"
PROGRAMS = "/api/"

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


class Misnamed(Exception):
    """What a request names in its body is not there: the address is right, a field is wrong.

    Args:
        error: why the name is refused.
    """

    def __init__(self, error: NotFound) -> None:
        super().__init__(str(error))
        self.error = error


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
