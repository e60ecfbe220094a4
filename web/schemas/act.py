"""What every command says beside its own fields: when it happened, on what ground, and why."""

from __future__ import annotations

from domain.shared.dates import CERTAINTIES
from web.schemas.fields import Form, Line, Paragraph, Part, Text

PARTIAL_DATE = r"^(19|20)[0-9]{2}(-(0[1-9]|1[0-2])(-(0[1-9]|[12][0-9]|3[01]))?)?$"
DAY = r"^(19|20)[0-9]{2}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])$"
CODE = r"^[a-z][a-z0-9_]{0,49}$"
SHA256 = r"^[0-9a-f]{64}$"


def date(description: str, **options: object) -> Text:
    """A field for a partial date: a year, a month or a day."""
    says = f"{description} Partial: 2023, 2023-09 or 2023-09-14."
    return Text(says, pattern=PARTIAL_DATE, example="2024-03", **options)


def day(description: str, **options: object) -> Text:
    """A field for a whole day."""
    return Text(f"{description} A whole day: 2023-09-14.", pattern=DAY, example="2024-03-01", **options)


class Source(Form):
    """The document that an entry rests on, and the passage in it."""

    title = Line("What the document is called.", required=True, minLength=1, maxLength=300)
    passage = Paragraph("The passage, word for word.", maxLength=2000)
    sha256 = Text("The digest of its bytes, where the office keeps them.", allow_none=True, pattern=SHA256)


class Act(Form):
    """What is entered, with its ground."""

    occurred_on = date("The day it happened; today, if not given; null, if it is not known.", allow_none=True)
    certainty = Text("Whether the source states that day.", enum=list(CERTAINTIES))
    source = Part(Source, "The document that it rests on.", allow_none=True)
    reason = Paragraph("Why, in the officer's words.", maxLength=2000)
