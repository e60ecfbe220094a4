"""What is refused, as programs are told it: its status, and its shape (RFC 9457), over HTTP and on the command line.

Every refusal has a stable code, which `docs/problems.md` explains under a heading of its own.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from application.errors import (
    DocumentTooLarge,
    FileRefused,
    ImportInterrupted,
    KeyInFlight,
    KeyReused,
    NotMigrated,
    OutcomeUnknown,
    Unavailable,
)
from domain.shared.errors import BitimError, Conflict, Invalid, NotFound, Refused
from web.wording.accepted import accepted
from web.wording.problems import problem

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
    ImportInterrupted: 503,
    NotMigrated: 503,
}


class RequestRefused(BitimError):
    """The request itself is wrong, whatever it asks for; the codes are those of `STATUS_OF_CODE`."""

    code = "request_refused"


class FieldsRefused(Invalid):
    """Several values have not the form that their fields accept; ``refused`` holds one refusal for each."""

    def __init__(self, refused: Iterable[Invalid]) -> None:
        self.refused = list(refused)
        first = self.refused[0].data
        super().__init__(first["field"], first["value"], first["accepts"], **first["limits"])


def status_of(error: BitimError) -> int:
    """The HTTP status of a refusal."""
    if error.code in STATUS_OF_CODE:
        return STATUS_OF_CODE[error.code]
    return next((STATUS_OF_CLASS[kind] for kind in type(error).__mro__ if kind in STATUS_OF_CLASS), 500)


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
    return {
        "edition_not_found": "edition_id",
        "event_not_found": "event_version",
        "question_not_found": "question_id",
    }.get(error.code)
