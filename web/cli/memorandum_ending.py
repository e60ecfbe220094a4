"""Commands that pause or end a memorandum."""

from __future__ import annotations

from typing import Any

import click

from web.cli.acting import Fields, changes
from web.cli.content import LENGTH, PARTY
from web.cli.rooms import MEMORANDUMS

FIRST_DAY_OUT = click.option(
    "--effective-on", metavar="DATE", help="The first day no longer in force. [default: the day of the act]"
)


@changes(
    MEMORANDUMS,
    "object",
    PARTY,
    click.option("--against", metavar="DATE", help="The last day of the period it names. [default: that then running]"),
)
def object_(**options: Any) -> Fields:
    """Record an objection to a tacit renewal; what counts is its day, not when it is recorded."""
    return options


@changes(
    MEMORANDUMS,
    "suspend",
    click.option("--effective-on", metavar="DATE", help="Its first day. [default: the day of the act]"),
    click.option("--until", metavar="DATE", help="Its last day. [default: until resumption]"),
)
def suspend(**options: Any) -> Fields:
    """Suspend what is in force; the term runs on below it, and its end does not move."""
    return options


@changes(
    MEMORANDUMS,
    "resume",
    click.option("--effective-on", metavar="DATE", help="The first day in force again. [default: the day of the act]"),
)
def resume(**options: Any) -> Fields:
    """End the suspension."""
    return options


@changes(
    MEMORANDUMS,
    "give_notice",
    PARTY,
    click.option("--length", type=LENGTH, help="After how long it takes effect. [default: the notice of the term]"),
    click.option("--effective-on", metavar="DATE", help="The first day out, if it is stated; it wins over the length."),
    click.option("--giver-only", is_flag=True, help="Only the giver leaves, where three or more are party."),
)
def give_notice(**options: Any) -> Fields:
    """Record a party's notice."""
    return options


@changes(
    MEMORANDUMS,
    "terminate",
    FIRST_DAY_OUT,
    click.option("--as-a-whole", is_flag=True, help="Close it to mobility cases; refused if one has used it."),
)
def terminate(**options: Any) -> Fields:
    """End it early."""
    return options


@changes(
    MEMORANDUMS,
    "supersede",
    click.option("--by", "by_memorandum_id", required=True, metavar="MEMORANDUM", help="What takes over."),
    FIRST_DAY_OUT,
)
def supersede(**options: Any) -> Fields:
    """Record that another memorandum takes over."""
    return options


COMMANDS = (object_, suspend, resume, give_notice, terminate, supersede)
