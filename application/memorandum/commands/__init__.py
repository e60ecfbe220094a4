"""What can be done with memorandums, chapter by chapter as in `domain.memorandum`."""

from __future__ import annotations

from application.memorandum.commands.correcting import Correcting
from application.memorandum.commands.drafting import Drafting
from application.memorandum.commands.ending import Ending
from application.memorandum.commands.keeping import Keeping
from application.memorandum.commands.paper import Registering
from application.memorandum.commands.renewing import Renewing
from application.memorandum.commands.signing import Signing


class Memorandums(Drafting, Signing, Renewing, Registering, Ending, Keeping, Correcting):
    """The commands on memorandums; see `Commands` for what they have in common."""
