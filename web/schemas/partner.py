"""What commands on partners take."""

from __future__ import annotations

from domain.partner.identifiers import SCHEMES
from domain.partner.partner import KINDS
from web.schemas.act import Act, date
from web.schemas.fields import ByName, Id, Items, Text

COUNTRY = {"pattern": "^[A-Z]{2}$", "example": "UZ"}
NAME = {"maxLength": 300, "example": "Tashkent State University of Economics"}
_FIRST_DAY = "The first day; the day of the act, if not stated."


class RegisterPartner(Act):
    """An organisation."""

    name = Text("The name it bore first, as far as we know.", required=True, **NAME)
    kind = Text("What it is.", required=True, enum=list(KINDS))
    country = Text("Its country (ISO 3166-1 alpha-2); none for an organisation of none.", allow_none=True, **COUNTRY)
    aliases = Items(Text("Another spelling.", maxLength=300), "Other spellings and abbreviations.")
    identifiers = ByName(
        Text("An identifier."), f"Identifiers by scheme: {', '.join(SCHEMES)}.", example={"schac": "tsue.uz"}
    )


class Rename(Act):
    """The name it took; ``occurred_on`` is the day of the change."""

    name = Text("The new name.", required=True, **NAME)
    effective_on = date(_FIRST_DAY, allow_none=True)


class AddAlias(Act):
    """Another spelling under which it is found."""

    alias = Text("The spelling.", required=True, maxLength=300, example="TSUE")


class Identify(Act):
    """An identifier."""

    scheme = Text("Which kind of identifier.", required=True, enum=list(SCHEMES))
    value = Text("As the scheme writes it.", required=True, example="tsue.uz")


class RecordSuccessor(Act):
    """The organisation that took its place."""

    successor_id = Id("The other partner.", required=True)
    effective_on = date(_FIRST_DAY, allow_none=True)
