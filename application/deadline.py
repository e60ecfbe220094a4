"""Until when a request is to be answered: beyond it, nothing is waited for and nothing is begun to be stored."""

from __future__ import annotations

import time
from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar

from application.errors import Unavailable

_last: ContextVar[float | None] = ContextVar("last", default=None)
_enough: ContextVar[float] = ContextVar("enough", default=float("inf"))


@contextmanager
def within(seconds: float, share: float = 0.5) -> Iterator[None]:
    """What is done inside serves somebody who waits for so many seconds.

    Args:
        seconds: until it must be answered.
        share: of them, for who does many things one by one; the rest is for finishing what was done.
    """
    now = time.monotonic()
    token, enough = _last.set(now + seconds), _enough.set(now + seconds * share)
    try:
        yield
    finally:
        _last.reset(token)
        _enough.reset(enough)


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


def is_enough() -> bool:
    """Whether who does many things one by one should stop, to finish what was done while there is time."""
    return time.monotonic() >= _enough.get()
