"""What is said of registers that are taken in from files."""

from __future__ import annotations

from application.exchange.importing.report import place_of
from web.wording import importing
from web.wording.events.table import Data, says
from web.wording.language import gettext as _
from web.wording.language import small
from web.wording.names import Names


@says("imported_file.begun")
def _begun(data: Data, _names: Names) -> str:
    return _("The register “%(name)s” is taken in from files.", name=data["name"])


@says("imported_file.edition_taken")
def _edition_taken(data: Data, _names: Names) -> str:
    return _("The edition %(filename)s was taken in.", filename=data["filename"])


@says("imported_file.row_taken")
def _row_taken(data: Data, names: Names) -> str:
    place = place_of(data["sheet"], data["row"])
    return _(
        "Row %(place)s was taken into %(memorandum)s.", place=place, memorandum=names.memorandum(data["memorandum_id"])
    )


@says("imported_file.question_asked")
def _question_asked(data: Data, _names: Names) -> str:
    place, why = place_of(data["sheet"], data["row"]), importing.reason(data["said"]["reason"], data["said"]["data"])
    return _("Row %(place)s left to a person: %(why)s", place=place, why=why)


@says("imported_file.question_decided")
def _question_decided(data: Data, _names: Names) -> str:
    decided = importing.decision(data["decision"])
    return _("Question %(question)s: %(decision)s.", question=data["question_id"], decision=small(decided))
