"""Questions about what is due: renewals, the forecast, and what waits for somebody."""

from __future__ import annotations

from typing import Any

import click

from domain.activity.dormancy import MONTHS, MOST_MONTHS
from web.cli.acting import AS_JSON, using
from web.cli.asking import AS_OF, DAYS, KNOWN_AT, LIMIT, OWNER, PAGE
from web.cli.listing import Bounded, Shelf
from web.cli.office import Office, pass_office
from web.cli.rows import Row, days, in_days, on, others, show_next, show_rows, show_table, waits_for
from web.wording import activities, changes, dates, natures, stages, values
from web.wording.language import gettext as _
from web.wording.names import Names

APPROVALS = ("submission", "clearance", "ours", "partner", "signature")


@click.group("renewals", cls=Shelf, invoke_without_command=True)
@AS_JSON
@click.pass_context
def renewals(context: click.Context) -> None:
    """Ask what must be renewed (`due`, if nothing else is named), what is being renewed, and what was."""
    if context.invoked_subcommand is None:
        context.invoke(due, days=90, limit=50)


@renewals.command("due")
@using(DAYS, OWNER, AS_OF, KNOWN_AT, LIMIT, AS_JSON)
@pass_office
def due(office: Office, **asked: Any) -> None:
    """List what ends within some days, with nothing concluded to follow."""
    found = office.bitim.renewals.due(**asked)
    office.answer(found, lambda: show_rows(office, found["items"], (_("Days left"), in_days), as_of=found["as_of"]))


@renewals.command("objections")
@using(DAYS, OWNER, AS_OF, KNOWN_AT, LIMIT, AS_JSON)
@pass_office
def objections(office: Office, **asked: Any) -> None:
    """List the tacit renewals that can still be stopped, by the last day for it."""
    found = office.bitim.renewals.objections(**asked)
    columns = ((_("Object by"), on("object_by")), (_("Days left"), in_days))
    office.answer(found, lambda: show_rows(office, found["items"], *columns, as_of=found["as_of"]))


@renewals.command("proposals")
@using(AS_OF, KNOWN_AT, LIMIT, AS_JSON)
@pass_office
def proposals(office: Office, **asked: Any) -> None:
    """List the renewals and amendments in preparation."""
    found = office.bitim.renewals.proposals(**asked)
    columns = (
        (_("In preparation"), lambda row: natures.nature(row["proposal"])),
        (_("Stage"), lambda row: stages.stage(row["proposal"])),
    )
    office.answer(found, lambda: show_rows(office, found["items"], *columns, as_of=found["as_of"]))


@renewals.command("lapsed")
@using(OWNER, AS_OF, KNOWN_AT, PAGE, AS_JSON)
@pass_office
def lapsed(office: Office, **asked: Any) -> None:
    """List what has ended and was not renewed."""
    page = office.bitim.renewals.lapsed(**asked)

    def show() -> None:
        show_rows(office, page["items"], as_of=page["as_of"])
        show_next(office, page)

    office.answer(page, show)


@renewals.command("updated")
@using(
    click.argument("first", metavar="FROM"),
    click.argument("last", metavar="TO"),
    KNOWN_AT,
    AS_JSON,
)
@pass_office
def updated(office: Office, **asked: Any) -> None:
    """List what was renewed in an updated form between two days, and what changed."""
    found = office.bitim.renewals.updated(**asked)

    def show() -> None:
        for row in found["updated"]:
            _tell_updated(office, row)
        if not found["updated"]:
            office.show.line(_("Nothing is found."))
        if found["possible"]:
            office.show.line()
            office.show.heading(_("Perhaps in this period: the day is not known exactly"))
        for row in found["possible"]:
            _tell_updated(office, row)

    office.answer(found, show)


def _tell_updated(office: Office, row: Row) -> None:
    said = {"reference": row["reference"], "others": others(row), "day": days(row["signed_on"])}
    office.show.heading(_("%(reference)s with %(others)s, %(day)s", **said))
    for said in changes.sentences(row["changes"], Names.of([row["edition"]])):
        office.show.line(f"  {said}")


@click.command("forecast")
@using(click.argument("day", metavar="DATE"), KNOWN_AT, AS_JSON)
@pass_office
def forecast(office: Office, **asked: Any) -> None:
    """Say what stands on a day to come, if nobody acts."""
    found = office.bitim.forecast.on(**asked)

    def show() -> None:
        counts = [{"standing": code, "count": count} for code, count in found["standings"].items() if count]
        columns = (
            (_("Standing"), lambda row: values.standing(row["standing"])),
            (_("Memorandums"), lambda row: values.number(row["count"])),
        )
        office.show.heading(_("On %(day)s, if nobody acts", day=dates.day(found["day"])))
        show_table(office, columns, counts)
        for heading, rows in (
            (_("Will have ended"), found["ends"]),
            (_("Will have renewed themselves"), found["renews"]),
        ):
            if rows:
                office.show.line()
                office.show.heading(heading)
                show_rows(office, rows, (_("On"), on("on")), as_of=found["today"])

    office.answer(found, show)


@click.command("follow-up")
@using(
    click.option("--approval", type=click.Choice(APPROVALS), help="Only what waits for this."),
    click.option("--planned", is_flag=True, help="The planned signings that are not concluded."),
    KNOWN_AT,
    PAGE,
    AS_JSON,
)
@pass_office
def follow_up(office: Office, *, planned: bool, approval: str | None, after: str | None, **asked: Any) -> None:
    """List the working texts that wait for somebody, or the signings planned."""
    if planned:
        _answer_planned(office, office.bitim.followup.planned_signings(**asked))
        return
    page = office.bitim.followup.awaiting(approval=approval, after=after, **asked)

    def show() -> None:
        show_rows(office, page["items"], (_("Waits for"), waits_for), as_of=page["as_of"])
        show_next(office, page)

    office.answer(page, show)


def _answer_planned(office: Office, found: dict[str, Any]) -> None:
    columns = (
        (_("Reference"), lambda row: row["reference"]),
        (_("Event"), lambda row: row["event"]),
        (_("Place"), lambda row: row["place"]),
        (_("Planned for"), lambda row: dates.partial(row["planned_for"])),
        (_("Owner"), lambda row: row["owner"]),
    )
    office.answer(found, lambda: show_table(office, columns, found["items"]))


@click.command("dormant")
@using(
    click.option(
        "--months",
        type=Bounded(1, MOST_MONTHS),
        default=MONTHS,
        show_default=True,
        help="For how many nothing happened.",
    ),
    OWNER,
    AS_OF,
    KNOWN_AT,
    PAGE,
    AS_JSON,
)
@pass_office
def dormant(office: Office, **asked: Any) -> None:
    """List the memorandums in force under which nothing has happened for some months."""
    page = office.bitim.dormancy.list(**asked)
    columns = ((_("Last activity"), activities.last), (_("Dormant"), activities.quiet))

    def show() -> None:
        show_rows(office, page["items"], *columns, as_of=page["as_of"])
        show_next(office, page)

    office.answer(page, show)


COMMANDS = (renewals, forecast, follow_up, dormant)
