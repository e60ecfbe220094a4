"""Memorandums: rows of lists, and one in full."""

from __future__ import annotations

from domain.memorandum.keeping import CONTACT_ROLES
from web.schemas.fields import ByName, Flag, Id, Number, Part, Text
from web.schemas.shown.basics import (
    Awaited,
    Cause,
    Days,
    Shown,
    day,
    instant,
    one_or_none,
    partial,
    several,
    texts,
)
from web.schemas.shown.edition import Document, Edition, EditionInEffect, ListedEdition, Plan

STANDINGS = [
    "in_preparation",
    "signed",
    "in_force",
    "suspended",
    "expired",
    "terminated",
    "superseded",
    "withdrawn",
    "undetermined",
]


class Row(Shown):
    """A memorandum in a list: how it stood on the day asked, as known at the instant asked."""

    id = Id("Its id.")
    reference = Text("Its number.", allow_none=True)
    kind = Text("Its kind.", allow_none=True)
    owner = Text("Who is answerable for it.", allow_none=True)
    archived = Flag("Whether it is in the archive.")
    stage = Text("Where the working text stands.", allow_none=True)
    awaited = several(Awaited, "What the working text waits for.")
    framework_id = Id("The framework agreement that it is under.", allow_none=True)
    superseded_by = Id("The memorandum that took over.", allow_none=True)
    standing = Text("How it stands.", allow_none=True, enum=STANDINGS)
    candidates = texts("The standings that are possible; several, if it is undetermined.")
    since = one_or_none(Days, "The first day of this standing, or of the running period.")
    until = one_or_none(Days, "The last day of the running period; null: no known end.")
    period = Number("How many times it was tacitly renewed.", allow_none=True)
    cause = one_or_none(Cause, "What makes it so.")
    objection_on = day("The last day on which an objection stops the next tacit renewal.")
    edition = one_or_none(ListedEdition, "The edition that it rests on.")
    editions_possible = texts("The editions that it may rest on.")


class Page(Shown):
    """A page of memorandums."""

    items = several(Row, "The rows.")
    after = Text("The key with which the next page begins; null: this is the last one.", allow_none=True)
    as_of = day("The day asked about.")
    known_at = instant("The instant whose knowledge answers; null: now.", allow_none=True)


class Summary(Shown):
    """How many memorandums have each standing."""

    standings = ByName(Number("How many."), "By standing.")
    total = Number("In all.")
    as_of = day("The day asked about.")
    known_at = instant("The instant whose knowledge answers; null: now.", allow_none=True)


class Ground(Shown):
    """An event that a standing rests on."""

    version = Number("Its version.")
    topic = Text("What happened.")
    occurred_on = partial("When.")
    recorded_at = instant("When it was recorded.")


class Next(Shown):
    """What follows on a standing."""

    on = day("From which day.")
    standing = Text("How it stands then.", enum=STANDINGS)


class Open(Shown):
    """What is not known to the day."""

    edition_id = Text("Of which edition.")
    part = Text("Which part.")
    days = one_or_none(Days, "The days that it may mean.")


class Why(Shown):
    """Why it stands as it does."""

    code = Text("What makes it so.", allow_none=True)
    edition_id = Text("The edition that it rests on.", allow_none=True)
    rests_on = several(Ground, "The events that it rests on.")
    period = Number("How many times it was tacitly renewed.", allow_none=True)
    until = one_or_none(Days, "The last day of the running period.")
    days_left = Number("Until that day.", allow_none=True)
    objection_on = day("The last day to object.")
    next = one_or_none(Next, "What follows.")
    undetermined_because = several(Open, "What would have to be known.")


class Interval(Shown):
    """Days with one standing."""

    first = day("The first of them.")
    until = day("The last of them; null: without end.")
    standing = Text("How it stands.", enum=STANDINGS)
    candidates = texts("The standings that are possible.")
    edition_id = Text("The edition that it rests on.", allow_none=True)
    editions = texts("The editions that it may rest on.")
    period = Number("How many times it was tacitly renewed.", allow_none=True)
    period_until = one_or_none(Days, "The last day of the period.")
    cause = one_or_none(Cause, "What makes it so.")


class Lapse(Shown):
    """Days between two editions."""

    first = day("The first of them.")
    until = day("The last of them.")


class Amendment(Shown):
    """An amendment of an edition in the renewal chain."""

    edition_id = Text("Its id.")
    effective = one_or_none(Days, "Its first day in force.")
    until = one_or_none(Days, "Its last day in force.")


