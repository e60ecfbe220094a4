"""What is said of registers that are taken in from files."""

from __future__ import annotations

from web.wording.events.table import Data, says
from web.wording.language import gettext as _
from web.wording.names import Names


@says("imported_file.begun")
def _begun(data: Data, _names: Names) -> str:
    return _("The register “%(name)s” is taken in from files.", name=data["name"])


@says("imported_file.edition_taken")
def _edition_taken(data: Data, _names: Names) -> str:
    return _("The edition %(filename)s was taken in.", filename=data["filename"])


@says("imported_file.row_taken")
def _row_taken(data: Data, names: Names) -> str:
    place = f"{data['sheet']}!{data['row']}" if data["sheet"] else data["row"]
    return _(
        "Row %(place)s was taken into %(memorandum)s.", place=place, memorandum=names.memorandum(data["memorandum_id"])
    )
