"""In which encoding a text is written: told by its bytes, or asked; never taken for granted."""

from __future__ import annotations

import codecs
import re

from charset_normalizer import from_bytes

from application.errors import FileRefused

COMMON = (
    "cp1251",
    "cp1252",
    "cp1250",
    "cp1254",
    "iso8859_5",
    "iso8859_9",
    "koi8_r",
    "cp866",
    "mac_roman",
    "mac_cyrillic",
    "gb18030",
    "big5",
    "shift_jis",
    "euc_kr",
    "cp874",
)
"""Encodings that registers come in, beside those of Unicode."""

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_NOT_ASCII = re.compile(rb"[\x80-\xff]")
_MIXED_SHARE = 0.2
"""Text of an old encoding is valid UTF-8 by chance in far fewer lines than this."""
_SAMPLE = 200_000


def decode(content: bytes, encoding: str | None = None) -> tuple[str, str]:
    """The text, and the encoding in which it is written.

    Args:
        content: the bytes.
        encoding: that a person has named; none: it is found out.

    Raises:
        FileRefused: NUL bytes, several encodings in one file, an encoding that cannot be told, or that does not fit.
    """
    text, found = _decoded(content, encoding)
    if "\0" in text:
        raise FileRefused(reason="holds_nul", place=_line(text, text.index("\0")))
    return text.removeprefix("\ufeff"), found


def _decoded(content: bytes, encoding: str | None) -> tuple[str, str]:
    named = encoding or next((name for mark, name in _MARKS if content.startswith(mark)), None) or _utf_16(content)
    if named:
        try:
            return content.decode(named), codecs.lookup(named).name
        except (UnicodeDecodeError, LookupError):
            raise FileRefused(reason="encoding_does_not_fit", place=named[:50]) from None
    try:
        return content.decode("utf-8"), "utf-8"
    except UnicodeDecodeError as error:
        if _is_cut_off(content, error):
            raise FileRefused(reason="truncated") from None
        _refuse_mixed(content)
    return _old(content)


def _utf_16(content: bytes) -> str | None:
    """UTF-16 without a mark: every second byte of its ASCII letters is NUL."""
    sample = content[:2000]
    if len(sample) < 4 or 4 * sample.count(0) < len(sample):
        return None
    return "utf-16-le" if sample[1::2].count(0) > sample[::2].count(0) else "utf-16-be"


def _is_cut_off(content: bytes, error: UnicodeDecodeError) -> bool:
    """Whether the text is UTF-8 up to a last letter that lacks its end."""
    return error.reason == "unexpected end of data" and bool(_NOT_ASCII.search(content[: error.start]))


def _refuse_mixed(content: bytes) -> None:
    """Refuse a text of which some lines are UTF-8 and some are not: people have pasted one file into another."""
    utf_8 = []
    other = []
    for number, line in enumerate(content.split(b"\n"), 1):
        if _NOT_ASCII.search(line):
            try:
                line.decode("utf-8")
            except UnicodeDecodeError:
                other.append(number)
            else:
                utf_8.append(number)
    if len(utf_8) > _MIXED_SHARE * (len(utf_8) + len(other)):
        raise FileRefused(reason="encodings_mixed", place=str(other[0]))


def _old(content: bytes) -> tuple[str, str]:
    """A text in one of the encodings from before Unicode, where one alone is likely.

    Raises:
        FileRefused: several are as likely, and read other letters.
    """
    lines = [line for line in content[:_SAMPLE].split(b"\n") if _NOT_ASCII.search(line)]
    matches = from_bytes(b"\n".join(lines), cp_isolation=list(COMMON), threshold=0.3)
    best = matches.best()
    if best is None:
        raise FileRefused(reason="encoding_unknown")
    text = str(best)
    rivals = [
        match.encoding
        for match in matches
        if (match.chaos, match.coherence) == (best.chaos, best.coherence) and str(match) != text
    ]
    if rivals:
        raise FileRefused(reason="encoding_unknown", place=", ".join([best.encoding, *rivals])[:200])
    try:
        return content.decode(best.encoding), best.encoding
    except UnicodeDecodeError:
        raise FileRefused(reason="encoding_unknown", place=best.encoding) from None


def _line(text: str, index: int) -> str:
    return str(text.count("\n", 0, index) + 1)
