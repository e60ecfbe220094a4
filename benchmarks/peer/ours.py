"""Bitim's log of the records: the same happenings, entered command by command through the rules of the domain."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

from eventsourcing.persistence import StoredEvent

from benchmarks.office.cast import entered
from benchmarks.office.log import as_stored
from benchmarks.peer.records import BEGAN, Record
from domain.memorandum.memorandum import Memorandum
from domain.memorandum.reference import Reference
from domain.partner.partner import Partner
from domain.shared.act import Act
from domain.shared.event import Event
from domain.shared.moment import Moment, at

EVENTS = 8
"""In the stream of each memorandum."""

Command = tuple[str, dict[str, Any]]


def events(partners: Iterable[Record], memorandums: Iterable[Record]) -> Iterator[StoredEvent]:
    """All events in the order in which they are recorded."""
    for partner in partners:
        yield from as_stored(_registered(partner))
    commands = [command for record in memorandums for command in life(record)]
    commands.sort(key=lambda command: command[0].recorded_at)
    for command in commands:
        yield from as_stored(command)


def _registered(partner: Record) -> list[Event]:
    with at(Moment(BEGAN - timedelta(days=1))):
        return entered(
            Partner.register(
                Act("import", occurred_on=None),
                partner_id=UUID(partner["id"]),
                name=partner["name"],
                kind="university",
                country=partner["country"],
            )
        )


def life(record: Record) -> list[list[Event]]:
    """The events of one memorandum, command by command."""
    first, *others = (datetime.fromisoformat(instant) for instant in record["happenings"])
    memorandum, events = _drafted(record, first)
    found = [events]
    for instant, (verb, fields) in zip(others, _signed(record) if record["signed"] else _unsigned(record), strict=True):
        with at(Moment(instant)):
            getattr(memorandum, verb)(_act(record, instant), **fields)
        found.append(entered(memorandum))
    if sum(len(command) for command in found) != EVENTS + 1:  # with that of the number
        raise ValueError(record["reference"])
    return found


def _drafted(record: Record, instant: datetime) -> tuple[Memorandum, list[Event]]:
    act, id_ = _act(record, instant), UUID(record["id"])
    with at(Moment(instant)):
        number = Reference.issue(act, number=record["reference"], memorandum_id=id_)
        fields = {name: record[name] for name in ("reference", "kind", "owner", "content")}
        memorandum = Memorandum.draft(act, memorandum_id=id_, **fields)
    return memorandum, [*entered(number), *entered(memorandum)]


def _act(record: Record, instant: datetime) -> Act:
    return Act(record["owner"], occurred_on=instant.date().isoformat())


def _signed(record: Record) -> Iterator[Command]:
    yield from _approved()
    for signature in record["signatures"]:
        yield "sign", {"edition_id": "e1", **signature}
    yield "note", {"note": record["note"]}


def _unsigned(record: Record) -> Iterator[Command]:
    yield "note", {"note": record["note"]}
    yield "note", {"note": "The partner was asked for the names of the coordinators."}
    yield from _approved()
    yield "plan_signing", {"edition_id": "e1", "event": "Forum of rectors", "place": "Tashkent"}


def _approved() -> Iterator[Command]:
    yield "submit", {"edition_id": "e1", "route": ["legal"]}
    yield "clear", {"edition_id": "e1", "role": "legal"}
    yield "approve", {"edition_id": "e1"}
    yield "record_partner_approval", {"edition_id": "e1", "party_id": "p2"}
