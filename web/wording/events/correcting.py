"""What is said of corrections and retractions."""

from __future__ import annotations

from web.wording import fields
from web.wording.events.table import Data, says
from web.wording.language import gettext as _
from web.wording.names import Names


@says("memorandum.corrected")
@says("partner.corrected")
@says("mobility.corrected")
def _corrected(data: Data, names: Names) -> str:
    return _(
        "Correction of entry %(version)d: %(field)s reads %(value)s.",
        version=data["event_version"],
        field=fields.label(data["field"]),
        value=fields.value(data["field"], data.get("value"), names),
    )


@says("memorandum.retracted")
@says("partner.retracted")
@says("mobility.retracted")
def _retracted(data: Data, _names: Names) -> str:
    return _("Entry %(version)d retracted: it did not happen.", version=data["event_version"])
