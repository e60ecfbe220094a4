"""An export of everything with its documents: the same register elsewhere, bytes and all."""

from __future__ import annotations

import hashlib
import io
import zipfile
from collections.abc import Callable

import pytest

from application.bitim import Bitim
from application.exchange.exporting.archive import EVENTS, archive
from application.exchange.exporting.checking import check_export
from domain.shared.errors import BitimError
from tests import given
from tests.application.exchange.importing.registers import FILE, take
from tests.application.office import act, nothing_stored, open_bitim
from tests.application.sample import Hands
from tests.databases import Database, Kind

SCAN = b"%PDF-1.7 the signed text"
DIGEST = hashlib.sha256(SCAN).hexdigest()


@pytest.fixture
def exported(bitim: Bitim) -> bytes:
    """The archive of an office with a scan, and a register that was taken in."""
    begun = bitim.memorandums.register(
        act(source=given.SCAN),
        kind="other",
        owner="employee-7",
        editions=[given.an_edition_from_paper("2021-03-01")],
    )
    bitim.memorandums.attach_document(
        begun.id, act(), edition_id="e2", content=SCAN, filename="scan.pdf", media_type="application/pdf"
    )
    take(bitim)
    return archived(bitim)


def archived(bitim: Bitim) -> bytes:
    history = bitim.exports.history
    return b"".join(archive(history.everything(), history.documents(), bitim.files))


def altered(exported: bytes, name: str, content: bytes | None) -> bytes:
    """The archive with another member, or without it."""
    made = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(exported)) as old, zipfile.ZipFile(made, "w") as new:
        for member in old.namelist():
            if member != name:
                new.writestr(member, old.read(member))
            elif content is not None:
                new.writestr(member, content)
    return made.getvalue()


def test_an_archive_taken_in_gives_the_same_register_with_its_documents(
    exported: bytes, bitim: Bitim, clock: Hands, new_database: Callable[[Kind], Database], database: Database
) -> None:
    with open_bitim(new_database(database.kind), clock) as other:
        restored = other.restore(io.BytesIO(exported))

        assert (restored.documents, restored.documents_missing) == (2, 0)
        assert other.files.get(DIGEST) == SCAN
        assert other.files.get(hashlib.sha256(FILE).hexdigest()) == FILE
        assert other.check().findings == ()
        assert archived(other) == exported
        with nothing_stored(other):
            take(other)
    assert check_export(io.BytesIO(exported)).first_wrong is None


def test_lines_alone_say_how_many_documents_are_missing(
    exported: bytes, bitim: Bitim, clock: Hands, new_database: Callable[[Kind], Database], database: Database
) -> None:
    with open_bitim(new_database(database.kind), clock) as other:
        restored = other.restore(io.BytesIO(b"".join(bitim.exports.history.everything())))

    assert exported
    assert (restored.documents, restored.documents_missing) == (0, 2)


def test_a_document_that_is_lost_is_left_out_and_counted(
    exported: bytes, bitim: Bitim, clock: Hands, new_database: Callable[[Kind], Database], database: Database
) -> None:
    (place,) = bitim.files.folder.rglob(DIGEST)
    place.unlink()
    assert DIGEST.encode() in exported

    with open_bitim(new_database(database.kind), clock) as other:
        restored = other.restore(io.BytesIO(archived(bitim)))

    assert (restored.documents, restored.documents_missing) == (1, 1)


def test_a_document_that_was_altered_is_refused_and_named(
    exported: bytes, bitim: Bitim, clock: Hands, new_database: Callable[[Kind], Database], database: Database
) -> None:
    forged = altered(exported, f"documents/{DIGEST}", SCAN + b" forged")

    with open_bitim(new_database(database.kind), clock) as other, nothing_stored(other):
        with pytest.raises(BitimError) as caught:
            other.restore(io.BytesIO(forged))
        assert caught.value.data == {"reason": "document_altered", "number": 0, "sha256": DIGEST}

    wrong = check_export(io.BytesIO(forged)).first_wrong
    assert wrong is not None
    assert (wrong.code, wrong.data) == ("document_altered", {"sha256": DIGEST})


@pytest.mark.parametrize("member", [EVENTS])
def test_an_archive_whose_events_were_altered_is_refused(exported: bytes, bitim: Bitim, member: str) -> None:
    with zipfile.ZipFile(io.BytesIO(exported)) as package:
        lines = package.read(member)

    wrong = check_export(io.BytesIO(altered(exported, member, lines.replace(b"scan.pdf", b"scam.pdf")))).first_wrong

    assert wrong is not None
    assert wrong.code == "altered"


def test_what_another_host_has_stamped_later_is_exported_too(bitim: Bitim, clock: Hands) -> None:
    clock.move(hours=1)
    bitim.partners.register(act(), name="Osh State University", kind="university", country="KG")
    clock.move(hours=-1)

    assert b"Osh State University" in b"".join(bitim.exports.history.everything())
    assert b"Osh State University" not in b"".join(bitim.exports.history.everything(known_at=clock.now()))
