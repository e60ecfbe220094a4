"""The page of what registers that were taken in leave to a person."""

from __future__ import annotations

from application.bitim import Bitim
from domain.imported_file.imported_file import imported_file_id
from tests.application.exchange.importing.registers import next_edition, take
from tests.application.office import act
from tests.web.ui.reader import Reader


def test_what_waits_for_a_person_is_listed_with_its_cell_and_its_reason(bitim: Bitim, reader: Reader) -> None:
    take(bitim)

    page = reader.open("/questions")

    assert page.says("Until: It says nothing certain of the end. “till consent”")
    assert page.says("Row: There is neither a partner nor a title.")
    assert reader.open("/follow-up").links["What registers that were taken in leave to a person"] == "/questions"


def test_what_looks_renewed_leaves_its_list_when_it_is_decided(bitim: Bitim, reader: Reader) -> None:
    take(bitim)
    *_, lyon = bitim.questions.list(looks_renewed=True)["items"]
    assert reader.open("/questions?list=looks_renewed").says("“2020-01-09”")

    bitim.imported_files.decide(
        imported_file_id("Register"),
        act(reason="Asked the dean"),
        question_id=lyon["question_id"],
        decision="nothing_to_record",
    )

    assert not reader.open("/questions?list=looks_renewed").says("“2020-01-09”")
    decided = reader.open("/questions?list=decided")
    assert decided.says("There is nothing to record")
    assert decided.says("Asked the dean")


def test_a_change_waits_with_its_values_in_words(bitim: Bitim, reader: Reader) -> None:
    take(bitim)
    take(bitim, next_edition(lambda rows: rows[13].__setitem__(7, "10 yil muddatga")))

    assert reader.open("/questions").says(
        "Term: The end moves later, which may be a renewal. “for 5 years → for 10 years”"
    )


def test_an_empty_list_says_so(bitim: Bitim, reader: Reader) -> None:
    assert reader.open("/questions").says("Nothing waits for a person.")
    assert reader.open("/questions?list=decided").says("Nothing of this kind is there.")


def test_another_list_is_refused(bitim: Bitim, reader: Reader) -> None:
    assert reader.get("/questions?list=all").status_code == 400
