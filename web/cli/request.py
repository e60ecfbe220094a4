"""Commands on requests for a partnership: `bitim request …`."""

from __future__ import annotations

from typing import Any

import click

from domain.partner.partner import KINDS
from web.cli.acting import Fields, begins, changes
from web.cli.content import CONTENT, ENTRY, parts
from web.cli.rooms import REQUESTS


@begins(
    REQUESTS,
    "make",
    click.option("--requester", required=True, metavar="ID", help="The member of staff who wishes it."),
    click.option("--purpose", required=True, help="What for."),
    click.option("--unit", default="", help="For which faculty or department."),
    click.option("--partner", "partner_id", help="The partner wished, by name or id, if it is on record."),
    click.option("--partner-name", default="", help="Its name, if it is not."),
    click.option("--country", metavar="CODE", help="Its country."),
    click.option("--partner-kind", type=click.Choice(KINDS), help="What it is."),
)
def make(**options: Any) -> Fields:
    """Ask for a partnership."""
    return options


@changes(REQUESTS, "accept", ENTRY, CONTENT)
def accept(**options: Any) -> Fields:
    """Answer it with the draft of a memorandum."""
    return {"content": parts(options), **options}


@changes(REQUESTS, "decline")
def decline(**options: Any) -> Fields:
    """Decline it; give the --reason."""
    return options


@changes(REQUESTS, "withdraw")
def withdraw(**options: Any) -> Fields:
    """Take it back, as the one who made it."""
    return options


COMMANDS = (make, accept, decline, withdraw)
