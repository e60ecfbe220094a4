"""Start, end and length of a row held against each other: what agrees is taken, what does not is left to a person."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from typing import Any

from application.exchange.importing.readings.terms import TermReading
from domain.memorandum.content import check_term
from domain.memorandum.term import Length, Term, add
from domain.shared.dates import day_after, parse_partial
from domain.shared.errors import Invalid

_ONE_DAY = timedelta(days=1)
_MOST_PERIODS = 20
_UNSURE = frozenset({"renewal", "renewal_length", "notice", "length", "until", "open_ended", "not_after"})

Found = tuple[str, str, tuple[str, ...]]
"""A doubt: the field, the reason, the candidates."""


@dataclass(frozen=True, slots=True)
class Dates:
    """The days on which a row says that it was signed, and took effect."""

    signed_on: str | None
    effective_on: str | None


@dataclass(frozen=True, slots=True)
class Validity:
    """What start, end and length say together."""

    effective_on: str | None
    term: dict[str, Any] | None
    doubts: tuple[Found, ...] = ()
    looks_renewed: bool = False


def settle(dates: Dates, until: TermReading, length: TermReading) -> Validity:
    """What the cells of a row say together of its term.

    Args:
        dates: as far as they are certain.
        until: what the column of ends says.
        length: what the column of lengths says.
    """
    doubts: list[Found] = []
    for name, reading in (("until", until), ("length", length)):
        if reading.reason:
            doubts.append((name, reading.reason, _candidates(reading)))
    if any(reason != "day_or_month_first" for _, reason, _ in doubts):
        several = any(reason == "several_dates" for _, reason, _ in doubts)
        return Validity(dates.effective_on, None, tuple(doubts), looks_renewed=several)
    if dates.signed_on and dates.effective_on and _lies_before(dates.effective_on, dates.signed_on, years=1):
        doubts.append(("effective_on", "long_before_signing", (dates.effective_on,)))
    together = _together(until, length)
    if together is None:
        return Validity(dates.effective_on, None, (*doubts, ("until", "says_two_things", _candidates(until))))
    term = together.term()
    if term is None:
        return Validity(dates.effective_on, None, (*doubts, ("until", "not_stated", ())))
    return _checked(dates, term, doubts)


def _together(until: TermReading, length: TermReading) -> TermReading | None:
    """Both readings as one; none if they say two things of one part."""
    parts: dict[str, Any] = {}
    for name in _UNSURE:
        said = [value for reading in (until, length) if (value := getattr(reading, name))]
        if len(said) > 1 and said[0] != said[1]:
            return None
        if said:
            parts[name] = said[0]
    if parts.get("open_ended") and len(parts) > 1:
        return None
    return TermReading(**parts)


def _checked(dates: Dates, term: dict[str, Any], doubts: list[Found]) -> Validity:
    """The term, if it agrees with the day from which it runs."""
    start = dates.effective_on or dates.signed_on
    try:
        Term.parse(term)
        check_term({"term": term, "effective_on": start})
    except Invalid as error:
        reason = _REASONS.get(error.field, "length_and_end_disagree")
    else:
        if _periods_between(start, term):
            return Validity(dates.effective_on, term, tuple(doubts))
        reason = "length_and_end_disagree"
    renewed = any(_periods_between(start, term, times) for times in range(2, _MOST_PERIODS))
    end = (str(term["until"]),) if "until" in term else ()
    reason = "looks_renewed" if renewed else reason
    return Validity(dates.effective_on, None, (*doubts, ("until", reason, end)), looks_renewed=renewed)


_REASONS = {"term.until": "end_before_start", "term.notice": "notice_longer_than_term"}


def _periods_between(start: str | None, term: dict[str, Any], times: int = 1) -> bool:
    """Whether the length may have run so many times between start and end; once, if that cannot be told."""
    if not start or "until" not in term or "length" not in term:
        return times == 1
    first, last = parse_partial(start), parse_partial(term["until"])
    length = Length(**term["length"]).times(times)
    earliest, latest = add(first.earliest, length), add(first.latest, length)
    return earliest - _ONE_DAY <= day_after(last.latest) and day_after(last.earliest) <= latest + _ONE_DAY


def _lies_before(first: str, second: str, *, years: int) -> bool:
    """Whether a day lies before another by more than this many years."""
    return add(parse_partial(first).latest, Length(years, "years")) < parse_partial(second).earliest


def _candidates(reading: TermReading) -> tuple[str, ...]:
    """What was understood of a term, for whoever decides."""
    if reading.candidates:
        return reading.candidates
    length = f"{reading.length.count} {reading.length.unit}" if reading.length else None
    return tuple(one for one in (length, reading.until, reading.renewal, reading.not_after, reading.superseded) if one)
