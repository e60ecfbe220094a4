"""Refusals that come from how a command was sent: keys under which it may be sent again."""

from __future__ import annotations

from web.wording.language import gettext as _
from web.wording.names import Names
from web.wording.problems.table import Data, Problem, explains, shown


@explains("key_in_flight")
def _key_in_flight(data: Data, _names: Names) -> Problem:
    return Problem(
        _("It is being carried out"),
        _("The command sent under the key %(key)s is still being carried out.", key=shown(data["key"])),
        _("Wait a second, and send it again: it will have the answer of the first."),
    )


@explains("key_reused")
def _key_reused(data: Data, _names: Names) -> Problem:
    return Problem(
        _("The key was used for something else"),
        _("Another command was carried out under the key %(key)s.", key=shown(data["key"])),
        _("Send a new command under a new key."),
    )
