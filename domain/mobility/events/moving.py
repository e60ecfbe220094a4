"""Events of the stay itself: other dates, first and last day, an early return."""

from __future__ import annotations

from domain.mobility.events.base import MobilityEvent
from domain.mobility.lifecycle import GROUNDS
from domain.mobility.state import MobilityState


class MobilityDatesChanged(MobilityEvent):
    """Other days were planned; the reason is that of the act."""

    TOPIC = "mobility.dates_changed"
    COMMAND = "change_dates"
    CORRECTABLE = frozenset({"planned_from", "planned_until"})

    planned_from: str | None
    planned_until: str | None

    def affect(self, case: MobilityState) -> None:
        planned = {"planned_from": self.planned_from, "planned_until": self.planned_until}
        case.details = {**case.details, **planned}


class MobilityStarted(MobilityEvent):
    """The person arrived: ``actual_from`` (the day of the act, if not stated) is the first day."""

    TOPIC = "mobility.started"
    COMMAND = "start"
    CORRECTABLE = frozenset({"actual_from"})

    actual_from: str | None

    def affect(self, case: MobilityState) -> None:
        first = self.actual_from or self.occurred_on
        case.stay_from(first)
        case.reach("started", self, on=first)


class MobilityCompleted(MobilityEvent):
    """The stay came to its end: ``actual_until`` (the day of the act, if not stated) is the last day."""

    TOPIC = "mobility.completed"
    COMMAND = "complete"
    CORRECTABLE = frozenset({"actual_until"})

    actual_until: str | None

    def affect(self, case: MobilityState) -> None:
        last = self.actual_until or self.occurred_on
        case.stay_until(last)
        case.reach("completed", self, on=last, after=True)


class MobilityInterrupted(MobilityEvent):
    """The person returned early: ``actual_until`` (the day of the act, if not stated) is the last day.

    ``ground``: ``force_majeure``, ``without_justification``, or ``None`` while it is not known.
    """

    TOPIC = "mobility.interrupted"
    COMMAND = "interrupt"
    CORRECTABLE = frozenset({"ground", "actual_until"})

    ground: str | None
    actual_until: str | None

    def affect(self, case: MobilityState) -> None:
        last = self.actual_until or case.actual_until or self.occurred_on
        case.stay_until(last)
        case.ground = self.ground
        case.reach(GROUNDS.get(self.ground or "", "interrupted"), self, on=last, after=True)
