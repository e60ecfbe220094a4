"""Commands of what the institution decides for itself: `bitim institution …`."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import click

from web.cli.acting import Fields, changes
from web.cli.content import ByLanguage
from web.cli.rooms import INSTITUTION


@changes(INSTITUTION, "open")
def open_(**options: Any) -> Fields:
    """Begin the record of the institution, which is otherwise begun by its first decision."""
    return options


@changes(
    INSTITUTION,
    "define_kind",
    click.argument("kind"),
    click.option("--label", "labels", type=ByLanguage(), multiple=True, required=True, help="en=Olympiad agreement"),
)
def define_kind(*, labels: tuple[tuple[str, str], ...], **options: Any) -> Fields:
    """Define a further kind of memorandum, or label it anew."""
    return {"labels": dict(labels), **options}


@changes(
    INSTITUTION,
    "set_review_route",
    click.argument("route", nargs=-1, metavar="[ROLE]..."),
    click.option("--kind", help="Of memorandum. [default: every kind without a route of its own]"),
)
def set_review_route(*, route: tuple[str, ...], **options: Any) -> Fields:
    """Set the roles that must clear a text before our side approves it, in order; none: nobody needs to."""
    return {"route": list(route), **options}


@changes(INSTITUTION, "permit_overrides", click.argument("roles", nargs=-1, metavar="[ROLE]..."))
def permit_overrides(*, roles: tuple[str, ...]) -> Fields:
    """Name the roles that may nominate beyond the places that a memorandum grants; none: nobody may."""
    return {"roles": list(roles)}


@changes(
    INSTITUTION,
    "load_universities",
    click.argument("file", type=click.Path(exists=True, dir_okay=False, path_type=Path)),
)
def load_universities(*, file: Path) -> Fields:
    """Take a list of universities (JSON or CSV) to look partners up in: `bitim universities`."""
    return {"content": file.read_bytes(), "filename": file.name}


COMMANDS = (open_, define_kind, set_review_route, permit_overrides, load_universities)
