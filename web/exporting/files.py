"""Exported files by their form: JSON Lines for programs and for checking, CSV and XLSX for people."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from application.asking import KnownAt
from application.bitim import Bitim
from application.exchange.exporting.archive import archive
from application.exchange.exporting.tables import Table, csv_lines, xlsx_bytes
from domain.shared.text import one_of
from web.exporting.caseload import caseload_table
from web.exporting.history import case_history_table, history_table
from web.exporting.register import register_table
from web.wording.language import gettext as _

FORMS = ("csv", "xlsx", "jsonl")
OF_EVERYTHING = ("jsonl", "zip")
"""The events alone, or in an archive with the bytes of the documents."""
MEDIA_TYPES = {
    "csv": "text/csv; charset=utf-8",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "jsonl": "application/jsonl",
    "zip": "application/zip",
}


@dataclass(frozen=True, slots=True)
class File:
    """A file to be taken away: its name, its form, and its bytes, one piece after the other."""

    name: str
    form: str
    content: Iterable[bytes]

    @property
    def media_type(self) -> str:
        """What it is."""
        return MEDIA_TYPES[self.form]


def register_file(bitim: Bitim, form: str, asked: Mapping[str, Any]) -> File:
    """The register as it stood on a day, as known at an instant, narrowed as its list can be.

    Args:
        bitim: the register.
        form: one of `FORMS`.
        asked: ``as_of``, ``known_at`` and the conditions of `Register.list`.

    Raises:
        Invalid: an argument out of form.
    """
    one_of(form, "form", FORMS)
    listed = bitim.exports.register(**asked)
    name = f"bitim-register-{listed.question['as_of']}.{form}"
    if form == "jsonl":
        return File(name, form, listed.lines())
    return _table_file(name, form, register_table(listed), (_("Register"), _("Question")), listed.question["known_at"])


def caseload_file(bitim: Bitim, form: str, asked: Mapping[str, Any]) -> File:
    """The caseload as it stood on a day, as known at an instant, narrowed as its list can be.

    Args:
        bitim: the register.
        form: one of `FORMS`.
        asked: ``as_of``, ``known_at`` and the conditions of `Caseload.list`.

    Raises:
        Invalid: an argument out of form.
    """
    one_of(form, "form", FORMS)
    listed = bitim.exports.caseload(**asked)
    name, known = f"bitim-caseload-{listed.question['as_of']}.{form}", listed.question["known_at"]
    if form == "jsonl":
        return File(name, form, listed.lines())
    rests = {row["memorandum_id"] for row in listed.rows} - {None}
    table = caseload_table(listed, bitim.register.references(rests, known_at=known))
    return _table_file(name, form, table, (_("Caseload"), _("Question")), known)


def history_file(bitim: Bitim, form: str, memorandum_ids: Sequence[UUID], known_at: KnownAt = None) -> File:
    """The histories of these memorandums.

    Raises:
        NotFound: there is no such memorandum.
        Invalid: a time out of form.
    """
    name = _name_of_histories(form, memorandum_ids)
    if form == "jsonl":
        return File(name, form, bitim.exports.history.of(memorandum_ids, known_at=known_at))
    known = bitim.exports.known(known_at)
    return _table_file(name, form, history_table(bitim, memorandum_ids, known), (_("History"), _("Question")), known)


def case_history_file(bitim: Bitim, form: str, case_ids: Sequence[UUID], known_at: KnownAt = None) -> File:
    """The histories of these mobility cases.

    Raises:
        NotFound: there is no such case.
        Invalid: a time out of form.
    """
    name = _name_of_histories(form, case_ids)
    if form == "jsonl":
        return File(name, form, bitim.exports.history.of_cases(case_ids, known_at=known_at))
    known = bitim.exports.known(known_at)
    return _table_file(name, form, case_history_table(bitim, case_ids, known), (_("History"), _("Question")), known)


def _name_of_histories(form: str, ids: Sequence[UUID]) -> str:
    one_of(form, "form", FORMS)
    return f"bitim-history-{ids[0] if len(ids) == 1 else len(ids)}.{form}"


def everything_file(bitim: Bitim, form: str, known_at: KnownAt = None) -> File:
    """All that is recorded, as `bitim restore` takes it in again.

    Args:
        bitim: the register.
        form: one of `OF_EVERYTHING`.
        known_at: only what had been recorded by then.

    Raises:
        Invalid: an argument out of form.
    """
    one_of(form, "form", OF_EVERYTHING)
    name, history = f"bitim-everything.{form}", bitim.exports.history
    lines = history.everything(known_at=known_at)
    if form == "jsonl":
        return File(name, form, lines)
    return File(name, form, archive(lines, history.documents(known_at=known_at), bitim.files))


def _table_file(name: str, form: str, table: Table, sheets: tuple[str, str], known: str) -> File:
    if form == "csv":
        return File(name, form, csv_lines(table))
    return File(name, form, [xlsx_bytes(table, sheets, datetime.fromisoformat(known))])
