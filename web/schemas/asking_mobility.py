"""What questions about mobility cases take."""

from __future__ import annotations

from application.mobility.caseload.queries import GROUPS
from application.mobility.history import CHAPTERS
from application.mobility.history_with_cases import CHAPTERS as CHAPTERS_WITH_CASES
from domain.mobility.details import DIRECTIONS, FUNDERS, PURPOSES
from domain.mobility.lifecycle import STAGES
from domain.mobility.stages import UNDETERMINED
from web.schemas.act import DAY
from web.schemas.asking import Asked, Choice, Figure, InForm, InOrder, KnownAt, Turned, chapters_of, limit_of
from web.schemas.fields import Form, Id, Text
from web.schemas.memorandum.content import ACADEMIC_YEAR_FORM


class OfTheHistoryWithCases(InOrder):
    """Which entries."""

    chapters = chapters_of(CHAPTERS_WITH_CASES)
    after = Text("The key with which the page before ended.")


class OfTheCaseHistory(InOrder):
    """Which entries."""

    chapters = chapters_of(CHAPTERS)
    after = Figure("The version with which the page before ended.", minimum=1)


class _OfCases(Form):
    direction = Text("Which way.", enum=list(DIRECTIONS))
    purpose = Text("What for.", enum=list(PURPOSES))
    partner = Id("The other side.")
    unit = Text("Our faculty or department, as it is entered.", maxLength=200)
    academic_year = Text("The academic year.", **ACADEMIC_YEAR_FORM)
    funder = Text("Whose money.", enum=list(FUNDERS))
    memorandum = Id("The memorandum on which they rest.")
    person = Id("The opaque id of the person.")


class _OnTheDay(Asked, _OfCases):
    stage = Text("Their stage on the day.", enum=[*STAGES, UNDETERMINED])
    overdue = Choice("Only those whose next step is overdue.", {"no": False, "yes": True})


class OfTheCases(_OnTheDay, Turned):
    """Which cases."""


class OfTheCaseloadExport(_OnTheDay, InForm):
    """Which cases, and in which form."""


class OfTheCaseload(_OnTheDay):
    """Which cases to count, and by what."""

    by = Text("By what.", required=True, enum=list(GROUPS))


class OfThePresent(Asked, Turned):
    """Who."""

    direction = Text("outgoing: who is abroad, unless said otherwise; incoming: who is here.", enum=list(DIRECTIONS))
    limit = limit_of(500)


class OfTheUncovered(KnownAt, Turned, _OfCases):
    """Which cases."""


class OfPlaces(Asked):
    """In which year."""

    academic_year = Text("The academic year; that of the day, if none is given.", **ACADEMIC_YEAR_FORM)


class OfTheBalance(Asked):
    """In which period."""

    first = Text("Its first day; that of the academic year, if not given.", pattern=DAY, example="2025-09-01")
    until = Text("Its last day; the day asked, if not given.", pattern=DAY, example="2026-08-31")
    partner = Id("With which partner.")
    purpose = Text("What for.", enum=list(PURPOSES))
