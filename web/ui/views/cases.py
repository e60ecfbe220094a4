"""One mobility case: what it says, its stages, what covers its days, and what happened."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from application.bitim import Bitim
from application.mobility.history import CHAPTERS
from application.paging import LONGEST_PAGE
from web.called import names_in_history
from web.exporting.files import File, case_history_file
from web.ui.asking import Question, Time
from web.ui.views.entries import EntryView, entry
from web.wording import case_facts, cases, dates, values
from web.wording.language import gettext as _
from web.wording.language import listing
from web.wording.names import Names

Document = Mapping[str, Any]


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
    chapters: list[tuple[str, str]]
    chapter: str | None
    entries: list[EntryView]


def load(bitim: Bitim, case_id: UUID, question: Question) -> CaseView:
    """The page of one case; ``chapter`` narrows its history to one.

    Raises:
        NotFound: no case has this id.
        Invalid: a time or chapter out of form.
    """
    time, chapter = question.time, question.one_of("chapter", CHAPTERS)
    found = bitim.caseload.get(case_id, as_of=time.as_of, known_at=time.known_at)
    if found["stage"] is None:
        return CaseView(time, str(case_id), "", "", "", None, None, [], [], [], [], None, [])
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
        chapters=[(code, values.chapter(code)) for code in CHAPTERS],
        chapter=chapter,
        entries=_entries(bitim, case_id, chapter, time),
        cover=[(dates.span(one["first"], one["until"]), _covered(one)) for one in covered["stretches"]],
    )


def take(bitim: Bitim, case_id: UUID, question: Question, form: str) -> File:
    """The whole history of a case as a file, as was known then.

    Raises:
        NotFound: no case has this id.
        Invalid: a time out of form.
    """
    return case_history_file(bitim, form, [case_id], question.time.known_at)


def _entries(bitim: Bitim, case_id: UUID, chapter: str | None, time: Time) -> list[EntryView]:
    chapters = (chapter,) if chapter else ()
    told = bitim.case_history.of(case_id, known_at=time.known_at, chapters=chapters, limit=LONGEST_PAGE)["items"]
    names = names_in_history(bitim, (), told, known_at=time.known_at)
    return [entry(one, names, time.zone) for one in told]


def _covered(stretch: Document) -> str:
    said = cases.covered(stretch)
    if not (stretch["covered"] and stretch["edition"]):
        return said
    return _(
        "%(said)s by edition %(number)s of %(reference)s",
        said=said,
        number=stretch["edition"],
        reference=stretch["reference"],
    )


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
