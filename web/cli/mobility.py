"""Questions about mobility cases: the caseload, who is abroad, one case."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any
from uuid import UUID

import click

from application.mobility.caseload.queries import GROUPS
from domain.mobility.details import DIRECTIONS, FUNDERS, PURPOSES
from domain.mobility.lifecycle import STAGES
from web.cli import naming
from web.cli.acting import AS_JSON, Option, using
from web.cli.asking import AS_OF, KNOWN_AT, PAGE
from web.cli.office import Office, pass_office
from web.cli.rows import show_next, show_table
from web.wording import case_facts, cases, dates, fields, standing, values
from web.wording.language import gettext as _
from web.wording.language import listing
from web.wording.names import Names

Row = Mapping[str, Any]

FILTERS: Option = using(
    click.option("--stage", type=click.Choice(STAGES), help="Only this stage on the day."),
    click.option("--direction", type=click.Choice(DIRECTIONS), help="Only this way."),
    click.option("--purpose", type=click.Choice(PURPOSES), help="Only for this."),
    click.option("--partner", metavar="PARTNER", help="Only with this partner, by name or id."),
    click.option("--unit", metavar="TEXT", help="Only of this faculty or department of ours."),
    click.option("--year", "academic_year", metavar="2025/2026", help="Only of this academic year."),
    click.option("--funder", type=click.Choice(FUNDERS), help="Only with money of this kind."),
    click.option("--memorandum", metavar="MEMORANDUM", help="Only those that rest on this memorandum."),
    click.option("--person", metavar="ID", help="Only of the person with this opaque id."),
    click.option("--overdue", is_flag=True, help="Only those whose next step is overdue."),
)


def named(office: Office, asked: dict[str, Any]) -> dict[str, Any]:
    """The filters with ids, where people gave names and references."""
    if asked.get("partner") is not None:
        asked["partner"] = str(naming.partner(office, asked["partner"]))
    if asked.get("memorandum") is not None:
        asked["memorandum"] = str(naming.memorandum(office, asked["memorandum"]))
    return asked


def columns() -> tuple[tuple[str, Callable[[Row], str]], ...]:
    return (
        (_("Case"), lambda row: str(row["id"])),
        (_("Purpose"), lambda row: cases.purpose(row["purpose"])),
        (_("Direction"), lambda row: cases.direction(row["direction"])),
        (_("Partner"), lambda row: str(row["partner"] or row["partner_id"])),
        (_("Days"), cases.shown_days),
        (_("Stage"), cases.stage_of),
        (_("Next step by"), next_step),
    )


def next_step(row: Row) -> str:
    """By when the next step is to come; marked, where it is overdue."""
    if not row["due"]:
        return ""
    day = dates.day(row["due"])
    return _("%(day)s, overdue", day=day) if row["overdue"] else day


@click.command("cases")
@using(FILTERS, AS_OF, KNOWN_AT, PAGE, AS_JSON)
@pass_office
def cases_(office: Office, **asked: Any) -> None:
    """List the mobility cases with their stage on a day."""
    page = office.bitim.caseload.list(**named(office, asked))

    def show() -> None:
        show_table(office, columns(), page["items"])
        show_next(office, page)

    office.answer(page, show)


@click.command("caseload")
@using(
    click.option("--by", type=click.Choice(GROUPS), default="stage", show_default=True, help="Counted by what."),
    FILTERS,
    AS_OF,
    KNOWN_AT,
    AS_JSON,
)
@pass_office
def caseload(office: Office, **asked: Any) -> None:
    """Count the mobility cases by stage, purpose, partner, unit, year or funding."""
    counted = office.bitim.caseload.summary(**named(office, asked))

    def show() -> None:
        rows = [
            (case_facts.group_value(counted["by"], group), values.number(group["number"]))
            for group in counted["groups"]
        ]
        total = (_("All"), values.number(counted["total"]))
        office.show.table([fields.label(counted["by"]), _("Cases")], [*rows, total])

    office.answer(counted, show)


@click.command("abroad")
@using(
    click.option("--direction", type=click.Choice(DIRECTIONS), default=DIRECTIONS[0], help="incoming: who is here."),
    AS_OF,
    KNOWN_AT,
    PAGE,
    AS_JSON,
)
@pass_office
def abroad(office: Office, **asked: Any) -> None:
    """List who is abroad on a day, or with us, and how sure that is."""
    found = office.bitim.caseload.present(**asked)
    case, *told = columns()[:-1]
    presence = (_("Presence"), lambda row: cases.presence(row["presence"]))

    def show() -> None:
        show_table(office, (case, presence, *told), found["items"])
        show_next(office, found)

    office.answer(found, show)


@click.command("show")
@using(click.argument("record", metavar="CASE"), AS_OF, KNOWN_AT, AS_JSON)
@pass_office
def show(office: Office, *, record: str, **asked: Any) -> None:
    """Show a mobility case: what it says, where it stands, and what may be done."""
    found = office.bitim.caseload.get(naming.mobility_case(office, record), **asked)

    def say() -> None:
        if found["stage"] is None:
            office.show.line(standing.none("not_in_register"))
            return
        office.show.heading(
            _(
                "Case %(id)s on %(day)s: %(stage)s",
                id=record,
                day=dates.day(found["as_of"]),
                stage=cases.stage_of(found),
            )
        )
        office.show.fields(_facts(office, found))

    office.answer(found, say)


def _facts(office: Office, found: Row) -> list[tuple[str, str]]:
    return [
        (_("Partner"), str(found["partner"] or found["partner_id"])),
        *case_facts.stated(found, _names(office, found)),
        (_("Answers"), cases.answers(found["answers"])),
        (_("Certificates"), listing(found["certificates"])),
        (_("Next step by"), next_step(found)),
        (_("Version"), str(found["version"])),
        (_("Possible now"), listing(sorted({values.command(one) for one in found["commands"]}))),
    ]


def _names(office: Office, found: Row) -> Names:
    """What the ids in a case are called: its partner, and the memorandum on which it rests."""
    other = found["memorandum_id"]
    called = {other: office.bitim.register.get(UUID(other))["reference"]} if other else {}
    partners = {found["partner_id"]: found["partner"]} if found["partner"] else {}
    return Names(partners=partners, memorandums=called)


COMMANDS = (cases_, caseload, abroad)
OF_ONE = (show,)
