"""Questions about partners, and about requests for a partnership."""

from __future__ import annotations

from typing import Any

import click

from domain.partner.partner import KINDS
from web.cli import naming
from web.cli.acting import AS_JSON, using
from web.cli.asking import AS_OF, KNOWN_AT, PAGE
from web.cli.office import Office, pass_office
from web.cli.rows import show_next, show_rows, show_table
from web.wording import dates, fields, values
from web.wording.language import gettext as _
from web.wording.names import Names

STATUSES = ("open", "accepted", "declined", "withdrawn")


@click.command("partners")
@using(
    click.option("--search", "q", default="", metavar="TEXT", help="Only those called so, in any spelling."),
    click.option("--country", metavar="CODE", help="Only those of this country."),
    click.option("--kind", type=click.Choice(KINDS), help="Only these."),
    AS_OF,
    KNOWN_AT,
    PAGE,
    AS_JSON,
)
@pass_office
def partners(office: Office, **asked: Any) -> None:
    """List the partners."""
    page = office.bitim.partner_directory.list(**asked)
    columns = (
        (_("Name"), lambda row: row["name"]),
        (_("Also written"), lambda row: "; ".join(row["aliases"])),
        (_("Country"), lambda row: values.country(row["country"])),
        (_("Kind"), lambda row: values.partner_kind(row["kind"])),
    )

    def show() -> None:
        show_table(office, columns, page["items"])
        show_next(office, page)

    office.answer(page, show)


@click.command("show")
@using(click.argument("record", metavar="PARTNER"), AS_OF, KNOWN_AT, AS_JSON)
@pass_office
def partner(office: Office, *, record: str, **asked: Any) -> None:
    """Show a partner: its names, identifiers and memorandums."""
    found = office.bitim.partner_directory.get(naming.partner(office, record), **asked)
    names = [
        _("%(name)s, %(since)s", name=name["name"], since=dates.from_(name["from"])) if name["from"] else name["name"]
        for name in found["names"]
    ]

    def show() -> None:
        office.show.heading(found["name"])
        office.show.fields(
            [
                (_("Names"), "\n".join(names)),
                (_("Also written"), "\n".join(found["aliases"])),
                (_("Country"), values.country(found["country"])),
                (_("Kind"), values.partner_kind(found["kind"])),
                *((values.scheme(scheme), value) for scheme, value in found["identifiers"].items()),
                (_("Version"), str(found["version"])),
                (_("Id"), found["id"]),
            ]
        )
        office.show.line()
        show_rows(office, found["memorandums"])

    office.answer(found, show)


@click.command("requests")
@using(
    click.option("--status", type=click.Choice(STATUSES), help="Only these."),
    KNOWN_AT,
    PAGE,
    AS_JSON,
)
@pass_office
def requests(office: Office, **asked: Any) -> None:
    """List the requests for a partnership."""
    page = office.bitim.request_list.list(**asked)
    columns = (
        (_("Id"), lambda row: row["id"]),
        (_("Requester"), lambda row: row["requester"]),
        (_("Partner"), wished),
        (_("Purpose"), lambda row: row["purpose"]),
        (_("Answer"), lambda row: values.outcome(row["outcome"])),
    )

    def show() -> None:
        show_table(office, columns, page["items"])
        show_next(office, page)

    office.answer(page, show)


def wished(row: dict[str, Any]) -> str:
    """With whom a partnership is wished."""
    return str(row["partner_name"] or row["partner_id"])


@click.command("show")
@using(click.argument("record", metavar="REQUEST"), AS_JSON)
@pass_office
def request(office: Office, *, record: str) -> None:
    """Show a request for a partnership."""
    found = office.bitim.request_list.get(naming.request(office, record))
    labels = ("requester", "unit", "country", "partner_kind", "purpose")
    pairs = [(fields.label(name), fields.value(name, found[name], Names())) for name in labels if found[name]]
    answer = [(_("Partner"), wished(found)), *pairs, (_("Answer"), values.outcome(found["outcome"]))]
    office.answer(found, lambda: office.show.fields(answer))


COMMANDS = (partners, requests)
