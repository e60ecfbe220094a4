"""What an import made of a register, held against what is true."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from application.bitim import Bitim
from application.exchange.importing.report import Report, RowReport
from application.exchange.importing.rows import Settled
from application.exchange.importing.taking import Told
from benchmarks.registers.files import Register
from benchmarks.registers.truth import Agreement
from domain.memorandum.memorandum import Memorandum
from domain.shared.act import Act, Source
from domain.shared.dates import parse_partial

_OFFICER = "officer"


@dataclass(frozen=True, slots=True)
class Judged:
    """What became of the rows of a register.

    Args:
        rows: that were written.
        lost: of which the report says nothing.
        wrong: what was read otherwise than it is, told.
        left: rows of which a person must decide something.
    """

    rows: int
    lost: int
    wrong: tuple[str, ...]
    left: int


def taken(bitim: Bitim, register: Register) -> Report:
    """Take a register in, as the officer of an office whose Bitim is empty."""
    act = Act(_OFFICER, source=Source(register.filename))
    ours = bitim.partners.register(act, name="Our institution", kind="university", country="UZ").id
    told = Told(_OFFICER, register.office.name, register.filename, Settled(ours, _OFFICER))
    return bitim.imports.take(register.content, told)


def judge(bitim: Bitim, register: Register, report: Report) -> Judged:
    """Hold what was imported against the truth."""
    reported = {(row.sheet, row.row): row for row in report.rows}
    lost = [place for place in register.lines if place not in reported]
    wrong = []
    for place, line in register.lines.items():
        row = reported.get(place)
        if row is not None and row.memorandum_id is not None:
            wrong += [f"{place}: {told} {line.cells}" for told in _wrong(bitim, row, line.agreement)]
    left = sum(1 for row in report.rows if row.doubts or row.outcome == "rejected")
    return Judged(len(register.lines), len(lost), tuple(wrong), left)


def _wrong(bitim: Bitim, row: RowReport, agreement: Agreement) -> Iterator[str]:
    """What is not as it is in the memorandum of a row; what is left open is not wrong."""
    assert row.memorandum_id is not None  # noqa: S101  seen before
    memorandum = bitim.store.get(Memorandum, row.memorandum_id)
    (edition,) = memorandum.editions.values()
    if edition.introduced_on:
        days = parse_partial(edition.introduced_on)
        if not days.earliest <= agreement.signed_on <= days.latest:
            yield f"signed on {edition.introduced_on}"
    names = bitim.partner_directory.names(one["partner_id"] for one in edition.parties if not one["ours"])
    if set(names.values()) != {agreement.partner}:
        yield f"with {sorted(names.values())}"
    if memorandum.kind != "memorandum_of_understanding":
        yield f"a {memorandum.kind}"
    yield from _wrong_term(edition.content["term"], agreement)


def _wrong_term(term: dict[str, Any] | None, agreement: Agreement) -> Iterator[str]:
    if term is None:
        return
    true = agreement.term or {}
    until = term.get("until")
    is_end = until is not None and "length" in true and _may_be(until, agreement)
    said = {name: value for name, value in term.items() if name != "until"}
    expected = {name: value for name, value in true.items() if name in said or name == "kind"}
    if said != expected or (until is not None and not is_end):
        yield f"term {term}, not {true}"


def _may_be(until: str, agreement: Agreement) -> bool:
    days = parse_partial(until)
    return days.earliest <= agreement.end <= days.latest
