"""A spreadsheet's package looked through before it is unpacked: what it holds, and how large it becomes.

A spreadsheet is a ZIP file of XML. Small files can unpack to any size, and a single cell at the far end of a sheet
makes it billions of cells wide; so everything is counted on the way, before any of it is kept.
"""

from __future__ import annotations

import io
import re
import zipfile
import zlib
from collections.abc import Iterator
from dataclasses import dataclass, field
from xml.parsers import expat

from application.errors import FileRefused
from application.exchange.importing.files.sheets import MOST_CELLS, MOST_CHARACTERS, MOST_SHEETS

MOST_UNPACKED = 60_000_000
_CHUNK = 65_536
_OLD_OR_ENCRYPTED = bytes.fromhex("d0cf11e0a1b11ae1")
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
_SHEET = re.compile(r"xl/worksheets/[^/]+\.xml")
_PLACE = re.compile(r"([A-Z]{1,3})(\d{1,7})")


@dataclass
class Counted:
    """What was counted in the sheets of a package."""

    cells: int = 0
    characters: int = 0
    last_row: int = 0
    last_column: int = 0
    errors: dict[str, str] = field(default_factory=dict)
    """By cell: what it shows instead of a value, such as ``#REF!``."""
    formulas: set[str] = field(default_factory=set)
    """The cells that hold a formula."""


def look_through(content: bytes) -> dict[str, Counted]:
    """What the sheets of a package hold, by the name of their part.

    Raises:
        FileRefused: it is no spreadsheet, encrypted, cut off, holds macros, or unpacks to more than a register has.
    """
    if content.startswith(_OLD_OR_ENCRYPTED):
        raise FileRefused(reason="encrypted" if _ENCRYPTED in content else "old_spreadsheet")
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as package:
            return _look_through(package)
    except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, OSError):
        raise FileRefused(reason="truncated") from None
    except expat.ExpatError:
        raise FileRefused(reason="spreadsheet_broken") from None


def _look_through(package: zipfile.ZipFile) -> dict[str, Counted]:
    parts = package.infolist()
    names = [part.filename for part in parts]
    if any(part.flag_bits & 1 for part in parts):
        raise FileRefused(reason="encrypted")
    if "xl/workbook.xml" not in names:
        raise FileRefused(reason="no_register")
    if any(name.lower().endswith(("vbaproject.bin", ".bas")) for name in names):
        raise FileRefused(reason="macros")
    if len(parts) > 20 * MOST_SHEETS or len(names) > len(set(names)):
        raise FileRefused(reason="spreadsheet_broken")
    rest = [MOST_UNPACKED]
    strings = _lengths_of_strings(package, rest) if "xl/sharedStrings.xml" in names else []
    found = {name: _count(_unpacked(package, name, rest), strings) for name in names if _SHEET.fullmatch(name)}
    for name in names:
        if name not in found and name != "xl/sharedStrings.xml" and name.startswith("xl/") and name.endswith(".xml"):
            for _chunk in _unpacked(package, name, rest):
                pass
    return found


def _unpacked(package: zipfile.ZipFile, name: str, rest: list[int]) -> Iterator[bytes]:
    """A part in pieces; what is unpacked is taken off ``rest``, whatever size the package claims."""
    with package.open(name) as part:
        while chunk := part.read(_CHUNK):
            rest[0] -= len(chunk)
            if rest[0] < 0:
                raise FileRefused(reason="unpacks_to_too_much", limit=MOST_UNPACKED)
            yield chunk


def _parser() -> expat.XMLParserType:
    parser = expat.ParserCreate(namespace_separator=" ")

    def refuse(*_arguments: object) -> None:
        raise FileRefused(reason="spreadsheet_broken")  # no spreadsheet declares entities of its own

    parser.StartDoctypeDeclHandler = refuse
    return parser


def _lengths_of_strings(package: zipfile.ZipFile, rest: list[int]) -> list[int]:
    """The lengths of the strings that cells share."""
    lengths: list[int] = []
    parser = _parser()

    def start(name: str, _attributes: dict[str, str]) -> None:
        if name.endswith(" si"):
            lengths.append(0)

    def characters(text: str) -> None:
        if lengths:
            lengths[-1] += len(text)

    parser.StartElementHandler, parser.CharacterDataHandler = start, characters
    for chunk in _unpacked(package, "xl/sharedStrings.xml", rest):
        parser.Parse(chunk)
    parser.Parse(b"", True)
    return lengths


class _Counter:
    """Counts the cells of one sheet."""

    def __init__(self, strings: list[int]) -> None:
        self.counted = Counted()
        self._strings = strings
        self._cell: tuple[str, str] | None = None
        self._inside = False
        self._text = ""

    def start(self, name: str, attributes: dict[str, str]) -> None:
        """Begin an element."""
        kind = name.rpartition(" ")[2]
        if kind == "c":
            self._cell = attributes.get("r", ""), attributes.get("t", "n")
        elif kind == "f" and self._cell:
            self.counted.formulas.add(self._cell[0])
            self.refuse_too_much()
        elif kind in ("v", "is") and self._cell:
            self._inside, self._text = True, ""

    def end(self, name: str) -> None:
        """End an element; a value has been seen whole."""
        if name.rpartition(" ")[2] not in ("v", "is") or not self._cell:
            return
        self._inside = False
        place, kind = self._cell
        counted = self.counted
        counted.cells += 1
        shared = int(self._text) if kind == "s" and self._text.isdecimal() and len(self._text) < 9 else None
        known = shared is not None and shared < len(self._strings)
        counted.characters += self._strings[shared] if known and shared is not None else len(self._text)
        if kind == "e":
            counted.errors[place] = self._text[:20]
        if at := _PLACE.fullmatch(place):
            counted.last_column = max(counted.last_column, column_of(at[1]))
            counted.last_row = max(counted.last_row, int(at[2]))
        self.refuse_too_much()

    def refuse_too_much(self) -> None:
        """Refuse a sheet that would fill the memory.

        Raises:
            FileRefused: it has too many cells, or characters in them.
        """
        counted = self.counted
        if (
            max(counted.cells, len(counted.formulas)) > MOST_CELLS
            or counted.last_row * counted.last_column > 4 * MOST_CELLS
        ):
            raise FileRefused(reason="too_many_cells", limit=MOST_CELLS)
        if counted.characters > MOST_CHARACTERS or len(self._text) > MOST_CHARACTERS:
            raise FileRefused(reason="too_many_characters", limit=MOST_CHARACTERS)

    def characters(self, text: str) -> None:
        """Characters inside a value."""
        if self._inside:
            self._text += text


def _count(chunks: Iterator[bytes], strings: list[int]) -> Counted:
    counter = _Counter(strings)
    parser = _parser()
    parser.StartElementHandler, parser.EndElementHandler = counter.start, counter.end
    parser.CharacterDataHandler = counter.characters
    parser.buffer_text = True
    for chunk in chunks:
        parser.Parse(chunk)
    parser.Parse(b"", True)
    return counter.counted


def column_of(letters: str) -> int:
    """The number of a column, from 1, by its letters."""
    number = 0
    for letter in letters:
        number = number * 26 + ord(letter) - 64
    return number


def letters_of(number: int) -> str:
    """The letters of a column by its number, from 1."""
    letters = ""
    while number:
        number, rest = divmod(number - 1, 26)
        letters = chr(65 + rest) + letters
    return letters
