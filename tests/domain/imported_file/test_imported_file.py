"""A register kept as a file: editions and rows, each remembered once."""

import pytest

from domain.imported_file.imported_file import ImportedFile, imported_file_id
from domain.shared.errors import Invalid, NotFound
from tests import given
from tests.refusing import not_accepted, nothing_recorded

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


@pytest.fixture
def asked() -> ImportedFile:
    """A row has left a question to a person."""
    with given.on("2026-05-04"):
        return given.an_imported_file()


def open_questions(file: ImportedFile) -> list[str]:
    return [one.question_id for one in file.questions.values() if one.decision is None]


def test_decide_closes_a_question_with_who_decided_and_why(asked: ImportedFile) -> None:
    assert open_questions(asked) == ["q4"]

    with given.on("2026-05-05"):
        asked.decide(given.with_a_reason("The scan shows one term"), question_id="q4", decision="nothing_to_record")

    decision = asked.question("q4").decision
    assert decision is not None
    assert (decision.code, decision.actor, decision.reason) == (
        "nothing_to_record",
        given.OFFICER,
        "The scan shows one term",
    )
    with given.on("2026-05-06"), nothing_recorded(asked):
        asked.decide(given.an_act(), question_id="q4", decision="nothing_to_record")


def test_decide_lets_a_person_think_better_of_it(asked: ImportedFile) -> None:
    with given.on("2026-05-05"):
        asked.decide(given.an_act(), question_id="q4", decision="nothing_to_record")
        asked.decide(given.an_act(), question_id="q4", decision="recorded")

    assert [one.decision and one.decision.code for one in asked.questions.values()] == ["recorded"]


def test_decide_refuses_another_decision_and_a_question_that_was_not_asked(asked: ImportedFile) -> None:
    with given.on("2026-05-05"):
        with not_accepted(asked, "decision", "one_of"):
            asked.decide(given.an_act(), question_id="q4", decision="overtaken")
        with nothing_recorded(asked), pytest.raises(NotFound, match="question_not_found"):
            asked.decide(given.an_act(), question_id="q3", decision="recorded")


@pytest.mark.parametrize("decision", [None, "recorded"])
def test_ask_does_not_ask_again_what_was_asked_whether_or_not_it_was_decided(
    asked: ImportedFile, decision: str | None
) -> None:
    with given.on("2026-05-05"):
        if decision:
            asked.decide(given.an_act(), question_id="q4", decision=decision)
        with nothing_recorded(asked):
            asked.ask(given.an_act(), place=("Other", 1), memorandum_id=given.MEMORANDUM, questions=[given.A_QUESTION])


def test_ask_overtakes_what_the_row_says_anew_and_may_ask_it_once_more(asked: ImportedFile) -> None:
    another = {**given.A_QUESTION, "text": "2025-01-09"}

    with given.on("2026-05-05"):
        for said in (another, given.A_QUESTION):
            asked.ask(given.an_act(), place=ROW, memorandum_id=given.MEMORANDUM, questions=[said], instead_of=["until"])

    assert [(one.said["text"], one.decision and one.decision.code) for one in asked.questions.values()] == [
        ("2020-01-09", "overtaken"),
        ("2025-01-09", "overtaken"),
        ("2020-01-09", None),
    ]


def test_ask_leaves_questions_of_other_fields_and_memorandums_open(asked: ImportedFile) -> None:
    with given.on("2026-05-05"):
        asked.ask(given.an_act(), place=ROW, memorandum_id=given.MEMORANDUM, questions=[], instead_of=["title"])
        asked.ask(given.an_act(), place=ROW, memorandum_id=None, questions=[], instead_of=["until"])

    assert open_questions(asked) == ["q4"]
