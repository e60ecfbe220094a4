"""Mobility cases: the people who move under the memorandums."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from application.done import Done
from domain.mobility.case import MobilityCase
from domain.shared.act import Act
from web.api.commanding import Answering
from web.api.memorandum.room import memorandums
from web.api.rooms import Answer, Room
from web.core import bitim
from web.schemas import mobility as forms
from web.schemas.act import Act as JustAnAct
from web.schemas.asking import Asked, KnownAt
from web.schemas.asking_mobility import (
    OfPlaces,
    OfTheBalance,
    OfTheCaseHistory,
    OfTheCaseload,
    OfTheCases,
    OfTheHistoryWithCases,
    OfThePresent,
    OfTheUncovered,
)
from web.schemas.correcting import Correct, Retract
from web.schemas.shown import mobility as shown
from web.schemas.shown.history import History

mobility_cases = Room(
    "mobility_cases",
    description="Mobility cases, from nomination to recognition; what covers their days, and the places they use.",
)
BEGUN = Answering(begins=MobilityCase, shown_at="mobility-cases")


@mobility_cases.begins("", forms.Nominate, BEGUN)
def nominate(act: Act, **fields: Any) -> Done:
    """Nominate a person for a stay."""
    return bitim().mobility_cases.nominate(act, **fields)


@mobility_cases.begins("/from-paper", forms.RegisterCase, BEGUN)
def register(act: Act, **fields: Any) -> Done:
    """Enter a case that happened before or outside Bitim, at the stage that it had reached."""
    return bitim().mobility_cases.register(act, **fields)


@mobility_cases.changes("/<uuid:case_id>/revise", forms.ReviseCase)
def revise(case_id: UUID, act: Act, expected: int, **fields: Any) -> Done:
    """Change what the nomination says; both sides answer it anew."""
    return bitim().mobility_cases.revise(case_id, act, expected, **fields)


@mobility_cases.changes("/<uuid:case_id>/accept", forms.AcceptCase)
def accept(case_id: UUID, act: Act, expected: int, **fields: Any) -> Done:
    """Record that a side accepts the nomination."""
    return bitim().mobility_cases.accept(case_id, act, expected, **fields)


@mobility_cases.changes("/<uuid:case_id>/reject", forms.RejectCase)
def reject(case_id: UUID, act: Act, expected: int, **fields: Any) -> Done:
    """Record that a side rejects the nomination, with its comment."""
    return bitim().mobility_cases.reject(case_id, act, expected, **fields)


@mobility_cases.changes("/<uuid:case_id>/cancel", forms.Cancel)
def cancel(case_id: UUID, act: Act, expected: int, **fields: Any) -> Done:
    """Give the case up before it began."""
    return bitim().mobility_cases.cancel(case_id, act, expected, **fields)


@mobility_cases.changes("/<uuid:case_id>/change-dates", forms.ChangeDates)
def change_dates(case_id: UUID, act: Act, expected: int, **fields: Any) -> Done:
    """Plan other days."""
    return bitim().mobility_cases.change_dates(case_id, act, expected, **fields)


@mobility_cases.changes("/<uuid:case_id>/start", forms.Start)
def start(case_id: UUID, act: Act, expected: int, **fields: Any) -> Done:
    """Record that the person arrived."""
    return bitim().mobility_cases.start(case_id, act, expected, **fields)


@mobility_cases.changes("/<uuid:case_id>/complete", forms.Complete)
def complete(case_id: UUID, act: Act, expected: int, **fields: Any) -> Done:
    """Record that the stay came to its end."""
    return bitim().mobility_cases.complete(case_id, act, expected, **fields)


@mobility_cases.changes("/<uuid:case_id>/interrupt", forms.Interrupt)
def interrupt(case_id: UUID, act: Act, expected: int, **fields: Any) -> Done:
    """Record an early return, or state its ground."""
    return bitim().mobility_cases.interrupt(case_id, act, expected, **fields)


@mobility_cases.changes("/<uuid:case_id>/certify", forms.Certify)
def certify(case_id: UUID, act: Act, expected: int, **fields: Any) -> Done:
    """Record the host's certificate of the stay."""
    return bitim().mobility_cases.certify(case_id, act, expected, **fields)


@mobility_cases.changes("/<uuid:case_id>/recognise", forms.Recognise)
def recognise(case_id: UUID, act: Act, expected: int, **fields: Any) -> Done:
    """Recognise what was done there."""
    return bitim().mobility_cases.recognise(case_id, act, expected, **fields)


