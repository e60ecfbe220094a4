"""Every use case of mobility cases as it is typed: once where it is done, once where it is refused."""

from __future__ import annotations

from domain.shared.event import Aggregate
from tests import given
from tests.web.cli.cases import REASON, SOURCE, Case

C = str(given.CASE)
DETAILS = ["--purpose", "studies", "--partner", "University of Cantabria", "--field", "0711", "--level", "6"]
NOMINATION = [*DETAILS, "--without-memorandum", "It is being drafted", "--funding", "foundation; El-Yurt; 7; 1200 USD"]


def nominated() -> Aggregate:
    return given.a_nomination()


def accepted() -> Aggregate:
    return given.an_accepted_case()


def under_way() -> Aggregate:
    return given.a_case_under_way()


def completed() -> Aggregate:
    return given.a_completed_case()


def cotutelle() -> Aggregate:
    return given.a_cotutelle()


def enrolled() -> Aggregate:
    case = given.a_cotutelle()
    case.enrol(given.an_act("2025-12-15"))
    return case


def defended() -> Aggregate:
    case = given.a_cotutelle()
    case.enrol(given.an_act("2025-12-15"))
    case.defend(given.an_act("2026-05-20"))
    return case


CASES = [
    Case(
        "mobility_cases.nominate",
        None,
        ["case", "nominate", *NOMINATION, "--from", "2027-02-01", "--until", "2027-06"],
        "mobility.nominated",
        ["case", "nominate", *DETAILS],
        "invalid_value",
        2,
    ),
    Case(
        "mobility_cases.revise",
        nominated,
        ["case", "revise", C, "--level", "7", "--unit", "Faculty of Chemistry"],
        "mobility.revised",
        ["case", "revise", C, "--until", "2026-02-01"],
        "invalid_value",
        2,
    ),
    Case(
        "mobility_cases.accept",
        nominated,
        ["case", "accept", C, "--comment", "Welcome"],
        "mobility.accepted",
        ["case", "accept", C, "--side", "sending"],
        "case_stage_forbids",
        3,
        refused_in=under_way,
    ),
    Case(
        "mobility_cases.reject",
        nominated,
        ["case", "reject", C, "--comment", "The level is missing"],
        "mobility.rejected",
        ["case", "reject", C],
        "invalid_value",
        2,
    ),
    Case(
        "mobility_cases.cancel",
        accepted,
        ["case", "cancel", C, *REASON],
        "mobility.cancelled",
        ["case", "cancel", C],
        "invalid_value",
        2,
    ),
    Case(
        "mobility_cases.register",
        None,
        ["case", "register", *NOMINATION, "--reached", "completed", "--actual-from", "2022", *SOURCE],
        "mobility.registered",
        ["case", "register", *NOMINATION, "--reached", "defended"],
        "invalid_value",
        2,
    ),
    Case(
        "mobility_cases.change_dates",
        accepted,
        ["case", "change-dates", C, "--from", "2026-02-20", *REASON],
        "mobility.dates_changed",
        ["case", "change-dates", C, "--until", "2026-01-20", *REASON],
        "invalid_value",
        2,
    ),
    Case(
        "mobility_cases.start",
        accepted,
        ["case", "start", C, "--actual-from", "2026-02"],
        "mobility.started",
        ["case", "start", C],
        "case_stage_forbids",
        3,
        refused_in=nominated,
    ),
    Case(
        "mobility_cases.complete",
        under_way,
        ["case", "complete", C, "--actual-until", "2026-06-26"],
        "mobility.completed",
        ["case", "complete", C],
        "case_stage_forbids",
        3,
        refused_in=cotutelle,
    ),
    Case(
        "mobility_cases.interrupt",
        under_way,
        ["case", "interrupt", C, "--ground", "force_majeure", "--actual-until", "2026-04-01"],
        "mobility.interrupted",
        ["case", "interrupt", C, "--actual-until", "2026-01-01"],
        "invalid_value",
        2,
    ),
    Case(
        "mobility_cases.certify",
        completed,
        ["case", "certify", C, "--certificate", "Certificate 17/2026"],
        "mobility.certified",
        ["case", "certify", C, "--certificate", " "],
        "invalid_value",
        2,
    ),
    Case(
        "mobility_cases.recognise",
        completed,
        ["case", "recognise", C, "--ects", "30"],
        "mobility.recognised",
        ["case", "recognise", C, "--ects", "thirty"],
        "invalid_value",
        2,
    ),
    Case(
        "mobility_cases.record_funding",
        nominated,
        ["case", "record-funding", C, "--funder", "own", "--amount", "500", "--currency", "EUR"],
        "mobility.funded",
        ["case", "record-funding", C, "--funder", "own", "--amount", "500"],
        "invalid_value",
        2,
    ),
    Case(
        "mobility_cases.enrol",
        cotutelle,
        ["case", "enrol", C],
        "mobility.enrolled",
        ["case", "enrol", C],
        "case_stage_forbids",
        3,
        refused_in=accepted,
    ),
    Case(
        "mobility_cases.defend",
        enrolled,
        ["case", "defend", C],
        "mobility.defended",
        ["case", "defend", C, "--occurred-on", "2025-12-01"],
        "invalid_value",
        2,
    ),
    Case(
        "mobility_cases.award_degree",
        defended,
        ["case", "award-degree", C],
        "mobility.degree_awarded",
        ["case", "award-degree", C, "--occurred-on", "2026-05-01"],
        "stages_out_of_order",
        3,
    ),
    Case(
        "mobility_cases.correct",
        nominated,
        ["case", "correct", C, "--event", "1", "--field", "eqf_level", "--value", "7", *REASON],
        "mobility.corrected",
        ["case", "correct", C, "--event", "1", "--field", "person_id", "--value", C, *REASON],
        "invalid_value",
        2,
    ),
    Case(
        "mobility_cases.retract",
        accepted,
        ["case", "retract", C, "--event", "2", *REASON],
        "mobility.retracted",
        ["case", "retract", C, "--event", "1", *REASON],
        "cannot_be_retracted",
        3,
    ),
]
