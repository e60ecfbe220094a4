"""Terms as people write them into cells: lengths, renewals, notices, ends, and words that decide nothing.

What is understood of a cell is told part by part. A cell of which anything is left that is not understood is left to a
person, with what was: the rest may turn its meaning round.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from functools import lru_cache, partial
from typing import Any

from application.exchange.importing.readings.dates import Order, read_date
from application.exchange.importing.readings.words import BROUGHT, Words, plain
from domain.memorandum.term import Length

_LONGEST = 100
_DATE = r"(?P<date>\S+(?: \S+){0,4}?)"
_NUMBER = re.compile(r"\d{1,3}")
_RENEWED_BY_HAND = ("on_written_notice", "on_notice", "by_joint_act", "by_agreement")
_KINDS = (
    "superseded",
    "bounded",
    "automatic_for",
    "on_written_notice_of",
    "on_notice_of",
    "by_joint_act_of",
    "notice",
    "until",
    "yearly",
    "automatic",
    *_RENEWED_BY_HAND,
    "open_ended",
    "undecided",
    "not_after",
)
"""Kinds of phrases in the order in which they are looked for: those that hold others come first."""


@dataclass(frozen=True, slots=True)
class TermReading:
    """What a cell says of a term; a part that it does not say is none.

    Args:
        length: of the first period.
        renewal: how it goes on: ``automatic``, ``by_agreement``, ``on_written_notice``, ``on_notice``,
            ``by_joint_act``.
        renewal_length: for how long each time.
        notice: how long before the end somebody must speak.
        until: the stated end, partial.
        not_after: a last day that no renewal passes.
        open_ended: whether it says that there is no end.
        superseded: when the agreement was signed that took its place, if the cell says so.
        bounded: whether it lasts as long as another agreement.
        reason: why a person must decide, as a code; none if the cell is understood.
        rest: the words that were not understood.
        candidates: the dates that the end may mean.
    """

    length: Length | None = None
    renewal: str | None = None
    renewal_length: Length | None = None
    notice: Length | None = None
    until: str | None = None
    not_after: str | None = None
    open_ended: bool = False
    superseded: str | None = None
    bounded: bool = False
    reason: str | None = None
    rest: str = ""
    candidates: tuple[str, ...] = ()

    def term(self) -> dict[str, Any] | None:
        """The term as it is registered; none if it is left to a person, or nothing is said."""
        if self.reason or self.bounded or self.superseded or self.not_after:
            return None
        if self.open_ended:
            return {"kind": "perpetual"}
        kind = "tacit" if self.renewal == "automatic" else "fixed"
        parts = {"length": self.length, "renewal": self.renewal_length}
        if kind == "tacit":
            parts["notice"] = self.notice
        plain_parts = {name: part.plain() for name, part in parts.items() if part}
        if kind == "fixed" and not plain_parts and not self.until:
            return None
        return {"kind": kind, **plain_parts, **({"until": self.until} if self.until else {})}


@dataclass
class _Cell:
    """A cell being read: what is left of it, and what was said."""

    rest: str
    said: dict[str, Any] = field(default_factory=dict)
    doubts: list[str] = field(default_factory=list)

    def say(self, name: str, value: Any) -> None:
        """One part; said twice in two ways, it is in doubt."""
        if self.said.setdefault(name, value) != value:
            self.doubts.append("says_two_things")


def read_term(text: str, unit: str | None = None, order: Order | None = None, words: Words = BROUGHT) -> TermReading:
    """What a cell says of a term.

    Args:
        text: the cell.
        unit: of a bare number, if the heading of its column tells it: ``years``, ``months``, ``days``.
        order: as for `read_date`.
        words: the phrases.
    """
    cell = _Cell(plain(text))
    if not cell.rest:
        return TermReading()
    if unit and (length := _length(cell.rest, "", unit, words)):
        return TermReading(length=length)
    if (day := read_date(text, order, words)).value or day.candidates:
        return TermReading(until=day.value, reason=day.reason, candidates=day.candidates)
    for kind, pattern in _phrases(words):
        cell.rest = pattern.sub(partial(_take, cell, kind, order, words), cell.rest)
    fillers = {plain(word) for word in words.sections["term"].get("fillers", ())}
    rest = " ".join(word for word in cell.rest.split() if word not in fillers)
    return _concluded(TermReading(**cell.said, rest=rest), cell.doubts)


def _take(cell: _Cell, kind: str, order: Order | None, words: Words, found: re.Match[str]) -> str:
    """Say what a phrase says; gives what is left in its place: the phrase itself, if it says nothing after all."""
    groups = found.groupdict()
    length = day = None
    if "number" in groups:
        length = _length(groups["number"], groups["again"] or "", _unit(words, groups["unit"]), words)
        if length is None:
            return found.group()
    if "date" in groups:
        day = read_date(groups["date"], order, words)
        if day.value is None or day.reason:
            return found.group()
    _say(cell, kind, length, day.value if day else None)
    return " "


def _say(cell: _Cell, kind: str, length: Length | None, day: str | None) -> None:
    """What a phrase of this kind says."""
    if kind in ("automatic", *_RENEWED_BY_HAND):
        cell.say("renewal", kind)
    elif kind == "automatic_for":
        cell.say("renewal", "automatic")
        cell.say("renewal_length", length)
    elif kind.endswith("_of"):
        cell.say("renewal", kind.removesuffix("_of"))
        cell.say("notice", length)
    elif kind == "yearly":
        cell.say("renewal_length", Length(1, "years"))
    elif kind in ("length", "notice"):
        cell.say(kind, length)
    elif kind in ("until", "superseded"):
        # A second end is a last day beyond which no renewal goes.
        cell.say("not_after" if kind == "until" and "until" in cell.said else kind, day)
    elif kind == "undecided":
        cell.doubts.append("says_nothing_certain")
    else:
        cell.say(kind, True)


def _concluded(reading: TermReading, doubts: list[str]) -> TermReading:
    """The reading, with the reason why a person must decide, if there is one."""
    if doubts:
        return replace(reading, reason=doubts[0])
    if reading.rest:
        return replace(reading, reason="not_all_understood")
    if reading.open_ended and (reading.renewal or reading.length or reading.until):
        return replace(reading, reason="says_two_things")
    if reading.bounded or reading.superseded or reading.not_after:
        return replace(reading, reason="rests_on_another")
    return reading


def _unit(words: Words, word: str) -> str:
    return _units(words)[word]


@lru_cache(maxsize=20)
def _units(words: Words) -> dict[str, str]:
    return {plain(word): unit for unit, written in words.sections["units"].items() for word in written}


def _length(number: str, again: str, unit: str, words: Words) -> Length | None:
    """A length; none where the number is not one, or is told twice in two ways: ``5 (four) years``."""
    counts = {_count(told, words) for told in (number, again) if told}
    count = counts.pop() if len(counts) == 1 else None
    return Length(count, unit) if count and 1 <= count <= _LONGEST else None


def _count(told: str, words: Words) -> int | None:
    return int(told) if _NUMBER.fullmatch(told) else words.numbers.get(told)


def _phrases(words: Words) -> Iterator[tuple[str, re.Pattern[str]]]:
    for kind in _KINDS:
        for phrase in sorted(words.sections["term"].get(kind, ()), key=len, reverse=True):
            yield kind, _phrase(words, phrase)
    yield "length", _length_pattern(words)


@lru_cache(maxsize=2000)
def _phrase(words: Words, phrase: str) -> re.Pattern[str]:
    """A phrase as a pattern on folded text, with a length or a date in the place of ``{length}`` or ``{date}``."""
    parts = re.split(r"\{(length|date)\}", phrase)
    inside = {"length": _length_pattern(words).pattern, "date": _DATE}
    pattern = " ".join(
        inside[part] if index % 2 else re.escape(plain(part)) for index, part in enumerate(parts) if part.strip()
    )
    begins = "" if phrase.startswith("{") else r"(?<!\w)"
    # A date ends with the text, or ahead of what goes on with “and”.
    ends = r"(?= *$| and )" if phrase.endswith("{date}") else r"(?!\w)"
    return re.compile(begins + pattern + ends)


@lru_cache(maxsize=20)
def _length_pattern(words: Words) -> re.Pattern[str]:
    numbers = "|".join(re.escape(word) for word in words.numbers)
    units = "|".join(sorted(map(re.escape, _units(words)), key=len, reverse=True))
    return re.compile(
        rf"(?<!\w)(?P<number>\d{{1,3}}|(?:{numbers})(?= ))(?: (?P<again>\d{{1,3}}|{numbers}))? ?(?P<unit>{units})(?!\w)"
    )
