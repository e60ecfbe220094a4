"""Events of a nomination: what it says, and what both sides answer."""

from __future__ import annotations

from typing import Any, ClassVar

from domain.mobility.details import DETAILS
from domain.mobility.events.base import MobilityCreated, MobilityEvent
from domain.mobility.state import MobilityState
from domain.shared.correction import ChangingEvent


class Detailed(MobilityCreated):
    """The first event of a case, with its details."""

    CORRECTABLE = frozenset({"direction", *DETAILS, "funding"})

    direction: str
    person_id: str
    purpose: str
    partner_id: str
    partner_unit: str
    unit: str
    office: str
    eqf_level: int | None
    field: str | None
    academic_year: str | None
    programme: str
    memorandum_id: str | None
    without_memorandum: str
    planned_from: str | None
    planned_until: str | None
    funding: list[dict[str, Any]]

    def affect(self, case: MobilityState) -> None:
        details = {name: getattr(self, name) for name in DETAILS}
        case.begin(self.direction, self.person_id, details, self.funding)


class MobilityNominated(Detailed):
    """The sending side nominated a person; ``override`` says in which role and why beyond the places granted."""

    TOPIC = "mobility.nominated"

    override: dict[str, str] | None

    def affect(self, case: MobilityState) -> None:
        super().affect(case)
        if self.override:
            case.overrides = (self.override,)
        case.reach("nominated", self)


class MobilityRevised(ChangingEvent, MobilityEvent):
    """The nomination was changed; what the sides answered to it before no longer counts."""

    TOPIC = "mobility.revised"
    COMMAND = "revise"

    changes: dict[str, Any]
    override: dict[str, str] | None

    def affect(self, case: MobilityState) -> None:
        case.details = {**case.details, **self.changes}
        case.revised_version = self.originator_version
        if self.override:
            case.overrides = (*case.overrides, self.override)
        case.weigh_answers(self)


class _Answered(MobilityEvent):
    CORRECTABLE = frozenset({"comment"})
    ACCEPTED: ClassVar[bool]

    side: str
    comment: str

    def affect(self, case: MobilityState) -> None:
        case.answer(self, self.side, accepted=self.ACCEPTED, comment=self.comment)


class MobilityAccepted(_Answered):
    """A side, *sending* or *host*, accepted the nomination."""

    TOPIC = "mobility.accepted"
    COMMAND = "accept"
    ACCEPTED = True


class MobilityRejected(_Answered):
    """A side, *sending* or *host*, rejected the nomination; its comment says why."""

    TOPIC = "mobility.rejected"
    COMMAND = "reject"
    ACCEPTED = False


class MobilityCancelled(MobilityEvent):
    """The case was given up before it began, or a cotutelle before its defence."""

    TOPIC = "mobility.cancelled"
    COMMAND = "cancel"

    def affect(self, case: MobilityState) -> None:
        case.reach("cancelled", self)
