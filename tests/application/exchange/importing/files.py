"""Files of registers, made for a test."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Sequence
from datetime import date
from typing import Any

import xlsxwriter

Rows = Sequence[Sequence[Any]]


def spreadsheet(merged: Sequence[tuple[int, int, int, int, str]] = (), **sheets: Rows) -> bytes:
    """An XLSX file with these sheets; dates become dates, everything else what it is.

    Args:
        merged: areas of the first sheet: first row, first column, last row, last column, and their value.
        sheets: rows by the name of the sheet.
    """
    made = io.BytesIO()
    with xlsxwriter.Workbook(made, {"in_memory": True, "strings_to_formulas": False}) as workbook:
        day = workbook.add_format({"num_format": "dd.mm.yyyy"})
        for index, (name, rows) in enumerate(sheets.items()):
            sheet = workbook.add_worksheet(name)
            for at, row in enumerate(rows):
                for place, value in enumerate(row):
                    if isinstance(value, date):
                        sheet.write_datetime(at, place, value, day)
                    elif value not in ("", None):
                        sheet.write(at, place, value)
            for area in merged if index == 0 else ():
                sheet.merge_range(*area)
    return made.getvalue()


def altered(package: bytes, **parts: bytes) -> bytes:
    """The same package with other parts, named without their folder: ``workbook`` for ``xl/workbook.xml``."""
    made = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(package)) as old, zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            short = name.rpartition("/")[2].removesuffix(".xml")
            new.writestr(name, parts.pop(short, None) or old.read(name))
        for name, content in parts.items():
            new.writestr(f"xl/{name}", content)
    return made.getvalue()
