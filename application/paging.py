"""Pages of lists: each ends with a key, after which the next one begins."""

from __future__ import annotations

import json
from base64 import urlsafe_b64decode, urlsafe_b64encode
from collections.abc import Callable, Sequence
from typing import Any

from application.asking import Asked
from domain.shared.errors import Invalid

Page = dict[str, Any]
"""``items``, ``after`` (the key of the next page; none if this is the last one), ``as_of`` and ``known_at``."""

LONGEST_PAGE = 500


def limit_of(limit: Any) -> int:
    """How many a page may hold.

    Raises:
        Invalid: none, or more than 500.
    """
    if not isinstance(limit, int) or isinstance(limit, bool) or not 1 <= limit <= LONGEST_PAGE:
        raise Invalid("limit", limit, "between", minimum=1, maximum=LONGEST_PAGE)
    return limit


def page(
    rows: Sequence[Any],
    limit: int,
    asked: Asked,
    show: Callable[[Any], dict[str, Any]],
    key: Callable[[Any], Sequence[Any]],
) -> Page:
    """A page of rows, of which one more was read than is shown."""
    shown = rows[:limit]
    after = write_key(*key(shown[-1])) if len(rows) > limit else None
    return {"items": [show(row) for row in shown], "after": after, **asked.shown}


def write_key(*values: Any) -> str:
    """The key of a row."""
    return urlsafe_b64encode(json.dumps(values, separators=(",", ":")).encode()).decode().rstrip("=")


def key_of(after: Any, *types: type) -> list[Any]:
    """The values of a key, which are of these types.

    Raises:
        Invalid: not a key of such a list.
    """
    try:
        values = json.loads(urlsafe_b64decode(str(after).encode() + b"=="))
    except ValueError:
        values = None
    if not isinstance(values, list) or [type(value) for value in values] != list(types):
        raise Invalid("after", after, "key_of_page")
    return values
