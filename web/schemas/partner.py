"""What commands on partners take."""

from __future__ import annotations

from domain.partner.identifiers import SCHEMES
from domain.partner.partner import KINDS
from domain.partner.rankings import LOWEST_RANK
from domain.shared.codes import COUNTRIES
from web.schemas.act import Act, date
from web.schemas.fields import Form, Id, Items, Line, Number, Part, Text

COUNTRY = {"enum": sorted(COUNTRIES), "example": "UZ"}
NAME = {"minLength": 1, "maxLength": 300, "example": "Tashkent State University of Economics"}
RANK = {"minimum": 1, "maximum": LOWEST_RANK, "example": 980}
_FIRST_DAY = "The first day; the day of the act, if not stated."


class Identifiers(Form):
    """Identifiers that others gave to an organisation."""

    schac = Text(
        "Its internet domain.", pattern="^([a-z0-9]([a-z0-9-]{0,20}[a-z0-9])?[.])+[a-z]{2,10}$", example="tsue.uz"
    )
    erasmus_code = Text(
        "Its Erasmus code.", pattern="^[A-Z]{3}[A-Z]{1,8}[0-9]{2,3}$|^[A-Z]{1,2} +[A-Z]{1,8}[0-9]{2,3}$"
    )
    pic = Text("Its participant identification code.", pattern="^[0-9]{9}$", example="999999999")
    oid = Text("Its Erasmus+ organisation id.", pattern="^E[0-9]{8}$", example="E10000000")
    ror = Text("Its ROR id.", pattern="^https://ror[.]org/0[a-hj-km-np-tv-z0-9]{6}[0-9]{2}$")


class RegisterPartner(Act):
    """An organisation."""

    name = Line("The name it bore first, as far as we know.", required=True, **NAME)
    kind = Text("What it is.", required=True, enum=list(KINDS))
    country = Text("Its country (ISO 3166-1 alpha-2); none for an organisation of none.", allow_none=True, **COUNTRY)
    aliases = Items(Line("Another spelling.", minLength=1, maxLength=300), "Other spellings and abbreviations.")
    identifiers = Part(Identifiers, "Identifiers by scheme, all optional.")


class Rename(Act):
    """The name it took; ``occurred_on`` is the day of the change."""

    name = Line("The new name.", required=True, **NAME)
    effective_on = date(_FIRST_DAY, allow_none=True)


class AddAlias(Act):
    """Another spelling under which it is found."""

    alias = Line("The spelling.", required=True, minLength=1, maxLength=300, example="TSUE")


class Identify(Act):
    """An identifier."""

    scheme = Text("Which kind of identifier.", required=True, enum=list(SCHEMES))
    value = Line("As the scheme writes it.", required=True, example="tsue.uz")


class RecordSuccessor(Act):
    """The organisation that took its place."""

    successor_id = Id("The other partner.", required=True)
    effective_on = date(_FIRST_DAY, allow_none=True)


class Merge(Act):
    """The record under which this one is shown from now on."""

    survivor_id = Id("The other partner.", required=True)


class RecordRanking(Act):
    """A rank in an edition of a table."""

    table = Line("Whose ranks they are.", required=True, minLength=1, maxLength=50, example="QS")
    edition = Text("Its year, or its years.", required=True, pattern="^(19|20)[0-9]{2}(/[0-9]{4})?$", example="2024")
    rank = Number("The rank; null: the table does not rank it.", allow_none=True, **RANK)
    rank_to = Number("The last rank of a band; null: the rank is exact.", allow_none=True, **RANK)
    published_on = date("The day on which the edition came out.", allow_none=True)
