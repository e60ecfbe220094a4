"""What signatures take."""

from __future__ import annotations

from web.schemas.fields import Line
from web.schemas.memorandum.drafting import OnParty


class Sign(OnParty):
    """A signature; ``occurred_on`` is its day."""

    signatory = Line("Who signed.", required=True, minLength=1, maxLength=200, example="Dilnoza Karimova")
    office = Line(
        "The office that the person held that day.", required=True, minLength=1, maxLength=200, example="Rector"
    )
    place = Line("Where.", maxLength=200)
