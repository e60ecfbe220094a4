"""Documents are kept whole, checked, and bounded."""

import hashlib
import os
from pathlib import Path

import pytest

from application.adapters.files import FolderFileStore
from application.errors import DocumentDamaged, DocumentTooLarge
from domain.shared.errors import NotFound

SCAN = b"%PDF-1.7 signed in Samarkand"


@pytest.fixture
def files(tmp_path: Path) -> FolderFileStore:
    return FolderFileStore(tmp_path / "documents", limit=100)


def kept(files: FolderFileStore) -> list[Path]:
    return [path for path in files.folder.rglob("*") if path.is_file()]


def test_a_document_is_found_by_its_digest(files: FolderFileStore) -> None:
    sha256 = files.put(SCAN)

    assert sha256 == hashlib.sha256(SCAN).hexdigest()
    assert files.get(sha256) == SCAN


def test_the_same_document_twice_is_kept_once(files: FolderFileStore) -> None:
    assert files.put(SCAN) == files.put(SCAN)
    assert len(kept(files)) == 1


def test_a_document_is_on_the_disk_before_its_digest_is_given(
    files: FolderFileStore, monkeypatch: pytest.MonkeyPatch
) -> None:
    synced = []
    monkeypatch.setattr(os, "fsync", lambda handle: synced.append(os.fstat(handle).st_ino))

    files.put(SCAN)

    place = kept(files)[0]
    places = [place, place.parent, files.folder, files.folder.parent]
    assert synced == [path.stat().st_ino for path in places]


def test_a_damaged_document_is_never_handed_out(files: FolderFileStore) -> None:
    sha256 = files.put(SCAN)
    kept(files)[0].write_bytes(SCAN + b".")

    with pytest.raises(DocumentDamaged) as refusal:
        files.get(sha256)

    assert refusal.value.data == {"sha256": sha256}


def test_a_damaged_document_that_comes_again_is_whole_again(files: FolderFileStore) -> None:
    sha256 = files.put(SCAN)
    kept(files)[0].write_bytes(b"")

    files.put(SCAN)

    assert files.get(sha256) == SCAN


def test_a_document_beyond_the_limit_is_refused_and_nothing_kept(files: FolderFileStore) -> None:
    files.put(b"x" * 100)

    with pytest.raises(DocumentTooLarge) as refusal:
        files.put(b"x" * 101)

    assert refusal.value.data == {"limit": 100}
    assert len(kept(files)) == 1


@pytest.mark.parametrize("name", ["0" * 64, "0" * 63, "A" * 64, "../../../etc/passwd", "", "0" * 64 + "\n"])
def test_a_name_under_which_nothing_is_kept_is_not_found(files: FolderFileStore, name: str) -> None:
    with pytest.raises(NotFound):
        files.get(name)


def test_a_disk_that_fails_leaves_nothing_half_written(files: FolderFileStore) -> None:
    place = files.folder / hashlib.sha256(SCAN).hexdigest()[:2] / hashlib.sha256(SCAN).hexdigest()
    (place / "in the way").mkdir(parents=True)  # the last step, moving the document to its place, fails

    with pytest.raises(OSError, match="directory"):
        files.put(SCAN)

    assert kept(files) == []
