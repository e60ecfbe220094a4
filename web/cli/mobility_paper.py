"""The command by which a case is entered from paper."""

from __future__ import annotations

from typing import Any

import click

from domain.mobility.lifecycle import MAY_BE_REGISTERED
from web.cli.acting import Fields, begins
from web.cli.mobility_nominating import BEGINNING, details
from web.cli.rooms import MOBILITY_CASES


@begins(
    MOBILITY_CASES,
    "register",
    BEGINNING,
    click.option("--reached", type=click.Choice(MAY_BE_REGISTERED), required=True, help="The stage it had reached."),
    click.option("--actual-from", metavar="DATE", help="The first day, if known."),
    click.option("--actual-until", metavar="DATE", help="The last day, if known."),
)
def register(**options: Any) -> Fields:
    """Enter a case that happened before or outside Bitim, at the stage that it had reached."""
    return {"details": details(options), **options}


COMMANDS = (register,)
