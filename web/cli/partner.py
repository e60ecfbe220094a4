"""Commands on partners: `bitim partner …`."""

from __future__ import annotations

from typing import Any

import click

from domain.partner.identifiers import SCHEMES
from domain.partner.partner import KINDS
from web.cli.acting import Fields, begins, changes
from web.cli.correcting import CORRECTION, OF_EVENT
from web.cli.rooms import PARTNERS

SINCE = click.option("--effective-on", metavar="DATE", help="Since when. [default: the day of the act]")


@begins(
    PARTNERS,
    "register",
    click.option("--name", required=True, help="The name it bore first, as far as we know."),
    click.option("--kind", type=click.Choice(KINDS), required=True, help="What it is."),
    click.option("--country", metavar="CODE", help="Two letters (ISO 3166-1)."),
    click.option("--alias", "aliases", multiple=True, help="Another spelling or abbreviation."),
    click.option(
        "--identifier",
        "identifiers",
        type=(click.Choice(SCHEMES), str),
        multiple=True,
        metavar="SCHEME VALUE",
        help=f"An identifier: {', '.join(SCHEMES)}.",
    ),
)
def register(*, identifiers: tuple[tuple[str, str], ...], **options: Any) -> Fields:
    """Enter an organisation."""
    return {"identifiers": dict(identifiers), **options}


@changes(PARTNERS, "rename", click.option("--name", required=True, help="The new name."), SINCE)
def rename(**options: Any) -> Fields:
    """Record that it took another name; the former ones stay, each with its days."""
    return options


@changes(PARTNERS, "add_alias", click.option("--alias", required=True, help="The spelling."))
def add_alias(**options: Any) -> Fields:
    """Add another spelling, abbreviation or transliteration under which it is found."""
    return options


@changes(
    PARTNERS,
    "identify",
    click.option("--scheme", type=click.Choice(SCHEMES), required=True, help="Whose identifier."),
    click.option("--value", required=True, help="As the scheme writes it."),
)
def identify(**options: Any) -> Fields:
    """Give it an identifier; one that it had of this scheme is kept as a former one."""
    return options


@changes(
    PARTNERS,
    "record_successor",
    click.option("--successor", "successor_id", required=True, metavar="PARTNER", help="The other, by name or id."),
    SINCE,
)
def record_successor(**options: Any) -> Fields:
    """Record that another organisation took its place; both remain, with their own memorandums."""
    return options


@changes(
    PARTNERS,
    "merge",
    click.option("--into", "survivor_id", required=True, metavar="PARTNER", help="The one that stays, by name or id."),
)
def merge(**options: Any) -> Fields:
    """Record that two records are about one organisation, shown under one of them; retracting the entry parts them."""
    return options


@changes(
    PARTNERS,
    "record_ranking",
    click.option("--table", required=True, help="Whose ranks they are, such as QS or THE."),
    click.option("--edition", required=True, metavar="YEAR", help="Of the table: 2024, or 2023/2024."),
    click.option("--rank", type=int, help="The rank. [default: not ranked]"),
    click.option("--rank-to", type=int, help="The last rank of a band, such as 801 to 1000."),
    click.option("--published-on", metavar="DATE", help="The day on which the edition came out."),
)
def record_ranking(**options: Any) -> Fields:
    """Record at which rank it stands in an edition of a table, or that the table does not rank it."""
    return options


@changes(PARTNERS, "correct", CORRECTION)
def correct(**options: Any) -> Fields:
    """State that a field of an earlier entry was never so; give the --reason."""
    return options


@changes(PARTNERS, "retract", OF_EVENT)
def retract(**options: Any) -> Fields:
    """State that an entry did not happen; give the --reason."""
    return options


COMMANDS = (register, rename, add_alias, identify, record_successor, merge, record_ranking, correct, retract)
