"""What can be done with mobility cases, chapter by chapter as in `domain.mobility`."""

from __future__ import annotations

from application.mobility.commands.correcting import Correcting
from application.mobility.commands.moving import Moving
from application.mobility.commands.nominating import Nominating
from application.mobility.commands.paper import Registering
from application.mobility.commands.recognising import Recognising


class MobilityCases(Nominating, Registering, Moving, Recognising, Correcting):
    """The commands on mobility cases; see `Commands` for what they have in common."""
