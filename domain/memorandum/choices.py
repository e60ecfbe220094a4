"""Uncertain dates: the choices of days that they may mean.

Every date of a life takes a place in one list; a day chosen for each place gives one exact chronicle. An act
presupposes another (a signature its draft, a renewal the edition it follows, a resumption its
suspension, every legal act a conclusion); choices in which it would come first are left out.
"""

from __future__ import annotations

from datetime import date
from typing import NamedTuple

from domain.memorandum.chronicle import Drafts, Span, chronicle
from domain.memorandum.course import Course, Fact, Text
from domain.memorandum.life import EditionLife, LegalFact, Life
from domain.shared.dates import Days


class _Edition(NamedTuple):
    life: EditionLife
    drafted: int | None
    concluded: int | None
    effective: int | None
    end: int | None


class _Fact(NamedTuple):
    life: LegalFact
    day: int
    effect: int | None
    until: int | None


class Choices:
    """A life with its dates laid out in ``days``; ``open`` are the places where more than one day is possible."""

    def __init__(self, life: Life) -> None:
        self.days: list[Days] = []
        self._orders: list[tuple[int, int]] = []
        self._editions = [self._lay_edition(edition) for edition in life.editions]
        self._conclusions = [
            edition.concluded
            for edition in self._editions
            if edition.concluded is not None and edition.life.amends is None
        ]
        self._facts = [self._lay_fact(fact) for fact in life.facts]
        self.open: list[int] = [index for index, days in enumerate(self.days) if not days.certain]
        if self.open:
            self._order_acts()
            self._narrow()
            self.open = [index for index in self.open if not self.days[index].certain]

    def _lay(self, days: Days | None) -> int | None:
        if days is None:
            return None
        self.days.append(days)
        return len(self.days) - 1

    def _lay_edition(self, life: EditionLife) -> _Edition:
        places = (
            life.drafted,
            life.concluded,
            life.effective,
            life.term.end_days if life.concluded else None,
        )
        return _Edition(life, *map(self._lay, places))

    def _lay_fact(self, life: LegalFact) -> _Fact:
        self.days.append(life.day)
        return _Fact(life, len(self.days) - 1, self._lay(life.effect), self._lay(life.until))

    def _order_acts(self) -> None:
        concluded = {edition.life.edition_id: edition.concluded for edition in self._editions}
        for edition in self._editions:
            before = (edition.drafted, concluded.get(edition.life.amends or edition.life.follows or ""))
            self._orders += [
                (place, edition.concluded) for place in before if place is not None and edition.concluded is not None
            ]
        suspended: int | None = None
        for fact in self._facts:
            if fact.life.kind == "suspension":
                suspended = fact.day
            elif fact.life.kind == "resumption" and suspended is not None:
                self._orders.append((suspended, fact.day))
            if len(self._conclusions) == 1 and fact.life.kind != "withdrawal":
                self._orders.append((self._conclusions[0], fact.day))

    def _narrow(self) -> None:
        """Leave out days that no choice can take: forward along the orders, then back."""
        days = self.days
        for before, after in self._orders:
            if days[before].earliest <= days[after].latest:
                days[after] = Days(max(days[after].earliest, days[before].earliest), days[after].latest)
        for before, after in reversed(self._orders):
            if days[before].earliest <= days[after].latest:
                days[before] = Days(days[before].earliest, min(days[before].latest, days[after].latest))

    def earliest(self) -> list[date]:
        """The first possible day at every place."""
        return [days.earliest for days in self.days]

    def chronicle(self, chosen: list[date]) -> list[Span]:
        """The standings from day to day if these dates are chosen; the list may be moved to respect the orders."""
        if self.open:
            self._respect_orders(chosen)
        facts = sorted((self._choose_fact(fact, chosen) for fact in self._facts), key=lambda f: (f.day, f.version))
        drafts = [
            Drafts(edition.life.edition_id, edition.life.version, chosen[edition.drafted])
            for edition in self._editions
            if edition.drafted is not None
        ]
        return chronicle(self._choose_courses(chosen), drafts, facts)

    def _respect_orders(self, chosen: list[date]) -> None:
        for before, after in self._orders:
            if chosen[after] < chosen[before]:
                chosen[after] = min(chosen[before], self.days[after].latest)
        if len(self._conclusions) > 1:
            first = min(chosen[place] for place in self._conclusions)
            for fact in self._facts:
                if chosen[fact.day] < first and fact.life.kind != "withdrawal":
                    chosen[fact.day] = min(first, self.days[fact.day].latest)

    def _choose_courses(self, chosen: list[date]) -> list[Course]:
        courses: dict[str, Course] = {}
        for edition in self._editions:
            if edition.concluded is None:
                continue
            life = edition.life
            text = Text(
                life.edition_id,
                life.version,
                life.term,
                chosen[edition.concluded],
                None if edition.effective is None else chosen[edition.effective],
                None if edition.end is None else chosen[edition.end],
            )
            base = courses.get(life.amends) if life.amends else None
            if base is None:
                courses[life.edition_id] = Course(text)
            else:
                base.amendments.append(text)
        return list(courses.values())

    def _choose_fact(self, fact: _Fact, chosen: list[date]) -> Fact:
        life = fact.life
        return Fact(
            life.kind,
            life.version,
            chosen[fact.day],
            None if fact.effect is None else chosen[fact.effect],
            None if fact.until is None else chosen[fact.until],
            life.against,
            life.length,
        )
