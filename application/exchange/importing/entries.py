"""What one row of a register says: the parts of a memorandum that are certain, and those that a person must decide."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Any

from application.exchange.importing.mapping import FIELDS, SheetMapping, unit_of
from application.exchange.importing.readings.areas import read_areas
from application.exchange.importing.readings.dates import DateReading, read_date
from application.exchange.importing.readings.names import Organisation, clean, read_country, read_partners
from application.exchange.importing.readings.order import OrderEvidence, order_of
from application.exchange.importing.readings.terms import TermReading, read_term
from application.exchange.importing.readings.words import Words, plain
from application.exchange.importing.tables import Row, Table
from application.exchange.importing.validity import Dates, Validity, settle
from domain.memorandum.content import LONGEST_TITLE
from domain.shared.dates import parse_partial

_LONGEST_NAME = 300
_LONGEST_UNIT = 200
_OF_SIDES = ("unit", "our_unit", "signatory", "our_signatory")
_IN_FREE_TEXT = ("number", "owner", "partner", "title", *_OF_SIDES)
_ERROR = re.compile(r"#(REF!|N/A|VALUE!|NAME\?|DIV/0!|NULL!|NUM!|SPILL!|CALC!)")
_NOT_CONCLUDED = "in_preparation"


@dataclass(frozen=True, slots=True)
class Doubt:
    """What a person must decide of a row.

    Args:
        field: which part of the memorandum it is about.
        column: the label of the column.
        text: what the cell says.
        reason: why it is not certain, as a code.
        candidates: what it may mean.
    """

    field: str
    column: str
    text: str
    reason: str
    candidates: tuple[str, ...] = ()


@dataclass(slots=True)
class Entry:
    """What a row says.

    Args:
        sheet, row: where it stands.
        cells: the row as it is written, by the labels of its columns.
        partners: the organisations it names.
        country: of the only partner, if it is stated.
        number: its number in the register; the office's own, not Bitim's.
        title, kind, owner: as stated; none if not.
        areas: of cooperation, by their codes; none, if they are not certain.
        our_unit: the unit of our institution that it is about.
        signatory, our_signatory: who signed for the only partner, and for us.
        signed_on, effective_on, term: as far as they are certain.
        doubts: what is not.
        rejected: why it cannot become a memorandum, as a code; none if it can.
        looks_renewed: whether its term seems to have run several times.
    """

    sheet: str
    row: int
    cells: Mapping[str, str]
    partners: tuple[Organisation, ...] = ()
    country: str | None = None
    number: str = ""
    title: str | None = None
    kind: str | None = None
    owner: str | None = None
    areas: tuple[str, ...] | None = None
    our_unit: str = ""
    signatory: str = ""
    our_signatory: str = ""
    signed_on: str | None = None
    effective_on: str | None = None
    term: dict[str, Any] | None = None
    doubts: list[Doubt] = field(default_factory=list)
    rejected: str | None = None
    looks_renewed: bool = False

    @property
    def said(self) -> dict[str, Any]:
        """What the row says, without where it stands and how it is written: two rows that say the same are equal."""
        return {
            "partners": sorted((plain(one.name), plain(one.unit)) for one in self.partners),
            "country": self.country,
            "title": self.title,
            "kind": self.kind,
            "owner": self.owner,
            "areas": self.areas,
            "our_unit": plain(self.our_unit),
            "signatories": (plain(self.signatory), plain(self.our_signatory)),
            "signed_on": self.signed_on,
            "effective_on": self.effective_on,
            "term": self.term,
        }


class Reader:
    """Reads the rows of one table.

    Args:
        table: with its columns.
        mapping: what they hold.
        words: the word lists.
        today: no act lies after it.
    """

    def __init__(self, table: Table, mapping: SheetMapping, words: Words, today: date) -> None:
        self._words, self._today = words, today
        self._sheet = table.sheet
        self._labels = {name: label for name in FIELDS if (label := mapping.label(name))}
        self._units = {name: unit_of(label, words) for name, label in self._labels.items()}
        self.orders: dict[str, OrderEvidence] = {
            name: order_of(table.cells(self._labels[name])) for name in _WITH_DATES if name in self._labels
        }

    def read(self, row: Row) -> Entry:
        """What a row says."""
        entry = Entry(self._sheet, row.number, row.cells)
        self._read_errors(entry)
        entry.number = self._text(entry, "number")
        entry.owner = clean(self._text(entry, "owner"))[:100] or None
        self._read_partners(entry)
        self._read_title_and_kind(entry)
        self._read_sides(entry)
        if not entry.partners and not entry.title:
            entry.rejected = "no_partner"
            return entry
        self._read_validity(entry)
        self._read_status_and_note(entry)
        if entry.rejected:
            entry.doubts.clear()  # nothing of it is taken
        return entry

    def _cell(self, entry: Entry, name: str) -> str:
        return entry.cells.get(self._labels.get(name, ""), "")

    def _text(self, entry: Entry, name: str) -> str:
        """What a cell says; one with free text that shows an error says nothing."""
        text = self._cell(entry, name)
        return "" if name in _IN_FREE_TEXT and _ERROR.fullmatch(text.strip()) else text

    def _doubt(self, entry: Entry, name: str, reason: str, candidates: tuple[str, ...] = ()) -> None:
        entry.doubts.append(Doubt(name, self._labels.get(name, ""), self._cell(entry, name), reason, candidates))

    def _read_errors(self, entry: Entry) -> None:
        """Cells with free text that lost their value; in the others an error is no date, no country and no term."""
        for name in _IN_FREE_TEXT:
            if self._cell(entry, name) and not self._text(entry, name):
                self._doubt(entry, name, "shows_an_error")

    def _read_partners(self, entry: Entry) -> None:
        reading = read_partners(self._text(entry, "partner"), self._words)
        entry.partners = reading.partners
        if reading.reason:
            self._doubt(entry, "partner", reading.reason, tuple(one.name for one in reading.partners))
        if any(len(one.name) > _LONGEST_NAME for one in entry.partners):
            entry.partners = ()
            self._doubt(entry, "partner", "too_long")
        written = self._text(entry, "country")
        entry.country = read_country(written, self._words) if written else None
        if written and (entry.country is None or len(entry.partners) > 1):
            self._doubt(entry, "country", "several_partners" if entry.country else "country_unknown")

    def _read_sides(self, entry: Entry) -> None:
        """Areas of cooperation, the units of both sides, and who signed for them."""
        reading = read_areas(self._text(entry, "areas"), self._words)
        entry.areas = reading.areas or None
        if reading.reason:
            entry.areas = None
            self._doubt(entry, "areas", reading.reason, reading.areas)
        said = {name: clean(self._text(entry, name)) for name in _OF_SIDES}
        for name in [name for name, text in said.items() if len(text) > _LONGEST_UNIT]:
            self._doubt(entry, name, "too_long")
            said[name] = ""
        entry.our_unit, entry.our_signatory = said["our_unit"], said["our_signatory"]
        for name in ("unit", "signatory"):
            if said[name] and len(entry.partners) != 1:
                self._doubt(entry, name, "which_partner")
                said[name] = ""
        entry.signatory = said["signatory"]
        if said["unit"]:
            (partner,) = entry.partners
            if partner.unit and plain(partner.unit) != plain(said["unit"]):
                self._doubt(entry, "unit", "unit_told_twice", (partner.unit, said["unit"]))
            else:
                entry.partners = (replace(partner, unit=said["unit"]),)

    def _read_title_and_kind(self, entry: Entry) -> None:
        title = clean(self._text(entry, "title"))
        if len(title) > LONGEST_TITLE:
            self._doubt(entry, "title", "too_long")
        entry.title = title[:LONGEST_TITLE] or None
        if not entry.partners and title:
            self._doubt(entry, "partner", "partner_only_in_title", (title[:LONGEST_TITLE],))
        written = self._text(entry, "kind")
        entry.kind = self._words.find("kinds", written) or (None if written else self._words.find("kinds", title))
        if written and entry.kind is None:
            self._doubt(entry, "kind", "kind_unknown")

    def _read_date(self, entry: Entry, name: str) -> str | None:
        evidence = self.orders.get(name)
        text = self._text(entry, name)
        reading = read_date(text, evidence.order if evidence else None, self._words)
        if evidence and evidence.mangled and len(text) == len("2021-01-01") and reading.value == text:
            reading = _turned(text)
        if reading.reason:
            self._doubt(entry, name, reading.reason, reading.candidates)
        value = reading.value
        if name == "signed_on" and value and parse_partial(value).earliest > self._today:
            self._doubt(entry, name, "in_future", (value,))
            return None
        return value

    def _read_term(self, entry: Entry, name: str) -> TermReading:
        evidence = self.orders.get(name)
        text = self._text(entry, name)
        reading = read_term(text, self._units.get(name), evidence.order if evidence else None, self._words)
        if evidence and evidence.mangled and reading.until == text:
            return TermReading(reason="day_or_month_first")
        return reading

    def _read_validity(self, entry: Entry) -> None:
        dates = Dates(self._read_date(entry, "signed_on"), self._read_date(entry, "effective_on"))
        readings = {name: self._read_term(entry, name) for name in ("until", "length")}
        settled: Validity = settle(dates, readings["until"], readings["length"])
        entry.signed_on, entry.effective_on, entry.term = dates.signed_on, settled.effective_on, settled.term
        entry.looks_renewed = settled.looks_renewed
        for name, reason, candidates in settled.doubts:
            self._doubt(entry, name, reason, candidates)

    def _read_status_and_note(self, entry: Entry) -> None:
        written = self._text(entry, "status")
        status = self._words.find("status", written) if written else None
        if status == _NOT_CONCLUDED:
            if entry.signed_on is None:
                entry.rejected = "not_concluded"
                return
            self._doubt(entry, "status", "status_and_dates_disagree", (entry.signed_on,))
        elif written and status is None:
            self._doubt(entry, "status", "status_unknown")
        elif status in ("terminated", "suspended"):
            self._doubt(entry, "status", "day_not_stated", (status,))
        elif status and (end := _contradicting_end(status, entry, self._today)):
            self._doubt(entry, "status", "status_and_dates_disagree", (end,))
        note = read_term(self._text(entry, "note"), words=self._words)
        said = (note.superseded, note.bounded, note.renewal, note.until, note.length, note.open_ended)
        if any(said) or self._words.mentions("status", _ENDED, self._text(entry, "note")):
            self._doubt(entry, "note", "note_speaks_of_term", (note.superseded,) if note.superseded else ())


_ENDED = ("expired", "terminated", "suspended")
_WITH_DATES = ("signed_on", "effective_on", "until")


def _turned(text: str) -> DateReading:
    """A day that a spreadsheet may have taken for a month."""
    year, month, day = text.split("-")
    if month == day:
        return DateReading(text)
    return DateReading(year, "day_or_month_first", tuple(sorted((text, f"{year}-{day}-{month}"))))


def _contradicting_end(status: str, entry: Entry, today: date) -> str | None:
    """The end that a status contradicts; none if it does not."""
    term: dict[str, Any] = entry.term or {}
    until: str | None = term.get("until")
    kind: str | None = term.get("kind")
    if status == "expired" and kind == "perpetual":
        return kind
    if until is None or kind != "fixed":
        return None
    days = parse_partial(until)
    over, running = days.latest < today, days.earliest >= today
    return until if (status == "in_force" and over) or (status == "expired" and running) else None
