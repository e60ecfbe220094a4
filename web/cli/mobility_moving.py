"""Commands of the stay itself."""

from __future__ import annotations

from typing import Any

import click

from domain.mobility.lifecycle import GROUNDS
from web.cli.acting import Fields, changes
from web.cli.rooms import MOBILITY_CASES

UNTIL = click.option("--actual-until", metavar="DATE", help="The last day. [default: the day of the act]")


@changes(
    MOBILITY_CASES,
    "change_dates",
    click.option("--from", "planned_from", metavar="DATE", help="The first day planned. [default: as it was]"),
    click.option("--until", "planned_until", metavar="DATE", help="The last day planned. [default: as it was]"),
)
def change_dates(**options: Any) -> Fields:
    """Plan other days; give the --reason."""
    return options


@changes(
    MOBILITY_CASES,
    "start",
    click.option("--actual-from", metavar="DATE", help="The first day. [default: the day of the act]"),
)
def start(**options: Any) -> Fields:
    """Record that the person arrived."""
    return options


@changes(MOBILITY_CASES, "complete", UNTIL)
def complete(**options: Any) -> Fields:
    """Record that the stay came to its end."""
    return options


@changes(
    MOBILITY_CASES,
    "interrupt",
    click.option("--ground", type=click.Choice(tuple(GROUNDS)), help="Why; leave it out while nobody knows."),
    UNTIL,
)
def interrupt(**options: Any) -> Fields:
    """Record an early return, or state the ground of one that is on record."""
    return options


COMMANDS = (change_dates, start, complete, interrupt)
