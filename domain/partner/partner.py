"""The partner: an organisation that we deal with, under the names it has had."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import asdict
from datetime import UTC, date, tzinfo
from typing import Any, Self
from uuid import UUID

from domain.partner.events import (
    PartnerAliasAdded,
    PartnerCorrected,
    PartnerEvent,
    PartnerIdentified,
    PartnerRanked,
    PartnerRegistered,
    PartnerRenamed,
    PartnerRetracted,
    PartnerSucceeded,
)
from domain.partner.identifiers import identifier as identifier_of_scheme
from domain.partner.identifiers import identifiers as identifiers_by_scheme
from domain.partner.merging import Merging
from domain.partner.names import MOST_ALIASES, Name, aliases_each_once
from domain.partner.rankings import Ranking, band_end, edition_of, rank_of
from domain.shared.act import Act
from domain.shared.codes import country as country_code
from domain.shared.codes import identifier
from domain.shared.correcting import ACT_PARSERS, Corrections, partial
from domain.shared.correction import CorrectableEvent
from domain.shared.dates import LAST_DAY, parse_partial
from domain.shared.errors import Invalid, Refused
from domain.shared.moment import current_moment
from domain.shared.text import line, one_of

KINDS = (
    "university",
    "research_institute",
    "enterprise",
    "economic_zone",
    "ministry_or_agency",
    "foundation_or_donor",
    "school",
    "other",
)


class Partner(Merging):
    """One organisation: its dated names, aliases, identifiers, and the organisations that took its place."""

    TOPIC = "partner"
    CORRECTIONS = Corrections(
        PartnerCorrected,
        PartnerRetracted,
        {
            **ACT_PARSERS,
            "name": lambda value, field: line(value, field, 300),
            "kind": lambda value, field: one_of(value, field, KINDS),
            "country": lambda value, field: None if value is None else country_code(value, field),
            "aliases": aliases_each_once,
            "identifiers": identifiers_by_scheme,
            "alias": lambda value, field: line(value, field, 300),
            "effective_on": partial,
            "successor_id": identifier,
            "table": lambda value, field: line(value, field, 50),
            "edition": edition_of,
            "rank": rank_of,
            "rank_to": rank_of,
            "published_on": partial,
        },
    )

    def _forget(self) -> None:
        super()._forget()
        self.names: tuple[Name, ...] = ()
        self.kind = ""
        self.country: str | None = None
        self.aliases: tuple[str, ...] = ()
        self.identifiers: dict[str, str] = {}
        self.former_identifiers: tuple[tuple[str, str], ...] = ()
        self.successors: dict[str, str | None] = {}
        self.rankings: dict[tuple[str, str], Ranking] = {}

    # What events do

    def take_first_name(self, name: str) -> None:
        """Bear a name since nobody asks when."""
        self.names = (Name(name, None, None),)

    def take_name(self, name: str, since: str | None, event: PartnerEvent) -> None:
        """Bear a further name from a day on."""
        self.names = (*self.names, Name(name, since, event.timestamp))

    def take_rank(self, ranking: Ranking) -> None:
        """Stand in an edition of a table; what was said of the same edition before gives way."""
        self.rankings = {**self.rankings, (ranking.table, ranking.edition): ranking}

    # What can be asked

    def names_on(self, day: date, zone: tzinfo) -> tuple[str, ...]:
        """The names that it may have borne on ``day``: one, unless the day of a change of name is uncertain."""
        order = sorted(self.names, key=lambda name: name.days(zone).latest)
        borne = [name for name in order if name.days(zone).earliest <= day]
        certain = max(index for index, name in enumerate(borne) if name.days(zone).latest <= day)
        return tuple(dict.fromkeys(name.text for name in borne[certain:]))

    def name_on(self, day: date, zone: tzinfo) -> str:
        """Its name on ``day``; while it is uncertain whether it had changed, the older one."""
        return self.names_on(day, zone)[0]

    @property
    def name(self) -> str:
        """The name that it takes last."""
        return self.name_on(LAST_DAY, UTC)

    def _parse_correction(self, event: CorrectableEvent, field: str, value: Any) -> Any:
        if isinstance(event, PartnerIdentified) and field == "value":
            return identifier_of_scheme(event.scheme, value)
        if isinstance(event, PartnerRanked) and field == "rank_to":
            return band_end(event.rank, value, "value")
        return super()._parse_correction(event, field, value)

    # Guards

    @classmethod
    def register(
        cls,
        act: Act,
        *,
        partner_id: UUID,
        name: str,
        kind: str,
        country: str | None = None,
        aliases: Sequence[str] = (),
        identifiers: Mapping[str, str] | None = None,
    ) -> Self:
        """Enter an organisation.

        Args:
            act: who enters it.
            partner_id: its id, for ever.
            name: the name it bore first, as far as we know.
            kind: one of `KINDS`.
            country: ISO 3166-1 alpha-2; none for an organisation of no country.
            aliases: other spellings and abbreviations.
            identifiers: by scheme, see `domain.partner.identifiers`.

        Raises:
            Invalid: a part out of form.
        """
        act.days()
        return cls._create(
            PartnerRegistered,
            id=partner_id,
            name=line(name, "name", 300),
            kind=one_of(kind, "kind", KINDS),
            country=None if country is None else country_code(country),
            aliases=aliases_each_once(aliases, "aliases"),
            identifiers=identifiers_by_scheme(identifiers or {}),
            **act.plain(),
        )

    def rename(self, act: Act, *, name: str, effective_on: str | None = None) -> None:
        """Record that it took another name; the former ones stay, each with its days.

        Args:
            act: who records it, and the day of the change.
            name: the new name.
            effective_on: the first day of the name, partial or unknown; the day of the act, if not stated.

        Raises:
            Invalid: a part out of form.
        """
        name = line(name, "name", 300)
        act.days()
        days = parse_partial(effective_on or act.occurred_on, "effective_on")
        if self.names_on(days.latest, current_moment().zone) != (name,):
            self.trigger(PartnerRenamed, act, name=name, effective_on=effective_on)

    def add_alias(self, act: Act, *, alias: str) -> None:
        """Add another spelling, abbreviation or transliteration under which it is found.

        Raises:
            Invalid: it is out of form, or there are too many.
        """
        alias = line(alias, "alias", 300)
        act.days()
        known = {text.casefold() for text in (*self.aliases, *(name.text for name in self.names))}
        if alias.casefold() in known:
            return
        if len(self.aliases) >= MOST_ALIASES:
            raise Invalid("alias", alias, "at_most", maximum=MOST_ALIASES)
        self.trigger(PartnerAliasAdded, act, alias=alias)

    def identify(self, act: Act, *, scheme: str, value: str) -> None:
        """Give it an identifier; one that it had of this scheme is kept as a former one.

        Args:
            act: who records it.
            scheme: see `domain.partner.identifiers`.
            value: as the scheme writes it.

        Raises:
            Invalid: not of the scheme's form.
        """
        value = identifier_of_scheme(scheme, value)
        act.days()
        if self.identifiers.get(scheme) != value:
            self.trigger(PartnerIdentified, act, scheme=scheme, value=value)

    def record_successor(self, act: Act, *, successor_id: str, effective_on: str | None = None) -> None:
        """Record that another organisation took its place; both remain, with their own memorandums.

        Args:
            act: who records it, and the day of the succession.
            successor_id: the other partner. Where one was divided there are several.
            effective_on: the first day of the succession; the day of the act, if not stated.

        Raises:
            Refused: it would succeed itself.
            Invalid: a part out of form.
        """
        successor = identifier(successor_id, "successor_id")
        act.days()
        parse_partial(effective_on, "effective_on")
        if successor == str(self.id):
            raise Refused("succeeds_itself", partner_id=successor)
        if self.successors.get(successor, ()) != (effective_on or act.occurred_on):
            self.trigger(PartnerSucceeded, act, successor_id=successor, effective_on=effective_on)

    def record_ranking(
        self,
        act: Act,
        *,
        table: str,
        edition: str,
        rank: int | None = None,
        rank_to: int | None = None,
        published_on: str | None = None,
    ) -> None:
        """Record at which rank it stands in an edition of a table; or that the table does not rank it.

        Args:
            act: who records it, from which source.
            table: whose ranks they are, such as ``QS`` or ``THE``.
            edition: its year, ``2024``, or years, ``2023/2024``.
            rank: from 1; none, if the table does not rank it.
            rank_to: the last rank of a band such as 801 to 1000; none, if the rank is exact.
            published_on: the day on which the edition came out, partial or unknown.

        Raises:
            Invalid: a part out of form.
        """
        ranking = Ranking(
            line(table, "table", 50),
            edition_of(edition),
            rank_of(rank),
            band_end(rank, rank_to),
            partial(published_on, "published_on"),
        )
        act.days()
        if self.rankings.get((ranking.table, ranking.edition)) != ranking:
            self.trigger(PartnerRanked, act, **asdict(ranking))
