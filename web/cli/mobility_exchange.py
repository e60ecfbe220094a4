"""Taking out the caseload and the histories of mobility cases."""

from __future__ import annotations

from typing import Any

import click

from web.cli import naming
from web.cli.acting import AS_JSON, using
from web.cli.asking import AS_OF, KNOWN_AT
from web.cli.exchange import FORM, OUTPUT, form_of, hand_out
from web.cli.mobility import FILTERS, named
from web.cli.office import Office, pass_office
from web.exporting.files import File, case_history_file, caseload_file


@click.command("export-cases")
@click.argument("records", metavar="[CASE]...", nargs=-1)
@using(
    click.option("--history", is_flag=True, help="What was recorded of them, instead of how they stand."),
    FORM,
    OUTPUT,
    FILTERS,
    AS_OF,
    KNOWN_AT,
    AS_JSON,
)
@pass_office
def export_cases(office: Office, **asked: Any) -> None:
    """Take out the caseload or histories of mobility cases, in a file that says what was asked.

    The caseload is narrowed as `bitim cases` is. A history is that of the cases named, or of those that the conditions
    leave.
    """
    output, form = asked.pop("output"), asked.pop("form")
    hand_out(office, _asked_for(office, form or form_of(output), named(office, asked)), output)


def _asked_for(office: Office, form: str, asked: dict[str, Any]) -> File:
    records, history, known_at = asked.pop("records"), asked.pop("history"), asked["known_at"]
    if records and not history:
        raise click.UsageError("Single cases are exported with their --history.")
    if records:
        cases = [naming.mobility_case(office, one) for one in records]
        return case_history_file(office.bitim, form, cases, known_at)
    if history:
        return case_history_file(office.bitim, form, office.bitim.exports.caseload(**asked).ids, known_at)
    return caseload_file(office.bitim, form, asked)


COMMANDS = (export_cases,)
