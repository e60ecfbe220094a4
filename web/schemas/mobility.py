"""What commands on mobility cases take."""

from __future__ import annotations

from domain.mobility.details import DIRECTIONS, FUNDERS, MOST_FUNDING, PURPOSES
from domain.mobility.lifecycle import GROUNDS, MAY_BE_REGISTERED, SIDES
from domain.shared.codes import CURRENCIES, EQF_LEVELS
from domain.shared.isced import FIELDS_OF_STUDY
from web.schemas.act import CODE, Act, date
from web.schemas.fields import Form, Id, Items, Line, Number, Paragraph, Part, Text
from web.schemas.memorandum.content import ACADEMIC_YEAR_FORM

AMOUNT = {"pattern": r"^[0-9]{1,12}([.][0-9]{1,2})?$"}
PURPOSE = {"enum": list(PURPOSES)}
_FIRST_DAY = "The first day; the day of the act, if not stated."
_LAST_DAY = "The last day; the day of the act, if not stated."


class Details(Form):
    """What a nomination says."""

    partner_id = Id("The other side: the host of an outgoing case, the sending side of an incoming one.")
    partner_unit = Line("Its faculty or department.", maxLength=200)
    unit = Line("Our faculty or department.", maxLength=200)
    office = Line("The office held, or the studies pursued, at the time.", maxLength=200)
    eqf_level = Number("The level (EQF).", allow_none=True, minimum=EQF_LEVELS[0], maximum=EQF_LEVELS[-1])
    field = Text("The field of study (ISCED-F 2013).", allow_none=True, enum=sorted(FIELDS_OF_STUDY))
    academic_year = Text(
        "The academic year; that of the first day planned, if none is given.", allow_none=True, **ACADEMIC_YEAR_FORM
    )
    programme = Line("The programme under which the person goes.", maxLength=300)
    memorandum_id = Id("The memorandum on which it rests; null: none.", allow_none=True)
    without_memorandum = Line("Why it rests on none.", maxLength=500, example="The agreement is being drafted")
    planned_from = date("The first day planned; null: not known.", allow_none=True)
    planned_until = date("The last day planned; null: not known.", allow_none=True)


class ChangedDetails(Details):
    """Details that change; those that are left out stay as they are."""

    purpose = Text("What for.", **PURPOSE)


class WholeDetails(Details):
    """All details of a nomination."""

    purpose = Text("What for.", required=True, **PURPOSE)
    partner_id = Id("The other side: the host of an outgoing case, the sending side of an incoming one.", required=True)


class Funding(Form):
    """Money for a case; an amount has a currency."""

    funder = Text("Whose money it is.", required=True, enum=list(FUNDERS))
    name = Line("The project, foundation or donor.", allow_none=True, maxLength=300)
    reference = Line("The number of the project or grant.", allow_none=True, maxLength=100)
    partner_id = Id("The donor, where it is a partner on record.", allow_none=True)
    amount = Text("How much.", allow_none=True, example="1200.50", **AMOUNT)
    currency = Text("In which currency (ISO 4217).", allow_none=True, enum=sorted(CURRENCIES))


class Override(Form):
    """Going beyond the places granted."""

    role = Text("In which role.", required=True, pattern=CODE, example="head_of_office")
    reason = Paragraph("Why.", required=True, minLength=1, maxLength=2000)


class _Begin(Act):
    direction = Text("Which way.", required=True, enum=list(DIRECTIONS))
    person_id = Id("The opaque id of the person; a new one, if none is given.", allow_none=True)
    details = Part(WholeDetails, "What it says.", required=True)
    funding = Items(Part(Funding, "Money."), f"Money for it, at most {MOST_FUNDING} times.")


class Nominate(_Begin):
    """The nomination of a person; ``occurred_on`` is its day."""

    override = Part(Override, "Going beyond the places granted.", allow_none=True)


class RegisterCase(_Begin):
    """A case that happened before; ``occurred_on`` is the day on which it reached its stage."""

    reached = Text("The stage that it had reached.", required=True, enum=list(MAY_BE_REGISTERED))
    actual_from = date("The first day; null: not known.", allow_none=True)
    actual_until = date("The last day; null: not known.", allow_none=True)


class ReviseCase(Act):
    """Changes of the nomination; both sides answer it anew."""

    changes = Part(ChangedDetails, "The details that change.", required=True)
    override = Part(Override, "Going beyond the places granted.", allow_none=True)


class AcceptCase(Act):
    """A side accepts."""

    side = Text("Which.", required=True, enum=list(SIDES))
    comment = Paragraph("What it says to that.", maxLength=2000)


class RejectCase(Act):
    """A side rejects."""

    side = Text("Which.", required=True, enum=list(SIDES))
    comment = Paragraph("Why.", required=True, minLength=1, maxLength=2000)


class Cancel(Act):
    """It is given up; a reason is required."""

    reason = Paragraph("Why.", required=True, minLength=1, maxLength=2000)


class ChangeDates(Cancel):
    """Other days are planned; a reason is required."""

    planned_from = date("The first day planned; as it was, if not given.", allow_none=True)
    planned_until = date("The last day planned; as it was, if not given.", allow_none=True)


class Start(Act):
    """The person arrived."""

    actual_from = date(_FIRST_DAY, allow_none=True)


class Complete(Act):
    """The stay came to its end."""

    actual_until = date(_LAST_DAY, allow_none=True)


class Interrupt(Complete):
    """The person returned early."""

    ground = Text("Why; null: not known yet.", allow_none=True, enum=list(GROUNDS))


class Certify(Act):
    """The host's certificate."""

    certificate = Line("What it is called, with its number.", required=True, minLength=1, maxLength=200)


class Recognise(Act):
    """The recognition of what was done there."""

    ects = Text("The ECTS credits; null: none, or not known.", allow_none=True, example="30", **AMOUNT)


class RecordFunding(Act):
    """Money for the case."""

    funding = Part(Funding, "The money.", required=True)
