"""What is said of signatures."""

from __future__ import annotations

from web.wording.events.table import Data, says
from web.wording.language import gettext as _
from web.wording.names import Names


@says("memorandum.signed")
def _signed(data: Data, names: Names) -> str:
    return _(
        "%(signatory)s signed %(edition)s for %(party)s.",
        signatory=_signatory(data),
        edition=names.edition(data["edition_id"]),
        party=_party(data, names),
    )


@says("memorandum.signed_outside")
def _signed_outside(data: Data, names: Names) -> str:
    return _(
        "%(signatory)s signed %(edition)s for %(party)s; recorded from its source, no approvals needed.",
        signatory=_signatory(data),
        edition=names.edition(data["edition_id"]),
        party=_party(data, names),
    )


def _signatory(data: Data) -> str:
    person, office = data["signatory"] or _("Somebody not named"), data.get("office")
    return _("%(person)s, %(office)s,", person=person, office=office) if office else str(person)


def _party(data: Data, names: Names) -> str:
    party = names.party_called(data["party_id"])
    return _("%(party)s, in %(place)s", party=party, place=data["place"]) if data.get("place") else party
