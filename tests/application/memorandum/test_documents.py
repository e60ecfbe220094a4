"""Documents: bytes in the file store, their digest in the event."""

import hashlib
from typing import Any

import pytest

from application.bitim import Bitim
from application.settings import Settings
from domain.memorandum.memorandum import Memorandum
from domain.shared.errors import NotFound
from tests import given
from tests.application.office import act, keep, nothing_stored, refused
from tests.application.sample import Hands
from tests.databases import Database

SCAN = b"%PDF-1.7 the signed original"
DIGEST = hashlib.sha256(SCAN).hexdigest()


def scan(**details: Any) -> dict[str, Any]:
    return {
        "edition_id": "e1",
        "content": SCAN,
        "filename": "scan.pdf",
        "media_type": "application/pdf",
        **details,
    }


def test_a_document_is_kept_under_its_digest(bitim: Bitim) -> None:
    memorandum = keep(bitim, given.a_drafted_memorandum)

    attached = bitim.memorandums.attach_document(memorandum.id, act(), 1, **scan(label="scan"))

    assert (attached.version, attached.sha256) == (2, DIGEST)
    assert bitim.files.get(DIGEST) == SCAN
    (document,) = bitim.store.get(Memorandum, memorandum.id).documents
    assert (document["sha256"], document["size"]) == (DIGEST, len(SCAN))


def test_the_same_document_again_is_no_change(bitim: Bitim) -> None:
    memorandum = keep(bitim, given.a_drafted_memorandum)
    bitim.memorandums.attach_document(memorandum.id, act(), **scan())

    with nothing_stored(bitim):
        again = bitim.memorandums.attach_document(memorandum.id, act(), **scan(filename="copy.pdf"))

    assert (again.version, again.sha256) == (2, DIGEST)


@pytest.mark.parametrize(
    ("wrong", "code"),
    [
        ({"edition_id": "e2"}, "edition_not_found"),
        ({"filename": "../scan.pdf"}, "invalid_value"),
        ({"media_type": "pdf"}, "invalid_value"),
    ],
)
def test_a_refused_document_leaves_no_bytes(bitim: Bitim, wrong: dict[str, str], code: str) -> None:
    memorandum = keep(bitim, given.a_drafted_memorandum)

    with refused(bitim, code):
        bitim.memorandums.attach_document(memorandum.id, act(), **scan(**wrong))

    with pytest.raises(NotFound):
        bitim.files.get(DIGEST)


def test_a_document_beyond_the_limit_is_refused(database: Database, bitim: Bitim, clock: Hands) -> None:
    memorandum = keep(bitim, given.a_drafted_memorandum)
    small = Settings.read({**database.environ, "BITIM_DOCUMENT_LIMIT": "1"})

    with Bitim(small, clock) as strict, refused(strict, "document_too_large", limit=1_000_000):
        strict.memorandums.attach_document(memorandum.id, act(), **scan(content=b"x" * 1_000_001))
