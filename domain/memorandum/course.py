"""The course of one edition with its amendments, once every date is chosen: its periods, its end and what ended it."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass, field
from datetime import date
from itertools import pairwise

from domain.memorandum.term import Length, Term, notice_takes_effect, objection_date
from domain.shared.dates import END_OF_TIME, day_after


@dataclass(slots=True)
class Fact:
    """A legal fact with its dates chosen."""

    kind: str
    version: int
    day: date
    effect: date | None
    until: date | None
    against: date | None
    length: Length | None


@dataclass(slots=True)
class Text:
    """A concluded edition with its dates chosen; ``effective`` is set when it is known what it follows."""

    edition_id: str
    version: int
    term: Term
    concluded: date
    stated: date | None
    end_stated: date | None
    effective: date = END_OF_TIME


@dataclass(slots=True)
class Course:
    """How one edition runs.

    ``renewals`` are the first days of its tacit renewal periods; ``end`` is the first day out, if there is one, and
    ``cause`` what ended it (code, version of the event); from ``unknown_from`` it is not known whether it still runs.
    """

    base: Text
    amendments: list[Text] = field(default_factory=list)
    renewals: list[date] = field(default_factory=list)
    end: date | None = None
    cause: tuple[str, int] = ("open", 0)
    unknown_from: date | None = None

    @property
    def effective(self) -> date:
        """The first day in force."""
        return self.base.effective

    @property
    def standing_after(self) -> str:
        """What it is after its end."""
        return "terminated" if self.cause[0] in ("termination", "notice") else "expired"

    def run(self, facts: list[Fact], known_on: date | None = None) -> None:
        """Work out the periods and the end.

        Args:
            facts: all facts, by day; those before its conclusion do not reach it.
            known_on: leave out what happened after this day.
        """
        self.renewals, self.end, self.cause, self.unknown_from = [], None, ("open", 0), None
        reach = [f for f in facts if f.day >= self.base.concluded and (known_on is None or f.day <= known_on)]
        amendments = [a for a in self.amendments if known_on is None or a.concluded <= known_on]
        term = self._run_terms(amendments, reach)
        if not reach:
            return
        for fact in reach:
            if fact.kind == "termination":
                self._end_at(fact.effect or fact.day, "termination", fact.version)
            elif fact.kind == "notice":
                self._give_notice(fact, term)

    def _end_at(self, day: date, code: str, version: int) -> None:
        if self.end is None or day < self.end:
            self.end, self.cause = day, (code, version)

    def _give_notice(self, fact: Fact, term: Term) -> None:
        length = fact.length or term.notice
        effect = fact.effect or (notice_takes_effect(fact.day, length) if length else None)
        if effect is not None:
            self._end_at(effect, "notice", fact.version)
        elif self.unknown_from is None or fact.day < self.unknown_from:
            self.unknown_from = max(fact.day, self.effective)

    def _run_terms(self, amendments: list[Text], reach: list[Fact]) -> Term:
        """Lay the terms of the edition and its amendments end to end; returns the last one."""
        terms = [(self.base.effective, self.base)]
        for amendment in amendments:
            if amendment.term != terms[-1][1].term:
                terms.append((amendment.effective, amendment))
        past: list[date] = []
        for (_, text), (replaced_on, _) in pairwise(terms):
            if text.term.kind == "tacit":
                past += [end for end in self._ends(text) if (not past or end > past[-1]) and end < replaced_on]
        since, text = terms[-1]
        term = text.term
        if term.kind == "unknown" or (term.kind == "fixed" and text.end_stated is None and term.length is None):
            self.unknown_from = since
        elif term.kind == "fixed":
            self.end, self.cause = self._ends(text)[0], ("term", text.version)
        elif term.kind == "tacit":
            self._run_tacit(text, past, reach)
            return term
        self.renewals = past
        return term

    def _ends(self, text: Text) -> list[date]:
        return list(text.term.ends(self.base.effective, text.end_stated))

    def _run_tacit(self, text: Text, past: list[date], reach: list[Fact]) -> None:
        ends = past + [end for end in self._ends(text) if not past or end > past[-1]]
        for fact in reach:
            if fact.kind in ("objection", "notice"):
                self._object(fact, ends, text.term)
        last = self.end if self.end is not None else END_OF_TIME
        self.renewals = [end for end in ends if end < last]

    def _object(self, fact: Fact, ends: list[date], term: Term) -> None:
        """Let an objection, or a notice given in time, stop the renewal at the end it counts against."""
        if fact.against is not None:
            end = day_after(fact.against)
            if end not in ends:
                return
        else:
            index = bisect_right(ends, fact.day)
            if index == len(ends):
                if fact.kind == "objection":
                    self._lose_sight(max(fact.day, self.effective))
                return
            end = ends[index]
        if end < END_OF_TIME and fact.day <= objection_date(end, term.notice):
            self._end_at(end, "objection", fact.version)

    def _lose_sight(self, day: date) -> None:
        if self.unknown_from is None or day < self.unknown_from:
            self.unknown_from = day

    def suspensions(self, facts: list[Fact]) -> list[tuple[date, date, int]]:
        """The suspensions that reach it: first day, first day out, version of the event."""
        found = []
        for index, fact in enumerate(facts):
            if fact.kind != "suspension" or fact.day < self.base.concluded:
                continue
            out = day_after(fact.until) if fact.until else END_OF_TIME
            for later in facts[index + 1 :]:
                if later.kind == "resumption":
                    out = min(out, later.effect or later.day)
            first = fact.effect or fact.day
            if first < out:
                found.append((first, out, fact.version))
        return sorted(found)
