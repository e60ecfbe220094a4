"""Commands by which something recorded of a memorandum is said to have been wrong."""

from __future__ import annotations

from typing import Any

from web.cli.acting import Fields, changes
from web.cli.correcting import CORRECTION, OF_EVENT
from web.cli.rooms import MEMORANDUMS


@changes(MEMORANDUMS, "correct", CORRECTION)
def correct(**options: Any) -> Fields:
    """State that a field of an earlier entry was never so; give the --reason. `bitim history` shows the entries."""
    return options


@changes(MEMORANDUMS, "retract", OF_EVENT)
def retract(**options: Any) -> Fields:
    """State that an entry did not happen; give the --reason."""
    return options


COMMANDS = (correct, retract)
