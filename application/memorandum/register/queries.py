"""What can be asked of the register."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from typing import Any
from uuid import UUID

from application.asking import AsOf, KnownAt, Times
from application.institution.decisions import require_kind
from application.memorandum.register.detail import in_full, not_in_register
from application.memorandum.register.filters import Filters
from application.memorandum.register.links import called, links_of
from application.memorandum.register.listing import PACE, Pace, count_standings, find_rows
from application.memorandum.register.showing import Reading, name_parties, parties_of, shown, written
from application.memorandum.streams import known_memorandum
from application.paging import Page, key_of, limit_of, page
from application.projecting.recorded_rows import OPEN
from application.store.store import Store
from domain.memorandum.memorandum import Memorandum
from domain.memorandum.reference import Reference, reference_id
from domain.shared.errors import NotFound


class Register:
    """Memorandums as they stood on a day, as known at an instant.

    Args:
        reading: opens a connection to the read models.
        store: the streams of memorandums.
        times: reads the times of a question.
        pace: see `find_rows`.
    """

    def __init__(self, reading: Reading, store: Store, times: Times, pace: Pace = PACE) -> None:
        self._reading = reading
        self._store = store
        self._times = times
        self._pace = pace

    def list(
        self,
        *,
        as_of: AsOf = None,
        known_at: KnownAt = None,
        standing: Sequence[str] | str = (),
        stage: str | None = None,
        kind: str | None = None,
        country: str | None = None,
        partner: str | None = None,
        area: str | None = None,
        owner: str | None = None,
        ends_before: date | str | None = None,
        archived: bool | None = False,
        q: str = "",
        limit: int = 50,
        after: str | None = None,
        as_json: bool = False,
    ) -> Page:
        """The memorandums that have a standing on a day, the one entered last first.

        A row shows edition, parties and areas in effect on the day, owner and archive mark as known at the instant.
        The conditions are held against what the row shows, but for ``q``.

        Args:
            as_of: the day; today, if none is given.
            known_at: the instant whose knowledge answers; now, if none is given. It alone decides on the stage.
            standing: one of `STANDINGS`, or several.
            stage: of the text in preparation, or else signed or withdrawn.
            kind: code of the kind.
            country: of a partner, ISO 3166-1 alpha-2.
            partner: id of a partner.
            area: an area of cooperation.
            owner: id of the employee answerable.
            ends_before: the last day of the period running on the day lies before this one.
            archived: without archived ones (False), these alone (True), or both (None).
            q: words, all of which a title, a number or a partner's name must hold; spelling is forgiven.
            limit: how many, 500 at most.
            after: the key with which the previous page ended.
            as_json: whether the rows come as JSON, for somebody who only hands them on.

        Raises:
            Invalid: an argument out of form.
        """
        asked = self._times.read(as_of, known_at)
        if kind is not None:
            require_kind(self._store, kind, "kind")
        filters = Filters.read(
            standing=standing,
            stage=stage,
            kind=kind,
            country_code=country,
            partner=partner,
            area=area,
            owner=owner,
            ends_before=ends_before,
            archived=archived,
            q=q,
        )
        before = OPEN if after is None else key_of(after, int)[0]
        with self._reading() as connection:
            rows = find_rows(connection, filters, asked, before=before, limit=limit_of(limit) + 1, pace=self._pace)
            found = page(rows, limit, asked, lambda row: row, lambda row: (row.entry,))
            return {**found, "items": (written if as_json else shown)(connection, found["items"], asked)}

    def summary(self, *, as_of: AsOf = None, known_at: KnownAt = None, archived: bool | None = False) -> dict[str, Any]:
        """How many memorandums have each standing on a day, and in all.

        Raises:
            Invalid: a time out of form.
        """
        asked = self._times.read(as_of, known_at)
        with self._reading() as connection:
            counts = count_standings(connection, asked, archived=archived)
        return {"standings": counts, "total": sum(counts.values()), **asked.shown}

    def get(self, memorandum_id: UUID, *, as_of: AsOf = None, known_at: KnownAt = None) -> dict[str, Any]:
        """One memorandum in full: how it stands on a day and why, its timeline, editions, renewal chain and links.

        It is computed from its stream, so that its version is today's whatever the read models know.

        Args:
            memorandum_id: the memorandum.
            as_of: the day; today, if none is given.
            known_at: the instant whose knowledge answers; now, if none is given.

        Raises:
            NotFound: no memorandum has this id.
            Invalid: a time out of form.
        """
        asked = self._times.read(as_of, known_at)
        known = known_memorandum(self._store, memorandum_id, asked, self._times.zone)
        if known is None:
            return not_in_register(str(memorandum_id), self._store.get(Memorandum, memorandum_id).version, asked)
        found = in_full(known, asked, self._times.today())
        editions = (found["edition"], *found["editions"])
        with self._reading() as connection:
            name_parties(connection, (party for edition in editions for party in parties_of(edition)), asked)
            found["links"] = links_of(connection, found, asked)
        return found

    def references(self, memorandum_ids: Iterable[str], *, known_at: KnownAt = None) -> dict[str, str]:
        """The references of these memorandums by id; those that were not known are left out."""
        asked = self._times.read(known_at=known_at)
        with self._reading() as connection:
            return {row.memorandum_id: row.reference for row in called(connection, memorandum_ids, asked)}

    def find(self, reference_or_id: str) -> UUID:
        """The memorandum that has this number, or this id; letters' case and spaces in a number make no difference.

        Raises:
            NotFound: there is none.
        """
        try:
            memorandum_id = UUID(reference_or_id)
        except ValueError:
            memorandum_id = self._holder(reference_or_id)
        return self._store.get(Memorandum, memorandum_id).id

    def _holder(self, number: str) -> UUID:
        try:
            return UUID(self._store.get(Reference, reference_id(number)).memorandum_id)
        except NotFound:
            raise NotFound("memorandum_not_found", field="reference", id=number) from None
