"""Follow-up: whom the working texts wait for, and which signings are planned."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from application.bitim import Bitim
from domain.shared.moment import civil_date
from web.ui.asking import Question, Time
from web.ui.views.rows import Row, row, waits_for
from web.wording import dates, fields, stages, values
from web.wording.language import gettext as _
from web.wording.language import small
from web.wording.natures import nature


@dataclass(frozen=True, slots=True)
class Waiting:
    """How many texts wait for one sort of approval."""

    approval: str
    word: str
    count: int


@dataclass(frozen=True, slots=True)
class Draft:
    """A memorandum whose text waits, for whom, and since when."""

    row: Row
    stage: str
    awaited: str
    since: str


@dataclass(frozen=True, slots=True)
class Planned:
    """A signing that is intended."""

    memorandum_id: str
    reference: str
    what: str
    owner: str
    overdue: bool


@dataclass(frozen=True, slots=True)
class FollowUpView:
    """The page of follow-up."""

    time: Time
    counts: list[Waiting]
    approval: str | None
    drafts: list[Draft]
    after: str | None
    planned: list[Planned]


def load(bitim: Bitim, question: Question) -> FollowUpView:
    """What waits, of one sort of ``approval`` if it is given.

    Raises:
        Invalid: a time, approval or key out of form.
    """
    time, approval = question.time, question.one_of("approval", tuple(values.APPROVALS))
    counts = bitim.followup.counts(known_at=time.known_at)
    page = bitim.followup.awaiting(approval=approval, known_at=time.known_at, after=question.text("after"))
    planned = bitim.followup.planned_signings(known_at=time.known_at)
    return FollowUpView(
        time=time,
        counts=[Waiting(code, values.approval_awaited(code), counts.get(code, 0)) for code in values.APPROVALS],
        approval=approval,
        drafts=[_draft(one, time) for one in page["items"]],
        after=page["after"],
        planned=[_planned(one, time) for one in planned["items"]],
    )


def _draft(given: Mapping[str, Any], time: Time) -> Draft:
    working = given["working"]
    since = civil_date(datetime.fromisoformat(working["since"]), time.zone)
    return Draft(
        row=row(given, time.day),
        stage=_(
            "%(nature)s, %(stage)s",
            nature=nature(working),
            stage=small(stages.stage(working)),
        ),
        awaited=waits_for(given, working["awaited"]),
        since=dates.day(since),
    )


def _planned(given: Mapping[str, Any], time: Time) -> Planned:
    return Planned(
        memorandum_id=given["memorandum_id"],
        reference=given["reference"],
        what=fields.plan(given),
        owner=values.person(given["owner"]),
        overdue=given["planned_for"] is not None and given["days"]["latest"] < time.today.isoformat(),
    )
