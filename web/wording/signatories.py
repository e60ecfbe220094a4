"""Who signed an edition: for whom, in the office held that day, when and where."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from web.wording import dates
from web.wording.language import gettext as _
from web.wording.names import Names


@dataclass(frozen=True, slots=True)
class Signatory:
    """Who signed for a party, in the office held that day."""

    person: str
    office: str
    party: str
    day: str
    place: str


def signatories(edition: Mapping[str, Any], names: Names) -> list[Signatory]:
    """The signatures of an edition, in the order in which they were recorded."""
    return [
        Signatory(
            person=given["name"] or _("not named"),
            office=given["office"],
            party=names.party_called(given["party_id"]),
            day=dates.partial(given["signed_on"]),
            place=given["place"],
        )
        for given in edition.get("signatures") or ()
    ]
