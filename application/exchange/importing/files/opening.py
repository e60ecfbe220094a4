"""The one door through which a file comes in."""

from __future__ import annotations

from application.errors import FileRefused
from application.exchange.importing.files.delimited import read_delimited
from application.exchange.importing.files.encodings import decode
from application.exchange.importing.files.objects import read_objects
from application.exchange.importing.files.sheets import MOST_BYTES, MOST_CHARACTERS, Workbook
from application.exchange.importing.files.spreadsheet import read_spreadsheet

_PACKED = (b"PK\x03\x04", b"PK\x05\x06", bytes.fromhex("d0cf11e0a1b11ae1"))
_NO_TABLE = (
    b"%PDF",
    b"{\\rtf",
    b"<!DOCTYPE",
    b"<html",
    b"<?xml",
    b"\x7fELF",
    b"MZ",
    b"\x1f\x8b",
    b"Rar!",
    b"7z\xbc\xaf",
)


def read_file(content: bytes, *, encoding: str | None = None, separator: str | None = None) -> Workbook:
    """The sheets of a file, whatever its name says it is.

    Args:
        content: all of its bytes.
        encoding: of its text, where a person has named it.
        separator: of its cells, where a person has named it.

    Raises:
        FileRefused: it is too large, empty, no table, or cannot be read with certainty; ``reason`` says which.
    """
    if len(content) > MOST_BYTES:
        raise FileRefused(reason="too_large", limit=MOST_BYTES)
    if not content.strip():
        raise FileRefused(reason="empty")
    if content.startswith(_PACKED):
        return Workbook("xlsx", read_spreadsheet(content))
    if content.lstrip()[:10].startswith(_NO_TABLE):
        raise FileRefused(reason="no_register")
    text, found = decode(content, encoding)
    if len(text) > MOST_CHARACTERS:
        raise FileRefused(reason="too_large", limit=MOST_CHARACTERS)
    if text.lstrip().startswith(("[", "{")):
        return Workbook("json", read_objects(text), found)
    return Workbook("csv", (read_delimited(text, separator),), found)
