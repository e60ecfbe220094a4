"""Taking a register in: the file is kept, read, held against the edition before, and its rows are taken one by one."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from pathlib import PurePath
from typing import Any
from uuid import UUID

from application import deadline
from application.adapters.ports import FileStore
from application.errors import ImportInterrupted, Unavailable
from application.exchange.importing.changes import refuse_losses, refuse_shift
from application.exchange.importing.deciding import registers_begun
from application.exchange.importing.directory import known_partners
from application.exchange.importing.editions import Edition, read_edition
from application.exchange.importing.files.delimited import SEPARATORS
from application.exchange.importing.mapping import SheetMapping, plain_mapping, sheets_of
from application.exchange.importing.matching import Matched, match
from application.exchange.importing.memory import File, Memory
from application.exchange.importing.on_record import OnRecord
from application.exchange.importing.plan import Step, place, plan
from application.exchange.importing.readings.words import words_of
from application.exchange.importing.report import Report, RowReport, reported
from application.exchange.importing.rows import Rows, Settled
from application.institution.decisions import require_kind
from application.memorandum.register.queries import Register
from application.partner.directory.queries import PartnerDirectory
from application.store.store import Store
from domain.imported_file.imported_file import ImportedFile, Place, imported_file_id, register_name
from domain.shared.errors import Invalid, NotFound, Refused
from domain.shared.text import line, one_of

_LEFT = ("rejected", "undecided")

Progress = Callable[[int, int], None]
"""Told how many rows are done, and of how many."""


@dataclass(frozen=True, slots=True)
class Told:
    """What a person says of a register that is to be taken in.

    Args:
        actor: id of the account that takes it.
        name: of the register, the same every year, whatever its file is called; none: as the file is called, which is
            refused where other registers are known: this may be the next edition of one of them.
        filename: as it is called this time.
        settled: what holds for all of its memorandums.
        mapping: what the columns hold; none: as in the edition before, or as proposed.
        encoding, separator: of the file, where they cannot be told.
        words: further lists of words.
        losses: fields of which values are meant to be lost.
    """

    actor: str
    name: str | None
    filename: str
    settled: Settled
    mapping: Mapping[str, SheetMapping] | None = None
    encoding: str | None = None
    separator: str | None = None
    words: Sequence[str] = ()
    losses: Sequence[str] = ()


@dataclass(frozen=True, slots=True)
class _Before:
    """What is known of a register from earlier: the edition to compare with, and what became of rows.

    ``links`` are by places in that edition, unless ``is_begun``: then the new edition itself has been begun.
    """

    edition: Edition | None
    links: Mapping[Place, str]
    done: set[Place]
    is_begun: bool


class Imports:
    """Registers taken in from files.

    Args:
        store: of the events.
        files: keeps every edition of every file.
        directory, register: of partners and memorandums, which rows may be about.
        today: the civil date in the institution's zone.
    """

    def __init__(
        self, store: Store, files: FileStore, directory: PartnerDirectory, register: Register, today: Callable[[], date]
    ) -> None:
        self._store, self._files, self._today = store, files, today
        self._directory, self._register = directory, register
        self._rows = Rows(store, files)

    def take(
        self, content: bytes, told: Told, *, rehearsal: bool = False, progress: Progress = lambda _done, _of: None
    ) -> Report:
        """Take a file in, row by row; broken off, it goes on where it was when the same file is taken again.

        Args:
            content: the bytes of the file.
            told: what a person says of it.
            rehearsal: whether nothing is to be stored; the report is the same.
            progress: told after each row.

        Raises:
            FileRefused: it cannot be taken as a register.
            Refused: the register must be named; a column has lost most of its values, or all dates have moved by a
                day: a person must look.
            Invalid: what was told is out of form.
            NotFound: our institution is not among the partners.
            Conflict: somebody else takes the same register.
            ImportInterrupted: there was no time for all rows; the same again goes on.
        """
        name, sha256 = self._name(told), hashlib.sha256(content).hexdigest()
        kept = self._kept(name)
        was: Mapping[str, Any] = kept.editions[-1][2] if kept and kept.editions else {}
        settled = self._settled(told, was)
        edition, how = self._read(content, told, was)
        how["ours"] = str(settled.ours)
        before = self._before(kept, sha256, how)
        matched = match(edition.entries, before.edition.entries) if before.edition else None
        if before.edition and matched:
            refuse_losses(edition, before.edition, told.losses)
            refuse_shift(matched.pairs)
        links = _links(before, matched)
        steps = plan(edition.entries, matched, links, before.done)
        report = Report(name, sha256, edition, own=set(links.values()))
        if matched:
            old = {} if before.is_begun else before.links
            report.vanished = [(entry, old.get(place(entry))) for entry in matched.vanished]
        file = File(name, told.filename, content, sha256, how, edition.mapping, links)
        memory = Memory(
            self._store,
            self._files,
            actor=told.actor,
            today=self._today().isoformat(),
            file=file,
            rehearsal=rehearsal,
        )
        with self._store.in_bulk():
            self._take(steps, memory, settled, report, progress)
        report.stored, report.version = memory.stored, memory.version
        report.account()
        return report

    def names(self) -> list[str]:
        """The registers of which editions were taken."""
        return [event.name for event in registers_begun(self._store)]

    def _name(self, told: Told) -> str:
        """The name of the register.

        Raises:
            Refused: ``register_not_named``; taken as one of its own, the next edition would enter everything twice.
        """
        if told.name is not None:
            return register_name(told.name)
        name = register_name(PurePath(told.filename).stem)
        known = self.names()
        if known and name.casefold() not in map(str.casefold, known):
            raise Refused("register_not_named", filename=told.filename, registers=known)
        return name

    def _settled(self, told: Told, was: Mapping[str, Any]) -> Settled:
        """What holds for all memorandums; refused before any row is looked at, so that no row is rejected for it."""
        line(told.filename, "filename", 200)
        line(told.settled.owner, "owner", 100)
        if told.settled.kind is not None:
            require_kind(self._store, told.settled.kind, "kind")
        if told.separator is not None:
            one_of(told.separator, "separator", SEPARATORS)
        if told.settled.ours is None and "ours" not in was:
            raise Invalid("ours", None, "required")
        ours = told.settled.ours or UUID(was["ours"])
        self._directory.get(ours)
        return replace(told.settled, ours=ours)

    def _kept(self, name: str) -> ImportedFile | None:
        try:
            return self._store.get(ImportedFile, imported_file_id(name))
        except NotFound:
            return None

    def _read(self, content: bytes, told: Told, was: Mapping[str, Any]) -> tuple[Edition, dict[str, Any]]:
        """The edition, and how it was read: as told, else as the one before."""
        how = {
            "encoding": told.encoding,
            "separator": told.separator,
            "words": list(told.words or was.get("words", ())),
        }
        mapping = told.mapping or (sheets_of(was) if was else None)
        edition = self._edition(content, how, mapping)
        return edition, {**how, "sheets": plain_mapping(edition.mapping)}

    def _edition(self, content: bytes, how: Mapping[str, Any], mapping: Mapping[str, SheetMapping] | None) -> Edition:
        return read_edition(
            content,
            words_of(*how["words"]),
            self._today(),
            mapping=mapping,
            encoding=how["encoding"],
            separator=how["separator"],
        )

    def _before(self, kept: ImportedFile | None, sha256: str, how: Mapping[str, Any]) -> _Before:
        """What is known of the register; of an edition that was broken off, what was known when it was begun."""
        if kept is None or not kept.editions:
            return _Before(None, {}, set(), is_begun=False)
        is_begun = (kept.editions[-1][0], kept.editions[-1][2]) == (sha256, how)
        earlier = kept.editions[:-1] if is_begun else kept.editions
        edition = None
        if earlier:
            digest, _filename, was = earlier[-1]
            edition = self._edition(self._files.get(digest), was, sheets_of(was))
        return _Before(edition, kept.rows, kept.taken if is_begun else set(), is_begun=is_begun)

    def _take(
        self, steps: Sequence[Step], memory: Memory, settled: Settled, report: Report, progress: Progress
    ) -> None:
        known = OnRecord(self._store, self._register, known_partners(self._directory), report.own)
        for number, step in enumerate(steps, 1):
            try:
                row = self._taken(step, memory, settled, known, report)
            except (Invalid, Refused, NotFound) as error:
                memory.forget()
                row = reported(step, "rejected", reason=error.code)
                row.refused = {**error.data}
            except Unavailable as error:
                memory.forget()
                if number == 1:
                    raise
                raise ImportInterrupted(done=number - 1, rows=len(steps)) from error
            except BaseException:
                memory.forget()
                raise
            if row.reason and row.memorandum_id is None and row.outcome in _LEFT:
                memory.left(step.entry, row.reason, row.refused)
            report.add(row)
            progress(number, len(steps))
            if number < len(steps) and memory.stored and deadline.is_enough():
                raise ImportInterrupted(done=number, rows=len(steps))

    def _taken(self, step: Step, memory: Memory, settled: Settled, known: OnRecord, report: Report) -> RowReport:
        """Carry out what is planned for a row."""
        entry, taken = step.entry, memory.taken(step.entry)
        if step.outcome == "made":
            entry.doubts += known.doubts(entry)
            begun = self._rows.make(memory.act(entry), entry, settled, known.partners, taken)
            known.own |= {str(begun.id)} if begun else set()
            return reported(step, "made", begun.id if begun else None, begun.reference if begun else None)
        if step.outcome == "merged":
            led = report.of(step.leads) if step.leads else None
            if led is not None and led.outcome == "rejected":
                return reported(step, "rejected", reason=led.reason)
            memorandum_id = UUID(step.memorandum_id) if step.memorandum_id else led.memorandum_id if led else None
            if memorandum_id is not None:
                self._rows.merge(memorandum_id, taken)
            return reported(step, "merged", memorandum_id, led.reference if led else None)
        if step.outcome == "changed" and step.memorandum_id:
            memorandum_id = UUID(step.memorandum_id)
            step.changes = self._rows.change(
                memorandum_id, memory.act(entry), changes=step.changes, settled=settled, taken=taken
            )
            undecided = all(change.decide for change in step.changes)
            return reported(step, "undecided" if undecided else "changed", memorandum_id)
        return reported(step, step.outcome, UUID(step.memorandum_id) if step.memorandum_id else None)


def _links(before: _Before, matched: Matched | None) -> dict[Place, str]:
    """The memorandums of rows that have one, by their places in the new edition."""
    if before.is_begun or matched is None:
        return dict(before.links)
    return {place(new): before.links[place(old)] for new, old in matched.pairs if place(old) in before.links}
