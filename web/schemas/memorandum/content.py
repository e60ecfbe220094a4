"""The parts of an edition's content, as they are entered."""

from __future__ import annotations

from domain.memorandum.conditions import MOST_PLACES
from domain.memorandum.content import LONGEST_TEXT, LONGEST_TITLE, MOST_PARTIES
from domain.memorandum.term import NOTICE_UNITS, TERM_KINDS, UNITS
from domain.mobility.details import DIRECTIONS, PURPOSES
from domain.shared.codes import AREAS, EQF_LEVELS
from domain.shared.isced import FIELDS_OF_STUDY
from web.schemas.act import date
from web.schemas.fields import LANGUAGE, ByName, Flag, Form, Id, Items, Line, Number, Paragraph, Part, Text

TITLES = {"en": "Memorandum of understanding on student exchange"}
TEXTS = {"en": "1. The parties exchange students.\n\n2. Each party names a coordinator."}
EDITION = {"pattern": "^e[1-9][0-9]*$", "example": "e1"}
PARTY = {"pattern": "^p[1-9][0-9]*$", "example": "p2"}

ACADEMIC_YEAR_FORM = {"pattern": "^20[0-9]{2}/20[0-9]{2}$", "example": "2025/2026"}
ACADEMIC_YEAR = Text("An academic year.", **ACADEMIC_YEAR_FORM)


class Length(Form):
    """A number of days, months or years."""

    count = Number("How many.", required=True, minimum=1)
    unit = Text("Of what.", required=True, enum=list(UNITS))


class NoticeLength(Form):
    """A number of days, months, years or academic years."""

    count = Number("How many.", required=True, minimum=1)
    unit = Text("Of what; an academic year begins on 1 September.", required=True, enum=list(NOTICE_UNITS))


class Term(Form):
    """How long an edition lasts; which parts it may have depends on its kind."""

    kind = Text("What kind of term.", required=True, enum=list(TERM_KINDS))
    until = date("The stated last day of the first period; it wins over the length.", allow_none=True)
    length = Part(Length, "The length of the first period.", allow_none=True)
    renewal = Part(Length, "The length of each tacit renewal.", allow_none=True)
    notice = Part(NoticeLength, "How long before an end a party objects or gives notice.", allow_none=True)


class Party(Form):
    """A side. One that is not yet named has no partner, and says in ``counterparty`` what is looked for."""

    party_id = Text("What it is called in this memorandum; given by Bitim.", allow_none=True, **PARTY)
    partner_id = Id("The partner; none, if it is not yet named.", allow_none=True)
    unit = Line("Its faculty or department.", allow_none=True, maxLength=200)
    ours = Flag("Whether it is our side.")
    counterparty = Line("What is looked for.", allow_none=True, maxLength=200)


class Area(Form):
    """An area of cooperation."""

    area = Text("Which.", required=True, enum=list(AREAS))
    fields_ = Items(
        Text("A detailed field of ISCED-F 2013.", enum=sorted(FIELDS_OF_STUDY)),
        "The fields of study that it is limited to; none: all.",
        data_key="fields",
        attribute="fields",
        allow_none=True,
        example=["0711"],
    )


class Condition(Form):
    """Places a year, in one direction and for one purpose."""

    direction = Text("Which way.", required=True, enum=list(DIRECTIONS))
    purpose = Text("What for.", required=True, enum=list(PURPOSES))
    places = Number("How many a year.", required=True, minimum=0, maximum=MOST_PLACES)
    academic_years = Items(ACADEMIC_YEAR, "For which academic years; none: all.", allow_none=True)
    fields_ = Items(
        Text("A detailed field of ISCED-F 2013.", enum=sorted(FIELDS_OF_STUDY)),
        "For which fields of study; none: all.",
        data_key="fields",
        attribute="fields",
        allow_none=True,
    )
    levels = Items(
        Number("A level of the EQF.", minimum=EQF_LEVELS[0], maximum=EQF_LEVELS[-1]),
        "For which levels; none: all.",
        allow_none=True,
    )


def titles(**options: object) -> ByName:
    """A field for titles by language."""
    title = Line("A title.", minLength=1, maxLength=LONGEST_TITLE)
    says = "Titles by language (BCP 47), at least one."
    return ByName(title, says, propertyNames=LANGUAGE, minProperties=1, example=TITLES, **options)


def texts(**options: object) -> ByName:
    """A field for texts by language."""
    text = Paragraph("A text.", maxLength=LONGEST_TEXT)
    says = "Texts by language; clauses are parted by blank lines."
    return ByName(text, says, propertyNames=LANGUAGE, example=TEXTS, **options)


def parties(**options: object) -> Items:
    """A field for the sides."""
    says = f"Two to {MOST_PARTIES} sides, at least one of them ours and one of them not."
    return Items(Part(Party, "A side."), says, **options)


def areas(**options: object) -> Items:
    """A field for areas of cooperation."""
    return Items(Part(Area, "An area."), "Areas of cooperation, each once.", **options)


def conditions(**options: object) -> Items:
    """A field for the places that are granted."""
    return Items(Part(Condition, "Places."), "The places a year that it grants; none: nobody counts.", **options)


class Parts(Form):
    """Parts of a content; those that are left out stay as they are."""

    titles = titles()
    texts = texts()
    parties = parties()
    areas = areas()
    term = Part(Term, "How long it lasts; null: not settled.", allow_none=True)
    effective_on = date("The first day in force, as stated; null: not stated.", allow_none=True)
    conditions = conditions()


class Content(Parts):
    """A whole content."""

    titles = titles(required=True)
    parties = parties(required=True)


class PaperParts(Parts):
    """Parts of a content, each of which may be unknown (null, or left out)."""

    titles = titles(allow_none=True)
    texts = texts(allow_none=True)
    parties = parties(allow_none=True)
    areas = areas(allow_none=True)
