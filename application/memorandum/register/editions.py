"""What the register shows of an edition, in plain form."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from typing import Any, NamedTuple

from application.plain import to_json
from application.projecting.recorded_rows import Rows
from domain.memorandum.content import Content
from domain.memorandum.edition import Approval, Edition, Signature
from domain.memorandum.leaving import Leaving
from domain.memorandum.life import Life
from domain.memorandum.lifecycle import whereabouts
from domain.memorandum.standing import Timeline
from domain.shared.dates import END_OF_TIME, Days, parse_partial

LISTED = ("titles", "parties", "areas", "term", "effective_on", "conditions")
"""The parts of a content that lists show: all but the full texts."""

_NOBODY: Leaving = {}


class Dated(NamedTuple):
    """What follows from the dates of a memorandum: its timeline, and, by edition, number, conclusion, who leaves it."""

    life: Life
    telling: tuple[object, ...]
    living: tuple[str, ...]
    timeline: Timeline
    rows: Rows
    numbers: dict[str, str]
    concluded: dict[str, Days | None]
    leavings: dict[str, Leaving]


Facet = tuple[str, str, str]
"""What it is, its value, and the edition."""


class Text(NamedTuple):
    """What an edition says and who signed it.

    ``signed_on`` are the days on which it may have been concluded, none if it is not; ``leaving`` the parties that
    leave it alone.
    """

    edition_id: str
    nature: str
    stub: bool
    withdrawn: bool
    amends: str | None
    follows: str | None
    number: str | None
    signed_on: Days | None
    content: Content
    signatures: tuple[Signature, ...]
    leaving: Leaving


class Way(NamedTuple):
    """How far an edition has come on its way to the signatures."""

    route: tuple[str, ...] | None
    submitted_version: int
    approvals: tuple[Approval, ...]
    plans: tuple[dict[str, Any], ...]


class SeenEdition(NamedTuple):
    """What the register depends on in an edition, and what it makes of it.

    The parts of an edition are replaced when they change, never changed themselves: so they may be kept and compared.
    ``said`` is its content as JSON, ``working`` its state while it is in preparation; ``stated`` are the facets that
    follow from its text, ``facets`` all.
    """

    text: Text
    way: Way
    said: str
    row: tuple[Any, ...]
    stated: tuple[Facet, ...]
    facets: tuple[Facet, ...]
    working: dict[str, Any] | None


def see_edition(edition: Edition, dated: Dated, before: SeenEdition | None) -> SeenEdition:
    """See an edition; what has not changed since ``before`` is taken from there."""
    text = text_of(edition, dated)
    way = Way(edition.route, edition.submitted_version, edition.approvals, edition.plans)
    if before is not None and text == before.text:
        if way == before.way:
            return before
        said, row, stated = before.said, before.row, before.stated
    else:
        same = before is not None and before.text.content is text.content
        said = before.said if before is not None and same else to_json(_said(text.content))
        row, stated = _row(text, said), _facets(text.edition_id, _stated(text))
    working = None if edition.withdrawn or edition.concluded else _working(edition)
    facets = stated if working is None else stated + _facets(text.edition_id, _prepared(text, working))
    return SeenEdition(text, way, said, row, stated, facets, working)


def text_of(edition: Edition, dated: Dated) -> Text:
    """What an edition says."""
    id_ = edition.edition_id
    return Text(
        id_,
        edition.nature,
        edition.stub,
        edition.withdrawn,
        edition.amends,
        edition.follows,
        dated.numbers.get(id_),
        dated.concluded.get(id_),
        edition.content,
        edition.signatures,
        dated.leavings.get(id_, _NOBODY),
    )


def edition_shown(text: Text) -> dict[str, Any]:
    """An edition as lists show it."""
    return {**_said(text.content), **_around(text)}


def _said(content: Content) -> dict[str, Any]:
    return {part: content[part] for part in LISTED}


def _around(text: Text) -> dict[str, Any]:
    """What there is to an edition beside its content."""
    return {
        "edition_id": text.edition_id,
        "number": text.number,
        "nature": text.nature,
        "stub": text.stub,
        "withdrawn": text.withdrawn,
        "amends": text.amends,
        "follows": text.follows,
        "signed_on": days_shown(text.signed_on),
        "signatures": [signature_shown(signature) for signature in text.signatures],
        "leaving": {party_id: days_shown(days) for party_id, days in text.leaving.items()},
    }


def signature_shown(signature: Signature) -> dict[str, Any]:
    """A signature as people see it."""
    return {
        "party_id": signature.party_id,
        "name": signature.name,
        "office": signature.office,
        "place": signature.place,
        "signed_on": signature.signed_on,
    }


def days_shown(days: Days | None) -> dict[str, str] | None:
    """The days that a date may mean."""
    return None if days is None else {"earliest": days.earliest.isoformat(), "latest": days.latest.isoformat()}


def _working(edition: Edition) -> dict[str, Any]:
    at, missing = whereabouts(edition)
    return {
        "edition_id": edition.edition_id,
        "nature": edition.nature,
        "stage": at,
        "awaited": missing,
        "plans": edition.plans,
    }


def _row(text: Text, said: str) -> tuple[Any, ...]:
    """The row of an edition; its content is long, and made into JSON once for all signatures that follow."""
    renewed = text.signed_on if text.number not in (None, "1") and text.amends is None else None
    return (
        text.edition_id,
        f"{said[:-1]},{to_json(_around(text))[1:]}",
        renewed.earliest.toordinal() if renewed else None,
        renewed.latest.toordinal() if renewed else None,
    )


def _facets(edition_id: str, found: Iterable[tuple[str, str]]) -> tuple[Facet, ...]:
    """Each facet and value that the edition has, once."""
    return tuple([(facet, value, edition_id) for facet, value in dict.fromkeys(found)])


def _stated(text: Text) -> Iterator[tuple[str, str]]:
    for party in text.content["parties"] or ():
        if party["partner_id"]:
            yield "partner", party["partner_id"]
    for area in text.content["areas"] or ():
        yield "area", area["area"]
    for partner_id, day in _left(text):
        yield "left", f"{partner_id} {day.isoformat()}"


def _prepared(text: Text, working: dict[str, Any]) -> Iterator[tuple[str, str]]:
    """What an edition in preparation is found by besides."""
    for one in working["awaited"]:
        yield "awaited", one["approval"]
    for plan in working["plans"]:
        yield "planned", _planned(plan["planned_for"])
    if text.nature in ("renewal", "amendment"):
        yield "proposed", text.nature


def _left(text: Text) -> Iterator[tuple[str, date]]:
    """The partners all of whose parties leave, and the first day on which it is certain that all of them are out."""
    stays: dict[str, date] = {}
    for party in text.content["parties"] or () if text.leaving else ():
        out = text.leaving.get(party["party_id"])
        last = END_OF_TIME if out is None else out.latest
        stays[party["partner_id"]] = max(last, stays.get(party["partner_id"], last))
    return ((partner_id, day) for partner_id, day in stays.items() if day < END_OF_TIME)


def _planned(day: str | None) -> str:
    """The first day that it may be, in an order in which an unknown one comes last."""
    return "unknown" if day is None else parse_partial(day).earliest.isoformat()
