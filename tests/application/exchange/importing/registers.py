"""A register as offices keep it, for tests: dirty, and known."""

from __future__ import annotations

import copy
from collections.abc import Callable, Sequence
from datetime import date
from typing import Any

from application.bitim import Bitim
from application.exchange.importing.report import Report
from application.exchange.importing.rows import Settled
from application.exchange.importing.taking import Told
from tests import given
from tests.application.exchange.importing.files import spreadsheet

Rows = list[list[Any]]
HEADINGS = [
    "No.",
    "Partner",
    "Country",
    "Title",
    "Type",
    "Signed",
    "Valid until",
    "Duration (years)",
    "Status",
    "E-mail",
]
REGISTER: Rows = [
    ["Register of agreements", "", "", "", "", "", "", "", "", "", "", "243"],
    [],
    HEADINGS,
    [1, "Osh State University", "Kyrgyzstan", "MoU", "MoU", date(2019, 5, 20), "20/05/2024", 5, "Expired", "a@b.kg"],
    [2, "Melbourne, University of", "Australia", "", "MoU", "Sept 07, 2021", "unlimited", "", "Active"],
    [3, "Graz University", "Austria", "", "MoU", "28/03/ 2022", "till consent", "", ""],
    ["ASIA"],
    [4, "Kyoto University", "Japan", "", "MoU", "11/08/2008\n11/08/2013", "11/08/2013\n11/08/2018", 5, ""],
    [5, "", "", "Agreement with somebody", "", "#REF!", "auto renew", "", ""],
    [6, "", "", "", "", "", "", "", ""],
    [7, "Lyon University", "France", "", "MoU", "2005-01-10", "2020-01-09", "5 years", ""],
    [8, "Milan University", "Italy", "", "MoU", "", "", "", "draft"],
    [],
    [9, "Porto University", "Portugal", "", "MoU", "2020-02-02", "", "5 yil muddatga", ""],
    [10, "Seoul University", "South Korea", "", "MoU", "13/02/2021", "August 2027", "", "Expired"],
]
"""Where the headings stand in row 3, and cells are counted from 1."""
SECTIONS = ((6, 0, 6, 4, "ASIA"),)


FILE = spreadsheet(merged=SECTIONS, Register=REGISTER)


def next_edition(change: Callable[[Rows], None], merged: Sequence[Any] = SECTIONS) -> bytes:
    """The file of the next year."""
    rows = copy.deepcopy(REGISTER)
    change(rows)
    return spreadsheet(merged=merged, Register=rows)


def take(bitim: Bitim, content: bytes = FILE, *, rehearsal: bool = False, **told: Any) -> Report:
    """Take a file in, as the officer would."""
    settled = Settled(given.OURS, "employee-7")
    told = {"name": "Register", "filename": "register.xlsx", "settled": settled, **told}
    return bitim.imports.take(content, Told(given.OFFICER, **told), rehearsal=rehearsal)


def outcomes(report: Report) -> dict[int, str]:
    """What became of the rows of the first sheet, by number."""
    return {row.row: row.outcome for row in report.rows if row.sheet == report.rows[0].sheet}


def doubts(report: Report, row: int) -> set[tuple[str, str]]:
    """What is left to a person of a row: field and reason."""
    (found,) = (one for one in report.rows if one.row == row)
    return {(doubt.field, doubt.reason) for doubt in found.doubts}
