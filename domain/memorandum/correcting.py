"""Guards of later statements that something recorded earlier about a memorandum was wrong."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from datetime import date
from typing import Any
from zoneinfo import ZoneInfo

from domain.memorandum import content as contents
from domain.memorandum.edition import Edition
from domain.memorandum.events import (
    MemorandumCorrected,
    MemorandumEditionRecorded,
    MemorandumExpired,
    MemorandumRetracted,
    MemorandumStubCompleted,
    MemorandumTacitlyRenewed,
)
from domain.memorandum.guarding import Guarding
from domain.memorandum.paper import signatures
from domain.memorandum.term import NOTICE_UNITS, Length
from domain.shared import correcting
from domain.shared.act import Act
from domain.shared.codes import email, identifier, language
from domain.shared.correcting import ACT_PARSERS, Corrections, Parser, partial, past, text
from domain.shared.correction import CorrectableEvent
from domain.shared.dates import act_days, parse_day
from domain.shared.errors import Invalid, Refused
from domain.shared.moment import current_moment
from domain.shared.text import code, paragraph


def _boolean(value: Any, field: str) -> bool:
    if not isinstance(value, bool):
        raise Invalid(field, value, "boolean")
    return value


_PARSERS: dict[str, Parser] = {
    **ACT_PARSERS,
    **contents.PARSERS,
    "kind": code,
    "owner": text(100, empty=False),
    "partner_id": identifier,
    "framework_id": identifier,
    "unit": text(200),
    "event": text(300, empty=False),
    "place": text(200),
    "planned_for": partial,
    "signatory": text(200, empty=False),
    "office": text(200),
    "email": lambda value, field: email(value, field) if value else "",
    "signed_on": past,
    "against": lambda value, field: None if value is None else parse_day(value, field).isoformat(),
    "until": partial,
    "effective_on": partial,
    "length": lambda value, field: None if value is None else Length.parse(value, field, NOTICE_UNITS).plain(),
    "giver_only": _boolean,
    "reference": text(100, empty=False),
    "filename": text(200, empty=False),
    "label": text(200),
    "language": lambda value, field: None if value is None else language(value, field),
    "note": lambda value, field: paragraph(value, field, 10_000),
}


class Correcting(Guarding, correcting.Correcting):
    """Corrections and retractions, held against the legal life as it reads after them."""

    CORRECTIONS = Corrections(
        MemorandumCorrected, MemorandumRetracted, _PARSERS, final=(MemorandumExpired, MemorandumTacitlyRenewed)
    )

    def _parse_correction(self, event: CorrectableEvent, field: str, value: Any) -> Any:
        if field == "signatures" and isinstance(event, MemorandumEditionRecorded):
            return signatures(value, event.parties or [], "value")
        from_paper = isinstance(event, (MemorandumEditionRecorded, MemorandumStubCompleted))
        if value is None and field in (contents.PARTS if from_paper else contents.MAY_BE_UNSTATED):
            return None
        if field == "parties":
            return contents.parties(value, "value", self.parties_known())
        return super()._parse_correction(event, field, value)

    def _rests_on(self, later: CorrectableEvent, event_version: int) -> bool:
        links = (getattr(later, link, None) for link in ("edition_id", "follows", "amends"))
        return f"e{event_version}" in links

    def _state(self, event_class: type[CorrectableEvent], act: Act, **fields: Any) -> None:
        """Record the statement, unless what remains would contradict itself or a later fact be impossible."""
        zone = current_moment().zone
        before, odd = self.life(zone), _at_odds(self.living_editions, zone)
        with self.trial():
            super()._state(event_class, act, **fields)
            if not self.editions:
                raise Refused("cannot_be_retracted", **fields, topic=MemorandumEditionRecorded.TOPIC)
            for edition in self.living_editions:
                contents.check_term(edition.content)
                self._require_signed_by_parties(edition, fields["event_version"])
            _require_no_more(odd, _at_odds(self.living_editions, zone), fields["event_version"], fields.get("value"))
            lost = self.later_fact_impossible(before, self.life(zone))
            if lost:
                raise Refused("later_facts_forbid", facts=lost)

    def _require_signed_by_parties(self, edition: Edition, event_version: int) -> None:
        """Refuse to take a party away, or its name, for which somebody has signed."""
        parties = {party["party_id"] for party in edition.parties if party["partner_id"] or edition.from_paper}
        versions = [s.version for s in edition.signatures if s.party_id not in parties]
        if versions:
            raise Refused("later_events_rest_on_it", event_version=event_version, versions=versions)


def _at_odds(editions: Sequence[Edition], zone: ZoneInfo) -> dict[tuple[int, int], date | None]:
    """What would come before the act that it presupposes: by the versions of that act and of itself, the act's day.

    A signature in the way planned here presupposes the draft; a renewal or an amendment, that the edition before it is
    concluded.
    """
    lives = {edition.edition_id: edition.life(zone) for edition in editions}
    found: dict[tuple[int, int], date | None] = {}
    for edition in editions:
        drafted = act_days(edition.introduced_on, edition.introduced_at, zone).earliest
        for one in edition.signatures:
            planned = not (one.outside or edition.from_paper)
            if planned and act_days(one.signed_on, one.recorded_at, zone).latest < drafted:
                found[edition.version, one.version] = drafted
        below, own = lives.get(edition.amends or edition.follows or ""), lives[edition.edition_id].concluded
        if below and not below.concluded:
            found[below.version, edition.version] = None
        elif below and below.concluded and own and own.latest < below.concluded.earliest:
            found[below.version, edition.version] = below.concluded.earliest
    return found


def _require_no_more(
    before: Collection[tuple[int, int]], after: Mapping[tuple[int, int], date | None], event_version: int, value: Any
) -> None:
    """Refuse a statement by which something comes before what it presupposes."""
    new = {pair: day for pair, day in after.items() if pair not in before}
    for (_, late), day in new.items():
        if late == event_version and day is not None:
            raise Invalid("value", value, "not_before", day=day.isoformat())
    if new:
        versions = sorted(late for _, late in new)
        raise Refused("later_events_rest_on_it", event_version=event_version, versions=versions)
