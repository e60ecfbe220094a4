"""The one shape of every refusal (RFC 9457)."""

from __future__ import annotations

from web.schemas.act import CODE
from web.schemas.fields import Anything, ByName, Form, Items, Number, Part, Text


class OffendingField(Form):
    """An offending field."""

    field = Text("Its name, with dots for what lies inside: term.until.", required=True)
    value = Anything("What was sent, shortened.", required=True)
    accepts = Text("A code of what would be accepted.", required=True, pattern=CODE)
    limits = ByName(Anything("A bound."), "The bounds of what would be accepted.", required=True)
    accepted = Text("What would be accepted, in words.", required=True)


class Problem(Form):
    """Why something is refused. Every member is always there."""

    type = Text("Where the code is explained.", required=True)
    title = Text("What is the matter; the same for every problem with this code.", required=True)
    status = Number("The HTTP status.", required=True, minimum=400, maximum=599)
    detail = Text("What stands against it in this case.", required=True)
    code = Text("For programs; it never changes its meaning.", required=True, pattern=CODE)
    accepted = Text("What would be accepted, or what to do instead.", required=True)
    fields_ = Items(
        Part(OffendingField, "A field."),
        "The offending fields, if any.",
        required=True,
        data_key="fields",
        attribute="fields",
    )
    data = ByName(Anything("A fact."), "The facts that stand against it.", required=True)
