"""Commands on the working text: from the first draft to the approvals, or the withdrawal."""

from __future__ import annotations

from typing import Any

import click

from web.cli.acting import Fields, begins, changes
from web.cli.content import CONTENT, EDITION, ENTRY, PARTY, parts
from web.cli.rooms import MEMORANDUMS

ROLE = click.option("--role", required=True, help="A role of the review route, such as legal.")


@begins(
    MEMORANDUMS,
    "draft",
    ENTRY,
    CONTENT,
    click.option("--request", "request_id", metavar="ID", help="The request for a partnership that it answers."),
)
def draft(**options: Any) -> Fields:
    """Begin a memorandum with the first draft of its first edition."""
    return {"content": parts(options), **options}


@changes(MEMORANDUMS, "revise", EDITION, CONTENT)
def revise(**options: Any) -> Fields:
    """Change parts of a working text; approvals of what it was no longer count."""
    return {"changes": parts(options), **options}


@changes(MEMORANDUMS, "revert", EDITION)
def revert(**options: Any) -> Fields:
    """Take the working text back to the content that was last approved."""
    return options


@changes(
    MEMORANDUMS,
    "name_counterparty",
    EDITION,
    PARTY,
    click.option("--partner", "partner_id", required=True, help="The partner, by name or id."),
    click.option("--unit", default="", help="Its faculty or department."),
)
def name_counterparty(**options: Any) -> Fields:
    """Name a party that was not yet named."""
    return options


@changes(
    MEMORANDUMS,
    "plan_signing",
    EDITION,
    click.option("--event", required=True, help="The forum, visit or ceremony."),
    click.option("--place", default="", help="Where."),
    click.option("--planned-for", metavar="DATE", help="Its day, partial if need be. [default: unknown]"),
)
def plan_signing(**options: Any) -> Fields:
    """Record the intention to sign at a named event."""
    return options


@changes(MEMORANDUMS, "submit", EDITION)
def submit(**options: Any) -> Fields:
    """Submit the working text for review, along the route that the institution has set for its kind."""
    return options


@changes(MEMORANDUMS, "clear", EDITION, ROLE)
def clear(**options: Any) -> Fields:
    """Let a role of the review route clear the text as it is."""
    return options


@changes(MEMORANDUMS, "return_for_changes", EDITION, ROLE)
def return_for_changes(**options: Any) -> Fields:
    """Let a role of the review route return the text; give the --reason."""
    return options


@changes(MEMORANDUMS, "approve", EDITION)
def approve(**options: Any) -> Fields:
    """Approve the text as it is, for our side."""
    return options


@changes(MEMORANDUMS, "record_partner_approval", EDITION, PARTY)
def record_partner_approval(**options: Any) -> Fields:
    """Record that another party approved the text as it is."""
    return options


@changes(MEMORANDUMS, "withdraw", EDITION)
def withdraw(**options: Any) -> Fields:
    """Withdraw an edition that is not concluded; its reference is never issued again, its history remains."""
    return options


COMMANDS = (
    draft,
    revise,
    revert,
    name_counterparty,
    plan_signing,
    submit,
    clear,
    return_for_changes,
    approve,
    record_partner_approval,
    withdraw,
)
