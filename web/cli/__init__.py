"""The command line `bitim`: the same use cases and questions as the pages and the API."""

from __future__ import annotations

import os
from collections.abc import Sequence
from typing import Any

import click

from web.cli import (
    deadlines,
    directory,
    exchange,
    imported_files,
    importing,
    institution,
    memorandum,
    memorandum_correcting,
    memorandum_drafting,
    memorandum_ending,
    memorandum_keeping,
    memorandum_paper,
    memorandum_renewing,
    memorandum_signing,
    mobility,
    mobility_correcting,
    mobility_exchange,
    mobility_history,
    mobility_moving,
    mobility_nominating,
    mobility_paper,
    mobility_places,
    mobility_recognising,
    partner,
    register,
    request,
    service,
    serving,
    showing,
)
from web.cli.failing import failures
from web.cli.listing import Shelf, list_commands
from web.cli.office import Office
from web.wording import kinds
from web.wording.names import Names

CHAPTERS: dict[str, tuple[click.Command, ...]] = {
    "Running Bitim": (serving.serve, *service.COMMANDS),
    "Asking": (
        *register.COMMANDS,
        showing.show,
        *memorandum.COMMANDS,
        *deadlines.COMMANDS,
        *directory.COMMANDS,
        *mobility.COMMANDS,
        *mobility_places.COMMANDS,
        *mobility_history.COMMANDS,
        *mobility_exchange.COMMANDS,
    ),
    "In and out": (*importing.COMMANDS, *imported_files.COMMANDS, *exchange.COMMANDS),
    "Working text": memorandum_drafting.COMMANDS,
    "Signatures and editions": (
        *memorandum_signing.COMMANDS,
        *memorandum_renewing.COMMANDS,
        *memorandum_paper.COMMANDS,
    ),
    "Pausing and ending": memorandum_ending.COMMANDS,
    "Keeping and correcting": (*memorandum_keeping.COMMANDS, *memorandum_correcting.COMMANDS),
    "Other records": (
        Shelf(
            "case",
            [
                *mobility.OF_ONE,
                *mobility_history.OF_ONE,
                *mobility_nominating.COMMANDS,
                *mobility_paper.COMMANDS,
                *mobility_moving.COMMANDS,
                *mobility_recognising.COMMANDS,
                *mobility_correcting.COMMANDS,
            ],
            help="Nominate a person for a stay abroad or with us, follow the case, or show it.",
        ),
        Shelf(
            "partner",
            [directory.partner, directory.partner_history, *partner.COMMANDS],
            help="Change or show a partner.",
        ),
        Shelf("request", [directory.request, *request.COMMANDS], help="Make, answer or show a request."),
        Shelf("institution", institution.COMMANDS, help="Record what the institution decides."),
    ),
}


AS_JSON = "bitim.as_json"


class Front(click.Group):
    """All commands, by chapter; and the one place where a refusal becomes words and an exit code."""

    def __init__(self, *arguments: Any, **options: Any) -> None:
        super().__init__(*arguments, **options)
        for commands in CHAPTERS.values():
            for command in commands:
                self.add_command(command)

    def main(self, args: Sequence[str] | None = None, *arguments: Any, **options: Any) -> Any:
        """Carry out one command; the installation is let go afterwards."""
        office = options.setdefault("obj", Office(os.environ))
        try:
            return super().main(args, *arguments, **options)
        finally:
            office.close()

    def parse_args(self, context: click.Context, args: list[str]) -> list[str]:
        """Read what was typed."""
        context.meta[AS_JSON] = "--json" in args
        with failures(as_json=context.meta[AS_JSON]):
            return super().parse_args(context, args)

    def invoke(self, context: click.Context) -> Any:
        """Carry out the command."""
        office = context.find_object(Office) or Office(os.environ)

        def names() -> Names:
            return office.names()  # which the command replaces while it runs

        own = kinds.defined(lambda: office.bitim.decisions.get()["kinds"])
        with failures(as_json=context.meta[AS_JSON], names=names), own:
            return super().invoke(context)

    def format_commands(self, _context: click.Context, formatter: click.HelpFormatter) -> None:
        """List the commands by chapter."""
        for chapter, commands in CHAPTERS.items():
            with formatter.section(chapter):
                list_commands(formatter, commands)


@click.command(
    cls=Front,
    epilog="Exit codes: 0 done or answered, 1 unexpected, or a check found something, 2 not of an accepted form, "
    "3 refused by a rule, 4 not in the register, 5 somebody else has changed it or the reference is taken, "
    "6 the records cannot be reached, or nobody knows whether something was stored.",
)
@click.version_option(package_name="bitim")
def main() -> None:
    """Keep a university's agreements and the movement of people under them.

    A memorandum is named by its reference or id, an edition by its number or id, a partner by a name or id. Settings
    are environment variables: see docs/settings.md; BITIM_DATABASE is the one that must be set.
    """
