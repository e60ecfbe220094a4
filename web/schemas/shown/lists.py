"""The office's other lists."""

from __future__ import annotations

from web.schemas.fields import ByName, Id, Number, Part, Text
from web.schemas.shown.basics import Days, Shown, day, instant, one_or_none, partial, several
from web.schemas.shown.edition import Change, ListedEdition
from web.schemas.shown.memorandum import Due, Objectable, Page, Proposed, Turning, Waiting


class _Answer(Shown):
    as_of = day("The day asked about.")
    known_at = instant("The instant whose knowledge answers; null: now.", allow_none=True)


class TermsDue(_Answer):
    """Terms that run out."""

    items = several(Due, "The first to end comes first.")
    days = Number("Within how many days.")


class Objections(_Answer):
    """Objection dates."""

    items = several(Objectable, "The first to come comes first.")
    days = Number("Within how many days.")


class Proposals(_Answer):
    """Renewals and amendments in preparation."""

    items = several(Proposed, "The one entered last comes first.")


class Renewed(Shown):
    """A memorandum renewed in an updated form."""

    id = Id("Its id.")
    reference = Text("Its number.")
    kind = Text("Its kind.")
    owner = Text("Who is answerable for it.")
    edition = Part(ListedEdition, "The new edition.")
    follows = Text("The edition before; null, if it is not known.", allow_none=True)
    signed_on = one_or_none(Days, "When it was concluded.")
    changes = several(Change, "What changed, but for the texts.")


class Updated(Shown):
    """What was renewed in an updated form in a period."""

    updated = several(Renewed, "Certainly in it.")
    possible = several(Renewed, "Possibly in it, as the day is uncertain.")
    first = day("The first day of the period.")
    last = day("Its last day.")
    known_at = instant("The instant whose knowledge answers; null: now.", allow_none=True)


class Forecast(Shown):
    """What stands on a day if nobody acts."""

    today = day("Today.")
    day = day("The day.")
    standings = ByName(Number("How many."), "How many memorandums have each standing then.")
    ends = several(Turning, "What ends by then.")
    renews = several(Turning, "What is tacitly renewed by then.")
    known_at = instant("The instant whose knowledge answers; null: now.", allow_none=True)


class Counts(Shown):
    """How many texts wait for what."""

    submission = Number("To be submitted.")
    clearance = Number("For a role on the review route.")
    ours = Number("For our approval.")
    partner = Number("For a partner's approval.")
    signature = Number("For a signature.")


class WaitingPage(Page):
    """A page of memorandums whose text waits for somebody."""

    items = several(Waiting, "The rows.")


class PlannedSigning(Shown):
    """An intended signing."""

    memorandum_id = Id("Of which memorandum.")
    reference = Text("Its number.")
    owner = Text("Who is answerable for it.")
    edition_id = Text("Of which edition.")
    event = Text("The forum, visit or ceremony.")
    place = Text("Where.")
    planned_for = partial("When.")
    days = Part(Days, "The days that this may mean.")


class PlannedSignings(Shown):
    """Intended signings of what is not concluded."""

    items = several(PlannedSigning, "The first to come comes first.")
    known_at = instant("The instant whose knowledge answers; null: now.", allow_none=True)
