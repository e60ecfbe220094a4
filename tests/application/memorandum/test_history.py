"""The history of a memorandum: every event as a person reads it, and what later ones made of it."""

from __future__ import annotations

from typing import Any
from uuid import UUID

import pytest

from application.bitim import Bitim
from domain.shared.errors import Invalid, NotFound
from tests import given
from tests.application.office import act, keep
from tests.application.sample import Hands


@pytest.fixture
def memorandum_id(bitim: Bitim) -> UUID:
    """A memorandum from paper, signed 2021-03-01 for five years (event 2), and a note (event 3)."""
    bitim.memorandums.register(
        act(None, source=given.SCAN),
        kind="memorandum_of_understanding",
        owner="employee-7",
        reference="MOU-2021-0001",
        editions=[given.an_edition_from_paper("2021-03-01")],
    )
    memorandum_id = bitim.register.find("MOU-2021-0001")
    bitim.memorandums.note(memorandum_id, act(), note="The original is in safe 2")
    return memorandum_id


def entries(bitim: Bitim, memorandum_id: UUID, **asked: Any) -> list[dict[str, Any]]:
    items: list[dict[str, Any]] = bitim.history.of(memorandum_id, **asked)["items"]
    return items


def test_an_entry_tells_what_happened_by_whom_when_and_on_what_ground(bitim: Bitim, memorandum_id: UUID) -> None:
    edition = entries(bitim, memorandum_id)[1]

    assert {name: edition[name] for name in ("version", "topic", "chapter", "actor", "occurred_on", "certainty")} == {
        "version": 2,
        "topic": "memorandum.edition_recorded",
        "chapter": "paper",
        "actor": given.OFFICER,
        "occurred_on": "2021-03-01",
        "certainty": "stated",
    }
    assert edition["recorded_at"] == "2026-09-14T07:30:00.000000Z"
    assert edition["source"] == {"title": "Scan of the signed original", "passage": "page 2", "sha256": None}
    assert edition["data"]["term"] == given.FIVE_YEARS


def test_an_entry_tells_the_values_before_and_after(bitim: Bitim, memorandum_id: UUID) -> None:
    bitim.memorandums.assign_owner(memorandum_id, act(), owner="employee-8")

    *_, note, owner = entries(bitim, memorandum_id)
    assert note["changes"] == [{"path": "notes", "before": None, "after": "The original is in safe 2"}]
    assert owner["changes"] == [{"path": "owner", "before": "employee-7", "after": "employee-8"}]


def test_an_entry_tells_on_which_days_the_standing_changed(bitim: Bitim, memorandum_id: UUID) -> None:
    bitim.memorandums.suspend(memorandum_id, act("2025-06-02"), until="2025-06-30")

    *_, suspended = entries(bitim, memorandum_id)
    assert suspended["standings"] == [
        {"first": "2025-06-02", "until": "2025-06-30", "before": "in_force", "after": "suspended"}
    ]


def test_s03_a_correction_is_marked_on_the_entry_that_it_corrects(bitim: Bitim, memorandum_id: UUID) -> None:
    until = {"kind": "fixed", "until": "2027-12-31"}
    bitim.memorandums.correct(memorandum_id, act(reason="Misread"), event_version=2, field="term", value=until)

    _, recorded, _, correction = entries(bitim, memorandum_id)
    assert recorded["data"]["term"] == given.FIVE_YEARS, "as recorded"
    assert recorded["reads"] == {"term": until}, "as corrected"
    assert recorded["corrected_by"] == [{"version": 4, "field": "term", "value": until, "holds": True}]
    assert correction["reason"] == "Misread"
    assert correction["changes"] == [{"path": "editions.e2.term", "before": given.FIVE_YEARS, "after": until}]
    assert correction["standings"] == [
        {"first": "2026-03-01", "until": "2027-12-31", "before": "expired", "after": "in_force"}
    ]


def test_of_two_corrections_of_a_field_the_last_one_holds(bitim: Bitim, memorandum_id: UUID) -> None:
    for reason in ("It was the safe", "It was the archive"):
        bitim.memorandums.correct(
            memorandum_id, act(reason="Not so"), event_version=3, field="note", value=f"{reason} of the rector"
        )

    note = entries(bitim, memorandum_id)[2]
    assert [one["holds"] for one in note["corrected_by"]] == [False, True]
    assert note["reads"] == {"note": "It was the archive of the rector"}


