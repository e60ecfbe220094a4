"""What every guard of a memorandum asks: the stage of the edition, the standing on the day of the act, later facts."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import replace
from typing import Any

from domain.memorandum.edition import Edition
from domain.memorandum.life import LegalFact, Life
from domain.memorandum.lifecycle import STAGES_FOR, STANDINGS_FOR, stage
from domain.memorandum.standing import timeline
from domain.memorandum.state import MemorandumState
from domain.shared.act import Act
from domain.shared.dates import Days
from domain.shared.errors import Invalid, Refused
from domain.shared.moment import current_moment

_VERB_OF = {
    "objection": "object",
    "suspension": "suspend",
    "resumption": "resume",
    "notice": "give_notice",
    "termination": "terminate",
    "supersession": "supersede",
}


class Guarding(MemorandumState):
    """Questions that refuse."""

    def require_stage(self, edition: Edition, verb: str) -> None:
        """Refuse what the stage of the edition does not allow.

        Raises:
            Refused: ``stage_forbids``, with the stage and those in which it is possible.
        """
        now = stage(edition)
        if now not in STAGES_FOR[verb]:
            raise Refused(
                "stage_forbids",
                command=verb,
                edition_id=edition.edition_id,
                stage=now,
                possible_in=STAGES_FOR[verb],
            )

    def require_standing(self, verb: str, days: Days) -> None:
        """Refuse an act that is impossible on its day; what is uncertain refuses nothing.

        Raises:
            Refused: ``standing_forbids``, with the day, the standing then and those in which it is possible.
        """
        if not days.certain:
            return
        interval = self.timeline(current_moment().zone).on(days.earliest)
        standing = interval.standing if interval else "not_begun"
        if standing != "undetermined" and standing not in STANDINGS_FOR[verb]:
            raise Refused(
                "standing_forbids",
                command=verb,
                on=days.earliest.isoformat(),
                standing=standing,
                possible_in=STANDINGS_FOR[verb],
            )

    def require_party(self, edition: Edition, party_id: str, field: str = "party_id") -> dict[str, Any]:
        """The party of the edition with this id.

        Raises:
            Invalid: no such party; names those there are.
        """
        for party in edition.parties:
            if party["party_id"] == party_id:
                return party
        raise Invalid(field, party_id, "one_of", values=[party["party_id"] for party in edition.parties])

    def require_party_of_memorandum(self, party_id: str) -> None:
        """Refuse an id that no edition knows as a party.

        Raises:
            Invalid: no such party; names those there are.
        """
        known = sorted({party["party_id"] for edition in self.editions.values() for party in edition.parties})
        if party_id not in known:
            raise Invalid("party_id", party_id, "one_of", values=known)

    def later_fact_impossible(self, before: Life, after: Life) -> list[dict[str, Any]]:
        """The recorded facts that were possible in ``before`` and are not in ``after``."""
        lost = list(impossible_facts(after, {fact.version for fact in before.facts}))
        already = {fact["version"] for fact in impossible_facts(before, {fact["version"] for fact in lost})}
        return [fact for fact in lost if fact["version"] not in already]

    def require_later_facts(self, fact: LegalFact) -> None:
        """Refuse a fact that makes a recorded later fact impossible.

        Raises:
            Refused: ``later_facts_forbid``, with these facts.
        """
        before = self.life(current_moment().zone)
        lost = self.later_fact_impossible(before, replace(before, facts=(*before.facts, fact)))
        if lost:
            raise Refused("later_facts_forbid", facts=lost)

    def require_after_draft(self, edition: Edition, act: Act) -> None:
        """Refuse a day wholly before the first draft of the edition.

        Raises:
            Invalid: ``occurred_on`` lies before it.
        """
        drafted = edition.life(current_moment().zone).drafted
        days = act.days()
        if drafted is not None and days.latest < drafted.earliest:
            raise Invalid("occurred_on", act.occurred_on, "not_before", day=drafted.earliest.isoformat())


def require_source(act: Act) -> None:
    """Refuse to record without its source what was signed outside.

    Raises:
        Invalid: no source is named.
    """
    if act.source is None:
        raise Invalid("source", None, "required")


def impossible_facts(life: Life, versions: Collection[int]) -> Iterator[dict[str, Any]]:
    """Those legal facts of these versions that, on their certain day, the rest of the life does not allow."""
    for fact in life.facts:
        verb = _VERB_OF.get(fact.kind)
        if verb is None or not fact.day.certain or fact.version not in versions:
            continue
        others = tuple(other for other in life.facts if other is not fact)
        interval = timeline(replace(life, facts=others)).on(fact.day.earliest)
        standing = interval.standing if interval else "not_begun"
        if standing not in (*STANDINGS_FOR[verb], "undetermined"):
            yield {
                "kind": fact.kind,
                "version": fact.version,
                "on": fact.day.earliest.isoformat(),
                "standing": standing,
            }
