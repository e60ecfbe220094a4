"""References: allocated or given, and never issued twice."""

from collections.abc import Iterator, Mapping
from concurrent.futures import ThreadPoolExecutor
from typing import Any
from uuid import UUID

import pytest

from application.bitim import Bitim
from application.done import Begun
from domain.memorandum.memorandum import Memorandum
from domain.memorandum.reference import Reference, reference_id
from domain.shared.errors import Taken
from tests import given
from tests.application.office import act, open_bitim, refused
from tests.application.sample import Hands
from tests.databases import Database


def draft(bitim: Bitim, content: Mapping[str, Any] | None = None, **details: Any) -> Begun:
    fields = {"kind": "other", "owner": "employee-7", "content": content or given.a_content(), **details}
    return bitim.memorandums.draft(act(), **fields)


def test_a_memorandum_without_a_number_is_given_the_next_one_of_the_year(bitim: Bitim) -> None:
    references = [draft(bitim).reference for _ in range(3)]

    assert references == ["MOU-2026-0001", "MOU-2026-0002", "MOU-2026-0003"]
    assert bitim.store.get(Memorandum, draft(bitim).id).reference == "MOU-2026-0004"


def test_the_year_is_that_of_the_institution_s_zone(bitim: Bitim, clock: Hands) -> None:
    clock.move(days=108, hours=12)  # 2026-12-31 19:30 UTC is half past midnight in Tashkent

    assert draft(bitim).reference == "MOU-2027-0001"


def test_a_given_number_is_stored_with_its_holder(bitim: Bitim) -> None:
    begun = draft(bitim, reference=" 2026/№ 14 ")

    assert begun.reference == "2026/№ 14"
    assert bitim.store.get(Reference, reference_id("2026/№14")).memorandum_id == str(begun.id)


@pytest.mark.parametrize("taken", ["mou-2019-0004", "MOU - 2019 - 0004", "MOU-2019-0004"])
def test_a_given_number_that_is_taken_is_refused_and_its_holder_named(bitim: Bitim, taken: str) -> None:
    holder = draft(bitim, reference="MOU-2019-0004")

    with refused(bitim, "reference_taken", reference="MOU-2019-0004", memorandum_id=str(holder.id)):
        draft(bitim, reference=taken)


def test_a_number_out_of_form_is_refused(bitim: Bitim) -> None:
    with refused(bitim, "invalid_value", field="reference", accepts="reference"):
        draft(bitim, reference="MOU#1")


def test_s21_a_withdrawn_draft_s_number_is_never_issued_again(bitim: Bitim) -> None:
    withdrawn = draft(bitim)
    bitim.memorandums.withdraw(withdrawn.id, act(), edition_id="e1")

    assert draft(bitim).reference == "MOU-2026-0002"
    with refused(bitim, "reference_taken", memorandum_id=str(withdrawn.id)):
        draft(bitim, reference=withdrawn.reference)


def test_numbers_given_by_hand_are_passed_over(bitim: Bitim, database: Database, clock: Hands) -> None:
    for number in (1, 2, 3, 5, 7):
        draft(bitim, reference=f"MOU-2026-{number:04d}")

    with open_bitim(database, clock) as another:
        issued = {draft(another).reference for _ in range(3)}

    assert len(issued) == 3
    assert issued.isdisjoint({f"MOU-2026-{number:04d}" for number in (1, 2, 3, 5, 7)})


def test_a_refused_draft_uses_up_no_number(bitim: Bitim) -> None:
    with refused(bitim, "invalid_value", field="titles"):
        draft(bitim, given.a_content(titles={}))

    assert draft(bitim).reference == "MOU-2026-0001"


class Interrupted(dict[str, Any]):
    """A content during whose reading somebody else is quicker."""

    def __init__(self, somebody_else: Iterator[object]) -> None:
        super().__init__(given.a_content())
        self.somebody_else = somebody_else

    def get(self, key: str, default: Any = None) -> Any:
        next(self.somebody_else, None)
        return super().get(key, default)


def test_a_number_allocated_by_somebody_else_meanwhile_is_passed_over(
    bitim: Bitim, database: Database, clock: Hands
) -> None:
    with open_bitim(database, clock) as another:
        quicker = (draft(another) for _ in range(2))

        begun = draft(bitim, Interrupted(quicker))

    assert begun.reference == "MOU-2026-0003"
    assert bitim.store.get(Memorandum, begun.id).reference == "MOU-2026-0003"


def test_a_given_number_taken_by_somebody_else_meanwhile_is_refused(
    bitim: Bitim, database: Database, clock: Hands
) -> None:
    with open_bitim(database, clock) as another:
        holders: list[UUID] = []
        quicker = (holders.append(draft(another, reference="14").id) for _ in range(1))

        with pytest.raises(Taken) as refusal:
            draft(bitim, Interrupted(quicker), reference="14")

    assert refusal.value.data["memorandum_id"] == str(holders[0])


def test_offices_at_work_at_once_are_given_different_numbers(bitim: Bitim, database: Database, clock: Hands) -> None:
    with open_bitim(database, clock) as another, ThreadPoolExecutor(4) as threads:
        begun = [threads.submit(draft, office) for office in (bitim, another) * 8]
        references = {future.result().reference for future in begun}

    assert len(references) == 16
