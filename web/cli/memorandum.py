"""Questions about one memorandum: its history, its editions and what changed between them."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import click

from application.paging import LONGEST_PAGE
from web.called import names_in_history
from web.cli import naming
from web.cli.acting import AS_JSON, using
from web.cli.asking import KNOWN_AT
from web.cli.listing import Bounded
from web.cli.office import Office, pass_office
from web.cli.rows import edition_columns, show_table
from web.cli.showing import RECORD
from web.wording import changes, dates, fields, history, terms, values
from web.wording.language import gettext as _
from web.wording.names import Names

CHAPTERS = ("drafting", "signing", "renewing", "paper", "ending", "keeping", "correcting")
Document = Mapping[str, Any]


@click.command("history")
@using(
    RECORD,
    click.option("--chapter", "chapters", type=click.Choice(CHAPTERS), multiple=True, help="Only these chapters."),
    click.option("--newest-first", is_flag=True, help="Begin with the last entry."),
    click.option("--limit", type=Bounded(1, LONGEST_PAGE), default=200, show_default=True, help="At most so many."),
    click.option("--after", type=Bounded(min=0), metavar="VERSION", help="Go on after this entry."),
    KNOWN_AT,
    AS_JSON,
)
@pass_office
def history_(office: Office, *, record: str, **asked: Any) -> None:
    """Tell what happened to a memorandum, entry by entry, with what was before and after."""
    found = naming.memorandum(office, record)
    told = office.bitim.history.of(found, **asked)

    def say() -> None:
        names = names_in_history(office.bitim, office.bitim.editions.list(found), told["items"])
        for entry in told["items"]:
            tell(office, entry, names)
        if told["after"] is not None:
            office.show.line(_("There is more: --after %(key)s", key=told["after"]))

    office.answer(told, say)


def tell(office: Office, entry: Document, names: Names) -> None:
    """An entry of a history."""
    when = {
        "occurred": dates.partial(entry["occurred_on"], entry["certainty"]),
        "recorded": dates.instant(entry["recorded_at"], office.bitim.settings.zone),
        "actor": entry["actor"],
    }
    office.show.heading(f"{entry['version']}. {history.sentence(entry, names)}")
    office.show.line("   " + _("%(occurred)s; recorded %(recorded)s by %(actor)s", **when))
    if entry["source"]:
        office.show.line("   " + _("Source: %(source)s", source=fields.value("source", entry["source"], names)))
    if entry["reason"]:
        office.show.line("   " + _("Reason: %(reason)s", reason=entry["reason"]))
    for change in history.changes(entry, names):
        if entry["version"] == 1:  # before it there was nothing
            office.show.line(f"   {change.label}: {change.after}")
            continue
        said = _(
            "%(label)s: %(before)s → %(after)s", label=change.label, before=change.before or "–", after=change.after
        )
        office.show.line("   " + said)
    for remark in (*history.standings(entry), *history.remarks(entry, names)):
        office.show.line("   " + remark)


@click.command("editions")
@using(RECORD, KNOWN_AT, AS_JSON)
@pass_office
def editions(office: Office, *, record: str, **asked: Any) -> None:
    """List the editions of a memorandum."""
    found = office.bitim.editions.list(naming.memorandum(office, record), **asked)
    columns = (*edition_columns(), (_("Term"), lambda one: terms.term(one["term"])))
    office.answer(found, lambda: show_table(office, columns, found))


@click.command("changes")
@using(
    RECORD,
    click.argument("old", metavar="[OLD]", required=False),
    click.argument("new", metavar="[NEW]", required=False),
    KNOWN_AT,
    AS_JSON,
)
@pass_office
def changes_(office: Office, *, record: str, old: str | None, new: str | None, **asked: Any) -> None:
    """Tell what changed between two editions, by number or id; the last two, if none are named."""
    found = naming.memorandum(office, record)
    known = office.bitim.editions.list(found, **asked)
    pair = naming.two_editions(office, found, old, new)
    compared = office.bitim.editions.compare(found, *pair, **asked)

    def say() -> None:
        for said in changes.sentences(compared["changes"], Names.of(known)) or [_("Nothing has changed.")]:
            office.show.line(said)
        for change in compared["changes"]:
            _show_clauses(office, change)

    office.answer(compared, say)


def _show_clauses(office: Office, change: Document) -> None:
    clauses = [clause for clause in change.get("clauses") or () if clause["change"] != "same"]
    if clauses:
        office.show.line()
        office.show.heading(_("Text in %(language)s", language=values.language(change["language"])))
    for clause in clauses:
        if clause["before"]:
            office.show.line(f"- {clause['before']}")
        if clause["after"]:
            office.show.line(f"+ {clause['after']}")


COMMANDS = (history_, editions, changes_)
