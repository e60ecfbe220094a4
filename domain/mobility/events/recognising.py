"""Events of what came of a stay: certificate, recognition, a cotutelle's degree, and the money."""

from __future__ import annotations

from typing import Any

from domain.mobility.events.base import MobilityEvent
from domain.mobility.state import MobilityState


class MobilityCertified(MobilityEvent):
    """The host certified the stay."""

    TOPIC = "mobility.certified"
    COMMAND = "certify"
    CORRECTABLE = frozenset({"certificate"})

    certificate: str

    def affect(self, case: MobilityState) -> None:
        case.certificates = (*case.certificates, self.certificate)


class MobilityRecognised(MobilityEvent):
    """We recognised what was done there, with so many ECTS credits; ``None`` where there are none or not known."""

    TOPIC = "mobility.recognised"
    COMMAND = "recognise"
    CORRECTABLE = frozenset({"ects"})

    ects: str | None

    def affect(self, case: MobilityState) -> None:
        case.ects = self.ects
        if case.stage != "recognised":
            case.reach("recognised", self)


class MobilityFunded(MobilityEvent):
    """Money for the case became known."""

    TOPIC = "mobility.funded"
    COMMAND = "record_funding"
    CORRECTABLE = frozenset({"funding"})

    funding: dict[str, Any]

    def affect(self, case: MobilityState) -> None:
        case.funding = (*case.funding, self.funding)


class MobilityEnrolled(MobilityEvent):
    """The doctoral candidate of a cotutelle was enrolled at the second university."""

    TOPIC = "mobility.enrolled"
    COMMAND = "enrol"

    def affect(self, case: MobilityState) -> None:
        case.stay_from(self.occurred_on)
        case.reach("enrolled", self)


class MobilityDefended(MobilityEvent):
    """The thesis was defended, once for both universities."""

    TOPIC = "mobility.defended"
    COMMAND = "defend"

    def affect(self, case: MobilityState) -> None:
        case.stay_until(self.occurred_on)
        case.reach("defended", self)


class MobilityDegreeAwarded(MobilityEvent):
    """The degree was awarded."""

    TOPIC = "mobility.degree_awarded"
    COMMAND = "award_degree"

    def affect(self, case: MobilityState) -> None:
        case.reach("degree_awarded", self)
