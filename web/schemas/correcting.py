"""What statements take that something recorded earlier was wrong."""

from __future__ import annotations

from web.schemas.act import Act
from web.schemas.fields import Anything, Line, Number, Paragraph


class OnEvent(Act):
    """A statement about an earlier event; a reason is required."""

    event_version = Number("The version that the event gave the record.", required=True, minimum=1, example=1)
    reason = Paragraph(
        "Why, in the officer's words.", required=True, minLength=1, maxLength=2000, example="Misread scan"
    )


class Retract(OnEvent):
    """It did not happen."""


class Correct(OnEvent):
    """A field of it was never so."""

    field = Line("The field: one of the event's own, or of its act.", required=True, example="reason")
    value = Anything("What it should read, in the form in which the command takes it.", required=True, allow_none=True)
