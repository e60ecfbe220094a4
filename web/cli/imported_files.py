"""What registers that were taken in leave to a person: `bitim questions`, and `bitim decide`."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import click

from application.exchange.importing.deciding import STATUSES
from domain.imported_file.questions import DECISIONS
from web.cli import naming
from web.cli.acting import AS_JSON, Fields, changes, using
from web.cli.asking import KNOWN_AT, PAGE
from web.cli.office import Office, pass_office
from web.cli.rooms import IMPORTED_FILES
from web.cli.rows import show_next, show_table
from web.wording import importing
from web.wording.language import gettext as _


@changes(
    IMPORTED_FILES,
    "decide",
    click.argument("question_id", metavar="QUESTION"),
    click.option("--decision", type=click.Choice(DECISIONS), required=True, help="What has come of it."),
)
def decide(**options: Any) -> Fields:
    """Decide what a row of a register leaves to a person, so that it leaves the list of `bitim questions`."""
    return options


@click.command("questions")
@using(
    click.option("--register", metavar="NAME", help="Of one register alone."),
    click.option("--looks-renewed/--others", default=None, help="Rows that look renewed, or all others."),
    click.option("--status", type=click.Choice(STATUSES), default="open", show_default=True),
    KNOWN_AT,
    PAGE,
    AS_JSON,
)
@pass_office
def questions(office: Office, *, register: str | None, **asked: Any) -> None:
    """List what registers that were taken in leave to a person, until it is decided."""
    file_id = naming.imported_file(office, register) if register else None
    found = office.bitim.questions.list(file_id=file_id, **asked)
    references = office.bitim.register.references(
        one["memorandum_id"] for one in found["items"] if one["memorandum_id"]
    )
    columns = (
        (_("Register"), lambda one: one["register"]),
        (_("Question"), lambda one: one["question_id"]),
        (_("Row"), importing.place),
        (_("Memorandum"), lambda one: references.get(one["memorandum_id"], "")),
        (_("Field"), lambda one: importing.field(one["field"])),
        (_("Cell"), importing.said),
        (_("Why"), lambda one: importing.reason(one["reason"], one["data"])),
        (_("May be"), lambda one: ", ".join(one["candidates"])),
        (_("Decision"), _decision),
    )

    def show() -> None:
        show_table(office, columns, found["items"])
        show_next(office, found)

    office.answer(found, show)


def _decision(question: Mapping[str, Any]) -> str:
    decision = question["decision"]
    return importing.decision(decision["code"]) if decision else ""


COMMANDS = (questions, decide)
