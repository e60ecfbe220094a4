"""The desk at which a command is typed: the installation that it is about, opened when it is needed."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from contextlib import AbstractContextManager, ExitStack
from functools import cached_property
from typing import Any

import click

from application.bitim import Bitim
from web.cli.printing import Printer
from web.wording.names import Names

Opening = Callable[[Mapping[str, str]], AbstractContextManager[Bitim]]


class Office:
    """One use of the command line.

    Args:
        environ: the environment variables that name the installation.
        opening: opens it; a test has it open already.
    """

    def __init__(self, environ: Mapping[str, str], opening: Opening = Bitim.open) -> None:
        self.environ = environ
        self.as_json = False
        self.names: Callable[[], Names] = Names
        """What the ids in a refusal are called, of the record that a command is about."""
        self._opening = opening
        self._opened = ExitStack()

    @cached_property
    def bitim(self) -> Bitim:
        """The installation; see `Bitim.open` for what is raised."""
        return self._opened.enter_context(self._opening(self.environ))

    @cached_property
    def show(self) -> Printer:
        """Standard output."""
        return Printer()

    def answer(self, answer: Any, show: Callable[[], None]) -> None:
        """Give an answer: as it is where JSON is wanted, otherwise as ``show`` shows it to people."""
        if self.as_json:
            self.show.json(answer)
        else:
            show()

    def close(self) -> None:
        """Let the installation go, if it was opened."""
        self._opened.close()


pass_office = click.make_pass_decorator(Office)
