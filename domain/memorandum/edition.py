"""One edition of a memorandum: an agreed text with its term, its way to the signatures, and the signatures."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, datetime
from operator import is_not
from typing import Any
from zoneinfo import ZoneInfo

from domain.memorandum.content import Content, content_hash
from domain.memorandum.life import EditionLife
from domain.memorandum.term import Term
from domain.shared.dates import Days, act_days, parse_partial


@dataclass(frozen=True, slots=True)
class Approval:
    """A decision on one exact content: by a role of our side (clearance), by our side, or by another party."""

    by: str
    content_hash: str
    version: int


@dataclass(frozen=True, slots=True)
class Signature:
    """One person's signature for one party; ``signed_on`` is partial or unknown."""

    party_id: str
    name: str
    office: str
    place: str
    signed_on: str | None
    recorded_at: datetime
    version: int
    outside: bool = False


@dataclass(slots=True)
class Edition:
    """The state of one edition.

    ``nature``: first, renewal, amendment or paper (known only from a document concluded before or outside Bitim).
    ``introduced_on``, ``introduced_at``: the day its first draft was made, or a paper edition concluded, and when that
    was recorded. ``route`` is the review route it was submitted to; none while it is being drafted.
    """

    edition_id: str
    version: int
    nature: str
    kind: str
    content: Content
    introduced_on: str | None
    introduced_at: datetime
    amends: str | None = None
    follows: str | None = None
    stub: bool = False
    route: tuple[str, ...] | None = None
    submitted_version: int = 0
    approvals: tuple[Approval, ...] = ()
    signatures: tuple[Signature, ...] = ()
    outside: bool = False
    withdrawn: bool = False
    plans: tuple[dict[str, Any], ...] = ()
    _hash: tuple[Content, str] | None = field(default=None, repr=False, compare=False)
    _life: tuple[tuple[object, ...], EditionLife] | None = field(default=None, repr=False, compare=False)

    @property
    def content_hash(self) -> str:
        """The hash of the content as it is now."""
        if self._hash is None or self._hash[0] is not self.content:
            self._hash = (self.content, content_hash(self.kind, self.content))
        return self._hash[1]

    @property
    def from_paper(self) -> bool:
        """Whether it was concluded before it was entered."""
        return self.nature == "paper"

    @property
    def parties(self) -> list[dict[str, Any]]:
        """Its parties; none known for a stub without them."""
        return self.content["parties"] or []

    @property
    def concluded(self) -> bool:
        """Whether every party has signed."""
        if self.from_paper:
            return True
        signed = {signature.party_id for signature in self.signatures}
        return bool(signed) and all(party["party_id"] in signed for party in self.parties)

    def counts(self, approval: Approval) -> bool:
        """Whether an approval or clearance is of the content as it is now."""
        return approval.content_hash == self.content_hash

    def cleared_roles(self) -> set[str]:
        """The roles whose clearance counts, since the edition was last submitted."""
        counting, since = self.content_hash, self.submitted_version
        return {
            approval.by
            for approval in self.approvals
            if approval.content_hash == counting and approval.version > since and approval.by.startswith("role:")
        }

    def approved_by(self) -> set[str]:
        """Who has approved the content as it is now: ``ours`` and party ids."""
        counting = self.content_hash
        return {a.by for a in self.approvals if a.content_hash == counting and not a.by.startswith("role:")}

    def life(self, zone: ZoneInfo) -> EditionLife:
        """What the standing depends on; no act later than the day it was first recorded in ``zone``."""
        read = (zone, self.content, self.signatures, self.introduced_on)
        if self._life is None or any(map(is_not, read, self._life[0])):
            self._life = (read, self._read_life(zone))
        return self._life[1]

    def _read_life(self, zone: ZoneInfo) -> EditionLife:
        return EditionLife(
            self.edition_id,
            self.version,
            Term.stored(self.content["term"]),
            amends=self.amends,
            follows=self.follows,
            drafted=None if self.from_paper else self._drafted_days(zone),
            concluded=self._concluded_days(zone) if self.concluded else None,
            effective=parse_partial(stated) if (stated := self.content["effective_on"]) else None,
            drafted_first=self._signed_as_planned(),
            parties=self._sides(),
            concluding=self._concluding_version(zone) if self.concluded else 0,
        )

    def _signed_as_planned(self) -> bool:
        """Whether a party signed in the way planned here, and in no other."""
        outside = {signature.party_id for signature in self.signatures if signature.outside}
        return any(signature.party_id not in outside for signature in self.signatures)

    def _sides(self) -> tuple[frozenset[str], frozenset[str]]:
        ours = frozenset(party["party_id"] for party in self.parties if party["ours"])
        return ours, frozenset(party["party_id"] for party in self.parties) - ours

    def _concluding_version(self, zone: ZoneInfo) -> int:
        """The version of the last party's first signature; of days that are not certain, the latest count."""
        if self.from_paper:
            return self.version
        firsts: dict[str, tuple[date, int]] = {}
        for one in self.signatures:
            signed = (act_days(one.signed_on, one.recorded_at, zone).latest, one.version)
            firsts[one.party_id] = min(signed, firsts.get(one.party_id, signed))
        return max(firsts.values())[1]

    def _drafted_days(self, zone: ZoneInfo) -> Days:
        """The days on which it may have been drafted: before each signature given in the way planned here."""
        days = act_days(self.introduced_on, self.introduced_at, zone)
        signed = [act_days(s.signed_on, s.recorded_at, zone).latest for s in self.signatures if not s.outside]
        return Days(days.earliest, min([days.latest, *(day for day in signed if day >= days.earliest)]))

    def _concluded_days(self, zone: ZoneInfo) -> Days:
        """The days of the last party's first signature; from paper, the day entered, unless each party's is known."""
        dated = [s for s in self.signatures if s.signed_on is not None] if self.from_paper else self.signatures
        signed = {signature.party_id for signature in dated}
        if self.from_paper and not (signed and all(party["party_id"] in signed for party in self.parties)):
            return act_days(self.introduced_on, self.introduced_at, zone)
        drafted = act_days(self.introduced_on, self.introduced_at, zone).earliest
        firsts: dict[str, Days] = {}
        for signature in self.signatures:
            days = act_days(signature.signed_on, signature.recorded_at, zone)
            if not self.from_paper and not signature.outside and drafted <= days.latest:
                days = Days(max(days.earliest, drafted), days.latest)
            known = firsts.get(signature.party_id, days)
            firsts[signature.party_id] = Days(min(known.earliest, days.earliest), min(known.latest, days.latest))
        return Days(max(d.earliest for d in firsts.values()), max(d.latest for d in firsts.values()))
