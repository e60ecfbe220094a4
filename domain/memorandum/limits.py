"""What a life allows at most, for one whose choices of days are too many to look through.

The days on which a standing is possible at all follow from the kinds of the acts and the ranges of their days alone.
They hold every standing that some choice gives on a day, and often others besides; which period runs is left open.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date

from domain.memorandum.choices import Choices, EditionPlaces, FactPlaces
from domain.memorandum.chronicle import Span
from domain.memorandum.hulls import Hull
from domain.memorandum.term import add
from domain.shared.dates import END_OF_TIME, FIRST_DAY, Days, day_after


def limits(choices: Choices) -> list[Hull]:
    """Each standing on all days on which it is possible, by each edition that may cause it."""
    return [
        Hull(first, out, Span(first, out, None, (standing,), edition_id, None, None), None, None)
        for standing, edition_ids, first, out in _Limits(choices).standings()
        for edition_id in edition_ids
        if first < out
    ]


class _Limits:
    """The ranges of the days of one life, by what they are days of."""

    def __init__(self, choices: Choices) -> None:
        self._days = choices.days
        self._facts = choices.facts
        self._texts = [edition for edition in choices.editions if edition.concluded is not None]
        self._bases = {edition.life.edition_id: edition for edition in self._texts if edition.life.amends is None}
        self._drafts = [edition for edition in choices.editions if edition.life.begins and edition.drafted is not None]

    def standings(self) -> Iterator[tuple[str, list[str | None], date, date]]:
        """Standing, editions, first day and first day out."""
        texts: list[str | None] = [edition.life.edition_id for edition in self._texts]
        drafts: list[str | None] = [edition.life.edition_id for edition in self._drafts]
        concluded = self._of(edition.concluded for edition in self._bases.values())
        drafted = self._of(edition.drafted for edition in self._drafts)
        effective = self._of(self._anchor(edition) for edition in self._bases.values())
        first, living_out = _earliest([*concluded, *effective]), self._living_out()
        closed = min((days.latest for days in self._effects("withdrawal")), default=END_OF_TIME)
        yield "not_begun", [None], FIRST_DAY, min(_latest_of_first([*drafted, *concluded]), closed)
        yield "in_preparation", drafts, _earliest(drafted), min(_latest_of_first(concluded), closed)
        signed_out = max([living_out, *(days.latest for days in effective)])
        yield "signed", texts, _earliest(concluded), min(signed_out, closed)
        yield "in_force", texts, _earliest(effective), min(living_out, closed)
        suspended = max(_earliest(effective), _earliest(self._effects("suspension")))
        yield "suspended", texts, suspended, min(living_out, closed)
        yield "expired", texts, first, closed
        if any(fact.life.kind in ("termination", "notice") for fact in self._facts):
            yield "terminated", texts, first, closed
        yield "superseded", [*texts, *drafts], _earliest(self._effects("supersession")), END_OF_TIME
        yield "withdrawn", [*texts, *drafts], _earliest(self._effects("withdrawal")), END_OF_TIME

    def _of(self, places: Iterable[int | None]) -> list[Days]:
        return [self._days[place] for place in places if place is not None]

    def _effects(self, kind: str) -> list[Days]:
        return self._of(_effect(fact) for fact in self._facts if fact.life.kind == kind)

    def _anchor(self, edition: EditionPlaces) -> int | None:
        return edition.concluded if edition.effective is None else edition.effective

    def _living_out(self) -> date:
        """The first day on which no edition is in force any longer, by the terms; acts end it sooner, never later."""
        return max((self._out(edition) for edition in self._texts), default=FIRST_DAY)

    def _out(self, edition: EditionPlaces) -> date:
        term, base = edition.life.term, self._bases.get(edition.life.amends or edition.life.edition_id, edition)
        if term.kind != "fixed":
            return END_OF_TIME
        if edition.end is not None:
            return day_after(self._days[edition.end].latest)
        anchor = self._anchor(base)
        waits = base.effective is None and len(self._bases) > 1  # perhaps for the end of another
        if term.length is None or anchor is None or waits:
            return END_OF_TIME
        return min(add(self._days[anchor].latest, term.length), END_OF_TIME)


def _effect(fact: FactPlaces) -> int:
    return fact.day if fact.effect is None else fact.effect


def _earliest(days: list[Days]) -> date:
    return min((possible.earliest for possible in days), default=END_OF_TIME)


def _latest_of_first(days: list[Days]) -> date:
    """The day by which the first of several acts has happened."""
    return min((possible.latest for possible in days), default=END_OF_TIME)
