"""What is said of owners, documents, notes, links and the archive."""

from __future__ import annotations

from web.wording import values
from web.wording.events.table import Data, says
from web.wording.language import capital
from web.wording.language import gettext as _
from web.wording.names import Names


@says("memorandum.owner_assigned")
def _owner_assigned(data: Data, _names: Names) -> str:
    return _("%(owner)s became answerable for follow-up and renewal.", owner=data["owner"])


@says("memorandum.partner_reference_recorded")
def _partner_reference_recorded(data: Data, names: Names) -> str:
    party = names.party_called(data["party_id"])
    return _("%(party)s keeps it under the number %(reference)s.", party=party, reference=data["reference"])


@says("memorandum.document_attached")
def _document_attached(data: Data, names: Names) -> str:
    size, edition = values.size(data["size"]), names.edition(data["edition_id"])
    name = data["filename"]
    if data.get("label"):
        return _(
            "%(label)s attached to %(edition)s: %(name)s, %(size)s.",
            label=capital(data["label"]),
            edition=edition,
            name=name,
            size=size,
        )
    return _("Document attached to %(edition)s: %(name)s, %(size)s.", edition=edition, name=name, size=size)


@says("memorandum.noted")
def _noted(data: Data, _names: Names) -> str:
    return _("Note: %(note)s", note=data["note"])


@says("memorandum.archived")
def _archived(_data: Data, _names: Names) -> str:
    return _("Put into the archive.")


@says("memorandum.brought_back")
def _brought_back(_data: Data, _names: Names) -> str:
    return _("Brought back from the archive.")


@says("memorandum.placed_under_framework")
def _placed_under_framework(data: Data, names: Names) -> str:
    return _("Placed under the framework agreement %(other)s.", other=names.memorandum(data["framework_id"]))
