"""What Bitim needs of the world outside, as the use cases see it."""

from __future__ import annotations

from datetime import datetime
from typing import Protocol


class Clock(Protocol):
    """The one clock."""

    def now(self) -> datetime:
        """This instant, in UTC (`datetime.UTC`), to the microsecond."""
        ...


class FileStore(Protocol):
    """Keeps the bytes of documents, named by their digest; ``limit`` is the most bytes that one may have."""

    limit: int

    def put(self, content: bytes) -> str:
        """Keep these bytes for ever; the same bytes twice are kept once.

        Returns:
            their SHA-256 in lower-case hexadecimal.

        Raises:
            DocumentTooLarge: more bytes than the institution allows.
        """
        ...

    def get(self, sha256: str) -> bytes:
        """The bytes with this digest, checked against it.

        Raises:
            NotFound: nothing is kept under it, or it is no digest at all.
            DocumentDamaged: the bytes have changed since.
        """
        ...