class Link(Shown):
    """An edition in the renewal chain."""

    edition_id = Text("Its id.")
    number = Text("Its number.")
    nature = Text("What kind of edition.")
    stub = Flag("Whether little more is known than that it existed.")
    signed_on = one_or_none(Days, "When it was concluded.")
    effective = one_or_none(Days, "Its first day in force.")
    until = one_or_none(Days, "Its last day in force.")
    ended_by = Text("What ended it.", allow_none=True)
    lapse_before = Number("How many days nothing was in force before it.", allow_none=True)
    lapse = one_or_none(Lapse, "Which days.")
    amendments = several(Amendment, "Its amendments.")


class Tie(Shown):
    """Another memorandum that it is tied to."""

    link = Text(
        "What the other is to it: its framework, an agreement under it, what took over, what it took over from.",
        enum=["framework", "agreement", "superseded_by", "supersedes"],
    )
    memorandum_id = Id("Which.")
    reference = Text("Its number.")
    kind = Text("Its kind.")


class Working(Shown):
    """A text in preparation."""

    edition_id = Text("Its edition.")
    nature = Text("What kind of edition.")
    stage = Text("Where it stands.")
    awaited = several(Awaited, "What it waits for.")
    plans = several(Plan, "Intended signings.")


class Possible(Shown):
    """A command that is possible next; a guard may still refuse it for what it is told."""

    command = Text("The command.")
    edition_id = Text("The edition that it is about, if it is about one.", allow_none=True)
    href = Text("Where it is sent.")


class Contact(Shown):
    """An office of a party that is to be asked in one matter."""

    party_id = Text("The party.")
    role = Text("The matter.", enum=list(CONTACT_ROLES))
    office = Text("What it is called.")
    email = Text("Its address; empty, if it is not known.")


class Memorandum(Row):
    """One memorandum in full."""

    edition = one_or_none(EditionInEffect, "The edition that it rests on.")
    no_standing = Text("Why it has none.", allow_none=True, enum=["not_begun", "not_in_register"])
    version = Number("Its version now, as the ETag has it.")
    version_known = Number("Its version as known then; 0, if it was not in the register.")
    as_of = day("The day asked about.")
    known_at = instant("The instant whose knowledge answers; null: now.", allow_none=True)
    request_id = Id("The request that it answers.", allow_none=True)
    partner_references = ByName(Text("The number."), "The numbers under which other parties keep it, by party.")
    contacts = several(Contact, "Whom to ask.")
    notes = texts("Notes.")
    documents = several(Document, "Documents.")
    why = one_or_none(Why, "Why it stands so.")
    current = Text("The edition in effect.", allow_none=True)
    next = Text("A later edition that is concluded.", allow_none=True)
    timeline = several(Interval, "How it stands from day to day, into the future.")
    editions = several(Edition, "Its editions.")
    working = one_or_none(Working, "The text in preparation.")
    chain = several(Link, "The renewal chain.")
    links = several(Tie, "The memorandums that it is tied to.")
    commands = several(Possible, "What is possible next.")


class Due(Row):
    """A term that runs out."""

    days_left = Number("Until its last day.")
    certain = Flag("Whether that day is known.")


class Objectable(Row):
    """A tacit renewal that can still be stopped."""

    object_by = day("The last day to object.")
    days_left = Number("Until the last day to object.")


class Proposed(Row):
    """A memorandum of which a renewal or amendment is in preparation."""

    proposal = Part(Working, "The text in preparation.")


class AwaitingText(Working):
    """A text that waits for somebody."""

    since = instant("Since when.")


class Waiting(Row):
    """A memorandum with a text that waits for somebody."""

    working = Part(AwaitingText, "The text.")


class Turning(Row):
    """A memorandum that ends or is tacitly renewed."""

    on = day("On which day: the last one, or the first of the new period.")


class LastActivity(Shown):
    """What happened last under a memorandum."""

    kind = Text("A mobility case, or an agreement under it.", enum=["case", "agreement"])
    id = Id("Which.")
    days = Part(Days, "On which day: the last day of a stay, or of conclusion.")


class Dormant(Row):
    """A memorandum in force under which nothing happens."""

    last_activity = one_or_none(LastActivity, "What happened last; null: nothing ever did.")
    quiet_since = Part(Days, "The day of that, or of its conclusion, if that was later.")
    dormant = Text("How sure it is that so many months have passed.", enum=["certain", "possible"])


class DormantPage(Page):
    """A page of dormant memorandums."""

    items = several(Dormant, "The one entered last first.")
    months = Number("For how many months nothing has happened.")
