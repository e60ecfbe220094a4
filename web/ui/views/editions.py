"""The editions of a memorandum in full, and what changed from one to the next."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from application.bitim import Bitim
from web.ui.asking import Question, Time
from web.ui.views.chain import edition_name, in_effect
from web.ui.views.head import Head, head
from web.ui.views.texts import Difference, Text, difference, texts
from web.wording import fields, stages
from web.wording.language import gettext as _
from web.wording.names import Names
from web.wording.natures import nature
from web.wording.signatories import Signatory, signatories
from web.wording.titles import Title, title

Document = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class EditionView:
    """One edition in full; ``difference`` is what changed against the one it follows or amends."""

    edition_id: str
    name: str
    nature: str
    stage: str
    withdrawn: bool
    title: Title
    facts: list[tuple[str, str]]
    signatories: list[Signatory]
    texts: list[Text]
    difference: Difference | None


@dataclass(frozen=True, slots=True)
class EditionsView:
    """The page of the editions: each of them, and a comparison of two where one was asked for."""

    time: Time
    head: Head
    editions: list[EditionView]
    choices: list[tuple[str, str]]
    compared: tuple[str, str]
    comparison: Difference | None


def load(bitim: Bitim, memorandum_id: UUID, question: Question) -> EditionsView:
    """The page of the editions, the newest first; ``old`` and ``new`` ask for two of them to be compared.

    Raises:
        NotFound: no memorandum has this id.
        Invalid: a time out of form, an edition that it has not.
    """
    time = question.time
    document = bitim.register.get(memorandum_id, as_of=time.as_of, known_at=time.known_at)
    editions = document["editions"]
    names, ids = Names.of(editions), tuple(edition["edition_id"] for edition in editions)
    old, new = question.one_of("old", ids), question.one_of("new", ids)
    compare = _Comparing(bitim, memorandum_id, names, time)
    return EditionsView(
        time=time,
        head=head(document),
        editions=[_edition(one, document["kind"], names, compare) for one in reversed(editions)],
        choices=[(one, edition_name(one, names)) for one in ids],
        compared=(old or ids[0], new or ids[-1]) if ids else ("", ""),
        comparison=compare(old, new) if old and new else None,
    )


@dataclass(frozen=True, slots=True)
class _Comparing:
    """Compares editions of one memorandum, as known then."""

    bitim: Bitim
    memorandum_id: UUID
    names: Names
    time: Time

    def __call__(self, old: str, new: str) -> Difference:
        found = self.bitim.editions.compare(self.memorandum_id, old, new, known_at=self.time.known_at)
        return difference(found["changes"], self.names, self.names.edition(old), self.names.edition(new))


def _edition(given: Document, kind: str, names: Names, compare: _Comparing) -> EditionView:
    before = given["amends"] or given["follows"]
    return EditionView(
        edition_id=given["edition_id"],
        name=edition_name(given["edition_id"], names),
        nature=nature(given),
        stage=stages.stage(given),
        withdrawn=given["withdrawn"],
        title=title(given, kind),
        facts=_facts(given, names),
        signatories=signatories(given, names),
        texts=texts(given["texts"]),
        difference=compare(before, given["edition_id"]) if before else None,
    )


def _facts(given: Document, names: Names) -> list[tuple[str, str]]:
    facts = [(fields.label(part), fields.value(part, given[part], names)) for part in ("parties", "areas", "term")]
    if given["effective"]:
        facts.append((_("When"), in_effect(given)))
    if given["awaited"]:
        facts.append((_("Waits for"), stages.awaited(given["awaited"], names)))
    if given["approvals"]:
        facts.append((_("Approvals"), "; ".join(stages.approvals(given, names))))
    facts += [(_("Planned signing"), fields.plan(plan)) for plan in given["plans"]]
    return facts
