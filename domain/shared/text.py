"""Text as people type it, in bounds.

Text is stored in Unicode's composed form (NFC). What cannot be shown safely on one line or in a document is refused
rather than repaired: control characters, lone surrogates, non-characters and the marks that reverse the direction of
what follows.
"""

from __future__ import annotations

import re
import unicodedata
from typing import Any

from domain.shared.errors import Invalid

_NON_CHARACTERS = "".join(chr(plane + last) for plane in range(0, 0x110000, 0x10000) for last in (0xFFFE, 0xFFFF))
_UNFIT = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ufdd0-\ufdef\ud800-\udfff" + _NON_CHARACTERS + "]"
)
_BREAK = re.compile("[\t\n\r\u2028\u2029]")
_CODE = re.compile(r"[a-z][a-z0-9_]{0,49}")


def line(value: Any, field: str, limit: int, *, empty: bool = False) -> str:
    """One line of text of at most ``limit`` characters, trimmed and composed.

    Raises:
        Invalid: not text, empty, too long, or holding breaks or unfit characters.
    """
    text = paragraph(value, field, limit)
    if _BREAK.search(text) or (not text and not empty):
        raise Invalid(field, value, "line", maximum=limit)
    return text


def paragraph(value: Any, field: str, limit: int) -> str:
    """Text of at most ``limit`` characters, line breaks allowed, trimmed and composed; may be empty.

    Raises:
        Invalid: not text, too long, or holding unfit characters.
    """
    if not isinstance(value, str) or len(value) > 2 * limit or _UNFIT.search(value):
        raise Invalid(field, value, "text", maximum=limit)
    text = unicodedata.normalize("NFC", value.replace("\r\n", "\n")).strip()
    if len(text) > limit:
        raise Invalid(field, value, "text", maximum=limit)
    return text


def code(value: Any, field: str) -> str:
    """A short lower-case name that an institution chooses, such as a role (``legal``).

    Raises:
        Invalid: anything but a letter followed by letters, digits and underscores, 50 at most.
    """
    if not isinstance(value, str) or not _CODE.fullmatch(value):
        raise Invalid(field, value, "code")
    return value


def one_of(value: Any, field: str, values: tuple[str, ...]) -> str:
    """One of a few known words.

    Raises:
        Invalid: any other.
    """
    if value not in values:
        raise Invalid(field, value, "one_of", values=values)
    return str(value)
