"""Guards of what pauses or ends a memorandum, and the sweep that writes down what time has done."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any

from domain.memorandum.boundaries import certain_boundaries
from domain.memorandum.events import (
    MemorandumExpired,
    MemorandumNoticeGiven,
    MemorandumObjected,
    MemorandumResumed,
    MemorandumSuperseded,
    MemorandumSuspended,
    MemorandumTacitlyRenewed,
    MemorandumTerminated,
)
from domain.memorandum.guarding import Guarding
from domain.memorandum.leaving import leavings
from domain.memorandum.life import LegalFact
from domain.memorandum.term import NOTICE_UNITS, Length
from domain.shared.act import Act
from domain.shared.codes import identifier
from domain.shared.dates import Days, certain_day, day_before, parse_day, parse_partial
from domain.shared.errors import Invalid, Refused
from domain.shared.moment import current_moment


class Ending(Guarding):
    """Objection, suspension, notice, termination, supersession."""

    def object(self, act: Act, *, party_id: str, against: str | None = None) -> None:
        """Record an objection to a tacit renewal; what counts is its day, not when it is recorded.

        Args:
            act: who records it, and the day of the objection.
            party_id: the party that objects.
            against: the last day of the period it names, if it names one; otherwise the period then running.

        Raises:
            Refused: nothing renews itself tacitly then; the day named ends no period.
        """
        self.require_party_of_memorandum(party_id)
        day = None if against is None else parse_day(against, "against")
        self._require_tacit(act, day)
        self._require_possible("object", "objection", act, against=day)
        self.trigger(MemorandumObjected, act, party_id=party_id, against=day.isoformat() if day else None)

    def _require_tacit(self, act: Act, against: date | None) -> None:
        editions = [edition for edition in self.living_editions if edition.concluded]
        tacit = [e for e in editions if (e.content["term"] or {}).get("kind") == "tacit"]
        unknown = [e for e in editions if not e.content["term"] or e.content["term"]["kind"] == "unknown"]
        if not tacit and not unknown:
            raise Refused("no_tacit_renewal", on=act.occurred_on)
        if against is None or unknown:
            return
        interval = self.timeline(current_moment().zone).on(against)
        if interval is not None and interval.until is not None and interval.until.certain:
            end = interval.until.earliest
            if end != against:
                raise Invalid("against", against.isoformat(), "last_day_of_period", nearest=end.isoformat())

    def suspend(self, act: Act, *, effective_on: str | None = None, until: str | None = None) -> None:
        """Suspend what is in force; the term runs on below it, and its end does not move.

        Args:
            act: who suspends it, when, and why.
            effective_on: the first day of the suspension; the day of the act, if not stated.
            until: its last day, if it has one of its own; otherwise it lasts until resumption.

        Raises:
            Refused: it is not in force then or on the first day of the suspension, or a recorded later fact would
                become impossible.
            Invalid: a day out of form or before the edition was concluded; a last day before the first.
        """
        if effective_on and until and parse_partial(until, "until").latest < parse_partial(effective_on).earliest:
            raise Invalid("until", until, "not_before", day=effective_on)
        self._require_possible("suspend", "suspension", act, effect=effective_on, until=until)
        if effective_on:
            self.require_standing("suspend", parse_partial(effective_on))
        self.trigger(MemorandumSuspended, act, effective_on=effective_on, until=until)

    def resume(self, act: Act, *, effective_on: str | None = None) -> None:
        """End the suspension: ``effective_on`` (the day of the act, if not stated) is the first day in force again.

        Raises:
            Refused: it is not suspended then.
        """
        self._require_possible("resume", "resumption", act, effect=effective_on)
        self.trigger(MemorandumResumed, act, effective_on=effective_on)

    def give_notice(
        self,
        act: Act,
        *,
        party_id: str,
        length: dict[str, Any] | None = None,
        effective_on: str | None = None,
        giver_only: bool = False,
    ) -> None:
        """Record a party's notice.

        Args:
            act: who records it, and the day it was given.
            party_id: the party that gives it.
            length: after how long it takes effect; the notice of the term, if not stated.
            effective_on: the first day out, if it is stated; it wins over the length.
            giver_only: only the giver leaves, where three or more are party.

        Raises:
            Refused: nothing is concluded or in force then; two parties cannot be left by one alone.
            Invalid: it is said to take effect before it was given.
        """
        self.require_party_of_memorandum(party_id)
        given = act.days()
        if effective_on and parse_partial(effective_on, "effective_on").latest < given.earliest:
            raise Invalid("effective_on", effective_on, "not_before", day=given.earliest.isoformat())
        read = None if length is None else Length.parse(length, "length", NOTICE_UNITS)
        if giver_only:
            self._require_more_than_two(given)
        leaving = party_id if giver_only else None
        self._require_possible("give_notice", "notice", act, effect=effective_on, length=read, leaving=leaving)
        self.trigger(
            MemorandumNoticeGiven,
            act,
            party_id=party_id,
            length=read.plain() if read else None,
            effective_on=effective_on,
            giver_only=giver_only,
        )

    def _require_more_than_two(self, given: Days) -> None:
        """Refuse that one of two leaves alone; who has given such a notice is a party until it takes effect."""
        concluded = [edition for edition in self.living_editions if edition.concluded and edition.parties]
        zone = current_moment().zone
        left = leavings(self.life(zone), self.timeline(zone)).get(concluded[-1].edition_id, {}) if concluded else {}
        out = {party_id for party_id, days in left.items() if days.latest <= given.earliest}
        parties = [party for one in concluded[-1:] for party in one.parties if party["party_id"] not in out]
        if len(parties) < 3:
            raise Refused("too_few_parties", parties=len(parties))

    def terminate(
        self,
        act: Act,
        *,
        effective_on: str | None = None,
        as_a_whole: bool = False,
        used_by: Sequence[str] = (),
    ) -> None:
        """End it early.

        Args:
            act: who ends it, and when.
            effective_on: the first day no longer in force; the day of the act, if not stated.
            as_a_whole: no mobility case may use it any more, as none has.
            used_by: the cases that use it.

        Raises:
            Refused: nothing is concluded or in force then, or it is over before that day; a recorded later fact would
                become impossible; it is to end as a whole, and cases use it.
            Invalid: a first day out before anything was concluded or in force.
        """
        self._require_possible("terminate", "termination", act, effect=effective_on)
        if effective_on:
            self._require_to_last("terminate", act.days(), parse_partial(effective_on))
        if as_a_whole and used_by:
            raise Refused("cases_use_it", cases=list(used_by))
        self.trigger(MemorandumTerminated, act, effective_on=effective_on, as_a_whole=as_a_whole)

    def supersede(self, act: Act, *, by_memorandum_id: str, effective_on: str | None = None) -> None:
        """Record that another memorandum takes over from ``effective_on`` (the day of the act, if not stated).

        Raises:
            Refused: it is not concluded or has ended; it is superseded already; it would supersede itself.
        """
        successor = identifier(by_memorandum_id, "by_memorandum_id")
        if successor == str(self.id):
            raise Refused("supersedes_itself", memorandum_id=successor)
        self._require_possible("supersede", "supersession", act, effect=effective_on)
        self.trigger(MemorandumSuperseded, act, by_memorandum_id=successor, effective_on=effective_on)

    def _require_possible(
        self,
        verb: str,
        kind: str,
        act: Act,
        *,
        effect: str | None = None,
        until: str | None = None,
        against: date | None = None,
        length: Length | None = None,
        leaving: str | None = None,
    ) -> None:
        """Refuse an act that is impossible on its day or takes the ground from a later fact."""
        fact = LegalFact(
            kind,
            self.version + 1,
            act.days(),
            parse_partial(effect, "effective_on") if effect else None,
            parse_partial(until, "until") if until else None,
            against,
            length,
            leaving,
        )
        self.require_standing(verb, fact.day)
        if effect is not None:
            self._require_begun(effect)
        self.require_later_facts(fact)

    def _require_to_last(self, verb: str, done: Days, effect: Days) -> None:
        """Refuse a first day out that comes after the end, so that nothing would end by it."""
        if done.certain and effect.certain and done.latest < effect.earliest:
            last = max(done.latest, day_before(effect.earliest))
            self.require_standing(verb, certain_day(last))

    def _require_begun(self, effect: str) -> None:
        """Refuse a day of effect before the first edition was concluded, or in force where that was agreed earlier."""
        lives = (edition.life(current_moment().zone) for edition in self.living_editions if edition.concluded)
        begun = [days.earliest for life in lives for days in (life.concluded, life.effective) if days is not None]
        if begun and parse_partial(effect, "effective_on").latest < min(begun):
            raise Invalid("effective_on", effect, "not_before", day=min(begun).isoformat())

    def write_down(self, act: Act) -> None:
        """Write down the ends and tacit renewals that have come by today, known to the day, each once."""
        zone, today = current_moment().zone, current_moment().today
        for edition_id, kind, day in certain_boundaries(self.timeline(zone)):
            if day > today or (edition_id, kind, day.isoformat()) in self.written_down:
                continue
            event = MemorandumExpired if kind == "expired" else MemorandumTacitlyRenewed
            dated = Act(act.actor, occurred_on=day.isoformat(), certainty="inferred")
            self.trigger(event, dated, edition_id=edition_id)
