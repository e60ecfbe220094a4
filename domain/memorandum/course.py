"""The course of one edition with its amendments, once every date is chosen: its periods, its end and what ended it."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from itertools import pairwise
from typing import NamedTuple

from domain.memorandum.life import EditionLife, LegalFact
from domain.memorandum.term import Term, notice_takes_effect, objection_date
from domain.shared.dates import END_OF_TIME, FIRST_DAY, day_after

OPEN = ("open", 0)
"""What ends an edition that has no end."""


class Ending(NamedTuple):
    """A way to end: the first day out, whether that is before its time, and the cause. The least one counts."""

    day: date
    early: bool
    code: str
    version: int


class Fact(NamedTuple):
    """A legal fact with its dates chosen."""

    life: LegalFact
    day: date
    effect: date
    until: date | None

    @property
    def kind(self) -> str:
        """Which act it is."""
        return self.life.kind

    @property
    def version(self) -> int:
        """Its place in the stream."""
        return self.life.version


class Counted(NamedTuple):
    """The end, by the number of its period, that a fact counted against, and whether it did so in time.

    ``since``: an edition that was replaced by then does not care.
    """

    since: date
    version: int
    against: int
    in_time: bool


@dataclass(slots=True)
class Text:
    """A concluded edition with its dates chosen; ``effective`` is set when it is known what it follows."""

    life: EditionLife
    concluded: date
    stated: date | None
    end_stated: date | None
    effective: date = END_OF_TIME

    @property
    def version(self) -> int:
        """Its place in the stream."""
        return self.life.version

    @property
    def concluded_at(self) -> tuple[date, int]:
        """Its place among the acts: the day of its conclusion, and on that day the version of the act."""
        return (self.concluded, self.life.concluding)

    @property
    def order(self) -> tuple[date, date, int]:
        """Of two texts in effect the greater one holds."""
        return (self.effective, *self.concluded_at)


@dataclass(slots=True)
class Course:
    """How one edition runs.

    ``renewals`` are the first days of its tacit renewal periods; ``end`` is the first day out, if there is one, and
    ``cause`` what ended it (code, version of the event). ``replaced`` is the first day of what takes its place, a
    renewal or another memorandum. ``doubts``: what it may be, and from which day, where neither a term nor a notice
    tells its end. ``turns`` tells which facts reached it, ``counted`` against which end each counted. ``beyond``: the
    end of time, where the last period that counts has an end after it.
    """

    base: Text
    amendments: list[Text] = field(default_factory=list)
    renewals: tuple[date, ...] = ()
    end: date | None = None
    cause: tuple[str, int] = OPEN
    replaced: date = END_OF_TIME
    doubts: dict[str, date] = field(default_factory=dict)
    turns: list[object] = field(default_factory=list)
    counted: list[Counted] = field(default_factory=list)
    beyond: date | None = None

    @property
    def effective(self) -> date:
        """The first day in force."""
        return self.base.effective

    @property
    def out(self) -> date:
        """The first day out; the end of time if it has no end."""
        return self.end or END_OF_TIME

    @property
    def takes_effect(self) -> bool:
        """Whether it is in force on any day."""
        return self.out > self.base.effective

    @property
    def last_text(self) -> Text:
        """The text that held on its last day."""
        held = [text for text in self.amendments if text.effective < self.out]
        return held[-1] if held else self.base

    def text_on(self, day: date) -> Text:
        """The text in effect on a day on which it runs."""
        for amendment in reversed(self.amendments):
            if amendment.effective <= day:
                return amendment
        return self.base

    def period_out(self, period: int) -> date | None:
        """The first day out of a period, by its number; none if it has no known end."""
        out = self.renewals[period] if period < len(self.renewals) else self.end or self.beyond
        return out if self.replaced >= END_OF_TIME else min(out or END_OF_TIME, self.replaced)

    def awaits_effect(self, day: date) -> bool:
        """Whether it is concluded on a day, not yet effective, and not ended before."""
        return self.base.concluded <= day < min(self.base.effective, self.out)

    @property
    def standings_after(self) -> tuple[str, ...]:
        """What it may be after its end."""
        if self.cause[0] in ("termination", "notice"):
            return ("terminated",)
        untold = self.doubts.get("terminated", END_OF_TIME) < self.out
        return ("expired", "terminated") if untold else ("expired",)

    def run(self, facts: list[Fact], known_by: tuple[date, int] = (END_OF_TIME, 0)) -> None:
        """Work out the periods and the end.

        Args:
            facts: all facts, by day and version; those before its conclusion do not reach it.
            known_by: leave out what happened after this place among the acts.
        """
        self.renewals, self.end, self.beyond, self.cause, self.doubts = (), None, None, OPEN, {}
        reach = [fact for fact in facts if self.base.concluded_at < (fact.day, fact.version) < known_by]
        if facts:
            self.turns.append({fact.version for fact in reach})
        text, since, past = self._terms_in_turn(known_by)
        ends: tuple[date, ...] = past
        if text.life.term.kind == "tacit":
            ends = self._tacit_ends(text, since, past)
        self._end_by_term(text, since)
        if reach:
            self._end_by_facts(reach, text.life.term, ends, since)
        if ends:
            self.renewals = ends[: bisect_left(ends, self.out)]
            self.beyond = END_OF_TIME if ends[-1] >= END_OF_TIME else None

    def _terms_in_turn(self, known_by: tuple[date, int]) -> tuple[Text, date, tuple[date, ...]]:
        """The text whose term holds, the first day of that term, and the tacit renewals that came before it."""
        if not self.amendments:
            return self.base, self.base.effective, ()
        terms = [(self.base.effective, self.base)]
        for amendment in self.amendments:
            if amendment.concluded_at < known_by and amendment.life.term != terms[-1][1].life.term:
                terms.append((amendment.effective, amendment))
        past: tuple[date, ...] = ()
        for (since, text), (replaced_on, _) in pairwise(terms):
            if text.life.term.kind == "tacit":
                past += tuple(end for end in self._tacit_ends(text, since, past)[len(past) :] if end < replaced_on)
        since, text = terms[-1]
        return text, since, past

    def _tacit_ends(self, text: Text, since: date, past: tuple[date, ...]) -> tuple[date, ...]:
        """The ends of all periods: those that passed under a former tacit term stay as they were."""
        ends = text.life.term.ends(self.base.effective, text.end_stated)
        return (*past, *(end for end in ends if end >= since)) if past else ends

    def _end_by_term(self, text: Text, since: date) -> None:
        term = text.life.term
        if term.kind == "fixed" and (ends := term.ends(self.base.effective, text.end_stated)):
            self.end, self.cause = ends[0], ("term", text.version)
        elif term.kind in ("fixed", "unknown"):
            self.doubts["expired"] = since

    def _end_by_facts(self, reach: list[Fact], term: Term, ends: tuple[date, ...], since: date) -> None:
        leaving: dict[str, tuple[Ending, ...]] = {}
        for fact in reach:
            endings = tuple(self._endings(fact, term, ends, since))
            if fact.life.leaving is not None:
                leaving[fact.life.leaving] = (*leaving.get(fact.life.leaving, ()), *endings)
            else:
                for ending in endings:
                    self._end_by(ending)
        if leaving:
            self._leave({party: min(endings) for party, endings in leaving.items() if endings})

    def _endings(self, fact: Fact, term: Term, ends: tuple[date, ...], since: date) -> Iterator[Ending]:
        """What a fact does: stop a tacit renewal, take effect on a day of its own, or leave the end open."""
        if fact.kind == "termination":
            yield Ending(fact.effect, True, "termination", fact.version)
        elif fact.kind in ("objection", "notice"):
            stopped = self._renewal_stopped(fact, term, ends, since) if term.kind == "tacit" else None
            if stopped is not None:
                yield Ending(stopped, False, "objection", fact.version)
            if fact.kind == "notice":
                effect = _notice_effect(fact, term)
                if effect is not None:
                    yield Ending(effect, True, "notice", fact.version)
                elif fact.life.leaving is None:
                    self._doubt("terminated", fact.day)

    def _end_by(self, ending: Ending) -> None:
        """End on this day, unless it has ended before; on the same day time comes first."""
        if self.end is None or ending[:2] < (self.end, self.standings_after[0] == "terminated"):
            self.end, self.cause = ending.day, (ending.code, ending.version)

    def _renewal_stopped(self, fact: Fact, term: Term, ends: tuple[date, ...], since: date) -> date | None:
        """The end at which an objection, or a notice given in time, keeps the term from rolling over."""
        named = fact.life.against
        against = END_OF_TIME if named is None else day_after(named)
        index = bisect_right(ends, fact.day) if named is None else bisect_left(ends, against)
        if index < len(ends) and (named is None or ends[index] == against):
            end = ends[index]
            in_time = since <= end < END_OF_TIME and fact.day <= objection_date(end, term.notice)
            self.counted.append(Counted(fact.day if named is None else FIRST_DAY, fact.version, index, in_time))
            return end if in_time else None
        of_unknown_end = index == len(ends) and against > self.base.effective
        self.counted.append(Counted(FIRST_DAY, fact.version, index, of_unknown_end))
        if fact.kind == "objection" and of_unknown_end and (not ends or ends[-1] < END_OF_TIME):
            self._doubt("expired", max(fact.day, *ends[-1:], self.base.effective))
        return None

    def _doubt(self, standing: str, day: date) -> None:
        day = max(day, self.base.effective)
        self.doubts[standing] = min(day, self.doubts.get(standing, day))

    def _leave(self, leaving: dict[str, Ending]) -> None:
        """End it when, by notices for their givers only, ours and one more no longer remain."""
        ours, others = self.base.life.parties
        for ending in sorted(leaving.values()) if ours and others else ():
            gone = {party for party, other in leaving.items() if other.day <= ending.day}
            if ours <= gone or others <= gone:
                self._end_by(ending)

    def suspensions(self, facts: list[Fact]) -> list[tuple[date, date, int]]:
        """The suspensions that reach it: first day, first day out, version of the event."""
        found: list[tuple[date, date, int]] = []
        for index, fact in enumerate(facts):
            if fact.kind != "suspension" or (fact.day, fact.version) < self.base.concluded_at:
                continue
            out = day_after(fact.until) if fact.until else END_OF_TIME
            out = min([out, *(later.effect for later in facts[index + 1 :] if later.kind == "resumption")])
            if fact.effect < out:
                found.append((fact.effect, out, fact.version))
        found.sort()
        if found:
            self.turns.append((self.base.version, [version for _, _, version in found]))
        return found


def _notice_effect(fact: Fact, term: Term) -> date | None:
    """The first day out by a notice; none where nothing says how long it runs."""
    if fact.life.effect is not None:
        return fact.effect
    length = fact.life.length or term.notice
    return notice_takes_effect(fact.day, length) if length else None