@mobility_cases.changes("/<uuid:case_id>/record-funding", forms.RecordFunding)
def record_funding(case_id: UUID, act: Act, expected: int, **fields: Any) -> Done:
    """Record money for the case."""
    return bitim().mobility_cases.record_funding(case_id, act, expected, **fields)


@mobility_cases.changes("/<uuid:case_id>/enrol", JustAnAct)
def enrol(case_id: UUID, act: Act, expected: int, **fields: Any) -> Done:
    """Record the enrolment of a cotutelle's candidate at the second university."""
    return bitim().mobility_cases.enrol(case_id, act, expected, **fields)


@mobility_cases.changes("/<uuid:case_id>/defend", JustAnAct)
def defend(case_id: UUID, act: Act, expected: int, **fields: Any) -> Done:
    """Record the defence of a cotutelle's thesis."""
    return bitim().mobility_cases.defend(case_id, act, expected, **fields)


@mobility_cases.changes("/<uuid:case_id>/award-degree", JustAnAct)
def award_degree(case_id: UUID, act: Act, expected: int, **fields: Any) -> Done:
    """Record that a cotutelle's degree was awarded."""
    return bitim().mobility_cases.award_degree(case_id, act, expected, **fields)


@mobility_cases.changes("/<uuid:case_id>/correct", Correct)
def correct(case_id: UUID, act: Act, expected: int, **fields: Any) -> Done:
    """State that a field of an earlier event was never so."""
    return bitim().mobility_cases.correct(case_id, act, expected, **fields)


@mobility_cases.changes("/<uuid:case_id>/retract", Retract)
def retract(case_id: UUID, act: Act, expected: int, **fields: Any) -> Done:
    """State that an event did not happen."""
    return bitim().mobility_cases.retract(case_id, act, expected, **fields)


@mobility_cases.asks("", OfTheCases, shown.CasePage)
def list(**conditions: Any) -> Answer:  # noqa: A001  the name of the question in the core
    """The caseload: cases at their stage of a day, as known at an instant; the one entered last first."""
    return bitim().caseload.list(**conditions)


@mobility_cases.asks("/summary", OfTheCaseload, shown.CaseCounts)
def summary(**conditions: Any) -> Answer:
    """How many cases there are by stage, direction, purpose, partner, unit, academic year or funder."""
    return bitim().caseload.summary(**conditions)


@mobility_cases.asks("/present", OfThePresent, shown.Present)
def present(**conditions: Any) -> Answer:
    """Who is abroad on a day, or here, and how sure that is."""
    return bitim().caseload.present(**conditions)


@mobility_cases.asks("/uncovered", OfTheUncovered, shown.UncoveredPage)
def uncovered(**conditions: Any) -> Answer:
    """The cases with days that no memorandum covers."""
    return bitim().coverage.uncovered(**conditions)


@mobility_cases.asks("/balance", OfTheBalance, shown.Balance)
def balance(**conditions: Any) -> Answer:
    """Those sent to each partner against those received from it, in a period."""
    return bitim().places.balance(**conditions)


@mobility_cases.asks("/<uuid:case_id>", Asked, shown.CaseInFull, versioned=True)
def get(case_id: UUID, **conditions: Any) -> Answer:
    """One case in full."""
    return bitim().caseload.get(case_id, **conditions)


@mobility_cases.asks("/<uuid:case_id>/history", OfTheCaseHistory, History)
def history(case_id: UUID, **conditions: Any) -> Answer:
    """What happened to it: every event with the values before and after, and what later ones made of it."""
    return bitim().case_history.of(case_id, **conditions)


@mobility_cases.asks("/<uuid:case_id>/coverage", KnownAt, shown.CaseCoverage)
def coverage(case_id: UUID, **conditions: Any) -> Answer:
    """Which edition of which memorandum covers each day of a case, and which days none does."""
    return bitim().coverage.of(case_id, **conditions)


@memorandums.asks("/<uuid:memorandum_id>/places", OfPlaces, shown.Places)
def places(memorandum_id: UUID, **conditions: Any) -> Answer:
    """The places that a memorandum grants in an academic year, with those used and free."""
    return bitim().places.of(memorandum_id, **conditions)


@memorandums.asks("/<uuid:memorandum_id>/history-with-cases", OfTheHistoryWithCases, shown.HistoryWithCases)
def history_with_cases(memorandum_id: UUID, **conditions: Any) -> Answer:
    """What happened to a memorandum and under it: its entries and the acts of its cases, in the order of recording."""
    return bitim().history_with_cases.of(memorandum_id, **conditions)
