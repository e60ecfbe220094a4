"""What registers that were taken in leave to a person, and what was decided."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from application.bitim import Bitim
from web.ui.asking import Question, Time
from web.wording import dates, importing, values

LISTS: Mapping[str, Mapping[str, Any]] = {
    "looks_renewed": {"looks_renewed": True},
    "others": {"looks_renewed": False},
    "decided": {"status": "decided"},
}
"""The lists beside that of all that waits, and what they ask for."""


@dataclass(frozen=True, slots=True)
class Asked:
    """A question, with its answer where there is one."""

    place: str
    register: str
    question_id: str
    memorandum_id: str | None
    reference: str
    field: str
    said: str
    why: str
    candidates: list[str]
    decision: str
    decided: str
    reason: str


@dataclass(frozen=True, slots=True)
class QuestionsView:
    """The page of what waits for a person."""

    time: Time
    shown: str | None
    questions: list[Asked]
    after: str | None


def load(bitim: Bitim, question: Question) -> QuestionsView:
    """What waits for a person, in the order in which it was asked; ``list`` chooses one of `LISTS`.

    Raises:
        Invalid: a time, list or key out of form.
    """
    time, shown = question.time, question.one_of("list", tuple(LISTS))
    page = bitim.questions.list(known_at=time.known_at, after=question.text("after"), **LISTS.get(shown or "", {}))
    items = page["items"]
    ids = [one["memorandum_id"] for one in items if one["memorandum_id"]]
    references = bitim.register.references(ids, known_at=time.known_at)
    return QuestionsView(time, shown, [_asked(one, references, time) for one in items], page["after"])


def _asked(given: Mapping[str, Any], references: Mapping[str, str], time: Time) -> Asked:
    decision = given["decision"] or {}
    return Asked(
        place=importing.place(given),
        register=given["register"],
        question_id=given["question_id"],
        memorandum_id=given["memorandum_id"],
        reference=references.get(given["memorandum_id"] or "", ""),
        field=importing.field(given["field"]),
        said=importing.said(given),
        why=importing.reason(given["reason"], given["data"]),
        candidates=list(given["candidates"]),
        decision=importing.decision(decision["code"]) if decision else "",
        decided=_by_whom(decision, time) if decision else "",
        reason=decision.get("reason", ""),
    )


def _by_whom(decision: Mapping[str, Any], time: Time) -> str:
    return f"{values.person(decision['actor'])}, {dates.instant(decision['recorded_at'], time.zone)}"
