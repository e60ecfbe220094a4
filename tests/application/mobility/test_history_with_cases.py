"""The history of a memorandum with the acts of the cases that rest on it."""

from __future__ import annotations

from typing import Any
from uuid import UUID

import pytest

from application.bitim import Bitim
from domain.shared.errors import Invalid, NotFound
from tests import given
from tests.application.office import act, keep
from tests.application.sample import Hands


def nominated(bitim: Bitim, **details: Any) -> UUID:
    details = given.on_a_memorandum(**details)
    return bitim.mobility_cases.nominate(act("2025-11-03"), direction="outgoing", details=details).id


def topics(told: dict[str, Any]) -> list[str]:
    return [entry["topic"] for entry in told["items"]]


@pytest.fixture
def signed(bitim: Bitim, clock: Hands) -> Bitim:
    """An office with a signed memorandum with Cantabria."""
    parties = given.parties(given.CANTABRIA)
    keep(bitim, lambda: given.a_signed_memorandum("2025-09-01", parties=parties))
    clock.move(minutes=1)
    return bitim


def test_the_acts_of_its_cases_stand_among_its_entries_in_the_order_of_recording(signed: Bitim, clock: Hands) -> None:
    case = nominated(signed)
    clock.move(minutes=1)
    signed.memorandums.note(given.MEMORANDUM, act(), note="A first student goes.")
    clock.move(minutes=1)
    signed.mobility_cases.accept(case, act("2025-12-01"), side="host")

    told = signed.history_with_cases.of(given.MEMORANDUM)

    assert topics(told)[-3:] == ["mobility.nominated", "memorandum.noted", "mobility.accepted"]
    own, last = told["items"][0], told["items"][-1]
    assert own["case"] is None
    assert last["case"]["id"] == str(case)
    assert (last["case"]["purpose"], last["case"]["partner"]) == ("studies", "University of Cantabria")
    assert last["changes"] == signed.case_history.of(case)["items"][-1]["changes"]
    assert [entry for entry in told["items"] if not entry["case"]] == [
        entry | {"case": None} for entry in signed.history.of(given.MEMORANDUM)["items"]
    ]


def test_a_case_that_came_to_rest_elsewhere_shows_what_it_did_until_then(signed: Bitim, clock: Hands) -> None:
    elsewhere = signed.memorandums.register(
        act(None, source=given.SCAN),
        reference="MOU-2019-0004",
        kind="memorandum_of_understanding",
        owner="employee-7",
        editions=[given.an_edition_from_paper("2024-12-03", parties=given.parties(given.CANTABRIA))],
    ).id
    case = nominated(signed)
    clock.move(minutes=1)
    signed.mobility_cases.revise(case, act(reason="Another one holds"), changes={"memorandum_id": str(elsewhere)})
    clock.move(minutes=1)
    signed.mobility_cases.accept(case, act("2025-12-01"), side="host")

    left, came = (
        topics(signed.history_with_cases.of(id_, chapters=("mobility",))) for id_ in (given.MEMORANDUM, elsewhere)
    )

    assert left == ["mobility.nominated", "mobility.revised"]
    assert came == ["mobility.revised", "mobility.accepted"]


def test_what_was_recorded_later_than_the_knowledge_asked_is_left_out(signed: Bitim, clock: Hands) -> None:
    before_all = clock.instant
    clock.move(minutes=1)
    case = nominated(signed)
    before = clock.instant
    clock.move(minutes=1)
    signed.mobility_cases.cancel(case, act(reason="Ill"))

    def acts(**asked: Any) -> list[str]:
        return topics(signed.history_with_cases.of(given.MEMORANDUM, chapters=("mobility",), **asked))

    assert acts() == ["mobility.nominated", "mobility.cancelled"]
    assert acts(known_at=before) == ["mobility.nominated"]
    assert acts(known_at=before_all) == []


@pytest.mark.parametrize("newest_first", [False, True])
def test_the_pages_make_up_the_whole_though_several_were_recorded_at_once(signed: Bitim, newest_first: bool) -> None:
    for _each in range(3):
        nominated(signed)
    whole = signed.history_with_cases.of(given.MEMORANDUM, newest_first=newest_first)["items"]

    found: list[Any] = []
    after = None
    while not found or after is not None:
        page = signed.history_with_cases.of(given.MEMORANDUM, newest_first=newest_first, limit=2, after=after)
        found += page["items"]
        after = page["after"]

    assert found == whole
    assert len([entry for entry in whole if entry["case"]]) == 3


def test_what_is_not_there_or_out_of_form_is_refused(signed: Bitim) -> None:
    with pytest.raises(NotFound):
        signed.history_with_cases.of(given.CASE)
    for asked in ({"chapters": ("gossip",)}, {"after": "x"}, {"limit": 0}):
        with pytest.raises(Invalid):
            signed.history_with_cases.of(given.MEMORANDUM, **asked)


def test_the_history_of_a_case_can_be_read_chapter_by_chapter_and_page_by_page(signed: Bitim, clock: Hands) -> None:
    case = nominated(signed)
    clock.move(minutes=1)
    signed.mobility_cases.accept(case, act("2025-12-01"), side="host")
    signed.mobility_cases.start(case, act("2026-02-03"))

    assert topics(signed.case_history.of(case, chapters=("moving",))) == ["mobility.started"]
    first = signed.case_history.of(case, newest_first=True, limit=2)
    second = signed.case_history.of(case, newest_first=True, after=first["after"])
    assert topics(first) + topics(second) == ["mobility.started", "mobility.accepted", "mobility.nominated"]
    with pytest.raises(Invalid):
        signed.case_history.of(case, chapters=("signing",))
