"""What is on record already: partners and memorandums that a row may be about, though no program can be certain."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from uuid import UUID

from rapidfuzz import fuzz

from application.exchange.importing.directory import KnownPartners
from application.exchange.importing.entries import Doubt, Entry
from application.exchange.importing.readings.words import plain
from application.exchange.importing.rows import doubts_of_partners
from application.memorandum.register.queries import Register
from application.paging import LONGEST_PAGE
from application.store.store import Store
from domain.memorandum.edition import Edition
from domain.memorandum.memorandum import Memorandum
from domain.shared.dates import parse_partial

_ALIKE = 85
"""In percent: titles whose words are less like each other are those of two agreements."""


@dataclass(frozen=True, slots=True)
class Agreed:
    """An edition on record, by what a row can be held against.

    Args:
        memorandum_id, reference: of its memorandum.
        signed_on: partial; none, if it is not known.
        titles: in whatever language.
    """

    memorandum_id: str
    reference: str
    signed_on: str | None
    titles: tuple[str, ...]

    def may_be(self, entry: Entry) -> bool:
        """Whether a row with the same partner may be about it: a day or title agrees, and neither differs."""
        day, title = _same_day(self.signed_on, entry.signed_on), _same_title(self.titles, entry.title)
        return False not in (day, title) and True in (day, title)


class OnRecord:
    """What a row may be about that another hand has entered before.

    Args:
        store, register: of the memorandums.
        partners: on record, and those that the file brings.
        own: ids of the memorandums that rows of this register have made.
    """

    def __init__(self, store: Store, register: Register, partners: KnownPartners, own: Iterable[str]) -> None:
        self._store, self._register = store, register
        self.partners = partners
        self.own = set(own)
        self._before = frozenset(partners.called)
        self._agreed: dict[UUID, list[Agreed]] = {}

    def doubts(self, entry: Entry) -> Iterator[Doubt]:
        """What of a row that is about to be taken a person must decide, seeing what is on record."""
        yield from doubts_of_partners(entry, self.partners)
        found = {
            agreed.memorandum_id: agreed.reference
            for one in entry.partners
            for partner_id in self.partners.named(one.name) & self._before  # with the file's own there is nothing yet
            for agreed in self._with(partner_id)
            if agreed.memorandum_id not in self.own and agreed.may_be(entry)
        }
        if found:
            yield Doubt("row", "", "", "may_be_on_record", tuple(sorted(found.values())))

    def _with(self, partner_id: UUID) -> list[Agreed]:
        """The editions of the memorandums with a partner; of those that are many, the last entered."""
        if partner_id not in self._agreed:
            rows = self._register.list(partner=str(partner_id), archived=None, limit=LONGEST_PAGE)["items"]
            self._agreed[partner_id] = [one for row in rows for one in self._editions(UUID(row["id"]))]
        return self._agreed[partner_id]

    def _editions(self, memorandum_id: UUID) -> Iterator[Agreed]:
        memorandum = self._store.get(Memorandum, memorandum_id)
        for edition in memorandum.living_editions:
            titles = tuple(map(plain, (edition.content["titles"] or {}).values()))
            yield Agreed(str(memorandum_id), memorandum.reference, _signed_on(edition), titles)


def _signed_on(edition: Edition) -> str | None:
    """The day of the last signature, or on which an edition from paper was concluded."""
    if edition.from_paper:
        return edition.introduced_on
    days = [signature.signed_on for signature in edition.signatures]
    return max((day for day in days if day), default=None) if None not in days else None


def _same_day(one: str | None, other: str | None) -> bool | None:
    """Whether two partial dates may be the same day; none, if one is not known."""
    if one is None or other is None:
        return None
    first, second = parse_partial(one), parse_partial(other)
    return first.earliest <= second.latest and second.earliest <= first.latest


def _same_title(titles: Iterable[str], title: str | None) -> bool | None:
    """Whether a title is nearly one of these; none, if one side is without."""
    known = list(titles)
    if not known or not title:
        return None
    return any(fuzz.token_sort_ratio(plain(title), one) >= _ALIKE for one in known)
