"""Questions that tie cases to memorandums: places, coverage, and the balance with partners."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import click

from domain.mobility.details import PURPOSES
from web.cli import naming
from web.cli.acting import AS_JSON, using
from web.cli.asking import AS_OF, KNOWN_AT, PAGE
from web.cli.mobility import FILTERS, columns, named
from web.cli.office import Office, pass_office
from web.cli.rows import show_next, show_table
from web.wording import cases, dates, fields, values
from web.wording.language import gettext as _

Row = Mapping[str, Any]


@click.command("places")
@using(
    click.argument("record", metavar="MEMORANDUM"),
    click.option("--year", "academic_year", metavar="2025/2026", help="[default: that of the day]"),
    AS_OF,
    KNOWN_AT,
    AS_JSON,
)
@pass_office
def places(office: Office, *, record: str, **asked: Any) -> None:
    """Tell the places that a memorandum grants in an academic year, with those used and free."""
    found = office.bitim.places.of(naming.memorandum(office, record), **asked)
    told = (
        (_("Granted"), fields.one_condition),
        (_("Used"), lambda row: values.number(row["used"])),
        (_("Free"), lambda row: values.number(row["free"])),
    )

    def show() -> None:
        office.show.heading(_("%(reference)s, %(year)s", reference=record, year=found["academic_year"]))
        show_table(office, told, found["conditions"])

    office.answer(found, show)


@click.command("balance")
@using(
    click.option("--first", metavar="DATE", help="First day of the period. [default: of the academic year]"),
    click.option("--until", metavar="DATE", help="Last day of the period. [default: the day asked]"),
    click.option("--partner", metavar="PARTNER", help="Only with this partner, by name or id."),
    click.option("--purpose", type=click.Choice(PURPOSES), help="Only for this."),
    AS_OF,
    KNOWN_AT,
    AS_JSON,
)
@pass_office
def balance(office: Office, **asked: Any) -> None:
    """Hold those sent to each partner against those received, in a period."""
    found = office.bitim.places.balance(**named(office, asked))
    told = (
        (_("Partner"), lambda row: str(row["partner"] or row["partner_id"])),
        (_("Sent"), lambda row: cases.surely(row, "sent")),
        (_("Received"), lambda row: cases.surely(row, "received")),
        (_("Balance"), lambda row: values.number(row["balance"])),
    )
    office.answer(found, lambda: show_table(office, told, found["items"]))


@click.command("coverage")
@using(click.argument("record", metavar="CASE"), KNOWN_AT, AS_JSON)
@pass_office
def coverage(office: Office, *, record: str, **asked: Any) -> None:
    """Tell which edition of its memorandum covers each day of a case, and which days none does."""
    found = office.bitim.coverage.of(naming.mobility_case(office, record), **asked)
    told = (
        (_("Days"), lambda row: dates.span(row["first"], row["until"])),
        (_("Covered"), cases.covered),
        (_("Memorandum"), lambda row: row["reference"] or ""),
        (_("Edition"), lambda row: row["edition"] or ""),
    )
    office.answer(found, lambda: show_table(office, told, found["stretches"]))


@click.command("uncovered")
@using(FILTERS, KNOWN_AT, PAGE, AS_JSON)
@pass_office
def uncovered(office: Office, **asked: Any) -> None:
    """List the cases with days that no memorandum covers."""
    found = office.bitim.coverage.uncovered(**named(office, asked))

    def show() -> None:
        show_table(office, (*columns()[:5], (_("Uncovered"), cases.uncovered)), found["items"])
        show_next(office, found)

    office.answer(found, show)


COMMANDS = (places, balance, coverage, uncovered)
