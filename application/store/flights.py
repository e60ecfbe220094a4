"""Keys in flight: under which of them a command is being carried out, as every process on the database sees it."""

from __future__ import annotations

import hashlib
import sys
import threading
from abc import ABC, abstractmethod
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO

from typing_extensions import override

from application.errors import KeyInFlight
from application.store.answers import Key

if sys.platform == "win32":
    import msvcrt

    def _lock(file: IO[bytes], place: int) -> None:
        file.seek(place)
        msvcrt.locking(file.fileno(), msvcrt.LK_NBLCK, 1)

    def _unlock(file: IO[bytes], place: int) -> None:
        file.seek(place)
        msvcrt.locking(file.fileno(), msvcrt.LK_UNLCK, 1)
else:
    import fcntl

    def _lock(file: IO[bytes], place: int) -> None:
        fcntl.lockf(file, fcntl.LOCK_EX | fcntl.LOCK_NB, 1, place)

    def _unlock(file: IO[bytes], place: int) -> None:
        fcntl.lockf(file, fcntl.LOCK_UN, 1, place)


def place_of(key: Key) -> int:
    """Where a key is held, among two thousand million places.

    Two keys that share one by chance are taken for the same: the second is sent again a second later.
    """
    digest = hashlib.sha256(f"{key.account}\0{key.text}".encode()).digest()
    return int.from_bytes(digest[:4]) >> 1


class Flights(ABC):
    """The keys in flight. A process that dies lets go of its own.

    They keep a sender from waiting behind itself; that nothing is carried out twice does not rest on them.
    """

    def __init__(self) -> None:
        self._held: set[int] = set()  # by threads of this process, which share its locks
        self._mutex = threading.Lock()

    @contextmanager
    def alone(self, key: Key) -> Iterator[None]:
        """Be the only one, among all processes, that carries out the command of this key.

        Raises:
            KeyInFlight: somebody else is carrying it out.
            Unavailable: nobody can say who is; nothing was stored.
        """
        place = place_of(key)
        with self._mutex:
            if place in self._held or not self._take(place):
                raise KeyInFlight(key=key.text)
            self._held.add(place)
        try:
            yield
        finally:
            with self._mutex:
                self._held.discard(place)
                self._leave(place)

    @abstractmethod
    def _take(self, place: int) -> bool:
        """Hold a place, if no other process holds it."""

    @abstractmethod
    def _leave(self, place: int) -> None:
        """Let go of it."""

    @abstractmethod
    def close(self) -> None:
        """Let go of everything."""


class FileFlights(Flights):
    """The processes of one machine: each place is a byte of a file, locked and never written.

    Args:
        path: the file, made when it is missing. It is opened once: closing it anywhere would give all locks back.
    """

    def __init__(self, path: Path) -> None:
        super().__init__()
        self._file = path.open("ab")

    @override
    def _take(self, place: int) -> bool:
        try:
            _lock(self._file, place)
        except OSError:
            return False
        return True

    @override
    def _leave(self, place: int) -> None:
        _unlock(self._file, place)

    @override
    def close(self) -> None:
        self._file.close()
