"""What commands on the working text take."""

from __future__ import annotations

from domain.memorandum.content import KINDS
from web.schemas.act import CODE, Act, date
from web.schemas.fields import Id, Line, Paragraph, Part, Text
from web.schemas.memorandum.content import EDITION, PARTY, Content, Parts


class Begin(Act):
    """What every memorandum has from its first event on."""

    kind = Text(
        f"Its kind: {', '.join(KINDS)}, or one of the institution's own.",
        required=True,
        pattern=CODE,
        example="memorandum_of_understanding",
    )
    owner = Line(
        "The id of the employee answerable for it.", required=True, minLength=1, maxLength=100, example="officer-1"
    )
    reference = Line("Its number; the next one that is free, if it is not given.", allow_none=True, maxLength=60)


class OnEdition(Act):
    """A command on one edition."""

    edition_id = Text("The edition.", required=True, **EDITION)


class OnParty(OnEdition):
    """A command on one party of an edition."""

    party_id = Text("The party.", required=True, **PARTY)


class ByRole(OnEdition):
    """A decision of a role on the review route."""

    role = Text("The role.", required=True, pattern=CODE, example="legal")


class ReturnForChanges(ByRole):
    """A text that goes back, with the reason."""

    reason = Paragraph("Why, in the role's words.", required=True, minLength=1, maxLength=2000, example="No end is set")


class Accept(Begin):
    """A first draft that answers a request for a partnership."""

    content = Part(Content, "What it says.", required=True)


class Draft(Accept):
    """A first draft, which may answer a request for a partnership."""

    request_id = Id("The request that it answers.", allow_none=True)


class Revise(OnEdition):
    """Changes to a working text."""

    changes = Part(Parts, "The parts that change.", required=True)


class NameCounterparty(OnParty):
    """The partner that a side turns out to be."""

    partner_id = Id("The partner.", required=True)
    unit = Line("Its faculty or department.", maxLength=200)


class PlanSigning(OnEdition):
    """The intention to sign at a named event."""

    event = Line("The forum, visit or ceremony.", required=True, minLength=1, maxLength=300, example="Forum of rectors")
    place = Line("Where.", maxLength=200)
    planned_for = date("Its day, which may lie in the future.", allow_none=True)
