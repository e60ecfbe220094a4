"""Where a box of choices is best divided: on a day from which the rules are likely to take another turn.

A term that renews itself from an uncertain day ends a period sooner for an act each time that day passes a border, and
these lie a renewal length apart. They are counted here, not sought by halving. Nothing depends on their being exact:
what lies on either side of one is compared again.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from typing import NamedTuple

from domain.memorandum.choices import Choices
from domain.memorandum.term import Length, add, notice_takes_effect, objection_date
from domain.shared.dates import Days, day_after

_ACTS_ON_PERIODS = ("objection", "notice")


class _Rolling(NamedTuple):
    """A term that renews itself, counted from the date in a place; ``initial`` is none if that is a stated end."""

    anchor: int
    initial: Length | None
    renewal: Length
    notice: Length | None

    def ends_near(self, anchor: date, day: date) -> Iterator[date]:
        """The ends of the periods around a day."""
        first = self._first_out(anchor)
        for count in self._counts(day - first):
            yield add(anchor, *self._lengths(count)) if self.initial else add(first, self.renewal.times(count))

    def anchors_near(self, end: date, day: date) -> Iterator[date]:
        """The days around ``day`` from which one of its periods ends on ``end``."""
        for count in self._counts(end - self._first_out(day)):
            anchor = add(end, *reversed(self._lengths(count)), sign=-1)
            yield anchor if self.initial else anchor - timedelta(days=1)

    def _first_out(self, anchor: date) -> date:
        return add(anchor, self.initial) if self.initial else day_after(anchor)

    def _lengths(self, count: int) -> tuple[Length, ...]:
        return (*((self.initial,) if self.initial else ()), self.renewal.times(count))

    def _counts(self, between: timedelta) -> list[int]:
        nearest = round(between.days / self.renewal.nominal_days)
        return [count for count in (nearest - 1, nearest, nearest + 1) if count >= 0]


class Borders:
    """The borders among the choices of one life."""

    def __init__(self, choices: Choices) -> None:
        self._choices = choices
        self._rolling = list(_rolling(choices))
        self._acting = {fact.day: fact.life.length for fact in choices.facts if fact.life.kind in _ACTS_ON_PERIODS}

    def divide(self, box: Sequence[Days], index: int) -> tuple[Days, Days]:
        """The days of one open date in two parts, at the border nearest to their middle; if there is none, there."""
        low, high = box[index].earliest, box[index].latest
        middle = low + (high - low) // 2 + timedelta(days=1)
        days = list(self._choices.days)
        for place, possible in zip(self._choices.open, box, strict=True):
            days[place] = possible
        within = [day for day in self._borders(days, self._choices.open[index], middle) if low < day <= high]
        border = min(within, default=middle, key=lambda day: abs(day - middle))
        return Days(low, border - timedelta(days=1)), Days(border, high)

    def _borders(self, days: list[Days], place: int, middle: date) -> Iterator[date]:
        for rolling in self._rolling:
            if place == rolling.anchor:
                for end in self._ends_that_tell(days, rolling):
                    yield from rolling.anchors_near(end, middle)
            else:
                for anchor in {days[rolling.anchor].earliest, days[rolling.anchor].latest}:
                    for end in rolling.ends_near(anchor, middle):
                        yield end
                        if place in self._acting:
                            yield day_after(objection_date(end, rolling.notice))
        for other, possible in enumerate(days):
            if other != place:
                yield from (possible.earliest, day_after(possible.latest))

    def _ends_that_tell(self, days: list[Days], rolling: _Rolling) -> Iterator[date]:
        """The ends of a period with which something changes, as the other dates stand."""
        for place, possible in enumerate(days):
            if place == rolling.anchor:
                continue
            for day in {possible.earliest, possible.latest}:
                if place not in self._acting:
                    yield day
                    continue
                yield day_after(day)
                if rolling.notice is not None:
                    yield add(day_after(day), rolling.notice)
                length = self._acting[place] or rolling.notice
                if length is not None:
                    yield day_after(notice_takes_effect(day, length))


def _rolling(choices: Choices) -> Iterator[_Rolling]:
    bases = {edition.life.edition_id: edition for edition in choices.editions}
    for edition in choices.editions:
        term, base = edition.life.term, bases.get(edition.life.amends or "", edition)
        if term.kind != "tacit" or term.renewal is None or edition.concluded is None:
            continue
        if edition.end is not None:
            yield _Rolling(edition.end, None, term.renewal, term.notice)
        elif term.length is not None:
            anchor = base.concluded if base.effective is None else base.effective
            if anchor is not None:
                yield _Rolling(anchor, term.length, term.renewal, term.notice)
