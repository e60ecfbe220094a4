"""What commands on further editions take."""

from __future__ import annotations

from web.schemas.act import Act
from web.schemas.fields import Part, Text
from web.schemas.memorandum.content import EDITION, Parts


class ProposeRenewal(Act):
    """A renewal in an updated form: the next edition, as a draft."""

    changes = Part(Parts, "The parts that differ from the edition it follows.", required=True)
    follows = Text("The edition that it renews; the one concluded last, if not given.", allow_none=True, **EDITION)


class ProposeAmendment(Act):
    """An amendment, as a draft of the full text."""

    amends = Text("The edition that it amends.", required=True, **EDITION)
    changes = Part(Parts, "The parts that differ from that edition.", required=True)
