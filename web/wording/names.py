"""What the ids in a document are called: partners, parties, editions, other memorandums."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from web.wording.language import gettext as _


@dataclass(frozen=True, slots=True)
class Names:
    """Names by id.

    Args:
        partners: the current name of a partner, by its id.
        parties: by party id (``p1``), each ``{"partner_id", "unit", "ours", "counterparty"}``.
        editions: the number of an edition, by its id (``e3`` is called ``2.1``).
        memorandums: the reference of another memorandum, by its id.
    """

    partners: Mapping[str, str] = field(default_factory=dict)
    parties: Mapping[str, Mapping[str, Any]] = field(default_factory=dict)
    editions: Mapping[str, str] = field(default_factory=dict)
    memorandums: Mapping[str, str] = field(default_factory=dict)

    @classmethod
    def of(cls, editions: Iterable[Mapping[str, Any]], memorandums: Mapping[str, str] | None = None) -> Names:
        """The names that the editions of one memorandum bring along; what is not known in one may be in another."""
        known = list(editions)
        parties = {party["party_id"]: party for edition in known for party in edition.get("parties") or ()}
        return cls(
            partners={party["partner_id"]: party["name"] for party in parties.values() if party.get("name")},
            parties=parties,
            editions={edition["edition_id"]: edition.get("number") or "" for edition in known},
            memorandums=memorandums or {},
        )

    @classmethod
    def of_memorandum(cls, document: Mapping[str, Any]) -> Names:
        """The names that a memorandum in full brings along, those of the memorandums that it is tied to among them."""
        return cls.of(document["editions"], {tie["memorandum_id"]: tie["reference"] for tie in document["links"]})

    def partner(self, partner_id: str) -> str:
        """What a partner is called now."""
        return self.partners.get(partner_id) or _("partner %(id)s", id=partner_id)

    def party(self, party: Mapping[str, Any]) -> str:
        """A side: the partner, with its unit; or what is looked for, where it is not yet named."""
        if party.get("partner_id") is None:
            return _("%(counterparty)s (not yet named)", counterparty=party.get("counterparty") or _("a party"))
        name = party.get("name") or self.partner(party["partner_id"])
        return _("%(partner)s, %(unit)s", partner=name, unit=party["unit"]) if party.get("unit") else name

    def party_called(self, party_id: str) -> str:
        """A side, by its id in the memorandum."""
        party = self.parties.get(party_id)
        return self.party(party) if party else _("party %(id)s", id=party_id)

    def edition(self, edition_id: str | None) -> str:
        """``edition 2.1``; a withdrawn one has no number."""
        if not self.editions:
            return _("edition %(number)s", number=edition_id)
        number = self.editions.get(edition_id or "")
        return _("edition %(number)s", number=number) if number else _("the withdrawn edition")

    def memorandum(self, memorandum_id: str) -> str:
        """Another memorandum, by its reference."""
        return self.memorandums.get(memorandum_id) or _("memorandum %(id)s", id=memorandum_id)
