"""The renewals: what ends, what can still be objected to, what is being renewed, what lapsed, and what was updated."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from application.bitim import Bitim
from web.ui.asking import Question, Time
from web.ui.views.chain import days
from web.ui.views.rows import Row, row, waits_for
from web.wording import changes, dates, stages
from web.wording.language import gettext as _
from web.wording.language import listing, small
from web.wording.names import Names
from web.wording.natures import nature
from web.wording.titles import Title, others_of, title

WINDOWS = (30, 90, 180, 365)
MOST_DAYS = 3660
LAPSED = 20
"""Lapsed memorandums that the page shows; the register lists all."""


@dataclass(frozen=True, slots=True)
class Updated:
    """A memorandum renewed in an updated form, with what changed."""

    memorandum_id: str
    reference: str
    title: Title
    parties: str
    signed: str
    sentences: list[str]


@dataclass(frozen=True, slots=True)
class RenewalsView:
    """The page of the renewals."""

    time: Time
    days: int
    windows: tuple[int, ...]
    until: str
    due: list[Row]
    objections: list[Row]
    proposals: list[Row]
    lapsed: list[Row]
    more_lapsed: bool
    first: date
    last: date
    period: str
    updated: list[Updated]
    possible: list[Updated]


def load(bitim: Bitim, question: Question) -> RenewalsView:
    """What is due within ``days``, and what was updated from ``first`` to ``last``; this year, if nothing is asked.

    Raises:
        Invalid: a number or a day out of form.
    """
    time, ahead = question.time, question.number("days", 0, MOST_DAYS, WINDOWS[1])
    times: dict[str, Any] = {"as_of": time.as_of, "known_at": time.known_at}
    first = question.day("first") or date(time.day.year, 1, 1)
    last = question.day("last") or (date(time.day.year, 12, 31) if question.day("first") is None else time.day)
    renewals = bitim.renewals
    lapsed = renewals.lapsed(**times, limit=LAPSED)
    updated = renewals.updated(first=first, last=last, known_at=time.known_at)
    return RenewalsView(
        time=time,
        days=ahead,
        windows=WINDOWS,
        until=dates.day(min(time.day + timedelta(days=ahead), date(2100, 12, 31))),
        due=[row(one, time.day, _left(one)) for one in renewals.due(days=ahead, **times)["items"]],
        objections=[
            row(one, time.day, _object_by(one, time.day)) for one in renewals.objections(days=ahead, **times)["items"]
        ],
        proposals=[row(one, time.day, _proposed(one)) for one in renewals.proposals(**times)["items"]],
        lapsed=[row(one, time.day) for one in lapsed["items"]],
        more_lapsed=lapsed["after"] is not None,
        first=first,
        last=last,
        period=dates.span(first, last),
        updated=[_updated(one) for one in updated["updated"]],
        possible=[_updated(one) for one in updated["possible"]],
    )


def _left(given: Mapping[str, Any]) -> str:
    left = dates.number_of_days(given["days_left"])
    return left if given["certain"] else _("%(left)s at the earliest", left=left)


def _object_by(given: Mapping[str, Any], day: date) -> str:
    last = given["object_by"]
    return _("by %(day)s, %(left)s", day=dates.day(last), left=dates.countdown(last, day))


def _proposed(given: Mapping[str, Any]) -> str:
    proposal = given["proposal"]
    return _(
        "%(nature)s, %(stage)s; waits for: %(awaited)s",
        nature=nature(proposal),
        stage=small(stages.stage(proposal)),
        awaited=waits_for(given, proposal["awaited"]),
    )


def _updated(given: Mapping[str, Any]) -> Updated:
    edition = given["edition"]
    names = Names.of([edition])
    return Updated(
        memorandum_id=given["id"],
        reference=given["reference"],
        title=title(edition, given["kind"]),
        parties=listing(others_of(edition)),
        signed=days(given["signed_on"]),
        sentences=changes.sentences(given["changes"], names),
    )
