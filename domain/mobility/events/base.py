"""The base of a mobility case's events."""

from __future__ import annotations

from typing import ClassVar

from domain.mobility.state import MobilityState
from domain.shared.correction import CorrectableEvent
from domain.shared.event import Created


class MobilityEvent(CorrectableEvent):
    """What happened to a case; ``COMMAND`` records it, in the stages that `lifecycle.STAGES_FOR` names."""

    COMMAND: ClassVar[str] = ""

    def affect(self, case: MobilityState, /) -> None:
        """Change the state of the case."""


class MobilityCreated(MobilityEvent, Created):
    """The first event of a case. Who the person is, and whether it came or went, is said once for ever."""
