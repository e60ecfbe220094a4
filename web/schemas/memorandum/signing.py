"""What signatures take."""

from __future__ import annotations

from web.schemas.fields import Text
from web.schemas.memorandum.drafting import OnParty


class Sign(OnParty):
    """A signature; ``occurred_on`` is its day."""

    signatory = Text("Who signed.", required=True, maxLength=200, example="Dilnoza Karimova")
    office = Text("The office that the person held that day.", required=True, maxLength=200, example="Rector")
    place = Text("Where.", maxLength=200)
