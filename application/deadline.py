"""Until when a request is to be answered: beyond it, nothing is waited for and nothing is begun to be stored."""

from __future__ import annotations

import time
from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar

from application.errors import Unavailable

_last: ContextVar[float | None] = ContextVar("last", default=None)


@contextmanager
def within(seconds: float) -> Iterator[None]:
    """What is done inside serves somebody who waits for so many seconds."""
    token = _last.set(time.monotonic() + seconds)
    try:
        yield
    finally:
        _last.reset(token)


def left(limit: float) -> float:
    """The seconds that may be waited: so many, but not beyond the deadline of the request, if there is one.

    Raises:
        Unavailable: the deadline has passed; nothing was stored.
    """
    last = _last.get()
    if last is None:
        return limit
    rest = last - time.monotonic()
    if rest <= 0:
        raise Unavailable(what="deadline")
    return min(limit, rest)
