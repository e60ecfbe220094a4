"""Guards of later statements that something recorded earlier about a case was wrong."""

from __future__ import annotations

from typing import Any

from domain.mobility import details as parts
from domain.mobility.events import MobilityCorrected, MobilityFunded, MobilityRegistered, MobilityRetracted
from domain.mobility.guarding import Guarding
from domain.mobility.lifecycle import GROUNDS
from domain.mobility.nominating import LONGEST_COMMENT
from domain.mobility.paper import require_stage_of
from domain.shared.act import Act
from domain.shared.amount import amount
from domain.shared.correcting import ACT_PARSERS, Corrections, Parser, past, text
from domain.shared.correction import CorrectableEvent
from domain.shared.text import one_of, paragraph

_PARSERS: dict[str, Parser] = {
    **ACT_PARSERS,
    **parts.PARSERS,
    "direction": lambda value, field: one_of(value, field, parts.DIRECTIONS),
    "funding": parts.fundings,
    "comment": lambda value, field: paragraph(value, field, LONGEST_COMMENT),
    "actual_from": past,
    "actual_until": past,
    "ground": lambda value, field: None if value is None else one_of(value, field, tuple(GROUNDS)),
    "certificate": text(200, empty=False),
    "ects": lambda value, field: None if value is None else amount(value, field),
}


class Correcting(Guarding):
    """Corrections and retractions, held against the path of the case as it reads after them."""

    CORRECTIONS = Corrections(MobilityCorrected, MobilityRetracted, _PARSERS)

    def _parse_correction(self, event: CorrectableEvent, field: str, value: Any) -> Any:
        if field == "funding" and isinstance(event, MobilityFunded):
            return parts.one_funding(value, "value")
        if field == "reached" and isinstance(event, MobilityRegistered):
            return require_stage_of(event.purpose, value, "value")
        return super()._parse_correction(event, field, value)

    def _state(self, event_class: type[CorrectableEvent], act: Act, **fields: Any) -> None:
        """Record the statement, unless what remains would contradict itself or have nothing to rest on."""
        with self.trial():
            super()._state(event_class, act, **fields)
            self.require_path(fields["event_version"])
            self.require_agreement()
