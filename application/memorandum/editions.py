"""The editions of a memorandum, and what changed between any two; computed from its stream."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any
from uuid import UUID

from application.asking import Asked, AsOf, KnownAt, Times
from application.memorandum.register.editions import days_shown, edition_shown, signature_shown, text_of
from application.memorandum.register.showing import Reading, name_parties, parties_of
from application.memorandum.streams import Known, known_memorandum
from application.store.store import Store
from domain.memorandum.chain import Amendment, Link
from domain.memorandum.comparison import compare
from domain.memorandum.edition import Edition
from domain.memorandum.lifecycle import awaited, stage
from domain.shared.errors import NotFound


class Editions:
    """What each edition of a memorandum says, and how they differ.

    Args:
        reading: opens a connection to the read models, for the names of partners.
        store: the streams of memorandums.
        times: reads the times of a question.
    """

    def __init__(self, reading: Reading, store: Store, times: Times) -> None:
        self._reading = reading
        self._store = store
        self._times = times

    def list(self, memorandum_id: UUID, *, as_of: AsOf = None, known_at: KnownAt = None) -> list[dict[str, Any]]:
        """All editions by number, each in full; those that were withdrawn come last.

        Args:
            memorandum_id: the memorandum.
            as_of: the day whose names of partners are shown; today, if none is given.
            known_at: the instant whose knowledge answers; now, if none is given.

        Raises:
            NotFound: no memorandum has this id.
            Invalid: a time out of form.
        """
        asked = self._times.read(as_of, known_at)
        known = known_memorandum(self._store, memorandum_id, asked, self._times.zone)
        if known is None:
            return []
        links = known.chain()
        editions = [edition_in_full(known, edition, links) for edition in known.editions]
        self._name((party for edition in editions for party in parties_of(edition)), asked)
        return editions

    def get(
        self, memorandum_id: UUID, edition_id: str, *, as_of: AsOf = None, known_at: KnownAt = None
    ) -> dict[str, Any]:
        """One edition in full; see `list`.

        Raises:
            NotFound: no such memorandum, or no such edition was known.
            Invalid: a time out of form.
        """
        for edition in self.list(memorandum_id, as_of=as_of, known_at=known_at):
            if edition["edition_id"] == edition_id:
                return edition
        raise NotFound("edition_not_found", edition_id=edition_id)

    def compare(
        self, memorandum_id: UUID, old: str, new: str, *, as_of: AsOf = None, known_at: KnownAt = None
    ) -> dict[str, Any]:
        """What changed from one edition to another: parts as values, texts by clause and word.

        Args:
            memorandum_id: the memorandum.
            old: id of the edition to start from.
            new: id of the other.
            as_of: the day whose names of partners are shown.
            known_at: the instant whose knowledge answers.

        Raises:
            NotFound: no such memorandum, or no such edition was known.
            Invalid: a time out of form.
        """
        asked = self._times.read(as_of, known_at)
        known = known_memorandum(self._store, memorandum_id, asked, self._times.zone)
        if known is None:
            raise NotFound("edition_not_found", edition_id=old)
        before, after = known.memorandum.edition(old), known.memorandum.edition(new)
        changes = compare(before.content, after.content)
        self._name(parties_in(changes), asked)
        return {
            "from": {"edition_id": old, "number": known.numbers.get(old)},
            "to": {"edition_id": new, "number": known.numbers.get(new)},
            "changes": changes,
        }

    def _name(self, parties: Iterable[dict[str, Any]], asked: Asked) -> None:
        with self._reading() as connection:
            name_parties(connection, parties, asked)


def parties_in(changes: Iterable[dict[str, Any]]) -> list[dict[str, Any]]:
    """The parties that changes speak of."""
    return [
        party
        for change in changes
        if change["part"] == "parties"
        for party in (change["before"], change["after"])
        if party is not None
    ]


def edition_in_full(known: Known, edition: Edition, links: Sequence[Link]) -> dict[str, Any]:
    """An edition with its texts, its way to the signatures, and the days on which it was in effect."""
    id_ = edition.edition_id
    amendments = [amendment for link in links for amendment in link.amendments]
    texts: list[Link | Amendment] = [*links, *amendments]
    dated = next((text for text in texts if text.edition_id == id_), None)
    shown = edition_shown(text_of(edition, known.seen.dated))
    parties = shown["parties"]
    return {
        **shown,
        "parties": None if parties is None else [dict(party) for party in parties],
        "texts": edition.content["texts"],
        "stage": stage(edition),
        "awaited": awaited(edition),
        "outside": edition.outside,
        "effective": days_shown(dated.effective) if dated else None,
        "until": days_shown(dated.until) if dated else None,
        "content_hash": edition.content_hash,
        "approvals": [
            {"by": one.by, "version": one.version, "counts": edition.counts(one)} for one in edition.approvals
        ],
        "signatures": [signature_shown(one) | {"version": one.version} for one in edition.signatures],
        "plans": list(edition.plans),
        "documents": [document for document in known.memorandum.documents if document["edition_id"] == id_],
    }
