"""Two records of one organisation are shown as one, as was known, and may be parted again."""

from __future__ import annotations

from typing import Any
from uuid import UUID

import pytest

from application.bitim import Bitim
from application.read_models import PROJECTIONS
from tests import given
from tests.application.office import act, refused
from tests.application.read_models import assert_rebuilt_equals_kept
from tests.application.sample import Hands

SHANDONG, CANTABRIA, OURS = str(given.SHANDONG), str(given.CANTABRIA), str(given.OURS)


@pytest.fixture
def twice(bitim: Bitim) -> UUID:
    """Shandong is on record a second time, misspelt, with a memorandum of its own."""
    other = bitim.partners.register(act(), name="Shandong Jianshu University", kind="university", country="TW").id
    for partner_id in (given.SHANDONG, other):
        content = given.a_content(parties=given.parties(partner_id), titles={"en": f"With {partner_id}"})
        bitim.memorandums.draft(act(), kind="memorandum_of_understanding", owner="employee-7", content=content)
    return other


def partners(bitim: Bitim, **asked: Any) -> list[str]:
    return [one["id"] for one in bitim.partner_directory.list(**asked)["items"]]


def found(bitim: Bitim, **asked: Any) -> int:
    return len(bitim.register.list(**asked)["items"])


def test_s26_both_spellings_find_the_one_partner_with_all_its_memorandums(bitim: Bitim, twice: UUID) -> None:
    assert [found(bitim, partner=one) for one in (SHANDONG, str(twice))] == [1, 1]

    bitim.partners.merge(twice, act(reason="The same seal"), survivor_id=SHANDONG)

    for spelling in ("jianzhu", "Jianshu", "shandong jianshu university"):
        assert partners(bitim, q=spelling) == [SHANDONG]
        assert found(bitim, q=spelling) == 2
    assert [found(bitim, partner=one) for one in (SHANDONG, str(twice))] == [2, 2]
    assert [found(bitim, country=one) for one in ("CN", "TW")] == [2, 0]
    shown = bitim.partner_directory.get(given.SHANDONG)
    assert len(shown["memorandums"]) == 2
    assert shown["aliases"] == ["Shandong Jianshu University"]
    assert shown["merged"] == [{"partner_id": str(twice), "version": 2, "name": "Shandong Jianshu University"}]
    assert [event.TOPIC for event in bitim.store.events(given.SHANDONG)][-1] == "partner.absorbed"


def test_parties_are_shown_as_the_partner_that_stays(bitim: Bitim, twice: UUID) -> None:
    bitim.partners.merge(twice, act(), survivor_id=SHANDONG)

    rows = bitim.register.list()["items"]

    assert {party["partner_id"] for row in rows for party in row["edition"]["parties"]} == {OURS, SHANDONG}
    assert bitim.partner_directory.names([str(twice)]) == {str(twice): "Shandong Jianzhu University"}
    merged = bitim.partner_directory.get(twice)
    assert (merged["name"], merged["merged_into"]["partner_id"]) == ("Shandong Jianshu University", SHANDONG)


def test_r39_what_was_known_before_the_merge_is_answered_as_before(bitim: Bitim, clock: Hands, twice: UUID) -> None:
    before = clock.instant
    clock.move(days=1)
    bitim.partners.merge(twice, act(), survivor_id=SHANDONG)

    assert partners(bitim, q="jianshu", known_at=before) == [str(twice)]
    assert found(bitim, partner=SHANDONG, known_at=before) == found(bitim, q="jianshu", known_at=before) == 1
    assert found(bitim, country="TW", known_at=before) == 1


@pytest.mark.parametrize("from_survivor", [True, False])
def test_a_merge_declared_wrong_parts_them_in_both_records(bitim: Bitim, twice: UUID, from_survivor: bool) -> None:
    bitim.partners.merge(twice, act(), survivor_id=SHANDONG)

    record = given.SHANDONG if from_survivor else twice
    bitim.partners.retract(record, act(reason="Two universities after all"), 2, event_version=2)

    assert partners(bitim, q="jianshu") == [str(twice)]
    assert [found(bitim, partner=one) for one in (SHANDONG, str(twice))] == [1, 1]
    assert bitim.partner_directory.get(given.SHANDONG)["merged"] == []
    bitim.partners.merge(given.SHANDONG, act(), survivor_id=str(twice))
    assert partners(bitim, q="jianzhu") == [str(twice)]


def test_merges_follow_one_another(bitim: Bitim, twice: UUID) -> None:
    bitim.partners.merge(twice, act(), survivor_id=SHANDONG)
    bitim.partners.merge(given.SHANDONG, act(), survivor_id=CANTABRIA)

    assert partners(bitim, q="jianshu") == partners(bitim, q="jianzhu") == [CANTABRIA]
    assert found(bitim, partner=CANTABRIA) == found(bitim, country="ES") == 2
    assert bitim.partner_directory.get(twice)["merged_into"]["partner_id"] == CANTABRIA


def test_r39_merged_partners_and_parties_of_one_memorandum_are_refused(bitim: Bitim, twice: UUID) -> None:
    with refused(bitim, "parties_of_one_memorandum", references=["MOU-2026-0001"]):
        bitim.partners.merge(given.SHANDONG, act(), survivor_id=OURS)
    bitim.partners.merge(twice, act(), survivor_id=SHANDONG)

    with refused(bitim, "parties_of_one_memorandum", references=["MOU-2026-0001", "MOU-2026-0002"]):
        bitim.partners.merge(given.SHANDONG, act(), survivor_id=OURS)
    with refused(bitim, "merged_already", partner_id=str(twice), survivor_id=SHANDONG):
        bitim.partners.merge(twice, act(), survivor_id=CANTABRIA)
    with refused(bitim, "merged_already", partner_id=str(twice)):
        bitim.partners.merge(given.SHANDONG, act(), survivor_id=str(twice))
    with refused(bitim, "partner_not_found", field="survivor_id"):
        bitim.partners.merge(given.SHANDONG, act(), survivor_id=str(given.MEMORANDUM))
    with refused(bitim, "stale_version"):
        bitim.partners.merge(given.SHANDONG, act(), 1, survivor_id=CANTABRIA)


def test_ranks_are_shown_by_table_the_latest_edition_first(bitim: Bitim) -> None:
    for table, edition, rank in (("THE", "2024", 801), ("QS", "2024", 980), ("QS", "2026", None)):
        bitim.partners.record_ranking(given.SHANDONG, act(), table=table, edition=edition, rank=rank)

    ranks = bitim.partner_directory.get(given.SHANDONG)["rankings"]

    assert [(one["table"], one["edition"], one["rank"]) for one in ranks] == [
        ("QS", "2026", None),
        ("QS", "2024", 980),
        ("THE", "2024", 801),
    ]


def test_a_directory_with_merges_filled_anew_equals_the_one_that_was_kept(bitim: Bitim, twice: UUID) -> None:
    bitim.partners.merge(twice, act(), survivor_id=SHANDONG)
    bitim.partners.retract(twice, act(reason="Two after all"), event_version=2)
    bitim.partners.merge(given.SHANDONG, act(), survivor_id=CANTABRIA)

    assert_rebuilt_equals_kept(bitim.projector, PROJECTIONS)
