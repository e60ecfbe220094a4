"""An export of everything with the bytes of its documents: one ZIP file, in which each bears its digest as name.

everything.jsonl          the lines of `HistoryExport.everything`
documents/<sha256>        each document that an event names, unpacked
"""

from __future__ import annotations

import hashlib
import tempfile
import zipfile
import zlib
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from typing import IO, BinaryIO, cast

from application.adapters.ports import FileStore
from application.errors import DocumentDamaged, ExportRefused
from domain.shared.errors import NotFound
from domain.shared.event import Event

EVENTS = "everything.jsonl"
_FOLDER = "documents/"
_AT_ALL_TIMES = (1980, 1, 1, 0, 0, 0)  # the same question has the same bytes
_PIECE = 1_000_000


def documents_of(events: Iterable[Event]) -> set[str]:
    """The digests of the documents whose bytes events name: scans, files of registers, lists of universities."""
    return {sha256 for event in events if isinstance(sha256 := getattr(event, "sha256", None), str)}


def archive(lines: Iterable[bytes], digests: Iterable[str], files: FileStore) -> Iterator[bytes]:
    """The archive, piece by piece; a document that is lost or damaged is left out, as `bitim check` tells.

    Args:
        lines: of the export of everything.
        digests: of the documents that its events name.
        files: where they are kept.
    """
    with tempfile.TemporaryFile() as made:
        with zipfile.ZipFile(made, "w") as package:
            with package.open(_entry(EVENTS, zipfile.ZIP_DEFLATED), "w", force_zip64=True) as member:
                for line in lines:
                    member.write(line)
            for sha256 in sorted(digests):
                try:
                    package.writestr(_entry(f"{_FOLDER}{sha256}", zipfile.ZIP_STORED), files.get(sha256))
                except (NotFound, DocumentDamaged):
                    continue
        made.seek(0)
        while piece := made.read(_PIECE):
            yield piece


def _entry(name: str, method: int) -> zipfile.ZipInfo:
    entry = zipfile.ZipInfo(name, _AT_ALL_TIMES)
    entry.compress_type = method
    return entry


class Documents:
    """The documents in an archive, or none, where a file of events stands alone."""

    def __init__(self, package: zipfile.ZipFile | None) -> None:
        self._package = package
        names = package.namelist() if package else []
        self.digests = sorted(name.removeprefix(_FOLDER) for name in names if name.startswith(_FOLDER))

    def keep(self, digests: Iterable[str], files: FileStore) -> set[str]:
        """Keep the documents with these digests.

        Returns:
            the digests of those that are not there.

        Raises:
            ExportRefused: a document is not what its digest says.
            DocumentTooLarge: it has more bytes than this register keeps.
        """
        wanted = set(digests)
        for sha256 in self.digests:
            if sha256 in wanted:
                self._require_whole(sha256)
        for sha256 in wanted & set(self.digests):
            files.put(self._read(sha256, files.limit + 1))
        return wanted - set(self.digests)

    def first_altered(self) -> str | None:
        """The digest of the first document that is another than its name says."""
        return next((sha256 for sha256 in self.digests if self._digest(sha256) != sha256), None)

    def _require_whole(self, sha256: str) -> None:
        if self._digest(sha256) != sha256:
            raise ExportRefused(reason="document_altered", number=0, sha256=sha256)

    def _digest(self, sha256: str) -> str:
        digest = hashlib.sha256()
        with self._opened(sha256) as member:
            while piece := member.read(_PIECE):
                digest.update(piece)
        return digest.hexdigest()

    def _read(self, sha256: str, most: int) -> bytes:
        with self._opened(sha256) as member:
            return member.read(most)

    def _opened(self, sha256: str) -> IO[bytes]:
        if self._package is None:
            raise KeyError(sha256)
        return self._package.open(f"{_FOLDER}{sha256}")


@contextmanager
def opened(file: BinaryIO) -> Iterator[tuple[BinaryIO, Documents]]:
    """The lines of an export of everything, and its documents, from an archive; any other file as it is.

    Raises:
        ExportRefused: the archive is broken.
    """
    is_archive = zipfile.is_zipfile(file)
    file.seek(0)
    try:
        if not is_archive:
            yield file, Documents(None)
            return
        with zipfile.ZipFile(file) as package:
            if EVENTS not in package.namelist():
                file.seek(0)
                yield file, Documents(None)
                return
            with package.open(EVENTS) as lines:
                yield cast(BinaryIO, lines), Documents(package)
    except (zipfile.BadZipFile, zlib.error, EOFError):
        raise ExportRefused(reason="archive_broken", number=0) from None
