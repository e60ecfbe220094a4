"""Three hundred fictitious mobility cases over six years: told by a few tables through which their number runs.

Those that are over are entered from paper at the stage that they reached; those to come are nominated and answered.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, timedelta
from typing import TYPE_CHECKING, Any
from uuid import UUID

from application.demo.zarafshon.cast import INSTITUTE, Cast, fictitious_act

if TYPE_CHECKING:
    from application.bitim import Bitim

NUMBER = 300
_DAYS_APART = 8  # three hundred of them: six years and a half, the last of which lie ahead
_LAST_AHEAD = timedelta(days=150)

_KINDS: tuple[tuple[str, str, int, str], ...] = (
    ("studies", "student", 140, "0711"),
    ("teaching", "senior lecturer", 6, "0712"),
    ("studies", "student", 150, "0721"),
    ("staff_training", "head of department", 5, "0413"),
    ("traineeship", "student", 80, "0711"),
    ("internship", "professor", 30, "0531"),
    ("short_visit", "dean", 3, "0413"),
    ("research_stay", "doctoral candidate", 90, "0531"),
    ("conference", "associate professor", 4, "0712"),
    ("olympiad", "student", 5, "0541"),
)
"""Purpose, office or studies, days of the stay, field of study."""
_UNITS = ("Faculty of Chemistry", "Faculty of Food Technology", "Faculty of Ecology", "Department of Languages")
_FUNDING: tuple[Mapping[str, str], ...] = (
    {"funder": "erasmus_project", "name": "Fictitious credit mobility", "amount": "2800", "currency": "EUR"},
    {"funder": "own"},
    {"funder": "foundation", "name": "Fictitious scholarship foundation", "amount": "1500", "currency": "USD"},
    {"funder": "host", "amount": "900", "currency": "EUR"},
)
_ENDS = ("recognised", "recognised", "completed", "recognised", "completed", "cancelled", "recognised", "interrupted")


def enter(bitim: Bitim, cast: Cast, memorandums: Mapping[str, UUID], today: date) -> None:
    """Enter all cases.

    Args:
        bitim: where.
        cast: the partners that have been entered.
        memorandums: the memorandum on which cases with a partner rest, by partner; with the others there is none.
        today: the days are counted from it.
    """
    partners = [partner for partner, told in cast.partners.items() if told["kind"] == "university"]
    partners.remove(INSTITUTE)
    last = today + _LAST_AHEAD
    for number in range(NUMBER):
        first = last - timedelta(days=_DAYS_APART * (NUMBER - 1 - number))
        partner = partners[number * 7 % len(partners)]
        _enter(
            bitim,
            number,
            first,
            _details(number, first, str(cast.partner_ids[partner]), memorandums.get(partner)),
            today,
        )


def _details(number: int, first: date, partner_id: str, memorandum_id: UUID | None) -> dict[str, Any]:
    purpose, office, days, field = _KINDS[number % len(_KINDS)]
    ground = (
        {"memorandum_id": str(memorandum_id)}
        if memorandum_id
        else {"without_memorandum": "No memorandum with this partner"}
    )
    return {
        "purpose": purpose,
        "partner_id": partner_id,
        "unit": _UNITS[number % len(_UNITS)],
        "office": office,
        "eqf_level": 6 if office == "student" else None,
        "field": field,
        "planned_from": first.isoformat(),
        "planned_until": (first + timedelta(days=days)).isoformat(),
        **ground,
    }


def _enter(bitim: Bitim, number: int, first: date, details: dict[str, Any], today: date) -> None:
    until = date.fromisoformat(details["planned_until"])
    passage = f"Case {number + 1}"
    whole: dict[str, Any] = {
        "direction": "incoming" if number % 3 == 2 else "outgoing",
        "details": details,
        "funding": [_FUNDING[number % len(_FUNDING)]],
    }
    if first > today:
        nominated = min(today, first - timedelta(days=120))
        case = bitim.mobility_cases.nominate(fictitious_act(nominated.isoformat(), passage), **whole)
        if number % 2:
            bitim.mobility_cases.accept(case.id, fictitious_act(today.isoformat(), passage), side="host")
        return
    if until >= today:
        act = fictitious_act(first.isoformat(), passage)
        bitim.mobility_cases.register(act, reached="started", actual_from=first.isoformat(), **whole)
        return
    reached = _ENDS[number % len(_ENDS)]
    days: dict[str, Any] = (
        {} if reached == "cancelled" else {"actual_from": first.isoformat(), "actual_until": until.isoformat()}
    )
    known = min(today, until + timedelta(days=30)) if reached == "recognised" else first if not days else until
    bitim.mobility_cases.register(fictitious_act(known.isoformat(), passage), reached=reached, **days, **whole)
