"""What a memorandum is called on a page: its title, or what can be said where no title is known."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from web.wording import values
from web.wording.language import current, listing
from web.wording.language import gettext as _
from web.wording.names import Names


@dataclass(frozen=True, slots=True)
class Title:
    """A title and its language; no language where the words are Bitim's own."""

    text: str
    language: str | None


def titles(edition: Mapping[str, Any] | None, kind: str) -> list[Title]:
    """The titles of an edition, the one in the present language first; one at least."""
    given = (edition or {}).get("titles") or {}
    order = sorted(given, key=lambda tag: (tag.split("-")[0] != current().code, tag != "en", tag))
    return [Title(given[tag], tag) for tag in order] or [Title(_unknown(edition, kind), None)]


def title(edition: Mapping[str, Any] | None, kind: str) -> Title:
    """The title of an edition in the present language, or the next best."""
    return titles(edition, kind)[0]


def _unknown(edition: Mapping[str, Any] | None, kind: str) -> str:
    others = others_of(edition)
    if not others:
        return values.kind(kind)
    return _("%(kind)s with %(parties)s", kind=values.kind(kind), parties=listing(others))


def others_of(edition: Mapping[str, Any] | None) -> list[str]:
    """The parties that are not ours."""
    parties = (edition or {}).get("parties") or ()
    return [Names().party(party) for party in parties if not party["ours"]]
