"""Uncertain dates: the choices of days that they may mean.

Every date of a life takes a place in one list; a day chosen for each place gives one exact chronicle. An act
presupposes another (a signature its draft, a renewal the edition it follows, a resumption its
suspension, every legal act a conclusion); choices in which it would come first are left out.
"""

from __future__ import annotations

from datetime import date
from typing import NamedTuple

from domain.memorandum.chronicle import Chronicle, Drafts, chronicle
from domain.memorandum.course import Course, Fact, Text
from domain.memorandum.life import EditionLife, LegalFact, Life
from domain.shared.dates import Days


class EditionPlaces(NamedTuple):
    """An edition, and the places of its dates."""

    life: EditionLife
    drafted: int | None
    concluded: int | None
    effective: int | None
    end: int | None


class FactPlaces(NamedTuple):
    """A legal fact, and the places of its dates."""

    life: LegalFact
    day: int
    effect: int | None
    until: int | None


class Choices:
    """A life with its dates laid out in ``days``; ``open`` are the places where more than one day is possible."""

    def __init__(self, life: Life) -> None:
        self.days: list[Days] = []
        self._orders: list[tuple[int, int]] = []
        self._after_any: list[int] = []
        self.editions = [self._lay_edition(edition) for edition in life.editions]
        self._conclusions = [
            edition.concluded
            for edition in self.editions
            if edition.concluded is not None and edition.life.amends is None
        ]
        self.facts = [self._lay_fact(fact) for fact in life.facts]
        self.open: list[int] = [index for index, days in enumerate(self.days) if not days.certain]
        if self.open:
            self._order_acts()
            self._narrow()
            self.open = [index for index in self.open if not self.days[index].certain]

    @property
    def academic(self) -> bool:
        """Whether something is counted in academic years, so that it moves by a year at a time."""
        lengths = [e.life.term.notice for e in self.editions] + [f.life.length for f in self.facts]
        return any(length is not None and length.unit == "academic_years" for length in lengths)

    def _lay(self, days: Days | None) -> int | None:
        if days is None:
            return None
        self.days.append(days)
        return len(self.days) - 1

    def _lay_edition(self, life: EditionLife) -> EditionPlaces:
        places = (
            life.drafted,
            life.concluded,
            life.effective,
            life.term.end_days if life.concluded else None,
        )
        return EditionPlaces(life, *map(self._lay, places))

    def _lay_fact(self, life: LegalFact) -> FactPlaces:
        self.days.append(life.day)
        return FactPlaces(life, len(self.days) - 1, self._lay(life.effect), self._lay(life.until))

    def _order_acts(self) -> None:
        concluded = {edition.life.edition_id: edition.concluded for edition in self.editions}
        for edition in self.editions:
            if edition.concluded is not None:
                drafted = edition.drafted if edition.life.drafted_first else None
                for before in (drafted, concluded.get(edition.life.amends or edition.life.follows or "")):
                    self._order(before, edition.concluded)
        suspended: int | None = None
        for fact in self.facts:
            if fact.life.kind == "withdrawal":
                for edition in self.editions:
                    self._order(edition.drafted, fact.day)
                continue
            if fact.life.kind == "resumption":
                self._order(suspended, fact.day)
            suspended = fact.day if fact.life.kind == "suspension" else suspended
            self._order_after_conclusion(fact.day)

    def _order_after_conclusion(self, act: int) -> None:
        """An act presupposes that some edition was concluded; where several may have been, each choice decides."""
        latest = self.days[act].latest
        perhaps = [place for place in self._conclusions if self.days[place].earliest <= latest]
        if len(perhaps) == 1:
            self._order(perhaps[0], act)
        elif perhaps:
            self._after_any.append(act)

    def _order(self, before: int | None, after: int) -> None:
        """Leave out the choices in which one day comes after the other, unless that is all of them."""
        if before is None:
            return
        days, orders = list(self.days), [*self._orders, (before, after)]
        for _ in orders:
            for first, then in orders:
                days[then] = Days(max(days[then].earliest, days[first].earliest), days[then].latest)
        if all(possible.earliest <= possible.latest for possible in days):
            self.days, self._orders = days, orders

    def _narrow(self) -> None:
        """Leave out the late days that no choice can take."""
        days = self.days
        for _ in self._orders:
            for first, then in self._orders:
                days[first] = Days(days[first].earliest, min(days[first].latest, days[then].latest))

    def settled(self) -> Chronicle:
        """The standings from day to day, where every date is certain."""
        return self._chronicle([days.earliest for days in self.days])

    def chronicle(self, chosen: tuple[date, ...]) -> Chronicle | None:
        """The standings from day to day if these are the open dates; none if that is impossible.

        Acts that would come before the one that they presuppose are moved to its day.
        """
        days = [possible.earliest for possible in self.days]
        for index, day in zip(self.open, chosen, strict=True):
            days[index] = day
        return self._chronicle(days) if self._respect_orders(days) else None

    def _chronicle(self, chosen: list[date]) -> Chronicle:
        facts = sorted((self._choose_fact(fact, chosen) for fact in self.facts), key=_by_day)
        drafts = [
            Drafts(edition.life.edition_id, edition.life.version, chosen[edition.drafted])
            for edition in self.editions
            if edition.drafted is not None and edition.life.begins
        ]
        return chronicle(self._choose_courses(chosen), drafts, facts)

    def _respect_orders(self, chosen: list[date]) -> bool:
        self._push(chosen)
        if not self._after_any:
            return True
        first = min(chosen[place] for place in self._conclusions)
        for act in self._after_any:
            chosen[act] = max(chosen[act], first)
        self._push(chosen)
        return all(day <= possible.latest for day, possible in zip(chosen, self.days, strict=True))

    def _push(self, chosen: list[date]) -> None:
        for _ in self._orders:
            for before, after in self._orders:
                chosen[after] = max(chosen[before], chosen[after])

    def _choose_courses(self, chosen: list[date]) -> list[Course]:
        courses: dict[str, Course] = {}
        for edition in self.editions:
            if edition.concluded is None:
                continue
            life = edition.life
            text = Text(
                life,
                chosen[edition.concluded],
                None if edition.effective is None else chosen[edition.effective],
                None if edition.end is None else chosen[edition.end],
            )
            if life.amends is None:
                courses[life.edition_id] = Course(text)
            elif life.amends in courses:  # without what it amends, an amendment is nothing
                courses[life.amends].amendments.append(text)
        return list(courses.values())

    def _choose_fact(self, fact: FactPlaces, chosen: list[date]) -> Fact:
        day = chosen[fact.day]
        return Fact(
            fact.life,
            day,
            day if fact.effect is None else chosen[fact.effect],
            None if fact.until is None else chosen[fact.until],
        )


def _by_day(fact: Fact) -> tuple[date, int]:
    return (fact.day, fact.version)
