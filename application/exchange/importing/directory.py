"""The partners that a register names, found among those on record; nothing is merged, nothing guessed."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from uuid import UUID

from rapidfuzz import fuzz, process

from application.partner.directory.likeness import Called, key, reasons
from application.partner.directory.queries import PartnerDirectory
from application.searching import folded

_LOOKED_AT = 75
"""In percent: names whose letters are less like each other are not compared word by word."""
_MOST_COMPARED = 20
_PAGE = 500
_WORDS = re.compile(r"\w+")


@dataclass
class KnownPartners:
    """Names of partners, old ones and other spellings among them, with the partners that bear them."""

    by_name: dict[str, set[UUID]] = field(default_factory=lambda: defaultdict(set))
    by_key: dict[str, set[UUID]] = field(default_factory=lambda: defaultdict(set))
    called: dict[UUID, Called] = field(default_factory=dict)

    def add(self, partner_id: UUID, name: str, others: Iterable[str] = (), country: str | None = None) -> None:
        """Know one more."""
        names = list(dict.fromkeys((name, *others)))
        self.called[partner_id] = Called(names, {}, country)
        for spelling in names:
            self.by_name[_spelled(spelling)].add(partner_id)
            self.by_key[key(spelling)].add(partner_id)

    def named(self, name: str) -> set[UUID]:
        """The partners that bear exactly this name, spelled in whatever way: York University is not that of York."""
        return self.by_name.get(_spelled(name), set())

    def alike(self, name: str, country: str | None) -> tuple[str, ...]:
        """Names of partners that may be the same organisation."""
        called = Called([name], {}, country)
        found = process.extract(
            key(name), list(self.by_key), scorer=fuzz.ratio, score_cutoff=_LOOKED_AT, limit=_MOST_COMPARED
        )
        ids = dict.fromkeys(one for known, _score, _ in found for one in sorted(self.by_key[known]))
        return tuple(self.called[one].names[0] for one in ids if reasons(self.called[one], called))


def _spelled(name: str) -> str:
    """The words of a name in their order, whatever the script, case, accents and signs."""
    return " ".join(_WORDS.findall(folded(name)))


def known_partners(directory: PartnerDirectory) -> KnownPartners:
    """All partners on record; of those that were merged, the one that is left."""
    known = KnownPartners()
    after = None
    while True:
        page = directory.list(limit=_PAGE, after=after)
        for one in page["items"]:
            spellings = [name["name"] for name in one["names"]] + list(one["aliases"])
            known.add(UUID(str(one["id"])), one["name"], spellings, one["country"])
        after = page["after"]
        if after is None:
            return known
