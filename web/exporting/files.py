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
from web.exporting.history import history_table
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


def history_file(bitim: Bitim, form: str, memorandum_ids: Sequence[UUID], known_at: KnownAt = None) -> File:
    """The histories of these memorandums.

    Raises:
        NotFound: there is no such memorandum.
        Invalid: a time out of form.
    """
    one_of(form, "form", FORMS)
    name = f"bitim-history-{len(memorandum_ids)}.{form}"
    if len(memorandum_ids) == 1:
        name = f"bitim-history-{memorandum_ids[0]}.{form}"
    if form == "jsonl":
        return File(name, form, bitim.exports.history.of(memorandum_ids, known_at=known_at))
    known = bitim.exports.known(known_at)
    table = history_table(bitim, memorandum_ids, known)
    return _table_file(name, form, table, (_("History"), _("Question")), known)


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
