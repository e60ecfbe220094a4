"""What questions take: conditions in the query of the address."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from application.exchange.importing.deciding import STATUSES as DECIDED_OR_NOT
from application.memorandum.followup import APPROVALS
from application.memorandum.history import CHAPTERS
from application.paging import LONGEST_PAGE
from application.request.requests import STATUSES
from domain.activity.dormancy import MONTHS, MOST_MONTHS
from domain.memorandum.lifecycle import STAGES
from domain.partner.partner import KINDS
from domain.shared.codes import AREAS
from domain.shared.errors import Invalid
from web.exporting.files import FORMS, OF_EVERYTHING
from web.schemas.act import CODE, DAY
from web.schemas.fields import Form, Id, Items, Line, Number, Text
from web.schemas.partner import COUNTRY
from web.schemas.shown.memorandum import STANDINGS

EDITION = r"^(e?[1-9][0-9]*|[1-9][0-9]*\.[1-9][0-9]*)$"


class Figure(Number):
    """A whole number in a query, where everything is text."""

    def _deserialize(self, value: Any, *_: Any, **__: Any) -> int:
        if not isinstance(value, str) or not value.isascii() or not value.isdigit() or len(value) > 15:
            raise self.make_error("invalid", input=value)
        return int(value)


class Choice(Text):
    """One of a few words, each of which stands for a value."""

    def __init__(self, description: str, values: dict[str, Any], **options: Any) -> None:
        super().__init__(description, enum=list(values), **options)
        self.values = values

    def _deserialize(self, value: Any, *_: Any, **__: Any) -> Any:
        if value not in self.values:
            raise Invalid(str(self.name), value, "one_of", values=list(self.values))
        return self.values[value]


def limit_of(default: int) -> Figure:
    """A field for how many an answer may hold."""
    return Figure(f"How many; {default}, if not given.", minimum=1, maximum=LONGEST_PAGE, example=20)


class Nothing(Form):
    """No conditions."""


class KnownAt(Form):
    """As known when."""

    known_at = Text(
        "The instant whose knowledge answers: a day, which means its end, or an instant with its offset; now, "
        "if not given.",
        example="2026-01-31",
    )


class Asked(KnownAt):
    """About which day, as known when."""

    as_of = Text("The day asked about; today, if not given.", pattern=DAY, example="2026-01-31")


class Turned(Form):
    """Which page."""

    limit = limit_of(50)
    after = Text("The key with which the page before ended.")


class OfEverything(KnownAt):
    """With the documents, or without."""

    form = Text("The events alone, or in an archive with the documents.", enum=list(OF_EVERYTHING))


class InForm(KnownAt):
    """In which form."""

    form = Text("Of the file.", enum=list(FORMS))


class OfTheMemorandums(Asked):
    """Which memorandums; the conditions are held against what the row shows on that day, but for `q`."""

    standing = Items(Text("A standing.", enum=STANDINGS), "How they stand; one or several.")
    stage = Text("Where the working text stands.", enum=list(STAGES))
    kind = Text("Their kind.", pattern=CODE)
    country = Text("The country of a partner.", **COUNTRY)
    partner = Id("A partner.")
    area = Text("An area of cooperation.", enum=list(AREAS))
    owner = Text("Who is answerable for them.")
    ends_before = Text("The last day of the running period lies before this one.", pattern=DAY)
    archived = Choice(
        "Without those in the archive (unless said otherwise), only those, or with them.",
        {"without": False, "only": True, "with": None},
    )
    q = Text("Words that a title, a number or a partner's name holds; spelling is forgiven.", maxLength=200)


class OfTheRegister(OfTheMemorandums, Turned):
    """Which memorandums, and which page of them."""


class OfTheRegisterExport(OfTheMemorandums, InForm):
    """Which memorandums, and in which form."""


class OfTheSummary(Asked):
    """Which memorandums to count."""

    archived = Choice(
        "Without those in the archive (unless said otherwise), only those, or with them.",
        {"without": False, "only": True, "with": None},
    )


def chapters_of(chapters: Sequence[str]) -> Items:
    """A field for the chapters of a history."""
    return Items(Text("A chapter.", enum=list(chapters)), "Of which chapters; of all, if none is given.")


class InOrder(KnownAt):
    """Which end first."""

    order = Choice("Which comes first.", {"oldest_first": False, "newest_first": True}, attribute="newest_first")
    limit = limit_of(200)


class OfTheHistory(InOrder):
    """Which entries."""

    chapters = chapters_of(CHAPTERS)
    after = Figure("The version with which the page before ended.", minimum=1)


class Against(Asked):
    """With which edition to compare."""

    against = Text(
        "The edition to start from, by number or id; the one before, if not given.", pattern=EDITION, example="1"
    )


class OfTheDirectory(Asked, Turned):
    """Which partners."""

    q = Text("Words that a name, alias or identifier holds; spelling is forgiven.", maxLength=200)
    country = Text("Their country.", **COUNTRY)
    kind = Text("What they are.", enum=list(KINDS))


class OfNearDuplicates(KnownAt):
    """How many pairs."""

    limit = limit_of(50)


class Alike(Form):
    """What a partner is called."""

    name = Line("As it stands in a text, in any spelling.", required=True, minLength=1, maxLength=300, example="TSUE")
    country = Text("Its country, if it is known.", **COUNTRY)


class OfUniversities(Form):
    """What a university is called."""

    q = Line("Words of its name or domain; spelling is forgiven.", required=True, maxLength=200, example="tsue")
    country = Text("Only those of this country.", **COUNTRY)
    limit = limit_of(20)


class OfTheRequests(KnownAt, Turned):
    """Which requests."""

    status = Text("What became of them.", enum=list(STATUSES))


class OfTheQuestions(KnownAt, Turned):
    """Which of the questions that a register leaves to a person."""

    status = Text("Whether they wait, which they do if nothing is said, or were decided.", enum=list(DECIDED_OR_NOT))
    looks_renewed = Choice(
        "Whether only rows are meant that look renewed, or only others; both, if nothing is said.",
        {"yes": True, "no": False},
    )


class Ahead(Asked):
    """How far ahead."""

    days = Figure("Within how many days; 90, if not given.", minimum=0, maximum=3660, example=180)
    owner = Text("Who is answerable.")
    limit = limit_of(200)


class OfProposals(Asked):
    """How many."""

    limit = limit_of(200)


class OfLapses(Asked, Turned):
    """Which lapses."""

    owner = Text("Who is answerable.")


class OfTheDormant(Asked, Turned):
    """How long nothing happened."""

    months = Figure(f"For how many months; {MONTHS}, if not given.", minimum=1, maximum=MOST_MONTHS, example=18)
    owner = Text("Who is answerable.")


class Period(KnownAt):
    """In which period."""

    first = Text("Its first day.", required=True, pattern=DAY, example="2024-01-01")
    last = Text("Its last day.", required=True, pattern=DAY, example="2024-12-31")


class OnDay(KnownAt):
    """On which day."""

    on = Text("The day to come.", required=True, pattern=DAY, example="2030-09-01", attribute="day")


class OfAwaiting(KnownAt, Turned):
    """Which texts."""

    approval = Text("What they wait for.", enum=list(APPROVALS))


class OfPlannedSignings(KnownAt):
    """How many."""

    limit = limit_of(200)
