"""What answers are made of."""

from __future__ import annotations

from typing import Any

import marshmallow as ma
from typing_extensions import override

from domain.memorandum.term import NOTICE_UNITS, TERM_KINDS
from domain.mobility.details import DIRECTIONS, PURPOSES
from web.schemas.fields import Flag, Form, Id, Items, Number, Part, Text

EDITION_ID = "^e[1-9][0-9]*$"
INSTANT = r"^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}\.[0-9]{6}Z$"
DAY = "^[0-9]{4}-[0-9]{2}-[0-9]{2}$"
PARTIAL = "^[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?$"


class Shown(Form):
    """A part of an answer: every member is there."""

    @override
    def on_bind_field(self, field_name: str, field_obj: ma.fields.Field[Any]) -> None:
        """Say so in the description."""
        field_obj.required = True


def one_or_none(schema: type[ma.Schema], description: str) -> Part:
    """A field for a part that there may not be."""
    return Part(schema, description, allow_none=True)


def several(schema: type[ma.Schema], description: str, **options: Any) -> Items:
    """A field for a list of parts."""
    return Items(Part(schema, "One of them."), description, **options)


def texts(description: str, **options: Any) -> Items:
    """A field for a list of codes or ids."""
    return Items(Text("One of them."), description, **options)


def day(description: str) -> Text:
    """A field for a whole day, if there is one."""
    return Text(description, pattern=DAY, allow_none=True)


def instant(description: str, **options: Any) -> Text:
    """A field for an instant (UTC)."""
    return Text(description, pattern=INSTANT, **options)


def partial(description: str) -> Text:
    """A field for a partial date; null: not known."""
    return Text(f"{description} Partial; null: not known.", pattern=PARTIAL, allow_none=True)


class Days(Shown):
    """The days that a date may mean; equal, if it is known to the day."""

    earliest = Text("The first of them.", pattern=DAY)
    latest = Text("The last of them.", pattern=DAY)


class SourceShown(Shown):
    """The document that an entry rests on."""

    title = Text("What it is called.")
    passage = Text("The passage, word for word.")
    sha256 = Text("The digest of its bytes.", allow_none=True)


class Side(Shown):
    """A party."""

    party_id = Text("What it is called in this memorandum.")
    partner_id = Id("The partner; null, if it is not yet named.", allow_none=True)
    unit = Text("Its faculty or department.")
    ours = Flag("Whether it is our side.")
    counterparty = Text("What is looked for, if it is not yet named.")
    name = Text("The partner's name on the day asked, as known then.", allow_none=True)


class AreaShown(Shown):
    """An area of cooperation."""

    area = Text("Which.")
    fields_ = texts("The fields of study that it is limited to.", data_key="fields", attribute="fields")


class ConditionShown(Shown):
    """Places a year that an edition grants."""

    direction = Text("Which way.", enum=list(DIRECTIONS))
    purpose = Text("What for.", enum=list(PURPOSES))
    places = Number("How many a year.")
    academic_years = texts("For which academic years; none: all.")
    fields_ = texts("For which fields of study; none: all.", data_key="fields", attribute="fields")
    levels = Items(Number("A level of the EQF."), "For which levels; none: all.")


class Duration(Shown):
    """A length of time."""

    count = Number("How many.")
    unit = Text("Of what.", enum=list(NOTICE_UNITS))


class TermShown(Form):
    """A term; the parts that are stated."""

    kind = Text("Its kind.", required=True, enum=list(TERM_KINDS))
    until = Text("The stated last day.", pattern=PARTIAL)
    length = Part(Duration, "The length of the first period.")
    renewal = Part(Duration, "The length of each tacit renewal.")
    notice = Part(Duration, "The time of notice.")


class SignatureShown(Shown):
    """A signature."""

    party_id = Text("For which party.")
    name = Text("Who signed.")
    office = Text("The office held that day.")
    place = Text("Where.")
    signed_on = partial("When.")


class Awaited(Form):
    """What a text waits for."""

    approval = Text("What.", required=True, enum=["submission", "clearance", "ours", "partner", "signature"])
    role = Text("Of which role on the review route.")
    party_id = Text("Of which party.")


class Cause(Shown):
    """What makes a standing so."""

    code = Text("What it is.")
    version = Number("The version of the event that it was recorded with.")
