"""Guards of corrections and retractions, whatever they correct."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any

from domain.shared.act import Act, Source
from domain.shared.correction import CorrectableAggregate, CorrectableEvent, Correction, Retraction, as_corrected
from domain.shared.dates import CERTAINTIES, parse_partial
from domain.shared.errors import BitimError, Invalid, Refused
from domain.shared.moment import current_moment
from domain.shared.text import line, one_of, paragraph

Parser = Callable[[Any, str], Any]
"""Reads a value as people enter it, for a field of this name; raises `Invalid`."""


def partial(value: Any, field: str) -> str | None:
    """A partial date as events store it, ``None`` for unknown."""
    parse_partial(value, field)
    return None if value is None else str(value)


def past(value: Any, field: str) -> str | None:
    """A partial date that does not lie wholly after today."""
    today = current_moment().today
    if value is not None and parse_partial(value, field).earliest > today:
        raise Invalid(field, value, "not_after", day=today.isoformat())
    return partial(value, field)


def text(limit: int, *, empty: bool = True) -> Parser:
    """A parser of one line of text."""
    return lambda value, field: line(value, field, limit, empty=empty)


def _source(value: Any, field: str) -> dict[str, Any] | None:
    if value is None:
        return None
    if not isinstance(value, dict) or not {"title"} <= set(value) <= {"title", "passage", "sha256"}:
        raise Invalid(field, value, "source")
    return Source(**value).plain()


ACT_PARSERS: dict[str, Parser] = {
    "occurred_on": past,
    "certainty": lambda value, field: one_of(value, field, CERTAINTIES),
    "source": _source,
    "reason": lambda value, field: paragraph(value, field, 2000),
}
"""How the fields that every event has are read."""


@dataclass(frozen=True)
class Corrections:
    """How the events of one concept are corrected.

    Args:
        corrected, retracted: the events that state it.
        parsers: how a corrected value is read, by the name of its field.
        final: events that are what time has done, and are never said to be wrong: what they follow from is.
    """

    corrected: type[Correction]
    retracted: type[Retraction]
    parsers: Mapping[str, Parser]
    final: tuple[type[CorrectableEvent], ...] = ()


class Correcting(CorrectableAggregate):
    """Corrections and retractions of anything recorded."""

    CORRECTIONS = Corrections(Correction, Retraction, ACT_PARSERS)

    def correct(self, act: Act, *, event_version: int, field: str, value: Any) -> None:
        """State that a field of an earlier event was never so: ``value`` replaces it for all days.

        Args:
            act: who corrects it, from which source, and why; a reason is required.
            event_version: the version that the event gave the record.
            field: one of the event's own fields, or of its act: ``occurred_on``, ``certainty``, ``source``, ``reason``.
            value: what it should read.

        Raises:
            Invalid: a field that this event has not, a value out of form, no reason.
            Refused: the event is itself a correction, a retraction or written down by the sweep; what was recorded
                since forbids it; what was retracted is not corrected.
        """
        event: CorrectableEvent = self.event_recorded(event_version)
        if isinstance(event, (Correction, Retraction, *self.CORRECTIONS.final)):
            raise Refused("cannot_be_corrected", event_version=event_version, topic=event.TOPIC)
        require_reason(act)
        one_of(field, "field", tuple(sorted(event.correctable())))
        reads = {e.originator_version: e for e in as_corrected(self.recorded)}.get(event_version)
        if reads is None:
            raise Refused("retracted_already", event_version=event_version)
        parsed = self._parse_correction(reads, field, value)
        if parsed != reads.value_of(field):
            self._state(self.CORRECTIONS.corrected, act, event_version=event_version, field=field, value=parsed)

    def retract(self, act: Act, *, event_version: int) -> None:
        """State that an event did not happen; a retraction may itself be retracted.

        Args:
            act: who says so, from which source, and why; a reason is required.
            event_version: the version that the event gave the record.

        Raises:
            Invalid: no reason is given.
            Refused: the record rests on the event; later events rest on it (the reply names them); it is retracted
                already.
        """
        event: CorrectableEvent = self.event_recorded(event_version)
        require_reason(act)
        if event_version == 1 or isinstance(event, self.CORRECTIONS.final):
            raise Refused("cannot_be_retracted", event_version=event_version, topic=event.TOPIC)
        standing = as_corrected(self.recorded)
        if event_version not in {e.originator_version for e in standing}:
            raise Refused("retracted_already", event_version=event_version)
        resting = [e.originator_version for e in standing if self._rests_on(e, event_version)]
        if resting:
            raise Refused("later_events_rest_on_it", event_version=event_version, versions=resting)
        self._state(self.CORRECTIONS.retracted, act, event_version=event_version)

    def _parse_correction(self, event: CorrectableEvent, field: str, value: Any) -> Any:  # noqa: ARG002  for subclasses
        """The value, read as its field demands."""
        return self.CORRECTIONS.parsers[field](value, "value")

    def _rests_on(self, later: CorrectableEvent, event_version: int) -> bool:  # noqa: ARG002  for subclasses
        """Whether a later event would have nothing to act upon without the one of this version."""
        return False

    def _state(self, event_class: type[CorrectableEvent], act: Act, **fields: Any) -> None:
        """Record the statement; a subclass refuses what it makes impossible, inside `trial`."""
        self.trigger(event_class, act, **fields)

    @contextmanager
    def trial(self) -> Iterator[None]:
        """Take back what is recorded inside, if a rule refuses what it leads to."""
        pending, version, modified_on = len(self.pending_events), self.version, self.modified_on
        try:
            yield
        except BitimError:
            del self.pending_events[pending:]
            del self.recorded[version:]
            self.version, self.modified_on = version, modified_on
            self.restate()
            raise


def require_reason(act: Act) -> None:
    """Refuse an act without a reason, or of a day after today.

    Raises:
        Invalid: either.
    """
    if not act.reason:
        raise Invalid("reason", act.reason, "required")
    act.days()
