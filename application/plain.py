"""Plain data as JSON: the same text on every machine, and quickly."""

from __future__ import annotations

from typing import Any

import orjson


def to_json(value: Any) -> str:
    """The JSON of plain data (dictionaries with text keys, lists, tuples, text, numbers), without spaces.

    Raises:
        TypeError: something in it is not plain.
    """
    return to_bytes(value).decode()


def to_bytes(value: Any) -> bytes:
    """The same as bytes (UTF-8), for what leaves at once."""
    return orjson.dumps(value)


def ready(written: bytes) -> Any:
    """What is JSON already, to stand inside of what becomes JSON; it cannot be looked into."""
    return orjson.Fragment(written)


def from_json(text: str | bytes) -> Any:
    """The plain data that was written so.

    Raises:
        ValueError: it is not JSON.
    """
    return orjson.loads(text)
