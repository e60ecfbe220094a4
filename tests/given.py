"""States, named: what a test is given.

Everything is recorded at `NOW` unless a test moves on with `on`; ids are the same in every run.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from typing import Any
from uuid import UUID, uuid5

from domain.imported_file.imported_file import ImportedFile
from domain.institution.institution import Institution
from domain.memorandum.memorandum import Memorandum
from domain.mobility.case import MobilityCase
from domain.partner.partner import Partner
from domain.request.request import PartnershipRequest
from domain.shared.act import Act, Source
from domain.shared.moment import Moment, at, current_moment

NOW = datetime(2026, 9, 14, 7, 30, tzinfo=UTC)
"""Half past twelve on 14 September 2026 in Tashkent."""

_IDS = UUID("00000000-0000-4000-8000-000000000000")
OURS = uuid5(_IDS, "our institution")
SHANDONG = uuid5(_IDS, "Shandong Jianzhu University")
CANTABRIA = uuid5(_IDS, "University of Cantabria")
MERGED = uuid5(_IDS, "SDJZU")
MEMORANDUM = uuid5(_IDS, "a memorandum")
REQUEST = uuid5(_IDS, "a request")
CASE = uuid5(_IDS, "a mobility case")
PERSON = uuid5(_IDS, "a person")

OFFICER = "officer-1"
SCAN = Source("Scan of the signed original", "page 2")

FIVE_YEARS = {"kind": "fixed", "length": {"count": 5, "unit": "years"}}
TACIT = {
    "kind": "tacit",
    "length": {"count": 5, "unit": "years"},
    "renewal": {"count": 5, "unit": "years"},
    "notice": {"count": 6, "unit": "months"},
}


@contextmanager
def on(day: str, hour: int = 12) -> Iterator[Moment]:
    """Record what happens inside on this day, at an hour of Tashkent."""
    instant = datetime.fromisoformat(f"{day}T{hour:02d}:00:00+05:00").astimezone(UTC)
    with at(Moment(instant)) as moment:
        yield moment


def an_act(occurred_on: str | None = "", **details: Any) -> Act:
    """An act of the officer: today, if not said otherwise; None for an unknown day."""
    day = current_moment().today.isoformat() if occurred_on == "" else occurred_on
    return Act(details.pop("actor", OFFICER), occurred_on=day, **details)


def with_a_reason(reason: str = "The scan says otherwise", **details: Any) -> Act:
    """An act of today with its reason and source."""
    return an_act(reason=reason, source=SCAN, **details)


def parties(*others: UUID | str) -> list[dict[str, Any]]:
    """Our institution and others: partners by id, or, not yet named, in words."""
    sides: list[dict[str, Any]] = [{"partner_id": str(OURS), "unit": "", "ours": True}]
    for other in others or (SHANDONG,):
        named = {"partner_id": str(other)} if isinstance(other, UUID) else {"counterparty": other}
        sides.append({**named, "ours": False})
    return sides


def a_content(**parts: Any) -> dict[str, Any]:
    """What a first draft says."""
    return {
        "titles": {"en": "Memorandum of understanding"},
        "texts": {"en": "1. Students are exchanged.\n\n2. Staff are exchanged."},
        "parties": parties(),
        "areas": ["student_exchange"],
        "term": FIVE_YEARS,
        **parts,
    }


def a_drafted_memorandum(drafted_on: str | None = "", **parts: Any) -> Memorandum:
    """A first draft (edition e1, parties p1 ours and p2)."""
    return Memorandum.draft(
        an_act(drafted_on),
        memorandum_id=MEMORANDUM,
        reference="MOU-2026-0031",
        kind="memorandum_of_understanding",
        owner="employee-7",
        content=a_content(**parts),
    )


def a_submitted_draft(**parts: Any) -> Memorandum:
    """A draft under review by the roles legal and finance."""
    memorandum = a_drafted_memorandum(**parts)
    memorandum.submit(an_act(), edition_id="e1", route=["legal", "finance"])
    return memorandum


def an_approved_draft(drafted_on: str | None = "", **parts: Any) -> Memorandum:
    """A draft that is cleared and approved by every side."""
    memorandum = a_drafted_memorandum(drafted_on, **parts)
    approve(memorandum, "e1")
    return memorandum


def approve(memorandum: Memorandum, edition_id: str) -> None:
    """Take a working text through review and every side's approval."""
    memorandum.submit(an_act(), edition_id=edition_id, route=["legal"])
    memorandum.clear(an_act(), edition_id=edition_id, role="legal")
    memorandum.approve(an_act(), edition_id=edition_id)
    for party in memorandum.edition(edition_id).parties:
        if not party["ours"]:
            memorandum.record_partner_approval(an_act(), edition_id=edition_id, party_id=party["party_id"])


def sign(memorandum: Memorandum, edition_id: str, party_id: str, signed_on: str | None = "") -> None:
    """Have the rector of a party sign."""
    memorandum.sign(
        an_act(signed_on), edition_id=edition_id, party_id=party_id, signatory=f"Rector of {party_id}", office="rector"
    )


def conclude(memorandum: Memorandum, edition_id: str, signed_on: str | None = "") -> None:
    """Approve a working text and have every party sign it on one day."""
    approve(memorandum, edition_id)
    for party in memorandum.edition(edition_id).parties:
        sign(memorandum, edition_id, party["party_id"], signed_on)


def a_partly_signed_memorandum(**parts: Any) -> Memorandum:
    """An approved draft that our rector has signed."""
    memorandum = an_approved_draft(**parts)
    sign(memorandum, "e1", "p1")
    return memorandum


