"""What can be done with partners."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from typing import Any
from uuid import UUID, uuid4

from application.done import Done
from application.naming import require_named
from application.store.store import Store
from domain.partner.partner import Partner
from domain.shared.act import Act
from domain.shared.errors import Refused


class Partners:
    """The commands on partners: each is the guard of `Partner` with the same name and fields.

    Beside what the guard raises: `NotFound` where the partner, or another that the command names, is not in the
    register; `Conflict` where it has another version than the one expected; `Unavailable` and `OutcomeUnknown` as the
    store does. Nothing is stored then.
    """

    def __init__(self, store: Store, together: Callable[[str, str], list[str]]) -> None:
        self._store = store
        self._together = together

    def register(
        self,
        act: Act,
        *,
        name: str,
        kind: str,
        country: str | None = None,
        aliases: Sequence[str] = (),
        identifiers: Mapping[str, str] | None = None,
    ) -> Done:
        """Enter an organisation; see `Partner.register`."""
        with self._store.command() as unit:
            partner = Partner.register(
                act,
                partner_id=uuid4(),
                name=name,
                kind=kind,
                country=country,
                aliases=aliases,
                identifiers=identifiers,
            )
            unit.add(partner)
        return Done.of(partner)

    def rename(
        self,
        partner_id: UUID,
        act: Act,
        expected_version: int | None = None,
        *,
        name: str,
        effective_on: str | None = None,
    ) -> Done:
        """Record that it took another name; see `Partner.rename`."""
        with self._change(partner_id, expected_version) as partner:
            partner.rename(act, name=name, effective_on=effective_on)
        return Done.of(partner)

    def add_alias(self, partner_id: UUID, act: Act, expected_version: int | None = None, *, alias: str) -> Done:
        """Add another spelling under which it is found; see `Partner.add_alias`."""
        with self._change(partner_id, expected_version) as partner:
            partner.add_alias(act, alias=alias)
        return Done.of(partner)

    def identify(
        self, partner_id: UUID, act: Act, expected_version: int | None = None, *, scheme: str, value: str
    ) -> Done:
        """Give it an identifier; see `Partner.identify`."""
        with self._change(partner_id, expected_version) as partner:
            partner.identify(act, scheme=scheme, value=value)
        return Done.of(partner)

    def record_successor(
        self,
        partner_id: UUID,
        act: Act,
        expected_version: int | None = None,
        *,
        successor_id: str,
        effective_on: str | None = None,
    ) -> Done:
        """Record that another organisation took its place; see `Partner.record_successor`."""
        with self._change(partner_id, expected_version) as partner:
            partner.record_successor(act, successor_id=successor_id, effective_on=effective_on)
        return Done.of(partner)

    def correct(
        self,
        partner_id: UUID,
        act: Act,
        expected_version: int | None = None,
        *,
        event_version: int,
        field: str,
        value: Any,
    ) -> Done:
        """State that a field of an earlier event was never so; see `Correcting.correct`."""
        with self._change(partner_id, expected_version) as partner:
            partner.correct(act, event_version=event_version, field=field, value=value)
        return Done.of(partner)

    def retract(self, partner_id: UUID, act: Act, expected_version: int | None = None, *, event_version: int) -> Done:
        """State that an event did not happen; see `Merging.retract`.

        A merge is retracted in both records.
        """
        with self._store.command() as unit:
            partner = unit.load(Partner, partner_id, expected_version)
            partner.retract(act, event_version=event_version)
            if merged := partner.merger(event_version):
                other = unit.load(Partner, UUID(merged))
                other.retract(act, event_version=other.merge_entry(str(partner_id)))
        return Done.of(partner)

    def merge(self, partner_id: UUID, act: Act, expected_version: int | None = None, *, survivor_id: str) -> Done:
        """Record that two records are about one organisation; see `Partner.merge` and `Partner.absorb`.

        Raises:
            Refused: also ``parties_of_one_memorandum``: no memorandum is between an organisation and itself.
        """
        with self._store.command() as unit:
            partner = unit.load(Partner, partner_id, expected_version)
            partner.merge(act, survivor_id=survivor_id)
            require_named(self._store, partner)
            unit.load(Partner, UUID(survivor_id)).absorb(partner, act)
            if references := self._together(str(partner_id), survivor_id):
                raise Refused("parties_of_one_memorandum", references=references)
        return Done.of(partner)

    def record_ranking(
        self,
        partner_id: UUID,
        act: Act,
        expected_version: int | None = None,
        *,
        table: str,
        edition: str,
        rank: int | None = None,
        rank_to: int | None = None,
        published_on: str | None = None,
    ) -> Done:
        """Record at which rank it stands in an edition of a table; see `Partner.record_ranking`."""
        with self._change(partner_id, expected_version) as partner:
            partner.record_ranking(
                act, table=table, edition=edition, rank=rank, rank_to=rank_to, published_on=published_on
            )
        return Done.of(partner)

    @contextmanager
    def _change(self, partner_id: UUID, expected_version: int | None) -> Iterator[Partner]:
        with self._store.change(Partner, partner_id, expected_version) as partner:
            yield partner
            require_named(self._store, partner)
