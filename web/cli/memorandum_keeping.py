"""Commands of keeping a memorandum: owner, partner's number, contacts, documents, notes, archive, framework."""

from __future__ import annotations

import mimetypes
from pathlib import Path
from typing import Any

import click

from domain.memorandum.keeping import CONTACT_ROLES
from web.cli.acting import Fields, changes
from web.cli.content import EDITION, PARTY
from web.cli.rooms import MEMORANDUMS


@changes(
    MEMORANDUMS, "assign_owner", click.option("--owner", required=True, metavar="ID", help="The employee, by account.")
)
def assign_owner(**options: Any) -> Fields:
    """Make an employee answerable for follow-up and renewal."""
    return options


@changes(
    MEMORANDUMS,
    "record_partner_reference",
    PARTY,
    click.option("--reference", required=True, metavar="NUMBER", help="The party's own number."),
)
def record_partner_reference(**options: Any) -> Fields:
    """Record the number under which another party keeps the same memorandum."""
    return options


ROLE = click.option("--role", type=click.Choice(CONTACT_ROLES), required=True, help="In which matter.")


@changes(
    MEMORANDUMS,
    "name_contact",
    PARTY,
    ROLE,
    click.option("--office", required=True, metavar="NAME", help="The office; never a person."),
    click.option("--email", default="", metavar="ADDRESS", help="Its own address."),
)
def name_contact(**options: Any) -> Fields:
    """Name the office of a party that is to be asked in one matter; it takes the place of the one named before."""
    return options


@changes(MEMORANDUMS, "withdraw_contact", PARTY, ROLE)
def withdraw_contact(**options: Any) -> Fields:
    """Let a party have no contact any more in one matter."""
    return options


@changes(
    MEMORANDUMS,
    "attach_document",
    click.argument("file", type=click.Path(exists=True, dir_okay=False, path_type=Path)),
    EDITION,
    click.option("--filename", help="Another name than that of the file."),
    click.option("--media-type", help="For example application/pdf. [default: as the name tells]"),
    click.option("--label", default="", help="What it is: scan, minutes, annex 1."),
    click.option("--language", metavar="TAG", help="The language of its text."),
    name="attach",
)
def attach(*, file: Path, filename: str | None, media_type: str | None, **options: Any) -> Fields:
    """Attach a document; its bytes are kept, and their digest is recorded."""
    name = filename or file.name
    told = mimetypes.guess_type(name)[0] or "application/octet-stream"
    return {"content": file.read_bytes(), "filename": name, "media_type": media_type or told, **options}


@changes(MEMORANDUMS, "note", click.argument("note", metavar="TEXT"))
def note(**options: Any) -> Fields:
    """Make a note."""
    return options


@changes(MEMORANDUMS, "archive")
def archive(**options: Any) -> Fields:
    """Put it into the archive: kept, and left out of daily lists."""
    return options


@changes(MEMORANDUMS, "bring_back")
def bring_back(**options: Any) -> Fields:
    """Bring it back from the archive."""
    return options


@changes(
    MEMORANDUMS,
    "place_under_framework",
    click.option("--framework", "framework_id", required=True, metavar="MEMORANDUM", help="The framework agreement."),
)
def place_under_framework(**options: Any) -> Fields:
    """Place it under a framework agreement, as an agreement on a specific activity."""
    return options


COMMANDS = (
    assign_owner,
    record_partner_reference,
    name_contact,
    withdraw_contact,
    attach,
    note,
    archive,
    bring_back,
    place_under_framework,
)
