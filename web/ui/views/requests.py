"""The requests for a partnership: who asked for what, and what became of it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from application.bitim import Bitim
from application.request.requests import STATUSES
from web.ui.asking import Question, Time
from web.wording import dates, values


@dataclass(frozen=True, slots=True)
class RequestRow:
    """A request, with its answer where there is one."""

    purpose: str
    partner: str
    country: str
    partner_id: str | None
    requester: str
    made: str
    status: str
    answer: str
    reason: str
    memorandum_id: str | None


@dataclass(frozen=True, slots=True)
class RequestsView:
    """The page of the requests."""

    time: Time
    statuses: list[tuple[str, str]]
    status: str | None
    requests: list[RequestRow]
    after: str | None


def load(bitim: Bitim, question: Question) -> RequestsView:
    """The requests, the one entered last first; ``status`` narrows them.

    Raises:
        Invalid: a time, status or key out of form.
    """
    time, status = question.time, question.one_of("status", STATUSES)
    page = bitim.request_list.list(status=status, known_at=time.known_at, after=question.text("after"))
    items = page["items"]
    names = bitim.partner_directory.names(
        [one["partner_id"] for one in items if one["partner_id"]], as_of=time.as_of, known_at=time.known_at
    )
    return RequestsView(
        time=time,
        statuses=[(code, values.outcome(code)) for code in STATUSES],
        status=status,
        requests=[_row(bitim, one, names, time) for one in items],
        after=page["after"],
    )


def _row(bitim: Bitim, given: Mapping[str, Any], names: Mapping[str, str], time: Time) -> RequestRow:
    requester, unit = values.person(given["requester"]), given["unit"]
    return RequestRow(
        purpose=given["purpose"],
        partner=names.get(given["partner_id"] or "") or given["partner_name"],
        country=values.country(given["country"]) if given["country"] else "",
        partner_id=given["partner_id"],
        requester=f"{requester}, {unit}" if unit else requester,
        made=dates.instant(given["made_at"], time.zone),
        status=given["status"],
        answer=values.outcome(given["status"]),
        reason=_reason(bitim, given) if given["status"] == "declined" else "",
        memorandum_id=given["memorandum_id"],
    )


def _reason(bitim: Bitim, given: Mapping[str, Any]) -> str:
    answer = bitim.request_list.get(UUID(given["id"]))["answer"]
    return str(answer["reason"]) if answer else ""
