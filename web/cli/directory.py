"""Questions about partners, and about requests for a partnership."""

from __future__ import annotations

from typing import Any

import click

from domain.partner.partner import KINDS
from web.called import names_in_history
from web.cli import naming
from web.cli.acting import AS_JSON, using
from web.cli.asking import AS_OF, KNOWN_AT, LIMIT, PAGE
from web.cli.memorandum import tell
from web.cli.office import Office, pass_office
from web.cli.rows import show_next, show_rows, show_table
from web.wording import dates, likeness, standing, values
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

    def show() -> None:
        if found["name"] is None:
            office.show.line(standing.none("not_in_register"))
            return
        office.show.heading(found["name"])
        office.show.fields(_facts(found))
        office.show.line()
        show_rows(office, found["memorandums"], as_of=found["as_of"])

    office.answer(found, show)


def _facts(found: dict[str, Any]) -> list[tuple[str, str]]:
    return [
        (_("Names"), "\n".join(_name(name) for name in found["names"])),
        (_("Also written"), "\n".join(found["aliases"])),
        (_("Country"), values.country(found["country"])),
        (_("Kind"), values.partner_kind(found["kind"])),
        *((values.scheme(scheme), value) for scheme, value in found["identifiers"].items()),
        *(
            (_("Formerly %(scheme)s", scheme=values.scheme(scheme)), value)
            for scheme, value in found["former_identifiers"]
        ),
        (_("Succeeded by"), _relatives(found["successors"])),
        (_("Took the place of"), _relatives(found["predecessors"])),
        (_("Shown under"), (found["merged_into"] or {}).get("name") or ""),
        (_("Merged into it"), "\n".join(_merged(one) for one in found["merged"])),
        (_("Ranks"), "\n".join(values.ranking(one) for one in found["rankings"])),
        (_("Version"), str(found["version"])),
        (_("Id"), found["id"]),
    ]


def _relatives(given: list[dict[str, Any]]) -> str:
    return "\n".join(_name({"name": one["name"] or one["partner_id"], "since": one["on"]}) for one in given)


def _merged(one: dict[str, Any]) -> str:
    return _("%(name)s, entry %(version)d", name=one["name"] or one["partner_id"], version=one["version"])


def _name(name: dict[str, Any]) -> str:
    if name["since"] is None:
        return str(name["name"])
    return _("%(name)s, %(since)s", name=name["name"], since=dates.from_(name["since"]))


@click.command("history")
@using(click.argument("record", metavar="PARTNER"), KNOWN_AT, AS_JSON)
@pass_office
def partner_history(office: Office, *, record: str, **asked: Any) -> None:
    """Tell what was recorded of a partner, entry by entry, with what was before and after."""
    told = office.bitim.partner_history.of(naming.partner(office, record), **asked)

    def say() -> None:
        names = names_in_history(office.bitim, (), told["items"], **asked)
        for entry in told["items"]:
            tell(office, entry, names)

    office.answer(told, say)


@click.command("universities")
@click.argument("q", metavar="TEXT")
@using(click.option("--country", metavar="CODE", help="Only those of this country."), LIMIT, AS_JSON)
@pass_office
def universities(office: Office, **asked: Any) -> None:
    """Look a university up in the list that the office has loaded."""
    found = office.bitim.universities.find(**asked)
    columns = (
        (_("Name"), lambda row: row["name"]),
        (_("Country"), lambda row: values.country(row["country"]) if row["country"] else ""),
        (_("Domains"), lambda row: ", ".join(row["domains"])),
    )

    def show() -> None:
        if found["list"] is None:
            office.show.line(_("No list of universities has been loaded: bitim institution load-universities FILE."))
            return
        show_table(office, columns, found["items"])

    office.answer(found, show)


@click.command("near-duplicates")
@using(KNOWN_AT, LIMIT, AS_JSON)
@pass_office
def near_duplicates(office: Office, **asked: Any) -> None:
    """List partners that may be one organisation, with the reasons; `bitim partner merge` merges two of them."""
    found = office.bitim.near_duplicates.list(**asked)
    columns = (
        (_("Partner"), lambda pair: pair["one"]["name"]),
        (_("Other partner"), lambda pair: pair["other"]["name"]),
        (_("What speaks for it"), lambda pair: "; ".join(map(likeness.reason, pair["reasons"]))),
        (_("Ids"), lambda pair: f"{pair['one']['id']} {pair['other']['id']}"),
    )
    office.answer(found, lambda: show_table(office, columns, found["items"]))


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

    def show() -> None:
        names = _names(office, *page["items"])
        columns = (
            (_("Id"), lambda row: row["id"]),
            (_("Requester"), lambda row: row["requester"]),
            (_("Partner"), lambda row: _wished(row, names)),
            (_("Purpose"), lambda row: row["purpose"]),
            (_("Answer"), lambda row: values.outcome(row["status"])),
        )
        show_table(office, columns, page["items"])
        show_next(office, page)

    office.answer(page, show)


def _names(office: Office, *rows: dict[str, Any]) -> Names:
    return Names(office.bitim.partner_directory.names(row["partner_id"] for row in rows if row["partner_id"]))


def _wished(row: dict[str, Any], names: Names) -> str:
    """With whom a partnership is wished."""
    return names.partner(row["partner_id"]) if row["partner_id"] else str(row["partner_name"])


@click.command("show")
@using(click.argument("record", metavar="REQUEST"), AS_JSON)
@pass_office
def request(office: Office, *, record: str) -> None:
    """Show a request for a partnership."""
    found = office.bitim.request_list.get(naming.request(office, record))
    answered = found["answer"] or {"actor": "", "occurred_on": None, "reason": ""}
    facts = [
        (_("Partner"), _wished(found, _names(office, found))),
        (_("Country"), values.country(found["country"]) if found["country"] else ""),
        (_("Kind"), values.partner_kind(found["partner_kind"]) if found["partner_kind"] else ""),
        (_("Purpose"), found["purpose"]),
        (_("Requester"), found["requester"]),
        (_("Unit"), found["unit"]),
        (_("Made"), dates.partial(found["made_on"])),
        (_("Answer"), values.outcome(found["status"])),
        (_("Answered"), dates.partial(answered["occurred_on"]) if found["answer"] else ""),
        (_("By"), answered["actor"]),
        (_("Reason"), answered["reason"]),
        (_("Memorandum"), _led_to(office, found["memorandum_id"])),
        (_("Version"), str(found["version"])),
    ]
    office.answer(found, lambda: office.show.fields(facts))


def _led_to(office: Office, memorandum_id: str | None) -> str:
    """The number of the memorandum that came of it; empty where none did."""
    return office.bitim.register.references([memorandum_id])[memorandum_id] if memorandum_id else ""


COMMANDS = (partners, universities, near_duplicates, requests)
