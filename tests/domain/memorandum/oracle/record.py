"""What was recorded by an instant, as it reads after every correction: editions and acts, with all their days."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any
from zoneinfo import ZoneInfo

from tests.domain.memorandum.oracle.almanac import possible_days

Days = tuple[date, ...]
ACTS = {
    "memorandum.objected": "objection",
    "memorandum.suspended": "suspension",
    "memorandum.resumed": "resumption",
    "memorandum.notice_given": "notice",
    "memorandum.terminated": "termination",
    "memorandum.superseded": "supersession",
}
BEGINNINGS = {
    "memorandum.drafted": "first",
    "memorandum.renewal_proposed": "renewal",
    "memorandum.amendment_proposed": "amendment",
    "memorandum.edition_recorded": "paper",
}


@dataclass
class Entry:
    """One event as it reads now; ``recorded_on`` is the day on which it was first recorded."""

    version: int
    topic: str
    recorded_on: date
    says: dict[str, Any]

    def acted(self) -> Days:
        """The days on which the act may have happened (rule 6)."""
        return possible_days(self.says["occurred_on"], self.recorded_on)


@dataclass
class Signed:
    """A signature: for whom, on which days, by which entry, and whether in the way planned here."""

    party: str
    version: int
    days: Days
    planned: bool
    dated: bool


@dataclass
class Edition:
    """An edition as recorded."""

    name: str
    version: int
    nature: str
    begun: Entry
    amends: str | None
    follows: str | None
    content: dict[str, Any]
    signatures: list[Signed] = field(default_factory=list)
    withdrawn: bool = False
    signed_on: str | None = None

    @property
    def parties(self) -> list[dict[str, Any]]:
        """Its parties, as far as known."""
        return self.content["parties"] or []

    def signed_by_all(self, *, dated: bool = False) -> bool:
        """Whether each party has signed."""
        signed = {s.party for s in self.signatures if s.dated or not dated}
        return bool(signed) and all(party["party_id"] in signed for party in self.parties)


@dataclass
class Act:
    """A legal act as recorded."""

    kind: str
    version: int
    days: Days
    effect: Days | None
    until: Days | None
    says: dict[str, Any]


@dataclass
class Record:
    """Everything that the standing rests on."""

    editions: dict[str, Edition] = field(default_factory=dict)
    acts: list[Act] = field(default_factory=list)


def as_known(events: Iterable[Any], known_at: datetime, zone: ZoneInfo) -> Record:
    """The record as known at an instant."""
    record = Record()
    for entry in _as_they_read([event for event in events if event.timestamp <= known_at], zone):
        _enter(record, entry)
    return record


def _as_they_read(events: list[Any], zone: ZoneInfo) -> list[Entry]:
    entries = {
        event.originator_version: Entry(
            event.originator_version, type(event).TOPIC, event.timestamp.astimezone(zone).date(), dict(vars(event))
        )
        for event in events
    }
    taken_back = {entry.version for entry in entries.values() if _taken_back(entry.version, entries)}
    standing = {version: entry for version, entry in entries.items() if version not in taken_back}
    for entry in standing.values():
        if entry.topic == "memorandum.corrected" and entry.says["event_version"] in standing:
            _correct(standing[entry.says["event_version"]], entry.says["field"], entry.says["value"])
    return list(standing.values())


def _taken_back(version: int, entries: dict[int, Entry]) -> bool:
    return any(
        entry.topic == "memorandum.retracted"
        and entry.says["event_version"] == version
        and not _taken_back(entry.version, entries)
        for entry in entries.values()
    )


def _correct(entry: Entry, name: str, value: Any) -> None:
    if name in entry.says.get("changes", {}):
        entry.says["changes"] = {**entry.says["changes"], name: value}
    else:
        entry.says[name] = value


def _enter(record: Record, entry: Entry) -> None:
    if entry.topic in BEGINNINGS:
        _begin(record, entry)
    elif entry.topic in ACTS:
        _act(record, entry, ACTS[entry.topic])
    elif entry.topic in ("memorandum.signed", "memorandum.signed_outside"):
        planned = entry.topic == "memorandum.signed"
        signed = Signed(entry.says["party_id"], entry.version, entry.acted(), planned, dated=True)
        record.editions[entry.says["edition_id"]].signatures.append(signed)
    elif entry.topic == "memorandum.withdrawn":
        record.editions[entry.says["edition_id"]].withdrawn = True
        if all(edition.withdrawn for edition in record.editions.values()):
            _act(record, entry, "withdrawal")
    elif "changes" in entry.says:
        edition = record.editions[entry.says["edition_id"]]
        changes = dict(entry.says["changes"])
        edition.signed_on = changes.pop("signed_on", edition.signed_on)
        edition.content.update(changes)


def _begin(record: Record, entry: Entry) -> None:
    edition = Edition(
        name=f"e{entry.version}",
        version=entry.version,
        nature=BEGINNINGS[entry.topic],
        begun=entry,
        amends=entry.says.get("amends"),
        follows=entry.says.get("follows"),
        content={part: entry.says[part] for part in ("parties", "term", "effective_on")},
        signed_on=entry.says["occurred_on"],
    )
    for signed in entry.says.get("signatures", []):
        days = possible_days(signed["signed_on"], entry.recorded_on)
        edition.signatures.append(
            Signed(signed["party_id"], entry.version, days, planned=False, dated=signed["signed_on"] is not None)
        )
    record.editions[edition.name] = edition


def _act(record: Record, entry: Entry, kind: str) -> None:
    effect, until = entry.says.get("effective_on"), entry.says.get("until")
    record.acts.append(
        Act(
            kind,
            entry.version,
            entry.acted(),
            possible_days(effect) if effect else None,
            possible_days(until) if until else None,
            entry.says,
        )
    )
