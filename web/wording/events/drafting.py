"""What is said of a working text, from its first draft to its approvals."""

from __future__ import annotations

from web.wording import dates, fields, values
from web.wording.events.table import Data, says
from web.wording.language import capital, listing
from web.wording.language import gettext as _
from web.wording.names import Names


@says("memorandum.drafted")
def _drafted(data: Data, names: Names) -> str:
    kind, parties = values.kind(data["kind"]), fields.parties(data["parties"], names)
    return _("%(kind)s %(reference)s drafted: %(parties)s.", kind=kind, reference=data["reference"], parties=parties)


@says("memorandum.revised")
def _revised(data: Data, names: Names) -> str:
    parts = listing([fields.label(part) for part in data["changes"]])
    return _("Working text of %(edition)s revised: %(parts)s.", edition=names.edition(data["edition_id"]), parts=parts)


@says("memorandum.reverted")
def _reverted(data: Data, names: Names) -> str:
    return _("%(edition)s taken back to the text last approved.", edition=capital(names.edition(data["edition_id"])))


@says("memorandum.counterparty_named")
def _counterparty_named(data: Data, names: Names) -> str:
    party = names.party({"partner_id": data["partner_id"], "unit": data.get("unit")})
    return _("The party that was not yet named is %(party)s.", party=party)


@says("memorandum.signing_planned")
def _signing_planned(data: Data, names: Names) -> str:
    edition, event = names.edition(data["edition_id"]), data["event"]
    where = _("%(event)s, %(place)s", event=event, place=data["place"]) if data.get("place") else event
    return _(
        "Signing of %(edition)s planned: %(where)s (%(date)s).",
        edition=edition,
        where=where,
        date=dates.partial(data.get("planned_for")),
    )


@says("memorandum.submitted")
def _submitted(data: Data, names: Names) -> str:
    edition = capital(names.edition(data["edition_id"]))
    if not data["route"]:
        return _("%(edition)s submitted; no review is set for this kind.", edition=edition)
    roles = listing([values.role(role) for role in data["route"]])
    return _("%(edition)s submitted for review: %(roles)s.", edition=edition, roles=roles)


@says("memorandum.cleared")
def _cleared(data: Data, names: Names) -> str:
    edition = capital(names.edition(data["edition_id"]))
    return _("%(edition)s cleared by %(role)s.", edition=edition, role=values.role(data["role"]))


@says("memorandum.returned")
def _returned(data: Data, names: Names) -> str:
    edition = capital(names.edition(data["edition_id"]))
    return _("%(edition)s returned for changes by %(role)s.", edition=edition, role=values.role(data["role"]))


@says("memorandum.approved")
def _approved(data: Data, names: Names) -> str:
    return _("%(edition)s approved by us.", edition=capital(names.edition(data["edition_id"])))


@says("memorandum.approved_by_partner")
def _approved_by_partner(data: Data, names: Names) -> str:
    edition = capital(names.edition(data["edition_id"]))
    return _("%(edition)s approved by %(party)s.", edition=edition, party=names.party_called(data["party_id"]))


@says("memorandum.withdrawn")
def _withdrawn(data: Data, names: Names) -> str:
    number = names.editions.get(data["edition_id"])
    if not number:
        return _("An edition that had no number yet was withdrawn, before every party had signed.")
    return _("Edition %(number)s withdrawn before every party had signed.", number=number)
