"""Commands by which something recorded about a case is said to have been wrong."""

from __future__ import annotations

from typing import Any

from web.cli.acting import Fields, changes
from web.cli.correcting import CORRECTION, OF_EVENT
from web.cli.rooms import MOBILITY_CASES


@changes(MOBILITY_CASES, "correct", CORRECTION)
def correct(**options: Any) -> Fields:
    """State that a field of an earlier entry was never so; give the --reason."""
    return options


@changes(MOBILITY_CASES, "retract", OF_EVENT)
def retract(**options: Any) -> Fields:
    """State that an entry did not happen; give the --reason."""
    return options


COMMANDS = (correct, retract)
