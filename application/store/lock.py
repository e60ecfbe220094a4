"""Taking turns, among all threads of all processes on one machine."""

from __future__ import annotations

import sys
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO

from application import deadline
from application.errors import Unavailable

if sys.platform == "win32":
    import msvcrt

    def _take(file: IO[bytes]) -> None:
        msvcrt.locking(file.fileno(), msvcrt.LK_NBLCK, 1)
else:
    import fcntl

    def _take(file: IO[bytes]) -> None:
        fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)


FIRST_PAUSE, LONGEST_PAUSE = 0.0005, 0.01  # seconds; a command holds the lock for 1 to 5 ms


class FileLock:
    """A lock that belongs to whoever holds a file; the operating system takes it back when a process dies.

    Args:
        path: the file, made when it is missing, never removed.
        timeout: seconds to wait for one's turn.
    """

    def __init__(self, path: Path, timeout: float) -> None:
        self.path = path
        self.timeout = timeout
        self._threads = threading.Lock()

    @contextmanager
    def held(self, timeout: float | None = None) -> Iterator[None]:
        """Wait for the turn, hold it inside the block; not to be taken twice by one thread.

        Raises:
            Unavailable: the turn did not come within the timeout, or the deadline of the request.
        """
        limit = deadline.left(self.timeout if timeout is None else timeout)
        last = time.monotonic() + limit
        if not self._threads.acquire(timeout=limit):
            raise Unavailable(waited_for=self.path.name, seconds=limit)
        try:
            with self.path.open("ab") as file:  # closing it gives the lock back
                self._wait(file, last, limit)
                yield
        finally:
            self._threads.release()

    def _wait(self, file: IO[bytes], last: float, limit: float) -> None:
        pause = FIRST_PAUSE
        while True:
            try:
                _take(file)
            except OSError:
                if time.monotonic() >= last:
                    raise Unavailable(waited_for=self.path.name, seconds=limit) from None
            else:
                return
            time.sleep(pause)
            pause = min(2 * pause, LONGEST_PAUSE)
