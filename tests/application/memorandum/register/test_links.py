"""The memorandums that one is tied to, seen from both ends."""

from __future__ import annotations

from collections.abc import Callable
from uuid import UUID

import pytest

from application.bitim import Bitim
from application.read_models import PROJECTIONS
from tests import given
from tests.application.office import act
from tests.application.read_models import assert_rebuilt_equals_kept
from tests.application.sample import Hands

Entering = Callable[[str], UUID]


@pytest.fixture
def enter(bitim: Bitim) -> Entering:
    """Enters a memorandum in force under a number."""

    def enter(reference: str) -> UUID:
        edition = given.an_edition_from_paper("2025-01-01")
        kind = "framework_agreement" if reference.startswith("FRAMEWORK") else "specific_activity_agreement"
        return bitim.memorandums.register(
            act(source=given.SCAN), kind=kind, owner="me", reference=reference, editions=[edition]
        ).id

    return enter


def links(bitim: Bitim, memorandum_id: UUID, **asked: str) -> list[tuple[str, str, str]]:
    shown = bitim.register.get(memorandum_id, **asked)["links"]
    return [(tie["link"], tie["reference"], tie["kind"]) for tie in shown]


def test_a_framework_and_the_agreements_under_it_name_each_other(bitim: Bitim, enter: Entering) -> None:
    framework, *under = (enter(reference) for reference in ("FRAMEWORK-1", "SPECIFIC-2", "SPECIFIC-3"))
    for agreement in under:
        bitim.memorandums.place_under_framework(agreement, act(), framework_id=str(framework))

    assert links(bitim, framework) == [
        ("agreement", "SPECIFIC-2", "specific_activity_agreement"),
        ("agreement", "SPECIFIC-3", "specific_activity_agreement"),
    ]
    assert links(bitim, under[0]) == [("framework", "FRAMEWORK-1", "framework_agreement")]


def test_what_was_superseded_and_what_took_over_name_each_other(bitim: Bitim, enter: Entering) -> None:
    old, new = enter("OLD-1"), enter("NEW-2")
    bitim.memorandums.supersede(old, act(), by_memorandum_id=str(new))

    assert [link[:2] for link in links(bitim, old)] == [("superseded_by", "NEW-2")]
    assert [link[:2] for link in links(bitim, new)] == [("supersedes", "OLD-1")]


def test_a_link_is_shown_as_it_was_known(bitim: Bitim, enter: Entering, clock: Hands) -> None:
    framework, agreement = enter("FRAMEWORK-1"), enter("SPECIFIC-2")
    clock.move(days=2)
    bitim.memorandums.place_under_framework(agreement, act(), framework_id=str(framework))
    clock.move(days=2)
    bitim.memorandums.retract(agreement, act(reason="Another one was meant"), event_version=3)

    known = [links(bitim, framework, known_at=day) for day in ("2026-09-14", "2026-09-16", "2026-09-18")]

    assert [[link[1] for link in day] for day in known] == [[], ["SPECIFIC-2"], []]
    assert links(bitim, agreement) == []
    assert_rebuilt_equals_kept(bitim.projector, PROJECTIONS)


def test_what_was_not_in_the_register_is_tied_to_nothing(bitim: Bitim, enter: Entering) -> None:
    assert links(bitim, enter("OLD-1"), known_at="2020-01-01") == []


def test_references_of_several_memorandums_are_told_at_once(bitim: Bitim, enter: Entering) -> None:
    old, new = enter("OLD-1"), enter("NEW-2")

    assert bitim.register.references([str(old), str(new), str(UUID(int=404))]) == {str(old): "OLD-1", str(new): "NEW-2"}
    assert bitim.register.references([str(old)], known_at="2020-01-01") == {}
    assert bitim.register.references([]) == {}
