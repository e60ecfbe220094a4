"""What is said of requests for a partnership."""

from __future__ import annotations

from web.wording.events.table import Data, says
from web.wording.language import gettext as _
from web.wording.names import Names


@says("request.made")
def _made(data: Data, names: Names) -> str:
    partner = names.partner(data["partner_id"]) if data.get("partner_id") else data["partner_name"]
    return _("%(requester)s asked for a partnership with %(partner)s.", requester=data["requester"], partner=partner)


@says("request.accepted")
def _accepted(data: Data, names: Names) -> str:
    return _("Accepted: %(memorandum)s was drafted.", memorandum=names.memorandum(data["memorandum_id"]))


@says("request.declined")
def _declined(_data: Data, _names: Names) -> str:
    return _("Declined.")


@says("request.withdrawn")
def _withdrawn(_data: Data, _names: Names) -> str:
    return _("Taken back by the one who made it.")