def test_a_retraction_is_marked_and_may_be_taken_back(bitim: Bitim, memorandum_id: UUID) -> None:
    bitim.memorandums.retract(memorandum_id, act(reason="Another file"), event_version=3)

    *_, note, retraction = entries(bitim, memorandum_id)
    assert (note["retracted_by"], note["reads"]) == (4, {})
    assert retraction["changes"] == [{"path": "notes", "before": "The original is in safe 2", "after": None}]

    bitim.memorandums.retract(memorandum_id, act(reason="This file after all"), event_version=4)

    assert [entry["retracted_by"] for entry in entries(bitim, memorandum_id)] == [None, None, None, 5, None]


def test_a_correction_that_changes_no_value_tells_how_the_entry_reads(bitim: Bitim, memorandum_id: UUID) -> None:
    bitim.memorandums.correct(
        memorandum_id, act(reason="Misread"), event_version=3, field="certainty", value="inferred"
    )

    *_, correction = entries(bitim, memorandum_id)
    assert correction["changes"] == [{"path": "entries.3.certainty", "before": "stated", "after": "inferred"}]


def test_an_expiry_written_down_tells_what_time_has_changed(bitim: Bitim, memorandum_id: UUID) -> None:
    bitim.sweep()

    *_, expired = entries(bitim, memorandum_id)
    assert (expired["topic"], expired["occurred_on"]) == ("memorandum.expired", "2026-03-01")
    assert expired["changes"] == [{"path": "standing", "before": "in_force", "after": "expired"}]
    assert expired["untrue"] is False


def test_an_expiry_that_a_later_correction_has_made_untrue_is_marked(
    bitim: Bitim, memorandum_id: UUID, clock: Hands
) -> None:
    bitim.sweep()
    clock.move(hours=1)  # each command of a record has its own instant, though the clock stands
    before = clock.instant
    clock.move(days=1)
    until = {"kind": "fixed", "until": "2027-12-31"}
    bitim.memorandums.correct(memorandum_id, act(reason="Misread"), event_version=2, field="term", value=until)

    assert [entry["untrue"] for entry in entries(bitim, memorandum_id)] == [False, False, False, True, False]
    assert [entry["untrue"] for entry in entries(bitim, memorandum_id, known_at=before)] == [False] * 4


def test_a_tacit_renewal_that_a_late_recorded_objection_has_made_untrue_is_marked(bitim: Bitim) -> None:
    memorandum = keep(
        bitim,
        lambda: given.a_memorandum_from_paper(given.an_edition_from_paper("2019-05-20", term=given.TACIT)),
    )
    bitim.sweep()
    bitim.memorandums.object(memorandum.id, act("2023-01-10"), party_id="p2")

    renewed = entries(bitim, memorandum.id)[2]
    assert renewed["changes"] == [{"path": "until", "before": "2024-05-19", "after": "2029-05-19"}]
    assert renewed["untrue"] is True


def test_only_what_was_known_is_told(bitim: Bitim, memorandum_id: UUID, clock: Hands) -> None:
    clock.move(hours=1)  # each command of a record has its own instant, though the clock stands
    before = clock.instant
    clock.move(days=1)
    bitim.memorandums.archive(memorandum_id, act())

    told = bitim.history.of(memorandum_id, known_at=before)
    assert ([entry["version"] for entry in told["items"]], told["version"]) == ([1, 2, 3], 4)
    assert bitim.history.of(memorandum_id, known_at="2020-01-01")["items"] == []


def test_chapters_order_and_pages_can_be_chosen(bitim: Bitim, memorandum_id: UUID) -> None:
    def versions(**asked: Any) -> list[int]:
        return [entry["version"] for entry in entries(bitim, memorandum_id, **asked)]

    assert versions(chapters=["keeping"]) == [3]
    assert versions(newest_first=True) == [3, 2, 1]
    assert versions(limit=2) == [1, 2]
    assert versions(limit=2, after=2) == [3]
    assert versions(limit=2, after=2, newest_first=True) == [1]
    assert bitim.history.of(memorandum_id, limit=2)["after"] == 2
    assert bitim.history.of(memorandum_id, limit=3)["after"] is None


def test_a_history_out_of_form_or_of_nothing_is_refused(bitim: Bitim, memorandum_id: UUID) -> None:
    with pytest.raises(Invalid) as caught:
        bitim.history.of(memorandum_id, chapters=["gossip"])
    assert caught.value.field == "chapters.0"
    with pytest.raises(NotFound):
        bitim.history.of(given.SHANDONG)
    with pytest.raises(NotFound):
        bitim.history.of(UUID(int=404))
