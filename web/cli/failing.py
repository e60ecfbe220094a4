"""How the command line says no: a sentence for people, the problem for programs, an exit code that means something."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import IO, Any

import click

from application.errors import (
    DocumentDamaged,
    DocumentTooLarge,
    ExportRefused,
    FileRefused,
    ImportInterrupted,
    NotMigrated,
    OutcomeUnknown,
    RebuildHalted,
    SettingRefused,
    Unavailable,
)
from domain.shared.errors import BitimError, Conflict, Invalid, NotFound, Refused
from web.problems import RequestRefused, shape, status_of
from web.wording.names import Names
from web.wording.problems import problem

UNEXPECTED, INVALID, REFUSED, NOT_FOUND, CONFLICT, UNAVAILABLE = 1, 2, 3, 4, 5, 6
BAD_REQUEST = 400  # what the API would answer
EXIT_CODES: dict[type[BitimError], int] = {
    Invalid: INVALID,
    DocumentTooLarge: INVALID,
    ExportRefused: INVALID,
    FileRefused: INVALID,
    SettingRefused: INVALID,
    Refused: REFUSED,
    NotFound: NOT_FOUND,
    Conflict: CONFLICT,
    Unavailable: UNAVAILABLE,
    OutcomeUnknown: UNAVAILABLE,
    ImportInterrupted: UNAVAILABLE,
    NotMigrated: UNAVAILABLE,
    RebuildHalted: UNAVAILABLE,
    DocumentDamaged: UNAVAILABLE,
}
"""What a script can tell a failure by; `bitim --help` lists them."""


class Failed(click.ClickException):
    """A refusal, on its way to whoever typed the command.

    Args:
        said: for people; for programs, the problem in the one shape that the API has too.
        exit_code: of the process.
    """

    def __init__(self, said: str, exit_code: int) -> None:
        super().__init__(said)
        self.exit_code = exit_code

    def show(self, file: IO[Any] | None = None) -> None:
        """Say it on standard error."""
        click.echo(self.message, file=file, err=True)


def exit_code(error: BitimError) -> int:
    """The exit code of the closest kind of error."""
    return next((EXIT_CODES[kind] for kind in type(error).__mro__ if kind in EXIT_CODES), UNEXPECTED)


@contextmanager
def failures(*, as_json: bool, names: Callable[[], Names] = Names) -> Iterator[None]:
    """Turn what is refused inside into what the command line says.

    Args:
        as_json: whether it is said for programs.
        names: what the ids in a refusal are called.

    Raises:
        Failed: instead of a `BitimError`; where JSON is wanted also instead of a wrong use of the command line.
    """
    try:
        yield
    except BitimError as error:
        known = names() if isinstance(error, Refused) else Names()  # other errors: the register may not answer
        said = _for_programs(error, status_of(error), known) if as_json else _for_people(error, known)
        raise Failed(said, exit_code(error)) from error
    except click.UsageError as error:
        if not as_json:
            raise
        wrong = RequestRefused("usage", message=error.format_message())
        raise Failed(_for_programs(wrong, BAD_REQUEST, Names()), INVALID) from error


def _for_people(error: BitimError, names: Names) -> str:
    said = problem(error, names)
    return "\n".join(part for part in (f"{said.title}.", said.detail, said.accepted) if part)


def _for_programs(error: BitimError, status: int, names: Names) -> str:
    said = {**shape(error, status), "detail": problem(error, names).detail}
    return json.dumps(said, ensure_ascii=False, indent=2, default=str)
