"""The history of a memorandum."""

from __future__ import annotations

from web.schemas.fields import Anything, ByName, Flag, Number, Text
from web.schemas.shown.basics import Shown, SourceShown, day, instant, one_or_none, partial, several


class Changed(Shown):
    """A value that an event changed."""

    path = Text("Which: editions.e1.titles.en, owner.")
    before = Anything("The value before; null: none.", allow_none=True)
    after = Anything("The value after; null: none.", allow_none=True)


class Shift(Shown):
    """Days whose standing an event changed, as known then."""

    first = day("The first of them.")
    until = day("The last of them; null: without end.")
    before = Text("How it stood.", allow_none=True)
    after = Text("How it stands.", allow_none=True)


class CorrectedBy(Shown):
    """A later statement that an entry was wrong."""

    version = Number("Its version.")
    field = Text("Which field.")
    value = Anything("What it should read.", allow_none=True)
    holds = Flag("Whether it still holds.")


class Entry(Shown):
    """An event, with what it changed and what later ones made of it."""

    version = Number("The version that it gave the record.")
    topic = Text("What happened.")
    chapter = Text("Of which chapter it is.")
    occurred_on = partial("When it happened.")
    certainty = Text("Whether the source states that day.", enum=["stated", "inferred"])
    recorded_at = instant("When it was recorded.")
    actor = Text("Who recorded it.")
    source = one_or_none(SourceShown, "On what ground.")
    reason = Text("Why.")
    data = ByName(Anything("A value.", allow_none=True), "The event's own fields, as recorded.")
    reads = ByName(Anything("A value.", allow_none=True), "Those that read otherwise after corrections.")
    changes = several(Changed, "The values that it changed.")
    standings = several(Shift, "The days whose standing it changed.")
    corrected_by = several(CorrectedBy, "The corrections of it.")
    retracted_by = Number("The version by which it was retracted.", allow_none=True)
    untrue = Flag("Whether it was written down by the sweep and later knowledge has made it untrue.")


class History(Shown):
    """What happened to a record, all of it."""

    items = several(Entry, "The entries.")
    after = Number("The version after which the next page begins; null: this is the last one.", allow_none=True)
    version = Number("The version that the record has now.")
    known_at = instant("The instant whose knowledge answers; null: now.", allow_none=True)
