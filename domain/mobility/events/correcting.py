"""Later statements that something recorded earlier about a case was wrong."""

from __future__ import annotations

from domain.mobility.events.base import MobilityEvent
from domain.shared.correction import Correction, Retraction


class MobilityCorrected(Correction, MobilityEvent):
    """A field of an earlier event was never so: ``value`` replaces it for all days."""

    TOPIC = "mobility.corrected"


class MobilityRetracted(Retraction, MobilityEvent):
    """An earlier event did not happen."""

    TOPIC = "mobility.retracted"
