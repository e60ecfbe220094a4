"""The mobility cases: the caseload of a day, one case, and those that rest on a memorandum."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from application.bitim import Bitim
from domain.mobility.details import DIRECTIONS, PURPOSES
from domain.mobility.lifecycle import STAGES
from web.ui.asking import Question, Time
from web.ui.views.entries import EntryView, entry
from web.wording import case_facts, cases, dates, fields
from web.wording.language import gettext as _
from web.wording.language import listing
from web.wording.names import Names

Document = Mapping[str, Any]
_FEW = 20
"""Cases that the page of a memorandum itself shows."""
_CONDITIONS = ("stage", "purpose", "direction", "academic_year", "partner", "memorandum")


@dataclass(frozen=True, slots=True)
class CaseRow:
    """A case in a list."""

    case_id: str
    purpose: str
    about: str
    partner: str
    partner_id: str
    days: str
    stage: str
    due: str
    overdue: bool


@dataclass(frozen=True, slots=True)
class CasesView:
    """The caseload."""

    time: Time
    given: dict[str, str]
    stages: list[tuple[str, str]]
    purposes: list[tuple[str, str]]
    directions: list[tuple[str, str]]
    counts: list[tuple[str, str, int]]
    cases: list[CaseRow]
    after: str | None
    continued: bool


@dataclass(frozen=True, slots=True)
class CaseView:
    """The page of one case; ``stage`` is empty where it was not in the register."""

    time: Time
    case_id: str
    purpose: str
    stage: str
    partner: str
    partner_id: str | None
    memorandum: tuple[str, str] | None
    facts: list[tuple[str, str]]
    path: list[tuple[str, str]]
    cover: list[tuple[str, str]]
    entries: list[EntryView]


@dataclass(frozen=True, slots=True)
class OnMemorandum:
    """The cases that rest on a memorandum, and its places of the academic year."""

    cases: list[CaseRow]
    more: bool
    year: str
    places: list[tuple[str, str]]


def load(bitim: Bitim, question: Question) -> CasesView:
    """The caseload of a day, the case entered last first; each condition narrows it.

    Raises:
        Invalid: a time, condition or key out of form.
    """
    time = question.time
    given = {name: value for name in _CONDITIONS if (value := question.text(name)) is not None}
    times = {"as_of": time.as_of, "known_at": time.known_at}
    page = bitim.caseload.list(**times, **given, after=question.text("after"))
    counted = bitim.caseload.summary(by="stage", **times, **{k: v for k, v in given.items() if k != "stage"})
    numbers = {group["value"]: group["number"] for group in counted["groups"]}
    return CasesView(
        time=time,
        given=given,
        stages=[(code, cases.stage(code)) for code in STAGES],
        purposes=[(code, cases.purpose(code)) for code in PURPOSES],
        directions=[(code, cases.direction(code)) for code in DIRECTIONS],
        counts=[(code, cases.stage(code), numbers[code]) for code in STAGES if code in numbers],
        cases=[_row(one) for one in page["items"]],
        after=page["after"],
        continued=question.text("after") is not None,
    )


def _row(given: Document) -> CaseRow:
    due = ""
    if given["due"]:
        day = dates.day(given["due"])
        due = _("next step by %(day)s", day=day)
    return CaseRow(
        case_id=given["id"],
        purpose=cases.purpose(given["purpose"]),
        about=", ".join(part for part in (cases.direction(given["direction"]), given["office"], given["unit"]) if part),
        partner=given["partner"] or given["partner_id"],
        partner_id=given["partner_id"],
        days=cases.shown_days(given),
        stage=cases.stage_of(given),
        due=due,
        overdue=given["overdue"],
    )


def load_one(bitim: Bitim, case_id: UUID, question: Question) -> CaseView:
    """The page of one case.

    Raises:
        NotFound: no case has this id.
        Invalid: a time out of form.
    """
    time = question.time
    found = bitim.caseload.get(case_id, as_of=time.as_of, known_at=time.known_at)
    if found["stage"] is None:
        return CaseView(time, str(case_id), "", "", "", None, None, [], [], [], [])
    covered = bitim.coverage.of(case_id, known_at=time.known_at)
    memorandum = (found["memorandum_id"], covered["reference"] or "") if found["memorandum_id"] else None
    return CaseView(
        time=time,
        case_id=str(case_id),
        purpose=cases.purpose(found["purpose"]),
        stage=cases.stage_of(found),
        partner=found["partner"] or found["partner_id"],
        partner_id=found["partner_id"],
        memorandum=memorandum,
        facts=_facts(found),
        path=[(cases.stage(one["stage"]), dates.partial(one["on"])) for one in found["path"]],
        entries=_entries(bitim, found, memorandum, time),
        cover=[(dates.span(one["first"], one["until"]), cases.covered(one)) for one in covered["stretches"]],
    )


def _entries(bitim: Bitim, found: Document, memorandum: tuple[str, str] | None, time: Time) -> list[EntryView]:
    names = Names(
        partners={found["partner_id"]: found["partner"] or found["partner_id"]},
        memorandums={memorandum[0]: memorandum[1]} if memorandum else {},
    )
    told = bitim.case_history.of(UUID(found["id"]), known_at=time.known_at)
    return [entry(one, names, time.zone) for one in told["items"]]


def _facts(found: Document) -> list[tuple[str, str]]:
    facts = case_facts.stated(found, Names(), told_apart=("purpose", "memorandum_id"))
    if said := cases.answers(found["answers"]):
        facts.append((_("Answers"), said))
    if found["certificates"]:
        facts.append((_("Certificates"), listing(found["certificates"])))
    facts += [(_("Beyond the places"), one["reason"]) for one in found["overrides"]]
    if found["due"]:
        facts.append((_("Next step by"), dates.day(found["due"])))
    return facts


def on_memorandum(bitim: Bitim, memorandum_id: UUID, time: Time) -> OnMemorandum:
    """The cases that rest on a memorandum, as the page of the memorandum shows them."""
    times = {"as_of": time.as_of, "known_at": time.known_at}
    page = bitim.caseload.list(memorandum=str(memorandum_id), limit=_FEW, **times)
    places = bitim.places.of(memorandum_id, **times)
    return OnMemorandum(
        cases=[_row(one) for one in page["items"]],
        more=page["after"] is not None,
        year=places["academic_year"],
        places=[(fields.one_condition(one), cases.taken(one)) for one in places["conditions"]],
    )
