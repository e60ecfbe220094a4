"""The caseload: mobility cases of a day, narrowed and counted; and those that rest on a memorandum."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from application.bitim import Bitim
from application.mobility.caseload.queries import GROUPS
from domain.mobility.details import DIRECTIONS, FUNDERS, PURPOSES
from domain.mobility.lifecycle import STAGES
from domain.mobility.stages import UNDETERMINED
from web.exporting.files import File, caseload_file
from web.ui.asking import Question, Time
from web.wording import case_facts, cases, dates, fields
from web.wording.language import gettext as _

Document = Mapping[str, Any]
Choice = tuple[str, str]
_FEW = 20
"""Cases that the page of a memorandum itself shows."""
_NAMES = ("purpose", "direction", "academic_year", "unit", "funder", "partner", "memorandum")
_OF_THE_DAY = ("stage", "overdue")


@dataclass(frozen=True, slots=True)
class Conditions:
    """What a list of cases is narrowed to: as the address gives it, what there is to choose from, and names."""

    given: dict[str, str]
    purposes: list[Choice]
    directions: list[Choice]
    funders: list[Choice]
    partner: str
    memorandum: str

    @property
    def asked(self) -> dict[str, Any]:
        """The conditions as questions take them."""
        return {**self.given, **({"overdue": True} if "overdue" in self.given else {})}

    @property
    def further(self) -> bool:
        """Whether one is set of those that are folded away."""
        return bool({"academic_year", "unit", "funder", "overdue"} & set(self.given))


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
class CaseloadView:
    """The caseload."""

    time: Time
    conditions: Conditions
    counts: list[tuple[str, str, int]]
    cases: list[CaseRow]
    after: str | None
    continued: bool


@dataclass(frozen=True, slots=True)
class CountsView:
    """The caseload, counted; each group with its number and, if it can be listed, the value to list it by."""

    time: Time
    conditions: Conditions
    by: str
    groupings: list[Choice]
    groups: list[tuple[str, int, str | None]]
    total: int


@dataclass(frozen=True, slots=True)
class OnMemorandum:
    """The cases that rest on a memorandum, and its places of the academic year."""

    cases: list[CaseRow]
    more: bool
    year: str
    places: list[tuple[str, str]]


def load(bitim: Bitim, question: Question) -> CaseloadView:
    """The caseload of a day, the case entered last first; each condition narrows it.

    Raises:
        Invalid: a time, condition or key out of form.
    """
    time, narrowed = question.time, conditions(bitim, question, of_the_day=True)
    times = {"as_of": time.as_of, "known_at": time.known_at}
    page = bitim.caseload.list(**times, **narrowed.asked, after=question.text("after"))
    others = {name: value for name, value in narrowed.asked.items() if name != "stage"}
    counted = bitim.caseload.summary(by="stage", **times, **others)
    numbers = {group["value"]: group["number"] for group in counted["groups"]}
    return CaseloadView(
        time=time,
        conditions=narrowed,
        counts=[(code, cases.stage(code), numbers[code]) for code in (*STAGES, UNDETERMINED) if code in numbers],
        cases=[case_row(one) for one in page["items"]],
        after=page["after"],
        continued=question.text("after") is not None,
    )


def take(bitim: Bitim, question: Question, form: str) -> File:
    """All of the caseload that the address asks for, as a file.

    Raises:
        Invalid: a time or condition out of form.
    """
    time, narrowed = question.time, conditions(bitim, question, of_the_day=True)
    return caseload_file(bitim, form, {"as_of": time.as_of, "known_at": time.known_at, **narrowed.asked})


def load_counts(bitim: Bitim, question: Question) -> CountsView:
    """The caseload of a day, counted ``by`` what the address says; by purpose, if it says nothing.

    Raises:
        Invalid: a time, condition or grouping out of form.
    """
    time, narrowed = question.time, conditions(bitim, question, of_the_day=True)
    by = question.one_of("by", GROUPS) or "purpose"
    counted = bitim.caseload.summary(by=by, as_of=time.as_of, known_at=time.known_at, **narrowed.asked)
    return CountsView(
        time=time,
        conditions=narrowed,
        by=by,
        groupings=[(code, fields.label(code)) for code in GROUPS],
        groups=[(case_facts.group_value(by, one), one["number"], one["value"]) for one in counted["groups"]],
        total=counted["total"],
    )


def conditions(bitim: Bitim, question: Question, *, of_the_day: bool) -> Conditions:
    """The conditions of the address; those on the stage of the day where the list is of one day.

    Raises:
        Invalid: one out of form.
    """
    names = (*_NAMES, *_OF_THE_DAY) if of_the_day else _NAMES
    given = {name: value for name in names if (value := question.text(name)) is not None}
    question.one_of("overdue", ("yes",))
    times = {"known_at": question.time.known_at}
    partner, memorandum = given.get("partner"), given.get("memorandum")
    return Conditions(
        given=given,
        purposes=_choices(PURPOSES, cases.purpose),
        directions=_choices(DIRECTIONS, cases.direction),
        funders=_choices(FUNDERS, cases.funder),
        partner=_called(bitim.partner_directory.names, partner, as_of=question.time.as_of, **times),
        memorandum=_called(bitim.register.references, memorandum, **times),
    )


def _choices(codes: Sequence[str], word: Callable[[str], str]) -> list[Choice]:
    return [(code, word(code)) for code in codes]


def _called(names: Callable[..., Mapping[str, str]], id_: str | None, **times: Any) -> str:
    """What a record is called; as the address names it, if there is no such record."""
    return "" if id_ is None else names([id_], **times).get(id_, id_)


def case_row(given: Document) -> CaseRow:
    """A case, in words."""
    about = (cases.direction(given["direction"]), given["office"], given["unit"])
    return CaseRow(
        case_id=given["id"],
        purpose=cases.purpose(given["purpose"]),
        about=", ".join(part for part in about if part),
        partner=given["partner"] or given["partner_id"],
        partner_id=given["partner_id"],
        days=cases.shown_days(given),
        stage=cases.stage_of(given),
        due=_("next step by %(day)s", day=dates.day(given["due"])) if given["due"] else "",
        overdue=given["overdue"],
    )


def on_memorandum(bitim: Bitim, memorandum_id: UUID, time: Time) -> OnMemorandum:
    """The cases that rest on a memorandum, as the page of the memorandum shows them."""
    times = {"as_of": time.as_of, "known_at": time.known_at}
    page = bitim.caseload.list(memorandum=str(memorandum_id), limit=_FEW, **times)
    places = bitim.places.of(memorandum_id, **times)
    return OnMemorandum(
        cases=[case_row(one) for one in page["items"]],
        more=page["after"] is not None,
        year=places["academic_year"],
        places=[(fields.one_condition(one), cases.taken(one)) for one in places["conditions"]],
    )
