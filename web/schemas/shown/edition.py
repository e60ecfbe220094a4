"""Editions, and what changed between two of them."""

from __future__ import annotations

from domain.memorandum.content import PARTS
from web.schemas.fields import Anything, ByName, Flag, Form, Items, Number, Part, Text
from web.schemas.shown.basics import (
    EDITION_ID,
    AreaShown,
    Awaited,
    ConditionShown,
    Days,
    Shown,
    Side,
    SignatureShown,
    TermShown,
    one_or_none,
    partial,
    several,
)

NATURES = ["first", "renewal", "amendment", "paper"]


def _by_language(description: str) -> ByName:
    return ByName(Text("In this language."), description, allow_none=True)


class Plan(Shown):
    """An intended signing."""

    event = Text("The forum, visit or ceremony.")
    place = Text("Where.")
    planned_for = partial("When.")


class Document(Shown):
    """A document that is attached."""

    edition_id = Text("To which edition.")
    sha256 = Text("The digest of its bytes.")
    filename = Text("Its name.")
    media_type = Text("Its type.")
    size = Number("Its bytes.")
    label = Text("What it is.")
    language = Text("Of its text.", allow_none=True)


class ListedEdition(Shown):
    """An edition as lists show it; a part that is null is not known."""

    edition_id = Text("Its id, for ever.", pattern=EDITION_ID)
    number = Text("Its number: 1, 2, 2.1; null, if it was withdrawn.", allow_none=True)
    nature = Text("What kind of edition.", enum=NATURES)
    stub = Flag("Whether little more is known than that it existed.")
    withdrawn = Flag("Whether it was withdrawn.")
    amends = Text("The edition that it amends.", allow_none=True)
    follows = Text("The edition that it renews.", allow_none=True)
    titles = _by_language("Titles by language.")
    parties = several(Side, "The parties.", allow_none=True)
    areas = several(AreaShown, "The areas of cooperation.", allow_none=True)
    term = one_or_none(TermShown, "The term; null: not settled, or not known.")
    effective_on = partial("The first day in force, as stated.")
    conditions = several(ConditionShown, "The places a year that it grants.")
    signed_on = one_or_none(Days, "When it was concluded; null, if it is not.")
    signatures = several(SignatureShown, "The signatures.")
    leaving = ByName(Part(Days, "The first day out."), "The parties that leave it alone.")


class EditionInEffect(ListedEdition):
    """The edition that a standing rests on, with its texts."""

    texts = _by_language("Texts by language.")


class Approval(Shown):
    """A decision on one exact content."""

    by = Text("By whom: ours, a party, or role:legal.")
    version = Number("The version of its event.")
    counts = Flag("Whether the content is still the one that was approved.")


class RecordedSignature(SignatureShown):
    """A signature, and its entry in the history."""

    version = Number("The version of its event.")


class Edition(EditionInEffect):
    """An edition in full."""

    stage = Text("Where the text stands.")
    awaited = several(Awaited, "What it waits for.")
    outside = Flag("Whether it was signed outside the planned way.")
    effective = one_or_none(Days, "The first day in force.")
    until = one_or_none(Days, "The last day in force.")
    content_hash = Text("SHA-256 of its content.")
    approvals = several(Approval, "Approvals and clearances, those that no longer count among them.")
    signatures = several(RecordedSignature, "The signatures.")
    plans = several(Plan, "Intended signings.")
    documents = several(Document, "Its documents.")


class Editions(Shown):
    """The editions of a memorandum."""

    items = several(Edition, "By number; those that were withdrawn come last.")


class Documents(Shown):
    """The documents of a memorandum."""

    items = several(Document, "In the order in which they were attached.")


class Words(Shown):
    """Words that stay, come or go."""

    change = Text("What becomes of them.", enum=["same", "added", "removed"])
    text = Text("The words.")


class Clause(Form):
    """A clause that stays, changes, comes or goes."""

    change = Text("What becomes of it.", required=True, enum=["same", "changed", "added", "removed"])
    before = Anything("The clause before.", allow_none=True)
    after = Anything("The clause after.", allow_none=True)
    words = Items(Part(Words, "Words."), "Of a changed one: which words.")


class Change(Form):
    """What changed in one part of a content; a part not known before has become known, not been added."""

    part = Text("Which part.", required=True, enum=list(PARTS))
    change = Text("What.", required=True, enum=["added", "removed", "changed", "now_known", "not_known"])
    language = Text("Of a title or text: which one.")
    party_id = Text("Of a party: which one.")
    area = Text("Of an area: which one.")
    before = Anything("The value before.", allow_none=True)
    after = Anything("The value after.", allow_none=True)
    clauses = Items(Part(Clause, "A clause."), "Of a text: its clauses.")


class EditionNamed(Shown):
    """An edition by id and number."""

    edition_id = Text("Its id.")
    number = Text("Its number.", allow_none=True)


class Changes(Shown):
    """What changed from one edition to another."""

    from_ = Part(EditionNamed, "From which.", data_key="from", attribute="from")
    to = Part(EditionNamed, "To which.")
    changes = several(Change, "What changed, part by part.")
