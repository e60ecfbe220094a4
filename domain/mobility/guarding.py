"""What every guard of a mobility case asks: the stage it has reached, and whether the days still follow each other."""

from __future__ import annotations

from itertools import pairwise
from typing import Any

from domain.mobility.details import check, check_order
from domain.mobility.events import MobilityEvent
from domain.mobility.lifecycle import stages_for
from domain.mobility.state import MobilityState
from domain.shared import correcting
from domain.shared.act import Act
from domain.shared.correction import as_corrected
from domain.shared.errors import Refused
from domain.shared.moment import current_moment


class Guarding(MobilityState, correcting.Correcting):
    """Questions that refuse."""

    def require_stage(self, command: str) -> None:
        """Refuse what the stage of the case does not allow.

        Raises:
            Refused: ``case_stage_forbids``, with the stage and those in which it is possible.
        """
        possible = stages_for(command, self.purpose)
        if self.stage not in possible:
            raise Refused("case_stage_forbids", command=command, stage=self.stage, possible_in=possible)

    def record(self, event_class: type[MobilityEvent], act: Act, **fields: Any) -> None:
        """Record what happened, unless its days contradict those that are known.

        Raises:
            Invalid: the act lies after today; a last day before the first.
            Refused: ``stages_out_of_order``, with the two stages and their days.
        """
        act.days()
        with self.trial():
            self.trigger(event_class, act, **fields)
            self.require_agreement()

    def require_agreement(self) -> None:
        """Refuse a case whose details or days contradict each other."""
        check(self.details)
        check_order(self.actual_from, self.actual_until, "actual_until")
        zone = current_moment().zone
        for before, after in pairwise(self.path):
            if after.days(zone).latest < before.days(zone).earliest and after.on != before.on:
                raise Refused(
                    "stages_out_of_order",
                    stage=after.stage,
                    on=after.on,
                    before=before.stage,
                    before_on=before.on,
                )

    def require_path(self, event_version: int) -> None:
        """Refuse a statement about an event on which later ones rest: each must still be possible at its stage.

        Raises:
            Refused: ``later_events_rest_on_it``, with their versions.
        """
        resting = []
        reads: list[MobilityEvent] = as_corrected(self.recorded)
        self._forget()
        for event in reads:
            if event.COMMAND and self.stage not in stages_for(event.COMMAND, self.purpose):
                resting.append(event.originator_version)
                continue
            event.affect(self)
        if resting:
            raise Refused("later_events_rest_on_it", event_version=event_version, versions=resting)
