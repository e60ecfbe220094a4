"""Files to be taken away: the register, histories, and all that is recorded."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any
from uuid import UUID

import marshmallow as ma
from flask import Response

from web.api.rooms import REFUSED, REFUSED_ABOUT_A_RECORD, Room
from web.core import bitim
from web.exporting.files import (
    MEDIA_TYPES,
    OF_EVERYTHING,
    File,
    case_history_file,
    caseload_file,
    everything_file,
    history_file,
    register_file,
)
from web.exporting.sending import sent
from web.schemas.asking import InForm, OfEverything, OfTheRegisterExport
from web.schemas.asking_mobility import OfTheCaseloadExport

exports = Room("exports", description="Files to be taken away, each sealed line by line; see `bitim check-export`.")

_TEXT = {"schema": {"type": "string"}}
_BYTES = {"schema": {"type": "string", "format": "binary"}}


def _gives(rule: str, query: type[ma.Schema], *forms: str) -> Callable[[Callable[..., File]], Callable[..., File]]:
    """A file: ``function(id, **query)``."""

    def decorate(asked: Callable[..., File]) -> Callable[..., File]:
        def view(**place: Any) -> Response:
            return sent(asked(*place.values(), **exports.ARGUMENTS_PARSER.fields(query, "query")))

        view.__name__, view.__doc__ = asked.__name__, asked.__doc__
        content = {MEDIA_TYPES[form]: _BYTES if form in ("xlsx", "zip") else _TEXT for form in forms}
        described = exports.arguments(query, location="query")(view)
        described = exports.doc(
            operationId=f"exports.{asked.__name__}",
            responses={
                "200": {"description": "The file.", "content": content},
                **(REFUSED_ABOUT_A_RECORD if "<" in rule else REFUSED),
            },
        )(described)
        exports.serve(rule, view, described)
        return asked

    return decorate


@_gives("/register", OfTheRegisterExport, "csv", "xlsx", "jsonl")
def register(form: str = "csv", **conditions: Any) -> File:
    """The register as it stood on a day, as known at an instant: all rows that answer."""
    return register_file(bitim(), form, conditions)


@_gives("/memorandums/<uuid:memorandum_id>/history", InForm, "csv", "xlsx", "jsonl")
def history(memorandum_id: UUID, form: str = "jsonl", **conditions: Any) -> File:
    """What happened to a memorandum: every event, sealed by a digest over the one before."""
    return history_file(bitim(), form, [memorandum_id], **conditions)


@_gives("/caseload", OfTheCaseloadExport, "csv", "xlsx", "jsonl")
def caseload(form: str = "csv", **conditions: Any) -> File:
    """The caseload as it stood on a day, as known at an instant: all cases that answer."""
    return caseload_file(bitim(), form, conditions)


@_gives("/mobility-cases/<uuid:case_id>/history", InForm, "csv", "xlsx", "jsonl")
def case_history(case_id: UUID, form: str = "jsonl", **conditions: Any) -> File:
    """What happened to a mobility case: every event, sealed by a digest over the one before."""
    return case_history_file(bitim(), form, [case_id], **conditions)


@_gives("/everything", OfEverything, *OF_EVERYTHING)
def everything(form: str = "jsonl", **conditions: Any) -> File:
    """All that is recorded, as `bitim restore` takes it into an empty register; as zip, with the documents."""
    return everything_file(bitim(), form, **conditions)
