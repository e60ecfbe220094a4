"""Parties that leave alone: a notice for its giver only leaves the rest in force while ours and one more remain."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from domain.memorandum.chain import days_in_effect
from domain.memorandum.life import EditionLife, LegalFact, Life
from domain.memorandum.standing import Timeline, timeline
from domain.shared.dates import Days, day_after

Leaving = dict[str, Days]
"""By party the days that its first day out may be."""


def leavings(life: Life, line: Timeline) -> dict[str, Leaving]:
    """The parties that leave each edition before it ends; editions that nobody leaves are not in it.

    A party is out from the day on which its notice would end the edition, if it ended it for all.

    Args:
        life: of the memorandum.
        line: its timeline.
    """
    found: dict[str, Leaving] = {}
    for party in dict.fromkeys(fact.leaving for fact in life.facts if fact.leaving is not None):
        facts = tuple(_for_all(life, party))
        ended = timeline(replace(life, facts=facts))
        notices = [fact for fact in life.facts if fact.leaving == party]
        for base in life.editions:
            if base.amends is None and any(_may_reach(notice, base) for notice in notices):
                texts = _texts(life, base)
                last, whole = days_in_effect(ended, texts)[1], days_in_effect(line, texts)[1]
                if last is not None and (whole is None or last.earliest < whole.earliest):
                    for edition_id in texts:
                        days = Days(day_after(last.earliest), day_after(last.latest))
                        found.setdefault(edition_id, {})[party] = days
    return found


def _for_all(life: Life, party: str) -> Iterator[LegalFact]:
    """The facts if the notices of this party were for all, and other parties stayed."""
    for fact in life.facts:
        if fact.leaving in (None, party):
            yield replace(fact, leaving=None)


def _may_reach(notice: LegalFact, base: EditionLife) -> bool:
    return base.concluded is not None and base.concluded.earliest <= notice.day.latest


def _texts(life: Life, base: EditionLife) -> set[str]:
    """An edition and its amendments."""
    return {base.edition_id, *(one.edition_id for one in life.editions if one.amends == base.edition_id)}