def a_signed_memorandum(signed_on: str | None = "", *, drafted_on: str | None = "", **parts: Any) -> Memorandum:
    """A memorandum that every party has signed, drafted the day that it was signed if not said otherwise."""
    memorandum = a_drafted_memorandum(drafted_on or signed_on, **parts)
    conclude(memorandum, "e1", signed_on)
    return memorandum


def an_edition_from_paper(signed_on: str | None = "2024-12-03", **parts: Any) -> dict[str, Any]:
    """An edition as a paper original tells it; unknown parts are None."""
    return {"signed_on": signed_on, **a_content(texts=None, **parts)}


def a_memorandum_from_paper(*editions: dict[str, Any], updated_form: bool = False) -> Memorandum:
    """A memorandum registered from paper (e2 is its first edition), with one edition if none are given."""
    return Memorandum.register(
        an_act(None, source=SCAN),
        memorandum_id=MEMORANDUM,
        reference="MOU-2019-0004",
        kind="memorandum_of_understanding",
        owner="employee-7",
        editions=editions or (an_edition_from_paper(),),
        updated_form=updated_form,
    )


def a_renewal_in_preparation(**changes: Any) -> Memorandum:
    """A signed memorandum of which a renewal in an updated form is drafted."""
    memorandum = a_signed_memorandum("2026-09-01")
    memorandum.propose_renewal(an_act(), changes={"areas": ["student_exchange", "staff_exchange"], **changes})
    return memorandum


def a_partner(name: str = "Shandong Jianzhu University", **details: Any) -> Partner:
    """A university of China on record."""
    return Partner.register(
        an_act(), **{"partner_id": SHANDONG, "name": name, "kind": "university", "country": "CN", **details}
    )


def an_institution() -> Institution:
    """An institution that has decided nothing yet."""
    return Institution.open(an_act())


def a_request(**details: Any) -> PartnershipRequest:
    """A professor's wish for a partnership with Cantabria."""
    wish = {"requester": "professor-3", "purpose": "Joint research in management", "partner_id": str(CANTABRIA)}
    return PartnershipRequest.make(an_act(), **{"request_id": REQUEST, **wish, **details})


def the_details(**details: Any) -> dict[str, Any]:
    """What the nomination of a student for a semester at Cantabria says."""
    return {
        "purpose": "studies",
        "partner_id": str(CANTABRIA),
        "office": "second-year student",
        "eqf_level": 6,
        "field": "0711",
        "without_memorandum": "The agreement with Cantabria is being drafted",
        "planned_from": "2026-02-02",
        "planned_until": "2026-06-26",
        **details,
    }


def on_a_memorandum(**details: Any) -> dict[str, Any]:
    """The same, resting on the memorandum."""
    return the_details(**{"memorandum_id": str(MEMORANDUM), "without_memorandum": "", **details})


def a_nomination(nominated_on: str | None = "2025-11-03", **details: Any) -> MobilityCase:
    """A student nominated for a semester at Cantabria."""
    return MobilityCase.nominate(
        an_act(nominated_on),
        case_id=CASE,
        direction=details.pop("direction", "outgoing"),
        person_id=str(PERSON),
        details=the_details(**details),
    )


def an_accepted_case(**details: Any) -> MobilityCase:
    """The host has accepted the student."""
    case = a_nomination(**details)
    case.accept(an_act("2025-12-01"), side="host")
    return case


def a_case_under_way(**details: Any) -> MobilityCase:
    """The student has arrived."""
    case = an_accepted_case(**details)
    case.start(an_act("2026-02-03"))
    return case


def a_completed_case(**details: Any) -> MobilityCase:
    """The semester has come to its end."""
    case = a_case_under_way(**details)
    case.complete(an_act("2026-06-30", source=SCAN), actual_until="2026-06-26")
    return case


def a_cotutelle(**details: Any) -> MobilityCase:
    """A doctoral candidate who was accepted for a cotutelle."""
    return an_accepted_case(
        **{"purpose": "cotutelle", "eqf_level": 8, "planned_from": "2025-12", "planned_until": None, **details}
    )


def a_case_from_paper(reached: str = "completed", reached_on: str | None = None, **parts: Any) -> MobilityCase:
    """An internship of which a report tells, at the stage that it had reached."""
    stay = {name: parts.pop(name) for name in ("actual_from", "actual_until") if name in parts}
    details = {"purpose": "internship", "partner_id": str(CANTABRIA), "without_memorandum": "Not known", **parts}
    return MobilityCase.register(
        an_act(reached_on, source=SCAN),
        case_id=CASE,
        direction="outgoing",
        person_id=str(PERSON),
        details=details,
        reached=reached,
        **stay,
    )


A_QUESTION: dict[str, Any] = {
    "field": "until",
    "column": "Valid until",
    "text": "2020-01-09",
    "reason": "looks_renewed",
    "data": {},
    "candidates": ["2020-01-09"],
    "before": None,
    "after": None,
    "looks_renewed": True,
}
"""What a row of a register leaves to a person."""


def an_imported_file() -> ImportedFile:
    """A register of which an edition was taken; its row leaves one question to a person, ``q4``."""
    file = ImportedFile.begin(an_act(), name="Register")
    file.take_edition(an_act(), sha256="0" * 64, filename="register.csv", mapping={"sheets": {}})
    file.take_row(an_act(), place=("Agreements", 9), memorandum_id=MEMORANDUM)
    file.ask(an_act(), place=("Agreements", 9), memorandum_id=MEMORANDUM, questions=[A_QUESTION])
    return file
