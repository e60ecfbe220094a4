"""What can happen to a partner."""

from __future__ import annotations

from typing import TYPE_CHECKING

from domain.partner.rankings import Ranking
from domain.shared.correction import CorrectableEvent, Correction, Retraction
from domain.shared.event import Created

if TYPE_CHECKING:
    from domain.partner.partner import Partner


class PartnerEvent(CorrectableEvent):
    """What happened to a partner."""

    def affect(self, partner: Partner, /) -> None:
        """Change the state of the partner."""


class PartnerRegistered(PartnerEvent, Created):
    """An organisation was entered into the register."""

    TOPIC = "partner.registered"
    CORRECTABLE = frozenset({"name", "kind", "country", "aliases", "identifiers"})

    name: str
    kind: str
    country: str | None
    aliases: list[str]
    identifiers: dict[str, str]

    def affect(self, partner: Partner, /) -> None:
        partner.kind, partner.country = self.kind, self.country
        partner.take_first_name(self.name)
        partner.aliases = tuple(self.aliases)
        partner.identifiers = dict(self.identifiers)


class PartnerRenamed(PartnerEvent):
    """It took another name, from ``effective_on`` (the day of the act, if not stated)."""

    TOPIC = "partner.renamed"
    CORRECTABLE = frozenset({"name", "effective_on"})

    name: str
    effective_on: str | None

    def affect(self, partner: Partner, /) -> None:
        partner.take_name(self.name, self.effective_on or self.occurred_on, self)


class PartnerAliasAdded(PartnerEvent):
    """Another spelling, abbreviation or transliteration under which it is found."""

    TOPIC = "partner.alias_added"
    CORRECTABLE = frozenset({"alias"})

    alias: str

    def affect(self, partner: Partner, /) -> None:
        partner.aliases = (*partner.aliases, self.alias)


class PartnerIdentified(PartnerEvent):
    """It was given an identifier; the one it had of the same scheme becomes a former one."""

    TOPIC = "partner.identified"
    CORRECTABLE = frozenset({"value"})

    scheme: str
    value: str

    def affect(self, partner: Partner, /) -> None:
        former = partner.identifiers.get(self.scheme)
        if former is not None:
            partner.former_identifiers = (*partner.former_identifiers, (self.scheme, former))
        partner.identifiers = {**partner.identifiers, self.scheme: self.value}


class PartnerSucceeded(PartnerEvent):
    """Another organisation took its place, from ``effective_on`` (the day of the act, if not stated)."""

    TOPIC = "partner.succeeded"
    CORRECTABLE = frozenset({"successor_id", "effective_on"})

    successor_id: str
    effective_on: str | None

    def affect(self, partner: Partner, /) -> None:
        partner.successors = {**partner.successors, self.successor_id: self.effective_on or self.occurred_on}


class PartnerMerged(PartnerEvent):
    """It was found to be the organisation that another record is about, and is shown under that one."""

    TOPIC = "partner.merged"

    survivor_id: str

    def affect(self, partner: Partner, /) -> None:
        partner.survivor_id = self.survivor_id


class PartnerAbsorbed(PartnerEvent):
    """Another record was found to be about this organisation, and is shown under this one."""

    TOPIC = "partner.absorbed"

    merged_id: str

    def affect(self, partner: Partner, /) -> None:
        partner.absorbed = {**partner.absorbed, self.merged_id: self.originator_version}


class PartnerRanked(PartnerEvent):
    """It stands in an edition of a table of ranks: at ``rank`` (to ``rank_to``, in a band), or at none."""

    TOPIC = "partner.ranked"
    CORRECTABLE = frozenset({"table", "edition", "rank", "rank_to", "published_on"})

    table: str
    edition: str
    rank: int | None
    rank_to: int | None
    published_on: str | None

    def affect(self, partner: Partner, /) -> None:
        partner.take_rank(Ranking(self.table, self.edition, self.rank, self.rank_to, self.published_on))


class PartnerCorrected(Correction, PartnerEvent):
    """A field of an earlier event was never so: ``value`` replaces it for all days."""

    TOPIC = "partner.corrected"


class PartnerRetracted(Retraction, PartnerEvent):
    """An earlier event did not happen."""

    TOPIC = "partner.retracted"
