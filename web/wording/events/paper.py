"""What is said of what was entered from paper."""

from __future__ import annotations

from web.wording import fields, values
from web.wording.events.table import Data, says
from web.wording.language import gettext as _
from web.wording.language import listing
from web.wording.names import Names


@says("memorandum.registered")
def _registered(data: Data, _names: Names) -> str:
    kind = values.kind(data["kind"])
    return _("%(kind)s %(reference)s entered from paper.", kind=kind, reference=data["reference"])


@says("memorandum.edition_recorded")
def _edition_recorded(data: Data, names: Names) -> str:
    if data["stub"]:
        return _("An edition is known to have existed; little else is known of it.")
    if data.get("amends"):
        return _("An amendment of %(edition)s, concluded on paper.", edition=names.edition(data["amends"]))
    if data.get("follows"):
        return _(
            "A renewal of %(edition)s in an updated form, concluded on paper.", edition=names.edition(data["follows"])
        )
    if data.get("parties"):
        return _("An edition concluded on paper by %(parties)s.", parties=fields.parties(data["parties"], names))
    return _("An edition concluded on paper.")


@says("memorandum.stub_completed")
def _stub_completed(data: Data, names: Names) -> str:
    parts = listing([fields.label(part) for part in data["changes"]])
    return _("More became known of %(edition)s: %(parts)s.", edition=names.edition(data["edition_id"]), parts=parts)
