"""What the decisions of the institution take."""

from __future__ import annotations

from web.schemas.act import CODE, Act
from web.schemas.fields import LANGUAGE, ByName, File, Form, Items, Line, Text


class DefineKind(Act):
    """A kind of memorandum of its own."""

    kind = Text("Its code, for ever.", required=True, pattern=CODE, example="olympiad_agreement")
    labels = ByName(
        Line("What people read.", minLength=1, maxLength=100),
        "Labels by language (BCP 47), at least one.",
        propertyNames=LANGUAGE,
        minProperties=1,
        required=True,
        example={"en": "Olympiad agreement"},
    )


class SetReviewRoute(Act):
    """The roles that must clear a text."""

    route = Items(
        Text("A role.", pattern=CODE, example="legal"),
        "The roles in order; none, if nobody needs to clear it.",
        required=True,
        example=["legal", "international_office"],
    )
    kind = Text("Of memorandum; none for every kind without a route of its own.", allow_none=True, pattern=CODE)


class LoadUniversities(Act):
    """A list of universities, which is its own source."""

    class Meta(Form.Meta):
        exclude = ("source",)

    file = File("The list: JSON with name, alpha_two_code, domains; or CSV with name, country, domain.", required=True)


class PermitOverrides(Act):
    """The roles that may nominate beyond the places granted."""

    roles = Items(
        Text("A role.", pattern=CODE, example="head_of_office"),
        "The roles; none, and it is refused to all.",
        required=True,
        example=["head_of_office"],
    )
