"""The renewal chain: the editions in order, with the lapses between them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from domain.shared.dates import FIRST_DAY
from web.wording import dates
from web.wording.language import capital, ngettext
from web.wording.language import gettext as _
from web.wording.names import Names
from web.wording.natures import nature

Document = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Link:
    """An edition in the chain, with the lapse before it and its amendments."""

    edition_id: str
    name: str
    nature: str
    signed: str
    in_effect: str
    lapse: str
    amendments: list[str]
    stub: bool


def chain(document: Document, names: Names) -> list[Link]:
    """The chain of a memorandum, the oldest edition first."""
    return [
        Link(
            edition_id=given["edition_id"],
            name=edition_name(given["edition_id"], names),
            nature=nature(given),
            signed=_signed(given),
            in_effect=in_effect(given),
            lapse=_lapse(given),
            amendments=[
                _("%(edition)s, %(days)s", edition=edition_name(one["edition_id"], names), days=in_effect(one))
                for one in given["amendments"]
            ],
            stub=given["stub"],
        )
        for given in document["chain"]
    ]


def edition_name(edition_id: str | None, names: Names) -> str:
    """The edition, at the beginning of a line."""
    return capital(names.edition(edition_id))


def in_effect(given: Document) -> str:
    """The days on which an edition was in effect."""
    effective, last = given["effective"], given["until"]
    if effective is None:
        return _("not in effect")
    begins = days(effective)
    if effective["earliest"] == FIRST_DAY.isoformat() and last is not None:
        return _("in effect until %(last)s", last=days(last))
    if last is None:
        return _("in effect from %(first)s", first=begins)
    return _("in effect from %(first)s until %(last)s", first=begins, last=days(last))


def days(given: Mapping[str, str]) -> str:
    """A day that may be uncertain."""
    return dates.days(given["earliest"], given["latest"])


def _signed(given: Document) -> str:
    if given["signed_on"] is None:
        return _("not signed by every party")
    if given["signed_on"]["earliest"] == FIRST_DAY.isoformat():
        return _("signed on a day that is not known")
    return _("signed %(day)s", day=days(given["signed_on"]))


def _lapse(given: Document) -> str:
    if not given["lapse_before"]:
        return ""
    lapse = given["lapse"]
    return ngettext(
        "Lapse of %(number)d day: %(days)s",
        "Lapse of %(number)d days: %(days)s",
        given["lapse_before"],
        days=dates.span(lapse["first"], lapse["until"]),
    )
