"""The event of registration from paper: a case that happened before or outside Bitim."""

from __future__ import annotations

from domain.mobility.events.nominating import Detailed
from domain.mobility.lifecycle import OVER, UNDER_WAY
from domain.mobility.state import MobilityState


class MobilityRegistered(Detailed):
    """A case was entered from paper at the stage ``reached``, on ``occurred_on`` as far as that is known."""

    TOPIC = "mobility.registered"
    CORRECTABLE = Detailed.CORRECTABLE | {"reached", "actual_from", "actual_until"}

    reached: str
    actual_from: str | None
    actual_until: str | None

    def affect(self, case: MobilityState) -> None:
        super().affect(case)
        began = "enrolled" if case.purpose == "cotutelle" else "started"
        if self.reached in (*UNDER_WAY, *OVER) or self.actual_from:
            first = self.actual_from or (self.occurred_on if self.reached == began else None)
            case.stay_from(first)
            if first is not None or self.reached == began:
                case.reach(began, self, on=first)
        if self.reached != began:
            self._reach_end(case)

    def _reach_end(self, case: MobilityState) -> None:
        ended = self.reached in ("completed", "interrupted")
        if self.reached in OVER or case.has_begun:
            stated = self.reached in ("completed", "interrupted", "defended")
            case.stay_until(self.actual_until or (self.occurred_on if stated else None))
        if ended and self.actual_until:
            case.reach(self.reached, self, on=self.actual_until, after=True)
        else:
            case.reach(self.reached, self)
