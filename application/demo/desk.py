"""Where the pages of real institutions are entered from: each fact with the page and the passage that states it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import TYPE_CHECKING, Any
from uuid import UUID

from domain.shared.act import Act, Source

if TYPE_CHECKING:
    from application.bitim import Bitim

ACTOR = "demonstration"
OWNER = "international-office"  # the pages name nobody who is answerable


@dataclass(frozen=True)
class Page:
    """A published page."""

    code: str
    title: str

    def source(self, passage: str) -> Source:
        """The page as the source of what the passage states."""
        return Source(f"{self.code}: {self.title}", passage)


@dataclass
class Desk:
    """The use cases at hand, and what has been entered so far: partners and memorandums, by the names used here."""

    bitim: Bitim
    today: date
    partners: dict[str, UUID] = field(default_factory=dict)
    memorandums: dict[str, UUID] = field(default_factory=dict)

    def entered(self, page: Page, passage: str, reason: str = "") -> Act:
        """An act of the office itself, done today: it enters what the page states."""
        return Act(ACTOR, occurred_on=self.today.isoformat(), source=page.source(passage), reason=reason)

    def register_university(
        self, name: str, country: str, page: Page, passage: str, aliases: Sequence[str] = ()
    ) -> None:
        """Enter a university that a page names, and remember it by ``name``."""
        done = self.bitim.partners.register(
            self.entered(page, passage), name=name, kind="university", country=country, aliases=aliases
        )
        self.partners[name] = done.id

    def parties(self, ours: str, *others: str | dict[str, str]) -> list[dict[str, Any]]:
        """The parties of a memorandum: names of partners entered, or what is known of one not yet named."""
        named = [other if isinstance(other, dict) else {"partner_id": str(self.partners[other])} for other in others]
        return [{"partner_id": str(self.partners[ours]), "ours": True}, *named]
