"""Guards of later statements that something recorded earlier was wrong."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from domain.memorandum import content as contents
from domain.memorandum.events import (
    MemorandumCorrected,
    MemorandumEditionRecorded,
    MemorandumEvent,
    MemorandumExpired,
    MemorandumRetracted,
    MemorandumTacitlyRenewed,
    as_corrected,
)
from domain.memorandum.guarding import Guarding
from domain.memorandum.paper import signatures
from domain.memorandum.term import NOTICE_UNITS, Length
from domain.shared.act import Act, Source
from domain.shared.codes import language
from domain.shared.dates import CERTAINTIES, parse_day, parse_partial
from domain.shared.errors import BitimError, Invalid, Refused
from domain.shared.moment import current_moment
from domain.shared.text import code, line, one_of, paragraph


def _partial(value: Any, field: str) -> str | None:
    parse_partial(value, field)
    return None if value is None else str(value)


def _past(value: Any, field: str) -> str | None:
    if parse_partial(value, field).earliest > current_moment().today:
        raise Invalid(field, value, "not_after", day=current_moment().today.isoformat())
    return _partial(value, field)


def _source(value: Any, field: str) -> dict[str, Any] | None:
    if value is None:
        return None
    if not isinstance(value, dict) or not {"title"} <= set(value) <= {"title", "passage", "sha256"}:
        raise Invalid(field, value, "source")
    return Source(**value).plain()


def _boolean(value: Any, field: str) -> bool:
    if not isinstance(value, bool):
        raise Invalid(field, value, "boolean")
    return value


def _text(limit: int, *, empty: bool = True) -> Callable[[Any, str], str]:
    return lambda value, field: line(value, field, limit, empty=empty)


_PARSERS: dict[str, Callable[[Any, str], Any]] = {
    **contents.PARSERS,
    "occurred_on": _past,
    "certainty": lambda value, field: one_of(value, field, CERTAINTIES),
    "source": _source,
    "reason": lambda value, field: paragraph(value, field, 2000),
    "kind": code,
    "owner": _text(100, empty=False),
    "partner_id": contents.identifier,
    "framework_id": contents.identifier,
    "unit": _text(200),
    "event": _text(300, empty=False),
    "place": _text(200),
    "planned_for": _partial,
    "signatory": _text(200, empty=False),
    "office": _text(200),
    "signed_on": _past,
    "against": lambda value, field: None if value is None else parse_day(value, field).isoformat(),
    "until": _partial,
    "effective_on": _partial,
    "length": lambda value, field: None if value is None else Length.parse(value, field, NOTICE_UNITS).plain(),
    "giver_only": _boolean,
    "reference": _text(100, empty=False),
    "filename": _text(200, empty=False),
    "label": _text(200),
    "language": lambda value, field: None if value is None else language(value, field),
    "note": lambda value, field: paragraph(value, field, 10_000),
}
_SWEPT = (MemorandumExpired, MemorandumTacitlyRenewed)


class Correcting(Guarding):
    """Corrections and retractions of anything recorded."""

    def correct(self, act: Act, *, event_version: int, field: str, value: Any) -> None:
        """State that a field of an earlier event was never so: ``value`` replaces it for all days.

        Args:
            act: who corrects it, from which source, and why; a reason is required.
            event_version: the version that the event gave the memorandum.
            field: one of the event's own fields, or of its act: ``occurred_on``, ``certainty``, ``source``, ``reason``.
            value: what it should read.

        Raises:
            Invalid: a field that this event has not, a value out of form, no reason.
            Refused: the event is itself a correction, a retraction or written down by the sweep; a recorded later fact
                would become impossible; what was retracted is not corrected.
        """
        event = self._correctable(event_version)
        self._require_reason(act)
        one_of(field, "field", tuple(sorted(event.correctable())))
        standing = {e.originator_version: e for e in as_corrected(self.recorded)}
        if event_version not in standing:
            raise Refused("retracted_already", event_version=event_version)
        parsed = self._parse(standing[event_version], field, value)
        if parsed == standing[event_version].value_of(field):
            return
        self._require_possible_after(MemorandumCorrected, act, event_version=event_version, field=field, value=parsed)

    def _parse(self, event: MemorandumEvent, field: str, value: Any) -> Any:
        if field == "signatures" and isinstance(event, MemorandumEditionRecorded):
            return signatures(value, event.parties or [], "value")
        if field in contents.PARTS and value is None:
            return None
        return _PARSERS[field](value, "value")

    def retract(self, act: Act, *, event_version: int) -> None:
        """State that an event did not happen; a retraction may itself be retracted.

        Raises:
            Invalid: no reason is given.
            Refused: the memorandum rests on the event; later events rest on it (the reply names them); it is
                retracted already.
        """
        event = self.event_recorded(event_version)
        self._require_reason(act)
        if event_version == 1 or isinstance(event, _SWEPT):
            raise Refused("cannot_be_retracted", event_version=event_version, topic=event.TOPIC)
        if event_version not in {e.originator_version for e in as_corrected(self.recorded)}:
            raise Refused("retracted_already", event_version=event_version)
        resting = [
            later.originator_version
            for later in as_corrected(self.recorded)
            if f"e{event_version}" in (getattr(later, link, None) for link in ("edition_id", "follows", "amends"))
        ]
        if resting:
            raise Refused("later_events_rest_on_it", event_version=event_version, versions=resting)
        self._require_possible_after(MemorandumRetracted, act, event_version=event_version)

    def _correctable(self, event_version: int) -> MemorandumEvent:
        event: MemorandumEvent = self.event_recorded(event_version)
        if isinstance(event, (MemorandumCorrected, MemorandumRetracted, *_SWEPT)):
            raise Refused("cannot_be_corrected", event_version=event_version, topic=event.TOPIC)
        return event

    def _require_reason(self, act: Act) -> None:
        if not act.reason:
            raise Invalid("reason", act.reason, "required")
        act.days()

    def _require_possible_after(self, event_class: type[MemorandumEvent], act: Act, **fields: Any) -> None:
        """Record the statement, unless the memorandum could not be folded or a later fact would become impossible."""
        zone = current_moment().zone
        before = self.life(zone)
        pending, version, modified_on = len(self.pending_events), self.version, self.modified_on
        self.trigger(event_class, act, **fields)
        try:
            for edition in self.living_editions:
                contents.check_term(edition.content)
            lost = self.later_fact_impossible(before, self.life(zone))
            if lost:
                raise Refused("later_facts_forbid", facts=lost)
        except BitimError:
            del self.pending_events[pending:]
            self.recorded.pop()
            self.version, self.modified_on = version, modified_on
            self.restate()
            raise
