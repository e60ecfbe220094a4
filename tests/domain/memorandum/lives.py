"""Random lives of a memorandum, as an office enters them: late, in any order, with partial dates and corrections."""

from __future__ import annotations

import os
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from random import Random
from typing import Any

from domain.memorandum.events import MemorandumEvent
from domain.shared.moment import TASHKENT
from tests.domain.memorandum.clerk import Clerk, sides

MOST_WORLDS = int(os.environ.get("ORACLE_WORLDS", "1000"))
"""How many choices of its uncertain dates a life may leave open: the oracle tries each."""

_UNITS = {"days": (28, 800), "months": (1, 48), "years": (1, 4)}


@dataclass
class Life:
    """What was recorded, what was entered to record it, and the last instant of it."""

    recorded: list[MemorandumEvent]
    log: list[str]
    now: datetime

    def __repr__(self) -> str:
        return "\n".join(self.log)


class _Author:
    """Draws entries one by one, so that each can look at what stands already."""

    def __init__(self, random: Random) -> None:
        self.random = random
        self.era = self.one(*[2019] * 7, 2094, 1900, 1900)
        self.clerk = Clerk(datetime(self.era + self.one(0, 1, 2, 3), 6, 15, 7, tzinfo=UTC))
        self.worlds = 1
        self.days: list[date] = [self.clerk.today]

    def one(self, *values: Any) -> Any:
        return values[self.random.randint(0, len(values) - 1)]

    def chance(self, percent: int) -> bool:
        return self.random.randint(0, 99) >= 100 - percent

    def day(self, *, past: bool) -> str:
        """A day on or near one that matters, or any other."""
        if self.chance(60):
            day = self.one(*self.days[-12:], *self._bounds()) + timedelta(days=self.one(0, 0, 1, -1))
        else:
            day = self.clerk.today + timedelta(days=self.random.randint(-900, 0 if past else 1200))
        first, last = date(1900, 1, 1), date(2100, 12, 31)
        day = min(max(day, first), min(self.clerk.today, last) if past else last)
        self.days.append(day)
        return self._written(day)

    def _bounds(self) -> list[date]:
        memorandum = self.clerk.memorandum
        if memorandum is None:
            return []
        bounds = {day for interval in memorandum.timeline(TASHKENT).intervals for day in (interval.first, interval.out)}
        return sorted(day for day in bounds if abs((day - self.clerk.today).days) < 2000)

    def _written(self, day: date) -> str:
        """The day, or the month or year that holds it, while there are not too many choices."""
        form, choices = self.one(*[("%Y-%m-%d", 1)] * 5, ("%Y-%m", 31), ("%Y-%m", 31), ("%Y", 366))
        if self.worlds * choices > MOST_WORLDS:
            return day.isoformat()
        self.worlds *= choices
        return format(day, form) if day.year >= 1000 else day.isoformat()

    def past_day(self) -> str | None:
        """The day of an act; seldom unknown."""
        choices = (self.clerk.today - date(1900, 1, 1)).days + 1
        if self.worlds * choices <= max(MOST_WORLDS, 2000) and self.chance(20):
            self.worlds *= choices
            return None
        return self.day(past=True)

    def maybe_day(self) -> str | None:
        return self.day(past=False) if self.chance(40) else None

    def length(self, *units: str, most: int = 10_000) -> dict[str, Any]:
        unit = self.one(*units)
        low, high = _UNITS.get(unit, (1, 2))
        return {"count": self.random.randint(low, min(high, most)), "unit": unit}

    def term(self) -> dict[str, Any] | None:
        kind = self.one("fixed", "fixed", "tacit", "tacit", "tacit", "evergreen", "perpetual", "unknown", None)
        if kind is None:
            return None
        term: dict[str, Any] = {"kind": kind}
        if kind in ("fixed", "tacit"):
            known = self.one("until", "length", "length", None)
            if known:
                term[known] = self.day(past=False) if known == "until" else self.length(*_UNITS)
        if kind == "tacit" and self.chance(80):
            term["renewal"] = self.length("months", "months", "years", "days")
        if kind in ("tacit", "evergreen") and self.chance(60):
            term["notice"] = self.length("days", "months", "academic_years", most=40)
        return term

    # Entries

    def begin(self) -> None:
        if self.chance(50):
            self.clerk.draft(self._content(), occurred_on=self.past_day())
        else:
            self.clerk.register([self._paper() for _ in range(self.one(1, 1, 2, 3))])

    def _content(self) -> dict[str, Any]:
        parties = sides(self.one(2, 2, 3))
        return {
            "titles": {"en": "Cooperation"},
            "parties": parties,
            "term": self.term(),
            "effective_on": self.maybe_day(),
        }

    def _paper(self) -> dict[str, Any]:
        edition = {**self._content(), "signed_on": self.past_day()}
        if self.chance(15):
            edition |= {"stub": True, "term": None, "effective_on": None}
        elif self.chance(15):
            dates = [self.one(None, edition["signed_on"]) for _ in edition["parties"]]
            edition["signatures"] = [
                {"party_id": f"p{number}", "signatory": "A. B.", "signed_on": signed_on}
                for number, signed_on in enumerate(dates, start=1)
            ]
        return edition

    def conclude(self) -> None:
        """The text in preparation goes its whole way."""
        edition = self.clerk.memorandum.working_edition
        if edition is None:
            return
        key = edition.edition_id
        outside = self.chance(20)
        if not outside:
            self.clerk.enter("submit", None, edition_id=key, route=[])
            self.clerk.enter("approve", None, edition_id=key)
            for party in edition.parties[1:]:
                self.clerk.enter("record_partner_approval", None, edition_id=key, party_id=party["party_id"])
        verb = "record_outside_signature" if outside else "sign"
        for party in edition.parties:
            if not self.chance(7):
                fields = {"party_id": party["party_id"], "signatory": self.one("A", "B"), "office": "rector"}
                self.clerk.enter(verb, self.past_day(), edition_id=key, **fields)

    def renew(self) -> None:
        changes = {"effective_on": self.maybe_day()} | ({"term": self.term()} if self.chance(60) else {})
        if self.clerk.enter("propose_renewal", self.past_day(), changes=changes) and self.chance(80):
            self.conclude()

    def amend(self) -> None:
        changes = {"titles": {"en": "Amended"}, "effective_on": self.maybe_day()}
        changes |= {"term": self.term()} if self.chance(60) else {}
        amends = self.one(*self.clerk.memorandum.editions)
        if self.clerk.enter("propose_amendment", self.past_day(), amends=amends, changes=changes) and self.chance(90):
            self.conclude()

    def find_paper(self) -> None:
        link = self.one({}, {"follows": self._edition()}, {"amends": self._edition()})
        self.clerk.enter("record_edition", None, edition={**self._paper(), **link})

    def _edition(self) -> str:
        return str(self.one(*self.clerk.memorandum.editions))

    def complete(self) -> None:
        known = self.one({"signed_on": self.past_day()}, {"term": self.term()}, {"effective_on": self.maybe_day()})
        if None not in known.values():
            self.clerk.enter("complete_stub", None, edition_id=self._edition(), known=known)

    def object(self) -> None:
        self.clerk.enter("object", self.past_day(), party_id="p1", against=self._end_named())

    def _end_named(self) -> str | None:
        ends = {i.until.earliest.isoformat() for i in self.clerk.memorandum.timeline(TASHKENT).intervals if i.until}
        return self.one(None, *sorted(ends)[:6])

    def suspend(self) -> None:
        self.clerk.enter("suspend", self.past_day(), effective_on=self.maybe_day(), until=self.maybe_day())

    def resume(self) -> None:
        self.clerk.enter("resume", self.past_day(), effective_on=self.maybe_day())

    def give_notice(self) -> None:
        said = self.one("nothing", "length", "length", "day")
        length = self.length("days", "months", "academic_years", most=300) if said == "length" else None
        self.clerk.enter(
            "give_notice",
            self.past_day(),
            party_id=self.one("p1", "p2", "p3"),
            length=length,
            effective_on=self.day(past=False) if said == "day" else None,
            giver_only=self.chance(40),
        )

    def terminate(self) -> None:
        self.clerk.enter("terminate", self.past_day(), effective_on=self.maybe_day())

    def supersede(self) -> None:
        fields = {"by_memorandum_id": "00000000-0000-0000-0000-000000000008", "effective_on": self.maybe_day()}
        self.clerk.enter("supersede", self.past_day(), **fields)

    def withdraw(self) -> None:
        self.clerk.enter("withdraw", self.past_day(), edition_id=self._edition())

    def correct(self) -> None:
        events = [e for e in self.clerk.recorded if e.TOPIC not in ("memorandum.corrected", "memorandum.retracted")]
        event = self.one(*events)
        fields = {
            "occurred_on": self.past_day,
            "effective_on": self.maybe_day,
            "until": self.maybe_day,
            "term": self.term,
            "signed_on": self.past_day,
            "length": lambda: self.length("days", "months", "academic_years"),
            "giver_only": lambda: self.chance(50),
            "against": self._end_named,
        }
        field = self.one(*sorted(set(fields) & event.correctable()))
        self.clerk.enter("correct", None, event_version=event.originator_version, field=field, value=fields[field]())

    def retract(self) -> None:
        self.clerk.enter("retract", None, event_version=self.random.randint(1, len(self.clerk.recorded)))

    def sweep(self) -> None:
        self.clerk.enter("write_down", None)


_ENTRIES = (
    *["conclude"] * 3,
    *["renew"] * 4,
    *["amend"] * 3,
    *["find_paper", "complete"],
    *["object"] * 4,
    *["suspend"] * 3,
    *["resume"] * 3,
    *["give_notice"] * 4,
    *["terminate"] * 2,
    *["supersede", "withdraw", "sweep"],
    *["correct"] * 4,
    *["retract"] * 2,
)


def a_life(random: Random, most: int = 8) -> Life:
    """A memorandum drafted or entered from paper, and what befell it; refused entries leave no trace."""
    author = _Author(random)
    author.begin()
    if author.clerk.memorandum is None:
        author.clerk.register([{"parties": sides(), "signed_on": author.clerk.today.isoformat()}])
    author.conclude()
    for _ in range(random.randint(0, most)):
        author.clerk.wait(random.randint(0, 500), random.randint(0, 23))
        getattr(author, author.one(*_ENTRIES))()
    return Life(author.clerk.recorded, author.clerk.log, author.clerk.now)
