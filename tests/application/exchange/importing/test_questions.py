"""What registers leave to a person stays listed until the person has decided, however often the file comes again."""

from __future__ import annotations

from typing import Any
from uuid import UUID

import pytest

from application.bitim import Bitim
from domain.imported_file.imported_file import imported_file_id
from domain.shared.errors import Invalid, NotFound
from tests import given
from tests.application.exchange.importing.registers import REGISTER, Rows, next_edition, take
from tests.application.office import act, nothing_stored, refused
from tests.application.sample import Hands

FILE_ID = imported_file_id("Register")
GRAZ, PORTO, LYON_ROW = 5, 13, 11
UNTIL, LENGTH = 6, 7


def waiting(bitim: Bitim, **asked: Any) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = bitim.questions.list(limit=500, **asked)["items"]
    return found


def about(bitim: Bitim, row: int, **asked: Any) -> list[dict[str, Any]]:
    return [one for one in waiting(bitim, **asked) if one["row"] == row and one["field"] in ("until", "length")]


def decide(bitim: Bitim, question: dict[str, Any], decision: str = "nothing_to_record") -> None:
    bitim.imported_files.decide(FILE_ID, act(), question_id=question["question_id"], decision=decision)


def record_a_renewal(bitim: Bitim, memorandum_id: str) -> None:
    edition = {"signed_on": "2015-01-10", "term": given.FIVE_YEARS}
    bitim.memorandums.record_edition(UUID(memorandum_id), act(source=given.SCAN), edition=edition)


def test_what_a_run_leaves_to_a_person_can_be_asked_for_later(bitim: Bitim) -> None:
    report = take(bitim)

    found = waiting(bitim)

    assert {(one["row"], one["field"], one["reason"]) for one in found} == {
        *((row.row, doubt.field, doubt.reason) for row in report.rows for doubt in row.doubts),
        *((row.row, "row", row.reason) for row in report.rows if row.outcome == "rejected"),
    }
    (lyon,) = about(bitim, LYON_ROW)
    assert (lyon["register"], lyon["filename"], lyon["text"]) == ("Register", "register.xlsx", "2020-01-09")
    assert bitim.register.get(UUID(lyon["memorandum_id"]))["reference"]


def test_the_same_file_asks_nothing_again(bitim: Bitim) -> None:
    take(bitim)

    with nothing_stored(bitim):
        take(bitim)


def test_the_next_edition_with_its_rows_elsewhere_asks_nothing_again(bitim: Bitim) -> None:
    take(bitim)

    def change(rows: Rows) -> None:
        rows[:] = [[], [], *REGISTER[:3], *(row for row in REGISTER[3:] if row != ["ASIA"])]

    with nothing_stored(bitim):
        take(bitim, next_edition(change, merged=()))


def test_a_rehearsal_asks_nothing(bitim: Bitim) -> None:
    take(bitim, rehearsal=True)

    assert waiting(bitim) == []


def test_rows_that_look_renewed_are_a_list_of_their_own(bitim: Bitim) -> None:
    report = take(bitim)

    found = waiting(bitim, looks_renewed=True)

    assert {one["row"] for one in found} == {row.row for row in report.rows if row.looks_renewed} == {8, LYON_ROW}
    assert not any(one["looks_renewed"] for one in waiting(bitim, looks_renewed=False))


def test_a_row_leaves_the_list_when_the_renewal_has_been_recorded(bitim: Bitim) -> None:
    take(bitim)
    (lyon,) = about(bitim, LYON_ROW)

    reference = bitim.register.get(UUID(lyon["memorandum_id"]))["reference"]

    with refused(bitim, "nothing_recorded_since", reference=reference):
        decide(bitim, lyon, "recorded")
    record_a_renewal(bitim, lyon["memorandum_id"])
    decide(bitim, lyon, "recorded")

    assert about(bitim, LYON_ROW) == []
    (decided,) = about(bitim, LYON_ROW, status="decided")
    assert (decided["decision"]["code"], decided["decision"]["actor"]) == ("recorded", given.OFFICER)


def test_a_row_leaves_the_list_when_a_person_says_that_it_was_not_renewed(bitim: Bitim) -> None:
    take(bitim)
    (lyon,) = about(bitim, LYON_ROW)
    before = bitim.questions.get(FILE_ID)["looks_renewed"]

    decide(bitim, lyon)

    assert about(bitim, LYON_ROW) == []
    assert bitim.questions.get(FILE_ID)["looks_renewed"] == before - 1
    with nothing_stored(bitim):
        take(bitim)


def test_a_change_that_a_person_must_decide_waits_with_both_values(bitim: Bitim) -> None:
    take(bitim)

    take(bitim, next_edition(lambda rows: rows[PORTO].__setitem__(LENGTH, "10 yil muddatga")), filename="next.xlsx")

    (found,) = (one for one in waiting(bitim) if one["reason"] == "ends_later")
    assert (found["filename"], found["row"], found["field"]) == ("next.xlsx", PORTO + 1, "term")
    assert [found[side]["length"]["count"] for side in ("before", "after")] == [5, 10]


def test_what_the_file_says_for_certain_at_last_waits_no_longer(bitim: Bitim) -> None:
    take(bitim)
    assert [one["reason"] for one in about(bitim, GRAZ + 1)] == ["says_nothing_certain"]

    take(bitim, next_edition(lambda rows: rows[GRAZ].__setitem__(UNTIL, "27/03/2027")))

    assert about(bitim, GRAZ + 1) == []
    (overtaken,) = about(bitim, GRAZ + 1, status="decided")
    assert overtaken["decision"]["code"] == "overtaken"


def test_what_was_known_is_still_told_after_the_decision(bitim: Bitim, clock: Hands) -> None:
    before = clock.now()
    clock.move(hours=1)
    take(bitim)
    clock.move(hours=1)
    then = clock.now()
    (lyon,) = about(bitim, LYON_ROW)
    clock.move(hours=1)
    decide(bitim, lyon)

    assert about(bitim, LYON_ROW, known_at=then) == [lyon]
    assert about(bitim, LYON_ROW) == about(bitim, LYON_ROW, known_at=before) == []


def test_the_list_is_read_page_by_page(bitim: Bitim) -> None:
    take(bitim)
    pages: list[dict[str, Any]] = []
    page = bitim.questions.list(limit=3)
    while page["after"]:
        pages += page["items"]
        page = bitim.questions.list(limit=3, after=page["after"])

    assert [*pages, *page["items"]] == waiting(bitim)


def test_a_register_says_how_much_of_it_waits(bitim: Bitim) -> None:
    assert bitim.questions.files() == {"items": []}
    take(bitim)

    (file,) = bitim.questions.files()["items"]

    assert (file["name"], file["open"]) == ("Register", len(waiting(bitim)))
    assert file["looks_renewed"] == len(waiting(bitim, looks_renewed=True))
    assert file == bitim.questions.get(FILE_ID)


@pytest.mark.parametrize("asked", [{"status": "forgotten"}, {"limit": 0}, {"after": "x"}])
def test_a_question_out_of_form_is_refused(bitim: Bitim, asked: dict[str, Any]) -> None:
    take(bitim)

    with pytest.raises(Invalid):
        bitim.questions.list(**asked)


def test_a_register_that_was_not_taken_is_not_found(bitim: Bitim) -> None:
    with pytest.raises(NotFound):
        bitim.questions.list(file_id=FILE_ID)
