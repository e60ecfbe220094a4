"""The desk at which a command is typed: the installation that it is about, opened when it is needed."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import cached_property
from typing import Any

import click

from application.bitim import Bitim
from web.cli.printing import Printer


class Office:
    """One use of the command line.

    Args:
        environ: the environment variables that name the installation.
        opening: opens it; a test gives it another clock.
    """

    def __init__(self, environ: Mapping[str, str], opening: Callable[[Mapping[str, str]], Bitim] = Bitim.open) -> None:
        self.environ = environ
        self.as_json = False
        self._opening = opening

    @cached_property
    def bitim(self) -> Bitim:
        """The installation; see `Bitim.open` for what is raised."""
        return self._opening(self.environ)

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
        if "bitim" in self.__dict__:
            self.bitim.close()


pass_office = click.make_pass_decorator(Office)
