"""Who is abroad on a day or here, which days of cases nothing covers, and who has sent more than they received."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from datetime import date

from application.bitim import Bitim
from domain.mobility.details import DIRECTIONS, PURPOSES
from web.ui.asking import Question, Time
from web.ui.views.caseload import CaseRow, Choice, Conditions, Document, case_row, conditions
from web.wording import cases, dates, values
from web.wording.language import gettext as _


@dataclass(frozen=True, slots=True)
class PresentView:
    """Who is there, each with how sure that is; how many of each are on the page."""

    time: Time
    direction: str
    directions: list[Choice]
    present: list[tuple[CaseRow, str]]
    counts: list[tuple[str, int]]
    after: str | None
    continued: bool


@dataclass(frozen=True, slots=True)
class Uncovered:
    """A case with its uncovered days, why each stretch of them is, and how many they are in all."""

    row: CaseRow
    days: list[tuple[str, str]]
    total: str


@dataclass(frozen=True, slots=True)
class UncoveredView:
    """The cases with uncovered days."""

    time: Time
    conditions: Conditions
    cases: list[Uncovered]
    after: str | None
    continued: bool


@dataclass(frozen=True, slots=True)
class PartnerBalance:
    """Those sent to a partner, those received from it, and the difference."""

    partner_id: str
    partner: str
    sent: str
    received: str
    balance: str


@dataclass(frozen=True, slots=True)
class BalanceView:
    """The balance of a period, by partner and in all."""

    time: Time
    first: str
    until: str
    period: str
    purpose: str | None
    purposes: list[Choice]
    partners: list[PartnerBalance]
    total: tuple[str, str, str]


def load_present(bitim: Bitim, question: Question) -> PresentView:
    """Who is abroad on the day; with the ``direction`` incoming, who is here.

    Raises:
        Invalid: a time, direction or key out of form.
    """
    time, direction = question.time, question.one_of("direction", DIRECTIONS) or DIRECTIONS[0]
    after = question.text("after")
    found = bitim.caseload.present(direction=direction, as_of=time.as_of, known_at=time.known_at, after=after)
    sure = Counter(one["presence"] for one in found["items"])
    return PresentView(
        time=time,
        direction=direction,
        directions=[("outgoing", _("Abroad")), ("incoming", _("Here"))],
        present=[(case_row(one), cases.presence(one["presence"])) for one in found["items"]],
        counts=[(cases.presence(code), sure[code]) for code in cases.PRESENCES if sure[code]],
        after=found["after"],
        continued=after is not None,
    )


def load_uncovered(bitim: Bitim, question: Question) -> UncoveredView:
    """The cases with days that nothing covers, the one entered last first; each condition narrows them.

    Raises:
        Invalid: a time, condition or key out of form.
    """
    time, narrowed = question.time, conditions(bitim, question, of_the_day=False)
    after = question.text("after")
    found = bitim.coverage.uncovered(known_at=time.known_at, after=after, **narrowed.asked)
    return UncoveredView(
        time=time,
        conditions=narrowed,
        cases=[_uncovered(one) for one in found["items"]],
        after=found["after"],
        continued=after is not None,
    )


def _uncovered(given: Document) -> Uncovered:
    return Uncovered(
        row=case_row(given),
        days=[(dates.span(one["first"], one["until"]), cases.why_uncovered(one)) for one in given["uncovered"]],
        total=dates.number_of_days(given["days_uncovered"]),
    )


def load_balance(bitim: Bitim, question: Question) -> BalanceView:
    """Sent against received from ``first`` to ``until``; in the academic year of the day, if the address gives none.

    Raises:
        Invalid: a time, a day or a purpose out of form.
    """
    time, purpose = question.time, question.one_of("purpose", PURPOSES)
    found = bitim.places.balance(
        first=question.day("first"),
        until=question.day("until"),
        purpose=purpose,
        as_of=time.as_of,
        known_at=time.known_at,
    )
    sums: Counter[str] = Counter()
    for one in found["items"]:
        sums.update({name: one[name] for name in ("sent", "received", "balance", "sent_possible", "received_possible")})
    first, until = (date.fromisoformat(found[bound]) for bound in ("first", "until"))
    return BalanceView(
        time=time,
        first=found["first"],
        until=found["until"],
        period=dates.span(first, until),
        purpose=purpose,
        purposes=[(code, cases.purpose(code)) for code in PURPOSES],
        partners=[
            PartnerBalance(one["partner_id"], one["partner"] or one["partner_id"], *_told(one))
            for one in found["items"]
        ],
        total=_told(sums),
    )


def _told(counted: Document) -> tuple[str, str, str]:
    return (
        cases.surely(counted, "sent"),
        cases.surely(counted, "received"),
        values.number(counted["balance"]),
    )
