"""Frozen samples: stored events, byte for byte as they were stored when their form was new.

One event a file, `events/<topic>.v<version>.json`. They are never edited and never taken away: databases hold events of
their form. To add the missing ones, for a new event or a new version of one:

    python -m tests.contracts.samples
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import fields
from pathlib import Path
from typing import Any, NamedTuple

from eventsourcing.persistence import Mapper, StoredEvent
from eventsourcing.utils import resolve_topic

from application.store.codec import new_transcoder
from domain.shared.event import Event
from tests.contracts.lives import Place, folded, places

SAMPLES = Path(__file__).parent / "events"
_MAPPER: Mapper[Any] = Mapper(new_transcoder())


class Sample(NamedTuple):
    """A frozen file."""

    topic: str
    version: int
    state: bytes


def file_of(event: Event) -> str:
    """The name of the file for an event in the form of today."""
    return f"{event.TOPIC}.v{getattr(type(event), 'class_version', 1)}.json"


def as_stored(event: Event) -> StoredEvent:
    """The event as the log keeps it."""
    return _MAPPER.to_stored_event(event)


def stored(event: Event) -> bytes:
    """The bytes that the log keeps of an event."""
    return as_stored(event).state


def read(folder: Path) -> Iterator[Sample]:
    """All samples of a folder."""
    for path in sorted(folder.glob("*.json")):
        topic, _, version = path.name.removesuffix(".json").rpartition(".v")
        yield Sample(topic, int(version), path.read_bytes().rstrip(b"\n"))


def loaded(sample: Sample, place: Place) -> Event:
    """The event that a sample is today, where it stands in its life."""
    of_today = place.event
    event = _MAPPER.to_domain_event(
        StoredEvent(of_today.originator_id, of_today.originator_version, sample.topic, sample.state)
    )
    assert isinstance(event, Event)
    return event


def missing(lives: Mapping[str, Place], folder: Path) -> list[str]:
    """The events whose form of today nobody has frozen."""
    return [name for place in lives.values() if not (folder / (name := file_of(place.event))).exists()]


def changed(lives: Mapping[str, Place], folder: Path) -> list[str]:
    """The events that are stored otherwise than is frozen, although they say that their version is the same."""
    frozen = {f"{sample.topic}.v{sample.version}.json": sample.state for sample in read(folder)}
    events = [place.event for place in lives.values()]
    return [file_of(event) for event in events if frozen.get(file_of(event), stored(event)) != stored(event)]


def unfit(lives: Mapping[str, Place], folder: Path) -> list[str]:
    """The samples that cannot be loaded as an event of today, with all its fields, and applied in its life."""
    found = []
    for sample in read(folder):
        place = lives.get(sample.topic)
        if place is None or not _fits(sample, place):
            found.append(f"{sample.topic}.v{sample.version}")
    return found


def _fits(sample: Sample, place: Place) -> bool:
    event = loaded(sample, place)
    if set(vars(event)) != {field.name for field in fields(resolve_topic(sample.topic))}:
        return False
    aggregate = event.mutate(folded(place.before))
    return aggregate is not None and aggregate.version == len(place.before) + 1


def freeze(lives: Mapping[str, Place], folder: Path) -> list[str]:
    """Add the samples that are missing; none that is there is touched."""
    added = missing(lives, folder)
    for place in lives.values():
        if file_of(place.event) in added:
            (folder / file_of(place.event)).write_bytes(stored(place.event) + b"\n")
    return added


if __name__ == "__main__":
    SAMPLES.mkdir(exist_ok=True)
    freeze(places(), SAMPLES)
