"""The editions of a memorandum and what changed between them."""

from __future__ import annotations

from typing import Any
from uuid import UUID

import pytest

from application.bitim import Bitim
from domain.shared.errors import NotFound
from tests import given
from tests.application.office import act, keep
from tests.application.sample import Hands


@pytest.fixture
def memorandum_id(bitim: Bitim) -> UUID:
    """Edition 1 of 2019-05-20 covers student exchange; edition 2 of 2024-12-03 adds three areas."""
    wider = ["student_exchange", "staff_exchange", "joint_programmes", "joint_research"]
    memorandum = keep(
        bitim,
        lambda: given.a_memorandum_from_paper(
            given.an_edition_from_paper("2019-05-20"), given.an_edition_from_paper("2024-12-03", areas=wider)
        ),
    )
    return memorandum.id


def test_the_editions_are_listed_by_number_with_the_days_on_which_they_were_in_effect(
    bitim: Bitim, memorandum_id: UUID
) -> None:
    first, second = bitim.editions.list(memorandum_id)

    assert [edition["number"] for edition in (first, second)] == ["1", "2"]
    assert first["effective"] == {"earliest": "2019-05-20", "latest": "2019-05-20"}
    assert first["until"] == {"earliest": "2024-05-19", "latest": "2024-05-19"}
    assert second["follows"] == first["edition_id"]
    assert [party["name"] for party in second["parties"]] == ["Our institution", "Shandong Jianzhu University"]


def test_an_amendment_has_the_days_on_which_it_is_in_effect(bitim: Bitim) -> None:
    until = {"kind": "fixed", "until": "2027-12-31"}
    memorandum = keep(
        bitim,
        lambda: given.a_memorandum_from_paper(
            given.an_edition_from_paper("2025-01-01", term=until),
            given.an_edition_from_paper("2026-01-15", term=until, amends=0, effective_on="2026-02-01"),
        ),
    )

    _base, amendment = bitim.editions.list(memorandum.id)
    (link,) = bitim.register.get(memorandum.id)["chain"]

    days = [{"earliest": day, "latest": day} for day in ("2026-02-01", "2027-12-31")]
    assert [amendment["effective"], amendment["until"]] == days
    assert [link["amendments"][0][part] for part in ("edition_id", "effective", "until")] == ["e3", *days]


def test_s25_what_changed_lists_exactly_the_additions(bitim: Bitim, memorandum_id: UUID) -> None:
    compared = bitim.editions.compare(memorandum_id, "e2", "e3")

    assert (compared["from"], compared["to"]) == (
        {"edition_id": "e2", "number": "1"},
        {"edition_id": "e3", "number": "2"},
    )
    assert compared["changes"] == [
        {"part": "areas", "area": area, "change": "added", "before": None, "after": []}
        for area in ("staff_exchange", "joint_programmes", "joint_research")
    ]


def test_what_changed_is_compared_as_it_was_known(bitim: Bitim, memorandum_id: UUID, clock: Hands) -> None:
    before = clock.instant
    clock.move(days=1)
    bitim.memorandums.correct(
        memorandum_id, act(reason="Misread"), event_version=2, field="areas", value=["staff_exchange"]
    )

    def changes(**asked: Any) -> list[tuple[str, str]]:
        found = bitim.editions.compare(memorandum_id, "e2", "e3", **asked)["changes"]
        return [(change["area"], change["change"]) for change in found]

    assert changes(known_at=before) == [
        ("staff_exchange", "added"),
        ("joint_programmes", "added"),
        ("joint_research", "added"),
    ]
    assert changes() == [("student_exchange", "added"), ("joint_programmes", "added"), ("joint_research", "added")]


def test_parties_are_named_as_they_are_called_on_the_day(bitim: Bitim, memorandum_id: UUID) -> None:
    bitim.partners.rename(given.SHANDONG, act("2025-05-05"), name="Shandong University of Architecture")

    def partner(**asked: Any) -> str:
        return str(bitim.editions.get(memorandum_id, "e3", **asked)["parties"][1]["name"])

    assert partner(as_of="2025-05-04") == "Shandong Jianzhu University"
    assert partner(as_of="2025-05-05") == "Shandong University of Architecture"


def test_approvals_tell_whether_they_still_count(bitim: Bitim) -> None:
    with given.on("2026-09-14"):
        draft = given.an_approved_draft()
    keep(bitim, lambda: draft)
    bitim.memorandums.revise(draft.id, act(), edition_id="e1", changes={"titles": {"en": "Another title"}})

    edition = bitim.editions.get(draft.id, "e1")
    assert [(one["by"], one["counts"]) for one in edition["approvals"]] == [
        ("role:legal", False),
        ("ours", False),
        ("p2", False),
    ]
    assert edition["awaited"] == [
        {"approval": "clearance", "role": "legal"},
        {"approval": "ours"},
        {"approval": "partner", "party_id": "p2"},
    ]


def test_a_withdrawn_renewal_comes_last_and_without_a_number(bitim: Bitim, memorandum_id: UUID) -> None:
    bitim.memorandums.propose_renewal(memorandum_id, act(), changes={"titles": {"en": "Renewal"}})
    bitim.memorandums.withdraw(memorandum_id, act(), edition_id="e4")

    assert [(one["edition_id"], one["number"]) for one in bitim.editions.list(memorandum_id)] == [
        ("e2", "1"),
        ("e3", "2"),
        ("e4", None),
    ]


def test_an_edition_that_is_not_there_or_was_not_known_is_refused(bitim: Bitim, memorandum_id: UUID) -> None:
    with pytest.raises(NotFound):
        bitim.editions.get(memorandum_id, "e9")
    with pytest.raises(NotFound):
        bitim.editions.compare(memorandum_id, "e2", "e9")
    with pytest.raises(NotFound):
        bitim.editions.compare(memorandum_id, "e2", "e3", known_at="2020-01-01")
    assert bitim.editions.list(memorandum_id, known_at="2020-01-01") == []
    with pytest.raises(NotFound):
        bitim.editions.list(UUID(int=404))
