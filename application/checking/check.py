"""Holding the log against the rules: whether what is stored can still be read, and agrees with itself.

Guards see one memorandum at a time, and what is true when it is recorded may cease to be so in another stream, on a
disk, or by a hand that got into the database. This looks at everything, changes nothing, and says what it found.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from itertools import pairwise
from typing import cast
from uuid import UUID
from zoneinfo import ZoneInfo

from application.adapters.ports import FileStore
from application.checking.cases import book_findings, case_findings
from application.checking.finding import Broken, Finding, found
from application.errors import DocumentDamaged
from application.projecting.projector import Health
from application.store.store import Store, fold
from domain.imported_file.imported_file import ImportedFile
from domain.memorandum.memorandum import Memorandum
from domain.memorandum.reference import Reference, reference_id
from domain.memorandum.state import RecordedFact
from domain.mobility.case import MobilityCase
from domain.mobility.place_book import PlaceBook
from domain.mobility.stages import stage_intervals
from domain.partner.partner import Partner
from domain.request.request import PartnershipRequest
from domain.shared.dates import Days
from domain.shared.errors import NotFound
from domain.shared.event import Aggregate, Event

_PAGE = 5000
_RUNS = ("in_force", "suspended")
_GONE = ("not_begun", "in_preparation", "expired", "terminated", "superseded", "withdrawn")


@dataclass(frozen=True, slots=True)
class Checked:
    """What one check looked at, and what it found."""

    streams: int
    events: int
    documents: int
    findings: tuple[Finding, ...]


class Check:
    """Looks at every stream, every link, every document and every read model.

    Args:
        store: of the events.
        files: of the documents' bytes.
        health: how the read models are.
        today: the civil date in the institution's zone.
        zone: that zone.
    """

    def __init__(
        self,
        store: Store,
        files: FileStore,
        health: Callable[[], list[Health]],
        today: Callable[[], date],
        zone: ZoneInfo,
    ) -> None:
        self._store, self._files, self._health, self._today, self._zone = store, files, health, today, zone

    def __call__(self) -> Checked:
        """Look at everything.

        Raises:
            Unavailable: the store does not answer.
        """
        findings = list(self._read_models())
        numbers: dict[UUID, list[UUID]] = defaultdict(list)
        digests: set[str] = set()
        streams = events = 0
        for stream in self._streams():
            streams += 1
            recorded = self._recorded(stream, findings)
            events += len(recorded)
            record = self._folded(stream, recorded, findings)
            if isinstance(record, Memorandum):
                numbers[reference_id(record.reference)].append(record.id)
                digests |= {document["sha256"] for document in record.documents}
            if isinstance(record, ImportedFile):
                digests |= {sha256 for sha256, _filename, _mapping in record.editions}
            findings += self._disagreements(record)
        findings += _twice(numbers)
        return Checked(streams, events, len(digests), tuple(findings))

    # Streams

    def _streams(self) -> Iterator[UUID]:
        """Every stream, in the order in which they begin."""
        position, seen = 0, set[UUID]()
        while notifications := self._store.notifications(position, _PAGE):
            for notification in notifications:
                stream = cast(UUID, notification.originator_id)
                if stream not in seen:  # by its first event, even if that one is missing
                    seen.add(stream)
                    yield stream
            position = notifications[-1].id

    def _recorded(self, stream: UUID, findings: list[Finding]) -> list[Event]:
        try:
            events = self._store.events(stream)
        except Exception as error:  # noqa: BLE001  whatever keeps a stored event from being read is the finding
            findings.append(Finding("event_unreadable", "stream", str(stream), {"reason": _said(error)}))
            return []
        versions = [event.originator_version for event in events]
        if versions != list(range(1, len(events) + 1)):
            findings.append(Finding("version_missing", "stream", str(stream), {"versions": versions}))
        for before, after in pairwise(events):
            if after.recorded_at < before.recorded_at:
                version = after.originator_version
                findings.append(Finding("time_falls", "stream", str(stream), {"version": version}))
        return events

    def _folded(self, stream: UUID, events: list[Event], findings: list[Finding]) -> Aggregate | None:
        try:
            record = fold(None, events)
            if isinstance(record, Memorandum):
                record.timeline(self._zone)
            if isinstance(record, MobilityCase):
                stage_intervals(record.passages(self._zone))
        except Exception as error:  # noqa: BLE001  whatever keeps a stream from being folded is the finding
            findings.append(Finding("cannot_be_folded", "stream", str(stream), {"reason": _said(error)}))
            return None
        return cast(Aggregate | None, record)

    def _memorandum(self, memorandum_id: str) -> Memorandum | None:
        return found(self._store, Memorandum, memorandum_id)

    def _disagreements(self, record: Aggregate | None) -> list[Finding]:
        """What of a record does not agree with others; nothing, if one of these cannot be folded."""
        try:
            if isinstance(record, Memorandum):
                return [
                    *self._reference(record),
                    *self._links(record),
                    *self._parties(record),
                    *self._documents(record),
                ]
            if isinstance(record, Reference):
                return list(self._holder(record))
            if isinstance(record, ImportedFile):
                return list(self._editions(record))
            if isinstance(record, MobilityCase):
                return list(case_findings(self._store, record, self._zone))
            if isinstance(record, PlaceBook):
                return list(book_findings(self._store, record))
            return list(self._answer(record)) if isinstance(record, PartnershipRequest) else []
        except Broken:
            return []

    # References and requests

    def _reference(self, memorandum: Memorandum) -> Iterator[Finding]:
        issued = found(self._store, Reference, str(reference_id(memorandum.reference)))
        holder = issued.memorandum_id if issued else None
        if holder != str(memorandum.id):
            data = {"reference": memorandum.reference, "holder": holder}
            yield Finding("reference_not_its_own", "memorandum", str(memorandum.id), data)

    def _holder(self, reference: Reference) -> Iterator[Finding]:
        if self._memorandum(reference.memorandum_id) is None:
            data = {"number": reference.number, "memorandum_id": reference.memorandum_id}
            yield Finding("reference_of_nothing", "reference", str(reference.id), data)

    def _answer(self, request: PartnershipRequest) -> Iterator[Finding]:
        if request.memorandum_id is None:
            return
        memorandum = self._memorandum(request.memorandum_id)
        if memorandum is None or memorandum.request_id != str(request.id):
            data = {"memorandum_id": request.memorandum_id}
            yield Finding("request_not_answered_by", "request", str(request.id), data)

    # Links: changes in the other stream move nothing in this one, and may leave the link without ground

    def _links(self, memorandum: Memorandum) -> Iterator[Finding]:
        supersessions = [fact for fact in memorandum.facts if fact.kind == "supersession"]
        if memorandum.superseded_by and supersessions:
            yield from self._successor(memorandum, memorandum.superseded_by, supersessions[-1])
        if memorandum.framework_id:
            yield from self._framework(memorandum, memorandum.framework_id)

    def _successor(self, memorandum: Memorandum, successor_id: str, link: RecordedFact) -> Iterator[Finding]:
        legal = link.legal(self._zone)
        days = legal.effect or legal.day
        yield from self._other(memorandum, successor_id, days, "successor")

    def _framework(self, memorandum: Memorandum, framework_id: str) -> Iterator[Finding]:
        today = self._today()
        now = memorandum.timeline(self._zone).on(today)
        if now is not None and now.standing in _RUNS:
            yield from self._other(memorandum, framework_id, Days(today, today), "framework")

    def _other(self, memorandum: Memorandum, other_id: str, days: Days, link: str) -> Iterator[Finding]:
        """A link to nothing, or to a memorandum that was not there to stand on that day."""
        other, data = self._memorandum(other_id), {"link": link, "other": other_id}
        if other is None:
            yield Finding("link_to_nothing", "memorandum", str(memorandum.id), data)
        elif days.certain:
            interval = other.timeline(self._zone).on(days.earliest)
            standing = interval.standing if interval else "not_begun"
            if standing in _GONE:
                more = {"on": days.earliest.isoformat(), "standing": standing, "reference": other.reference}
                yield Finding("link_without_ground", "memorandum", str(memorandum.id), {**data, **more})

    def _parties(self, memorandum: Memorandum) -> Iterator[Finding]:
        """Parties that are one organisation, as was found after one of them had been named."""
        for edition in memorandum.living_editions:
            records: dict[str, set[str]] = defaultdict(set)
            for partner_id in (party["partner_id"] for party in edition.parties if party["partner_id"]):
                records[self._survivor(partner_id)].add(partner_id)
            for several in (ids for ids in records.values() if len(ids) > 1):
                data = {"edition_id": edition.edition_id, "partners": sorted(several)}
                yield Finding("parties_are_one", "memorandum", str(memorandum.id), data)

    def _survivor(self, partner_id: str) -> str:
        """The record under which a partner is shown."""
        partner = found(self._store, Partner, partner_id)
        survivor = partner.survivor_id if partner else None
        return partner_id if survivor is None else self._survivor(survivor)

    # Documents and read models

    def _documents(self, memorandum: Memorandum) -> Iterator[Finding]:
        for document in memorandum.documents:
            yield from self._kept("memorandum", memorandum.id, document["filename"], document["sha256"])

    def _editions(self, file: ImportedFile) -> Iterator[Finding]:
        for sha256, filename, _mapping in file.editions:
            yield from self._kept("imported_file", file.id, filename, sha256)

    def _kept(self, kind: str, id_: UUID, filename: str, sha256: str) -> Iterator[Finding]:
        """What is the matter with bytes that are kept."""
        data = {"filename": filename, "sha256": sha256}
        try:
            self._files.get(sha256)
        except NotFound:
            yield Finding("document_missing", kind, str(id_), data)
        except DocumentDamaged:
            yield Finding("document_damaged", kind, str(id_), data)

    def _read_models(self) -> Iterator[Finding]:
        for health in self._health():
            if health.halted_at is not None:
                data = {"position": health.halted_at, "reason": health.reason}
                yield Finding("read_model_halted", "read_model", health.name, data)
            elif not health.is_level:
                yield Finding("read_model_behind", "read_model", health.name, {"position": health.position})


def _twice(numbers: dict[UUID, list[UUID]]) -> Iterator[Finding]:
    for number, holders in numbers.items():
        if len(holders) > 1:
            yield Finding("reference_twice", "reference", str(number), {"memorandums": [str(one) for one in holders]})


def _said(error: Exception) -> str:
    return f"{type(error).__name__}: {error}"[:300]
