"""Guards of the stay itself: other dates, first and last day, an early return."""

from __future__ import annotations

from domain.mobility.details import check_order
from domain.mobility.events import (
    MobilityCompleted,
    MobilityDatesChanged,
    MobilityInterrupted,
    MobilityStarted,
)
from domain.mobility.guarding import Guarding
from domain.mobility.lifecycle import GROUNDS
from domain.shared.act import Act
from domain.shared.correcting import partial, past, require_reason
from domain.shared.text import one_of


class Moving(Guarding):
    """Change of dates, start, completion, interruption."""

    def change_dates(self, act: Act, *, planned_from: str | None = None, planned_until: str | None = None) -> None:
        """Plan other days; the reason is required.

        Args:
            act: who plans it, when and why.
            planned_from: the first day, partial or unknown; that planned so far, if not stated.
            planned_until: the last day; that planned so far, if not stated.

        Raises:
            Invalid: a day out of form, a last day before the first, no reason.
            Refused: the stay has come to an end.
        """
        self.require_stage("change_dates")
        require_reason(act)
        first = self.details["planned_from"] if planned_from is None else partial(planned_from, "planned_from")
        last = self.details["planned_until"] if planned_until is None else partial(planned_until, "planned_until")
        check_order(first, last, "planned_until")
        if (first, last) != (self.details["planned_from"], self.details["planned_until"]):
            self.record(MobilityDatesChanged, act, planned_from=first, planned_until=last)

    def start(self, act: Act, *, actual_from: str | None = None) -> None:
        """Record that the person arrived.

        Args:
            act: who records it, and when.
            actual_from: the first day; the day of the act, if not stated.

        Raises:
            Invalid: a day out of form or after today.
            Refused: the case is not accepted, or has begun; the day lies before that on which it was accepted.
        """
        self.require_stage("start")
        self.record(MobilityStarted, act, actual_from=past(actual_from, "actual_from"))

    def complete(self, act: Act, *, actual_until: str | None = None) -> None:
        """Record that the stay came to its end.

        Args:
            act: who records it, and when.
            actual_until: the last day; the day of the act, if not stated.

        Raises:
            Invalid: a day out of form, after today or before the first.
            Refused: the stay has not begun, or has ended.
        """
        self.require_stage("complete")
        self.record(MobilityCompleted, act, actual_until=past(actual_until, "actual_until"))

    def interrupt(self, act: Act, *, ground: str | None = None, actual_until: str | None = None) -> None:
        """Record an early return, or state the ground of one that is on record.

        By force majeure the case ends *recognised*, without justification *cancelled*; while the ground is not known it
        is *interrupted*.

        Args:
            act: who records it, and when.
            ground: ``force_majeure`` or ``without_justification``; none if it is not known.
            actual_until: the last day; the day of the act, if not stated.

        Raises:
            Invalid: a part out of form, a day after today or before the first.
            Refused: the stay has not begun, or has ended otherwise.
        """
        self.require_stage("interrupt")
        why = None if ground is None else one_of(ground, "ground", tuple(GROUNDS))
        last = past(actual_until, "actual_until")
        act.days()
        if self.stage != "interrupted" or why is not None or last not in (None, self.actual_until):
            self.record(MobilityInterrupted, act, ground=why, actual_until=last)
