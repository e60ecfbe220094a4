"""Documents in a folder, each under its own digest."""

from __future__ import annotations

import hashlib
import os
import re
import tempfile
from pathlib import Path

from application.errors import DocumentDamaged, DocumentTooLarge
from domain.shared.errors import NotFound

DIGEST = re.compile(r"[0-9a-f]{64}")


class FolderFileStore:
    """Keeps documents in a folder, spread over 256 subfolders.

    A document is written beside its place and moved there when all of it is on the disk: after a power
    failure it is there whole, or not at all.

    Args:
        folder: made when it is missing.
        limit: the most bytes that one document may have.
    """

    def __init__(self, folder: Path, limit: int) -> None:
        self.folder = folder
        self.limit = limit

    def put(self, content: bytes) -> str:
        """Keep these bytes; see `FileStore.put`."""
        if len(content) > self.limit:
            raise DocumentTooLarge(limit=self.limit)
        sha256 = hashlib.sha256(content).hexdigest()
        place = self._place(sha256)
        if not self._holds(place, sha256):
            place.parent.mkdir(parents=True, exist_ok=True)
            self._write(place, content)
            for folder in (place.parent, self.folder, self.folder.parent):
                _sync_folder(folder)
        return sha256

    def get(self, sha256: str) -> bytes:
        """The bytes with this digest; see `FileStore.get`."""
        place = self._place(sha256)
        try:
            content = place.read_bytes()
        except FileNotFoundError:
            raise NotFound(kind="document", id=sha256) from None
        if hashlib.sha256(content).hexdigest() != sha256:
            raise DocumentDamaged(sha256=sha256)
        return content

    def _place(self, sha256: str) -> Path:
        if not DIGEST.fullmatch(sha256):  # it comes from outside, and is about to be part of a path
            raise NotFound(kind="document", id=sha256[:100])
        return self.folder / sha256[:2] / sha256

    def _holds(self, place: Path, sha256: str) -> bool:
        try:
            return hashlib.sha256(place.read_bytes()).hexdigest() == sha256
        except FileNotFoundError:
            return False

    def _write(self, place: Path, content: bytes) -> None:
        handle, name = tempfile.mkstemp(dir=place.parent, prefix=".new-")
        try:
            with os.fdopen(handle, "wb") as file:
                file.write(content)
                file.flush()
                os.fsync(file.fileno())
            Path(name).replace(place)
        except BaseException:
            Path(name).unlink(missing_ok=True)
            raise


def _sync_folder(folder: Path) -> None:
    """Make sure that the folder's list of names is on the disk as well."""
    if os.name == "nt":
        return  # Windows cannot open a folder, and writes its names by itself
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
