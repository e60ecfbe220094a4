"""A register kept as a file: editions and rows, each remembered once."""

import pytest

from domain.imported_file.imported_file import ImportedFile, imported_file_id
from domain.shared.errors import Invalid
from tests import given

DIGEST, OTHER = "0" * 64, "1" * 64
ROW = ("Agreements", 9)


@pytest.fixture
def file() -> ImportedFile:
    """One edition was taken, and a row of it."""
    with given.on("2026-05-04"):
        file = ImportedFile.begin(given.an_act(), name="Register")
        file.take_edition(given.an_act(), sha256=DIGEST, filename="a.csv", mapping={"sheets": {}})
        file.take_row(given.an_act(), place=ROW, memorandum_id=given.MEMORANDUM)
    return file


def test_a_row_is_remembered_with_its_memorandum(file: ImportedFile) -> None:
    assert file.rows == {ROW: str(given.MEMORANDUM)}
    assert file.taken == {ROW}


def test_the_same_edition_and_the_same_row_again_record_nothing(file: ImportedFile) -> None:
    version = file.version

    with given.on("2026-05-05"):
        file.take_edition(given.an_act(), sha256=DIGEST, filename="renamed.csv", mapping={"sheets": {}})
        file.take_row(given.an_act(), place=ROW, memorandum_id=given.MEMORANDUM)

    assert file.version == version


def test_the_next_edition_carries_rows_over_to_their_new_places(file: ImportedFile) -> None:
    with given.on("2027-05-04"):
        file.take_edition(
            given.an_act(),
            sha256=OTHER,
            filename="b.csv",
            mapping={"sheets": {}},
            rows=[(("Agreements", 10), str(given.MEMORANDUM))],
        )

    assert file.rows == {("Agreements", 10): str(given.MEMORANDUM)}
    assert file.taken == set()
    assert [digest for digest, _filename, _mapping in file.editions] == [DIGEST, OTHER]


def test_a_register_is_known_by_its_name_whatever_the_case() -> None:
    assert imported_file_id("Register") == imported_file_id("REGISTER") != imported_file_id("Registers")


@pytest.mark.parametrize("name", ["", " ", "a\nb", "x" * 101])
def test_begin_refuses_a_name_that_is_no_line(name: str) -> None:
    with given.on("2026-05-04"), pytest.raises(Invalid):
        ImportedFile.begin(given.an_act(), name=name)


def test_take_edition_refuses_what_is_no_digest(file: ImportedFile) -> None:
    version = file.version

    with given.on("2026-05-05"), pytest.raises(Invalid):
        file.take_edition(given.an_act(), sha256="abc", filename="a.csv", mapping={})

    assert file.version == version
