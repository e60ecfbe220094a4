"""What is said of owners, contacts, documents, notes, links and the archive."""

from __future__ import annotations

from web.wording import fields, values
from web.wording.events.table import Data, says
from web.wording.language import capital, small
from web.wording.language import gettext as _
from web.wording.names import Names


@says("memorandum.owner_assigned")
def _owner_assigned(data: Data, _names: Names) -> str:
    return _("%(owner)s became answerable for follow-up and renewal.", owner=data["owner"])


@says("memorandum.partner_reference_recorded")
def _partner_reference_recorded(data: Data, names: Names) -> str:
    party = names.party_called(data["party_id"])
    return _("%(party)s keeps it under the number %(reference)s.", party=party, reference=data["reference"])


@says("memorandum.contact_named")
def _contact_named(data: Data, names: Names) -> str:
    return _(
        "%(office)s is the contact of %(party)s: %(role)s.",
        office=fields.contact(data),
        party=names.party_called(data["party_id"]),
        role=small(values.contact_role(data["role"])),
    )


@says("memorandum.contact_withdrawn")
def _contact_withdrawn(data: Data, names: Names) -> str:
    party, role = names.party_called(data["party_id"]), small(values.contact_role(data["role"]))
    return _("%(party)s has no contact any more: %(role)s.", party=party, role=role)


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
