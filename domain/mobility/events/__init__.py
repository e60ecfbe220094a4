"""What can happen to a mobility case, by chapter of its life."""

from domain.mobility.events.base import MobilityEvent
from domain.mobility.events.correcting import MobilityCorrected, MobilityRetracted
from domain.mobility.events.moving import (
    MobilityCompleted,
    MobilityDatesChanged,
    MobilityInterrupted,
    MobilityStarted,
)
from domain.mobility.events.nominating import (
    MobilityAccepted,
    MobilityCancelled,
    MobilityNominated,
    MobilityRejected,
    MobilityRevised,
)
from domain.mobility.events.paper import MobilityRegistered
from domain.mobility.events.recognising import (
    MobilityCertified,
    MobilityDefended,
    MobilityDegreeAwarded,
    MobilityEnrolled,
    MobilityFunded,
    MobilityRecognised,
)

__all__ = [
    "MobilityAccepted",
    "MobilityCancelled",
    "MobilityCertified",
    "MobilityCompleted",
    "MobilityCorrected",
    "MobilityDatesChanged",
    "MobilityDefended",
    "MobilityDegreeAwarded",
    "MobilityEnrolled",
    "MobilityEvent",
    "MobilityFunded",
    "MobilityInterrupted",
    "MobilityNominated",
    "MobilityRecognised",
    "MobilityRegistered",
    "MobilityRejected",
    "MobilityRetracted",
    "MobilityRevised",
    "MobilityStarted",
]
