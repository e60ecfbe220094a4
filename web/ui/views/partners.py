"""The partners: the list of them, and each with its names, identifiers and memorandums."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from application.bitim import Bitim
from domain.partner.partner import KINDS
from domain.shared.codes import COUNTRIES
from web.called import names_in_history
from web.ui.asking import Question, Time
from web.ui.views.entries import EntryView, entry
from web.ui.views.rows import Row, row
from web.wording import dates, values

PAGE = 50


@dataclass(frozen=True, slots=True)
class PartnerRow:
    """A partner in a list."""

    partner_id: str
    name: str
    kind: str
    country: str
    aliases: str


@dataclass(frozen=True, slots=True)
class PartnersView:
    """The list of partners."""

    time: Time
    given: dict[str, str]
    kinds: list[tuple[str, str]]
    countries: list[tuple[str, str]]
    partners: list[PartnerRow]
    after: str | None
    continued: bool


@dataclass(frozen=True, slots=True)
class Relative:
    """Another partner, that took the place of this one or whose place it took; since when, if that is known."""

    partner_id: str
    name: str
    since: str


@dataclass(frozen=True, slots=True)
class PartnerView:
    """The profile of a partner; without a name, where nothing of it was recorded by then."""

    time: Time
    partner_id: str
    name: str
    kind: str
    country: str
    names: list[tuple[str, str]]
    aliases: list[str]
    identifiers: list[tuple[str, str]]
    former: list[tuple[str, str]]
    successors: list[Relative]
    predecessors: list[Relative]
    merged_into: list[Relative]
    merged: list[Relative]
    rankings: list[tuple[str, str]]
    entries: list[EntryView]
    memorandums: list[Row]
    more: bool


def load(bitim: Bitim, question: Question) -> PartnersView:
    """The partners in the order of their names, narrowed by ``q``, ``country`` and ``kind``.

    Raises:
        Invalid: a filter, time or key out of form.
    """
    time = question.time
    given = {name: value for name in ("q", "country", "kind") if (value := question.text(name))}
    page = bitim.partner_directory.list(
        q=given.get("q", ""),
        country=given.get("country"),
        kind=question.one_of("kind", KINDS),
        as_of=time.as_of,
        known_at=time.known_at,
        limit=PAGE,
        after=question.text("after"),
    )
    return PartnersView(
        time=time,
        given=given,
        kinds=[(code, values.partner_kind(code)) for code in KINDS],
        countries=sorted(((code, values.country(code)) for code in COUNTRIES), key=lambda choice: choice[1]),
        partners=[_row(one) for one in page["items"]],
        after=page["after"],
        continued=question.text("after") is not None,
    )


def load_one(bitim: Bitim, partner_id: UUID, question: Question) -> PartnerView:
    """The profile of a partner, with its memorandums as they stand on the day.

    Raises:
        NotFound: no partner has this id.
        Invalid: a time out of form.
    """
    time = question.time
    times: dict[str, Any] = {"as_of": time.as_of, "known_at": time.known_at}
    found = bitim.partner_directory.get(partner_id, **times)
    page = bitim.register.list(partner=str(partner_id), archived=None, limit=PAGE, **times)
    known = found["name"] is not None
    return PartnerView(
        time=time,
        partner_id=found["id"],
        name=found["name"] or "",
        kind=values.partner_kind(found["kind"]) if known else "",
        country=values.country(found["country"]) if known else "",
        names=[(one["name"], dates.from_(one["since"]) if one["since"] else "") for one in found.get("names", ())],
        aliases=list(found.get("aliases", ())),
        identifiers=[(values.scheme(code), value) for code, value in found.get("identifiers", {}).items()],
        former=[(values.scheme(scheme), value) for scheme, value in found.get("former_identifiers", ())],
        successors=_relatives(found["successors"]),
        predecessors=_relatives(found["predecessors"]),
        merged_into=[Relative(one["partner_id"], one["name"], "") for one in [found["merged_into"]] if one],
        merged=[Relative(one["partner_id"], one["name"] or "", "") for one in found["merged"]],
        rankings=[(f"{one['table']} {one['edition']}", values.rank(one)) for one in found["rankings"]],
        entries=_entries(bitim, partner_id, time) if known else [],
        memorandums=[row(one, time.day) for one in page["items"]],
        more=page["after"] is not None,
    )


def _row(given: Mapping[str, Any]) -> PartnerRow:
    return PartnerRow(
        given["id"],
        given["name"],
        values.partner_kind(given["kind"]),
        values.country(given["country"]) if given["country"] else "",
        ", ".join(given["aliases"]),
    )


def _relatives(given: Sequence[Mapping[str, Any]]) -> list[Relative]:
    return [
        Relative(one["partner_id"], one["name"], dates.from_(one["on"]) if one["on"] else "")
        for one in given
        if one["name"]
    ]


def _entries(bitim: Bitim, partner_id: UUID, time: Time) -> list[EntryView]:
    told = bitim.partner_history.of(partner_id, known_at=time.known_at)["items"]
    names = names_in_history(bitim, (), told, known_at=time.known_at)
    return [entry(one, names, time.zone) for one in told]
