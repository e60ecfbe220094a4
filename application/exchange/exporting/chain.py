"""The chain of digests that seals an exported file, line by line.

Each line has a SHA-256 over the digest of the line before and its own text, so that no line can be changed, taken out,
put in or moved without breaking the chain at that place. An outsider needs nothing of ours to follow it: a digest is
the SHA-256 of the previous one in hexadecimal (nothing ahead of the first), a line feed, and the line without its own.

It does not keep anybody from making the whole file anew: whoever fears that keeps the last digest elsewhere.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

FORM = 1
"""Of exported files; a file of another form is not read."""


class Chain:
    """The digests of one file; ``last`` is that of the latest line."""

    def __init__(self) -> None:
        self.last = ""

    def add(self, text: str) -> str:
        """The digest of the next line."""
        self.last = hashlib.sha256(f"{self.last}\n{text}".encode()).hexdigest()
        return self.last


def canonical(value: Any) -> str:
    """JSON in the one form in which it is sealed: members as they come, no spaces, no escapes that are not needed."""
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


def sealed_lines(kind: str, question: Mapping[str, Any], items: Iterable[Mapping[str, Any]]) -> Iterator[bytes]:
    """A file of JSON Lines: a head that says what was asked, the items by number, and an end that counts them.

    Args:
        kind: of the file, ``history`` or ``register``.
        question: what was asked.
        items: what was answered.
    """
    chain, number = Chain(), 0
    yield sealed_line(chain, {"bitim": kind, "form": FORM, "question": question})
    for number, item in enumerate(items, start=1):
        yield sealed_line(chain, {"number": number, **item})
    yield sealed_line(chain, {"end": True, "entries": number})


def sealed_line(chain: Chain, said: Mapping[str, Any]) -> bytes:
    """One line, with its digest at the end."""
    return f"{canonical({**said, 'sha256': chain.add(canonical(said))})}\n".encode()
