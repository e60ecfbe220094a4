"""When an edition ends in one world, by everything that was done until a given day."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import cache
from itertools import count

from tests.domain.memorandum.oracle.almanac import BEYOND, DAY, after, last_day_to_object, notice_ends, period_end
from tests.domain.memorandum.oracle.world import Fact, Paper, World

Place = tuple[date, int]
"""The place of an act among all: its day, and on the same day its version (rule 12)."""


@dataclass(frozen=True)
class Life:
    """How an edition runs: its boundaries, its end with the standing after it, and from when on nobody knows.

    ``bounds`` are the first days out of its periods as long as they are known; ``out`` is the first day out, if it has
    one, and ``ended`` what it may be then; from ``doubt`` on it may have expired; from ``untold`` on a notice of
    unknown length may have ended it.
    """

    begins: date
    bounds: tuple[date, ...]
    out: date | None
    ended: tuple[str, ...]
    doubt: date | None
    untold: date | None


class Course:
    """The lives of all editions in one world."""

    def __init__(self, world: World) -> None:
        self.world = world
        self.begins = cache(self._begins)
        self.life = cache(self._life)

    def amendments(self, base: Paper, by: Place) -> list[Paper]:
        """The amendments of an edition that were concluded by then, in the order of their effect."""
        found = [p for p in self.world.papers if p.amends == base.name and p.closed <= by]
        return sorted(found, key=lambda p: (self.amended_from(base, p), p.closed))

    def amended_from(self, base: Paper, amendment: Paper) -> date:
        """The first day of an amendment, within the life of its edition."""
        return max(amendment.stated or amendment.concluded, self.begins(base))

    def _begins(self, paper: Paper) -> date:
        """The first day in force (rule 24)."""
        if paper.stated:
            return paper.stated
        order = self.world.bases
        earlier = order[: order.index(paper)]
        if not earlier:
            return paper.concluded
        old = max(earlier, key=lambda p: (self.begins(p), p.closed))
        fixed = self.life(old, paper.closed).out
        return max(paper.concluded, fixed) if fixed else paper.concluded

    def _life(self, paper: Paper, by: Place) -> Life:
        """How an edition runs, by the acts and amendments up to ``by``."""
        begins = self.begins(paper)
        reaching = [f for f in self.world.facts if paper.closed <= (f.day, f.version) <= by]
        term_out, bounds, doubt = self._term(paper, by, reaching)
        ends: list[tuple[date, str]] = []
        untold = None
        for fact in sorted(reaching, key=lambda f: (f.day, f.version)):
            if fact.kind == "termination":
                ends.append((fact.effect, "terminated"))
            elif fact.kind == "notice" and not fact.says["giver_only"]:
                effect = self._notice_effect(paper, by, fact)
                if effect:
                    ends.append((effect, "terminated"))
                else:
                    untold = min(untold or fact.day, fact.day)
        left = self._too_few(paper, by, reaching, bounds)
        ends += [left] if left else []
        if term_out:
            ends.append((term_out, "expired"))
        out, ended = min(ends, default=(None, ""), key=lambda end: (end[0], end[1] != "expired"))
        may_be = (ended, "terminated") if untold and ended == "expired" and untold < out else (ended,)
        return Life(begins, bounds, out, may_be, doubt, untold and max(untold, begins))

    def _terms(self, paper: Paper, by: Place) -> list[tuple[date, Paper]]:
        """The terms that it had one after the other, each with its first day."""
        terms = [(self.begins(paper), paper)]
        for amendment in self.amendments(paper, by):
            if amendment.term != terms[-1][1].term:
                terms.append((self.amended_from(paper, amendment), amendment))
        return terms

    def _term(self, paper: Paper, by: Place, reaching: list[Fact]) -> tuple[date | None, tuple[date, ...], date | None]:
        """The end by time, the boundaries of periods, and the day from which the end is not known."""
        terms = self._terms(paper, by)
        begins, (since, holder) = self.begins(paper), terms[-1]
        kind = holder.term["kind"]
        if kind in ("evergreen", "perpetual"):
            return None, self._bounds(begins, terms), None
        if kind == "fixed":
            out = holder.until + DAY if holder.until else None
            if out is None and holder.term.get("length"):
                out = after(begins, holder.term["length"])
            former = self._bounds(begins, terms)
            return (out, (*former, out), None) if out else (None, former, since)
        if kind == "unknown":
            return None, self._bounds(begins, terms), since
        bounds = self._bounds(begins, terms)
        stopping = tuple(bound for bound in bounds if bound >= since)
        return self._tacit_end(begins, holder, bounds, stopping, reaching)

    def _bounds(self, begins: date, terms: list[tuple[date, Paper]]) -> tuple[date, ...]:
        """The ends of all periods; those that passed under a tacit term stay when it is amended."""
        bounds: list[date] = []
        replaced = [since for since, _ in terms[1:]] + [None]
        for (since, holder), until in zip(terms, replaced, strict=True):
            if holder.term["kind"] == "tacit":
                ends = [b for b in _tacit_bounds(begins, holder) if not bounds or b >= since]
                bounds += [b for b in ends if until is None or b < until]
        return tuple(bounds)

    def _tacit_end(
        self, begins: date, holder: Paper, bounds: tuple[date, ...], stopping: tuple[date, ...], reaching: list[Fact]
    ) -> tuple[date | None, tuple[date, ...], date | None]:
        known = period_end(begins, holder.until, holder.term, 1) is not None
        doubts, stopped = [], []
        for fact in reaching:
            if fact.kind == "objection" or (fact.kind == "notice" and not fact.says["giver_only"]):
                against = _against(fact, bounds)
                if in_time(fact, against, stopping, holder):
                    stopped.append(against)
                elif (
                    fact.kind == "objection"
                    and not known
                    and (against is None or against > max(bounds, default=begins))
                ):
                    doubts.append(max(fact.day, begins, *bounds[-1:]))
        end = min(filter(None, stopped), default=None)
        return end, bounds, None if end else min(doubts, default=None)

    def _notice_effect(self, paper: Paper, by: Place, fact: Fact) -> date | None:
        """The first day out by a notice; none if nothing says how long it runs."""
        if fact.stated:
            return fact.effect
        length = fact.says["length"] or self._terms(paper, by)[-1][1].term.get("notice")
        return notice_ends(fact.day, length) if length else None

    def _too_few(
        self, paper: Paper, by: Place, reaching: list[Fact], bounds: tuple[date, ...]
    ) -> tuple[date, str] | None:
        """The day on which ours and one more no longer remain, by notices for their givers only (rule 34)."""
        since, holder = self._terms(paper, by)[-1]
        leaving: dict[str, tuple[date, str]] = {}
        for fact in reaching:
            if fact.kind == "notice" and fact.says["giver_only"]:
                effect = self._notice_effect(paper, by, fact)
                against = _against(fact, bounds)
                stopped = in_time(fact, against, tuple(b for b in bounds if b >= since), holder)
                ways = [(effect, "terminated")] if effect else []
                ways += [(against, "expired")] if stopped and against else []
                party = fact.says["party_id"]
                leaving[party] = min(
                    [*ways, leaving.get(party, (date.max, ""))], key=lambda w: (w[0], w[1] != "expired")
                )
        for day, how in sorted(leaving.values(), key=lambda w: (w[0], w[1] != "expired")):
            remaining = {ours for party, ours in paper.parties if leaving.get(party, (BEYOND, ""))[0] > day}
            if remaining != {True, False} and day < date.max:
                return day, how
        return None


def _against(fact: Fact, bounds: tuple[date, ...]) -> date | None:
    """The end that an objection or notice counts against: the one it names, or that of the period running (rule 32)."""
    named = fact.says["against"] if fact.kind == "objection" else None
    return date.fromisoformat(named) + DAY if named else next((b for b in bounds if b > fact.day), None)


def in_time(fact: Fact, against: date | None, stopping: tuple[date, ...], holder: Paper) -> bool:
    """Whether it stops the renewal at that end."""
    if holder.term["kind"] != "tacit" or against not in stopping or against is None:
        return False
    return fact.day <= last_day_to_object(against, holder.term.get("notice"))


def _tacit_bounds(begins: date, holder: Paper) -> Iterator[date]:
    """The first days out of all periods, as far as lengths are known, until nobody asks any more."""
    for number in count():
        out = period_end(begins, holder.until, holder.term, number)
        if out is None:
            return
        yield out
        if out >= BEYOND:
            return
