"""What happened: to a mobility case, and to a memorandum together with the cases that rest on it."""

from __future__ import annotations

from typing import Any

import click

from application.mobility.history import CHAPTERS
from application.mobility.history_with_cases import CHAPTERS as CHAPTERS_WITH_CASES
from application.paging import LONGEST_PAGE
from web.called import names_in_history
from web.cli import naming
from web.cli.acting import AS_JSON, Option, using
from web.cli.asking import KNOWN_AT
from web.cli.listing import Bounded
from web.cli.memorandum import tell
from web.cli.office import Office, pass_office
from web.cli.rows import show_next
from web.cli.showing import RECORD
from web.wording import cases

_IN_ORDER: Option = using(
    click.option("--newest-first", is_flag=True, help="Begin with the last entry."),
    click.option("--limit", type=Bounded(1, LONGEST_PAGE), default=200, show_default=True, help="At most so many."),
)


def _chapters(chapters: tuple[str, ...]) -> Option:
    return click.option(
        "--chapter", "chapters", type=click.Choice(chapters), multiple=True, help="Only these chapters."
    )


@click.command("history")
@using(
    click.argument("record", metavar="CASE"),
    _chapters(CHAPTERS),
    _IN_ORDER,
    click.option("--after", type=Bounded(min=0), metavar="VERSION", help="Go on after this entry."),
    KNOWN_AT,
    AS_JSON,
)
@pass_office
def history(office: Office, *, record: str, **asked: Any) -> None:
    """Tell what happened to a mobility case, all of it, with both times, sources and values before and after."""
    case_id = naming.mobility_case(office, record)
    told = office.bitim.case_history.of(case_id, **asked)

    def say() -> None:
        names = names_in_history(office.bitim, (), told["items"])
        for entry in told["items"]:
            tell(office, entry, names)
        show_next(office, told)

    office.answer(told, say)


@click.command("history-with-cases")
@using(
    RECORD,
    _chapters(CHAPTERS_WITH_CASES),
    _IN_ORDER,
    click.option("--after", metavar="KEY", help="Go on after the page that ended with this key."),
    KNOWN_AT,
    AS_JSON,
)
@pass_office
def history_with_cases(office: Office, *, record: str, **asked: Any) -> None:
    """Tell what happened to a memorandum and to the mobility cases that rest on it, in the order of recording."""
    memorandum_id = naming.memorandum(office, record)
    told = office.bitim.history_with_cases.of(memorandum_id, **asked)

    def say() -> None:
        names = names_in_history(office.bitim, office.bitim.editions.list(memorandum_id), told["items"])
        for entry in told["items"]:
            if entry["case"]:
                office.show.line(cases.called(entry["case"]))
            tell(office, entry, names)
        show_next(office, told)

    office.answer(told, say)


COMMANDS = (history_with_cases,)
OF_ONE = (history,)
