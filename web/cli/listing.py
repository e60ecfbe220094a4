"""How commands and options are listed in a help text: whole statements, and bounds as people write them."""

from __future__ import annotations

import re
from collections.abc import Iterable

import click


class Shelf(click.Group):
    """Commands under one word, such as `bitim partner`, each listed with its whole first statement."""

    def format_commands(self, _context: click.Context, formatter: click.HelpFormatter) -> None:
        """List the commands."""
        with formatter.section("Commands"):
            list_commands(formatter, self.commands.values())


class Bounded(click.IntRange):
    """A whole number in bounds."""

    name = "number"

    def _describe_range(self) -> str:
        return f"{self.min} to {self.max}" if self.max is not None else f"{self.min} or more"


def list_commands(formatter: click.HelpFormatter, commands: Iterable[click.Command]) -> None:
    """Each command with the first statement of its help."""
    formatter.write_dl([(str(command.name), _in_short(command)) for command in commands])


def _in_short(command: click.Command) -> str:
    return re.split(r"[.;:(] ", " ".join((command.help or "").split()))[0].rstrip(".") + "."
