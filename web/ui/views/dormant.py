"""The dormant memorandums: in force, and nothing happens under them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from application.bitim import Bitim
from domain.activity.dormancy import MONTHS, MOST_MONTHS
from web.ui.asking import Question, Time
from web.ui.views.rows import Row, row
from web.wording import activities

WINDOWS = (6, MONTHS, 24, 36)


@dataclass(frozen=True, slots=True)
class Dormant:
    """A memorandum, with what happened last under it: a case or an agreement by its id, or nothing."""

    row: Row
    last: str
    case_id: str | None
    agreement_id: str | None
    quiet: str


@dataclass(frozen=True, slots=True)
class DormantView:
    """The page of the dormant memorandums."""

    time: Time
    months: int
    windows: tuple[int, ...]
    dormant: list[Dormant]
    after: str | None
    continued: bool


def load(bitim: Bitim, question: Question) -> DormantView:
    """What lies dormant for ``months``, the memorandum entered last first.

    Raises:
        Invalid: a time, number or key out of form.
    """
    time, months = question.time, question.number("months", 1, MOST_MONTHS, MONTHS)
    after = question.text("after")
    page = bitim.dormancy.list(months=months, as_of=time.as_of, known_at=time.known_at, after=after)
    return DormantView(
        time=time,
        months=months,
        windows=tuple(sorted({*WINDOWS, months})),
        dormant=[_dormant(one, time) for one in page["items"]],
        after=page["after"],
        continued=after is not None,
    )


def _dormant(given: Mapping[str, Any], time: Time) -> Dormant:
    happened = given["last_activity"] or {"kind": "", "id": None}
    return Dormant(
        row=row(given, time.day),
        last=activities.last(given),
        case_id=happened["id"] if happened["kind"] == "case" else None,
        agreement_id=happened["id"] if happened["kind"] == "agreement" else None,
        quiet=activities.quiet(given),
    )
