"""Commands that begin a further edition: a renewal in an updated form, or an amendment."""

from __future__ import annotations

from typing import Any

import click

from web.cli.acting import Fields, changes
from web.cli.content import CONTENT, parts
from web.cli.rooms import MEMORANDUMS


@changes(
    MEMORANDUMS,
    "propose_renewal",
    click.option("--follows", metavar="NUMBER", help="The edition it renews. [default: the one concluded last]"),
    CONTENT,
    name="renew",
)
def renew(**options: Any) -> Fields:
    """Draft a renewal in an updated form; give the parts that differ. The old edition stays in force meanwhile."""
    return {"changes": parts(options), **options}


@changes(
    MEMORANDUMS,
    "propose_amendment",
    click.option("--amends", metavar="NUMBER", help="The edition it amends. [default: the last that is signed]"),
    CONTENT,
    name="amend",
)
def amend(**options: Any) -> Fields:
    """Draft an amendment inside the term of an edition; give the parts that differ."""
    return {"changes": parts(options), **options}


COMMANDS = (renew, amend)
