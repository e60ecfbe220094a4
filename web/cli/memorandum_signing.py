"""Commands that record signatures."""

from __future__ import annotations

from typing import Any

import click

from web.cli.acting import Fields, changes, using
from web.cli.content import EDITION, PARTY
from web.cli.rooms import MEMORANDUMS

_HELD = using(
    click.option("--office", default="", help="The office that the person held that day."),
    click.option("--place", default="", help="Where it was signed."),
)


@changes(
    MEMORANDUMS,
    "sign",
    EDITION,
    PARTY,
    click.option("--signatory", required=True, metavar="PERSON", help="Who signed."),
    _HELD,
)
def sign(**options: Any) -> Fields:
    """Record a signature on an approved text; from the first one on its content is frozen."""
    return options


@changes(
    MEMORANDUMS,
    "record_outside_signature",
    EDITION,
    PARTY,
    click.option("--signatory", default="", metavar="PERSON", help="Who signed. [default: not stated]"),
    _HELD,
)
def record_outside_signature(**options: Any) -> Fields:
    """Record a signature that was given outside the planned way; it needs a --source and no approvals."""
    return options


COMMANDS = (sign, record_outside_signature)
