"""What registration from paper takes."""

from __future__ import annotations

from domain.memorandum.paper import MOST_EDITIONS
from domain.shared.dates import CERTAINTIES
from web.schemas.act import Act, date
from web.schemas.fields import Flag, Form, Items, Line, Number, Part, Text
from web.schemas.memorandum.content import EDITION, PARTY, PaperParts
from web.schemas.memorandum.drafting import Begin, OnEdition


class Signature(Form):
    """A signature on paper, as far as it is known."""

    party_id = Text("For which party.", required=True, **PARTY)
    signatory = Line("Who signed.", allow_none=True, maxLength=200)
    office = Line("The office that the person held that day.", allow_none=True, maxLength=200)
    place = Line("Where.", allow_none=True, maxLength=200)
    signed_on = date("When.", allow_none=True)


class OnPaper(PaperParts):
    """An edition known from paper, as far as it is known."""

    signed_on = date("The day it was concluded.", allow_none=True)
    certainty = Text("Whether the source states that day.", enum=list(CERTAINTIES))
    signatures = Items(Part(Signature, "A signature."), "The signatures, 100 at most.", allow_none=True)
    stub = Flag("Whether little more is known than that it existed.")


class PaperEdition(OnPaper):
    """An edition among those of one registration."""

    follows = Number("The place in the list, from 0, of the edition that it renews.", allow_none=True, minimum=0)
    amends = Number("The place in the list, from 0, of the edition that it amends.", allow_none=True, minimum=0)


class FurtherEdition(OnPaper):
    """An edition beside those on record."""

    follows = Text("The edition that it renews.", allow_none=True, **EDITION)
    amends = Text("The edition that it amends.", allow_none=True, **EDITION)


class RegisterFromPaper(Begin):
    """A memorandum from paper."""

    editions = Items(
        Part(PaperEdition, "An edition."),
        f"Its editions from the oldest to the newest, 1 to {MOST_EDITIONS}; one of them at least with its parties.",
        required=True,
    )
    updated_form = Flag("The first of them is said to renew an edition of which nothing else is known.")


class RecordEdition(Act):
    """A further edition from paper."""

    edition = Part(FurtherEdition, "The edition.", required=True)


class Known(PaperParts):
    """What has become known of an edition from paper."""

    signed_on = date("The day it was concluded.")


class CompleteStub(OnEdition):
    """What was not known before."""

    known = Part(Known, "The parts that are known now.", required=True)
