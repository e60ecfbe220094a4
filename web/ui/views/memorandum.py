"""One memorandum: how it stands and why, what comes next, its parties, signatories, editions and documents."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from application.bitim import Bitim
from web.called import names_in_history
from web.ui.asking import Question, Time
from web.ui.views.caseload import OnMemorandum, on_memorandum
from web.ui.views.chain import Link, chain, edition_name
from web.ui.views.drawing import Drawing, draw
from web.ui.views.entries import EntryView, entry
from web.ui.views.head import Head, head
from web.wording import dates, fields, stages, standing, terms, values
from web.wording.language import capital
from web.wording.language import gettext as _
from web.wording.names import Names
from web.wording.signatories import Signatory, signatories
from web.wording.why import why

LATEST = 4
"""Entries of the history that the page itself shows."""

Document = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Side:
    """A party."""

    partner_id: str | None
    name: str
    ours: bool
    number: str


@dataclass(frozen=True, slots=True)
class Coming:
    """Something that comes: what, when, and how far away that is."""

    what: str
    when: str
    distance: str


@dataclass(frozen=True, slots=True)
class Kept:
    """A document."""

    sha256: str
    name: str
    label: str
    about: str


@dataclass(frozen=True, slots=True)
class Contact:
    """An office of a party that is to be asked in one matter."""

    party: str
    role: str
    office: str
    email: str


@dataclass(frozen=True, slots=True)
class Tie:
    """Another memorandum that this one is tied to, and what it is to this one."""

    memorandum_id: str
    what: str
    reference: str
    kind: str


@dataclass(frozen=True, slots=True)
class MemorandumView:
    """The page of one memorandum."""

    time: Time
    head: Head
    standing: str
    sentence: str
    why: list[str]
    coming: list[Coming]
    drawing: Drawing | None
    sides: list[Side]
    facts: list[tuple[str, str]]
    signatories: list[Signatory]
    chain: list[Link]
    latest: list[EntryView]
    contacts: list[Contact]
    documents: list[Kept]
    notes: list[str]
    ties: list[Tie]
    mobility: OnMemorandum


def load(bitim: Bitim, memorandum_id: UUID, question: Question) -> MemorandumView:
    """The page of one memorandum.

    Raises:
        NotFound: no memorandum has this id.
        Invalid: a time out of form.
    """
    time = question.time
    document = bitim.register.get(memorandum_id, as_of=time.as_of, known_at=time.known_at)
    names = Names.of_memorandum(document)
    edition = document["edition"] or {}
    return MemorandumView(
        time=time,
        head=head(document),
        standing=document["standing"] or document["no_standing"],
        sentence=standing.sentence(document),
        why=why(document, names),
        coming=_coming(document, time.day, names),
        drawing=draw(document["timeline"], time.day, names),
        sides=_sides(edition, document, names),
        facts=_facts(document, edition, names),
        signatories=signatories(edition, names),
        chain=chain(document, names),
        latest=_latest(bitim, document, time),
        contacts=[_contact(one, names) for one in document["contacts"]],
        documents=[_kept(one, names) for one in document["documents"]],
        notes=list(document["notes"]),
        ties=[_tie(one) for one in document["links"]],
        mobility=on_memorandum(bitim, memorandum_id, time),
    )


def _latest(bitim: Bitim, document: Document, time: Time) -> list[EntryView]:
    told = bitim.history.of(UUID(document["id"]), known_at=time.known_at, limit=LATEST, newest_first=True)["items"]
    names = names_in_history(bitim, document["editions"], told, known_at=time.known_at)
    return [entry(one, names, time.zone) for one in told]


def _coming(document: Document, day: date, names: Names) -> list[Coming]:
    """What comes, by its day; what is in preparation, last."""
    dated = [*_of_the_period(document, day), *_after_it(document, day)]
    return [coming for _day, coming in sorted(dated, key=lambda one: one[0])] + _in_preparation(document, names)


def _of_the_period(document: Document, day: date) -> Iterator[tuple[str, Coming]]:
    last, until = document["objection_on"], document["until"]
    if last and last >= day.isoformat():
        yield last, Coming(_("Last day to object to the renewal"), dates.day(last), dates.countdown(last, day))
    if until:
        known = until["earliest"] == until["latest"]
        said = dates.days(until["earliest"], until["latest"])
        distance = dates.countdown(until["latest"], day) if known else _("not known to the day")
        yield until["latest"], Coming(_("Last day of the running period"), said, distance)


def _after_it(document: Document, day: date) -> Iterator[tuple[str, Coming]]:
    following = standing.after_period(document)
    if following:
        first, word = following["first"], values.standing(following["standing"])
        yield first, Coming(_("Then: %(standing)s", standing=word), dates.from_(first), dates.countdown(first, day))


def _in_preparation(document: Document, names: Names) -> list[Coming]:
    working = document["working"]
    if not working:
        return []
    awaited = stages.awaited(working["awaited"], names)
    what = _("%(edition)s in preparation", edition=edition_name(working["edition_id"], names))
    return [Coming(what, stages.stage(working), _("waits for: %(awaited)s", awaited=awaited))]


def _sides(edition: Document, document: Document, names: Names) -> list[Side]:
    numbers = document["partner_references"] or {}
    return [
        Side(party["partner_id"], names.party(party), party["ours"], numbers.get(party["party_id"], ""))
        for party in edition.get("parties") or ()
    ]


def _facts(document: Document, edition: Document, names: Names) -> list[tuple[str, str]]:
    if not document["reference"]:
        return []
    return [
        (_("Areas of cooperation"), fields.value("areas", edition.get("areas"), names)),
        (_("Term"), terms.term(edition.get("term"))),
        (_("Day of effect"), fields.value("effective_on", edition.get("effective_on"), names)),
        (_("Owner"), values.person(document["owner"])),
    ]


def _contact(given: Document, names: Names) -> Contact:
    party, role = names.party_called(given["party_id"]), values.contact_role(given["role"])
    return Contact(party, role, given["office"], given["email"])


def _tie(given: Document) -> Tie:
    return Tie(given["memorandum_id"], values.link(given["link"]), given["reference"], values.kind(given["kind"]))


def _kept(given: Document, names: Names) -> Kept:
    label = given["label"] or given["filename"]
    about = [names.edition(given["edition_id"]), values.size(given["size"])]
    if given["language"]:
        about.insert(0, values.language(given["language"]))
    return Kept(given["sha256"], given["filename"], capital(label), ", ".join(about))
