"""Answers that are kept as they left: kept while nothing has changed, made anew after everything that they tell of."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from threading import Barrier
from typing import Any, NamedTuple
from uuid import UUID, uuid4

import pytest

from application.bitim import Bitim
from application.plain import from_json, to_bytes
from domain.shared.errors import NotFound
from tests import given
from tests.application.office import act, keep
from tests.application.sample import Hands

OTHER = UUID("00000000-0000-4000-8000-0000000000aa")


class Told(NamedTuple):
    """What was answered, and whether it had to be made."""

    answer: Any
    made: bool


class Asker:
    """Asks about the memorandum of the tests."""

    def __init__(self, bitim: Bitim) -> None:
        self._bitim = bitim

    def detail(self, memorandum_id: UUID = given.MEMORANDUM) -> Told:
        """Ask for all of it; what is told is what would be made now, whether or not it was."""
        told = self._ask(self._bitim.ready.detail, self._bitim.register.get, memorandum_id)
        assert told.answer == from_json(to_bytes(self._bitim.register.get(memorandum_id)))
        return told

    def history(self, memorandum_id: UUID = given.MEMORANDUM) -> Told:
        """The same of its history."""
        told = self._ask(self._bitim.ready.history, self._bitim.history.of, memorandum_id)
        assert told.answer == from_json(to_bytes(self._bitim.history.of(memorandum_id)))
        return told

    def _ask(self, ready: Callable[..., Any], core: Callable[[UUID], Any], memorandum_id: UUID) -> Told:
        made = []

        def make() -> Any:
            made.append(core(memorandum_id))
            return made[-1]

        version, answer = ready(memorandum_id, make)
        assert version == self._bitim.store.version(memorandum_id)
        return Told(from_json(answer), bool(made))


@pytest.fixture
def asker(bitim: Bitim) -> Asker:
    """Somebody who has asked for everything once."""
    keep(bitim, lambda: given.a_signed_memorandum("2026-09-14"))
    asker = Asker(bitim)
    assert asker.detail().made
    assert asker.history().made
    return asker


def test_what_was_answered_once_is_not_made_again(asker: Asker) -> None:
    assert not asker.detail().made
    assert not asker.history().made


def test_answers_that_are_made_at_the_same_time_are_all_kept(bitim: Bitim, asker: Asker) -> None:
    bitim.memorandums.note(given.MEMORANDUM, act(), note="The original is in safe 2")
    both_are_made = Barrier(2)

    def meeting(make: Callable[[UUID], Any]) -> Callable[[], Any]:
        def made() -> Any:
            answer = make(given.MEMORANDUM)
            both_are_made.wait()
            return answer

        return made

    with ThreadPoolExecutor(2) as threads:
        for asked, make in ((bitim.ready.detail, bitim.register.get), (bitim.ready.history, bitim.history.of)):
            threads.submit(asked, given.MEMORANDUM, meeting(make))

    assert not asker.detail().made
    assert not asker.history().made


def test_a_command_on_the_memorandum_is_told(bitim: Bitim, asker: Asker) -> None:
    bitim.memorandums.note(given.MEMORANDUM, act(), note="The original is in safe 2")

    assert asker.detail().answer["notes"] == ["The original is in safe 2"]
    assert asker.history().made
    assert not asker.detail().made


def test_the_next_day_is_another_one_for_all_but_the_history(asker: Asker, clock: Hands) -> None:
    clock.move(days=1)

    assert asker.detail().answer["as_of"] == "2026-09-15"
    assert not asker.history().made


def test_the_new_name_of_a_partner_is_told(bitim: Bitim, asker: Asker) -> None:
    bitim.partners.rename(given.SHANDONG, act(), name="Shandong University of Building", effective_on="2026-01-01")

    parties = asker.detail().answer["edition"]["parties"]
    assert [party["name"] for party in parties][1:] == ["Shandong University of Building"]
    assert not asker.detail().made


def test_a_partner_that_no_party_is_changes_nothing(bitim: Bitim, asker: Asker) -> None:
    bitim.partners.add_alias(given.CANTABRIA, act(), alias="UNICAN")

    assert not asker.detail().made


def test_a_partner_that_was_merged_is_told_by_its_name_of_today(bitim: Bitim, asker: Asker) -> None:
    keep(bitim, lambda: given.a_partner("SDJZU Jinan", partner_id=OTHER, country="CN"))
    bitim.partners.merge(given.SHANDONG, act(), survivor_id=str(OTHER))
    assert asker.detail().answer["edition"]["parties"][1]["name"] == "SDJZU Jinan"

    bitim.partners.rename(OTHER, act(), name="Jianzhu Jinan", effective_on="2026-01-01")

    assert asker.detail().answer["edition"]["parties"][1]["name"] == "Jianzhu Jinan"


def test_what_a_memorandum_is_tied_to_is_told_on_both_ends(bitim: Bitim, asker: Asker) -> None:
    framework = bitim.memorandums.register(
        act(source=given.SCAN),
        kind="framework_agreement",
        owner="me",
        reference="FRAMEWORK-1",
        editions=[given.an_edition_from_paper("2025-01-01")],
    ).id
    assert asker.detail(framework).answer["links"] == []
    assert not asker.detail(framework).made

    bitim.memorandums.place_under_framework(given.MEMORANDUM, act(), framework_id=str(framework))

    assert [link["link"] for link in asker.detail().answer["links"]] == ["framework"]
    assert [link["link"] for link in asker.detail(framework).answer["links"]] == ["agreement"]
    assert not asker.detail().made
    assert not asker.detail(framework).made

    changed = act(reason="It is none")
    bitim.memorandums.correct(framework, changed, event_version=1, field="kind", value="cooperation_agreement")

    assert [link["kind"] for link in asker.detail().answer["links"]] == ["cooperation_agreement"]


def test_an_answer_is_given_while_somebody_writes_and_kept_later(bitim: Bitim, asker: Asker) -> None:
    bitim.memorandums.note(given.MEMORANDUM, act(), note="The original is in safe 2")

    with bitim.projector.keeping():
        assert asker.detail().made

    assert asker.detail().made
    assert not asker.detail().made


def test_a_memorandum_that_is_not_there_is_not_found(bitim: Bitim, asker: Asker) -> None:
    nobody = uuid4()
    for ask in (asker.detail, asker.history):
        with pytest.raises(NotFound):
            ask(nobody)
        with pytest.raises(NotFound):
            ask(given.SHANDONG)
