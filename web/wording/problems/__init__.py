"""Refusals as people read them: what stands against it, and what would be accepted."""

from __future__ import annotations

from domain.shared.errors import BitimError
from web.wording.names import Names
from web.wording.problems import (
    correcting,
    entering,
    importing,
    mobility,
    partnering,
    renewing,
    running,
    sending,
    signing,
    standing,
)
from web.wording.problems.table import PROBLEMS, Problem

__all__ = [
    "PROBLEMS",
    "Problem",
    "correcting",
    "entering",
    "importing",
    "mobility",
    "partnering",
    "problem",
    "renewing",
    "running",
    "sending",
    "signing",
    "standing",
]


def problem(error: BitimError, names: Names | None = None) -> Problem:
    """A refusal in words.

    Args:
        error: what was refused.
        names: what the ids in it are called, where that is known.
    """
    return PROBLEMS[error.code](error.data, names or Names())
