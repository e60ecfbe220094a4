"""Lives of mobility cases in which everything that can happen to them happens; see `lives`."""

from __future__ import annotations

from domain.mobility.case import MobilityCase
from domain.mobility.place_book import PlaceBook
from tests import given


def of_a_semester_abroad() -> MobilityCase:
    """Rejected, revised, accepted; other days planned, started, completed, certified, recognised, funded, corrected."""
    with given.on("2026-05-04"):
        case = given.a_nomination(unit="Faculty of Chemistry", programme="Erasmus+ KA171")
        case.reject(given.an_act("2025-11-20"), side="host", comment="The level is missing")
        changes = {"eqf_level": 7, "memorandum_id": str(given.MEMORANDUM)}
        case.revise(given.an_act("2025-11-21"), changes=changes, override={"role": "head", "reason": "A twin"})
        case.accept(given.an_act("2025-12-01"), side="host", comment="Welcome")
        case.change_dates(given.with_a_reason("The visa came late"), planned_from="2026-02-20")
        case.start(given.an_act("2026-02-23"), actual_from="2026-02-22")
        grant = {"funder": "foundation", "name": "El-Yurt Umidi", "reference": "7", "partner_id": str(given.SHANDONG)}
        case.record_funding(given.an_act(), funding={**grant, "amount": "1200.50", "currency": "USD"})
    with given.on("2026-07-06"):
        case.complete(given.an_act("2026-06-26"), actual_until="2026-06-25")
        case.certify(given.an_act("2026-06-26"), certificate="Certificate 17/2026")
        case.recognise(given.an_act(), ects="30")
        case.correct(given.with_a_reason(), event_version=8, field="actual_until", value="2026-06-24")
        case.retract(given.with_a_reason(), event_version=7)
    return case


def of_an_early_return() -> MobilityCase:
    """Interrupted."""
    with given.on("2026-05-04"):
        case = given.a_case_under_way()
        case.interrupt(given.an_act("2026-04-02"), ground="force_majeure", actual_until="2026-04-01")
    return case


def of_a_cotutelle() -> MobilityCase:
    """Enrolled, defended, awarded a degree."""
    with given.on("2026-08-31"):
        case = given.a_cotutelle()
        case.enrol(given.an_act("2025-12-15"))
        case.defend(given.an_act("2026-05"))
        case.award_degree(given.an_act("2026-08-30"))
    return case


def of_a_cancelled_case() -> MobilityCase:
    """Given up before it began."""
    with given.on("2026-01-12"):
        case = given.an_accepted_case()
        case.cancel(given.with_a_reason("The student fell ill"))
    return case


def of_a_case_from_paper() -> MobilityCase:
    """Known from a report."""
    with given.on("2026-01-12"):
        return given.a_case_from_paper(actual_from="2022-03", actual_until="2022-06")


def of_a_place_book() -> PlaceBook:
    """Begun with the first case that rests on the memorandum."""
    with given.on("2026-05-04"):
        claimed = {"case_id": given.CASE, "academic_year": "2025/2026"}
        book = PlaceBook.open(given.an_act(), memorandum_id=str(given.MEMORANDUM), **claimed)
        book.claim(given.an_act(), case_id=given.REQUEST, academic_year=None)
        book.close(given.an_act())
    return book
