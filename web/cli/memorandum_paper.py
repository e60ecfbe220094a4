"""Commands that enter what was concluded before or outside Bitim."""

from __future__ import annotations

from typing import Any

import click

from domain.shared.dates import CERTAINTIES
from web.cli.acting import Fields, Option, begins, changes, using
from web.cli.content import CONTENT, EDITION, ENTRY, parts
from web.cli.rooms import MEMORANDUMS

SIGNED_ON = click.option("--signed-on", metavar="DATE", help="The day of the last signature. [default: unknown]")
PAPER: Option = using(
    CONTENT,
    SIGNED_ON,
    click.option("--signed-on-certainty", type=click.Choice(CERTAINTIES), help="How sure that day is."),
)


def _edition(options: dict[str, Any]) -> dict[str, Any]:
    """One edition from the options; takes them out of ``options``."""
    found = parts(options)
    stated = {name: options.pop(name) for name in ("signed_on", "signed_on_certainty")}
    if stated["signed_on"]:
        found["signed_on"] = stated["signed_on"]
    if stated["signed_on_certainty"]:
        found["certainty"] = stated["signed_on_certainty"]
    return found


@begins(
    MEMORANDUMS,
    "register",
    ENTRY,
    PAPER,
    click.option("--updated-form", is_flag=True, help="It is said to renew an edition of which nothing else is known."),
)
def register(**options: Any) -> Fields:
    """Enter a memorandum from paper. Several editions: --from a JSON object with the list `editions`."""
    edition = _edition(options)
    editions = edition.pop("editions", None)
    if editions is None:
        return {"editions": [edition], **options}
    if edition:
        raise click.UsageError(
            f"Several editions stand in the file alone; besides there is: {', '.join(sorted(edition))}."
        )
    return {"editions": editions, **options}


@changes(
    MEMORANDUMS,
    "record_edition",
    click.option("--follows", metavar="NUMBER", help="The edition it renews."),
    click.option("--amends", metavar="NUMBER", help="The edition it amends."),
    PAPER,
)
def record_edition(*, follows: str | None, amends: str | None, **options: Any) -> Fields:
    """Enter a further edition that was concluded outside: an older one found, or a newer one signed."""
    links = {"follows": follows, "amends": amends}
    return {"edition": {**_edition(options), **{name: link for name, link in links.items() if link}}}


@changes(MEMORANDUMS, "complete_stub", EDITION, CONTENT, SIGNED_ON)
def complete_stub(*, signed_on: str | None, **options: Any) -> Fields:
    """Enter what has become known of an edition from paper: unknown parts only."""
    known = parts(options)
    return {"known": {**known, "signed_on": signed_on} if signed_on else known, **options}


COMMANDS = (register, record_edition, complete_stub)
