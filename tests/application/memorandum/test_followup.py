"""Whom the texts in preparation wait for, and which signings are planned."""

from __future__ import annotations

from typing import Any
from uuid import UUID

import pytest

from application.bitim import Bitim
from domain.shared.errors import Invalid
from tests import given
from tests.application.office import act
from tests.application.sample import Hands


def drafted(bitim: Bitim, **details: Any) -> UUID:
    return bitim.memorandums.draft(
        act(), kind="memorandum_of_understanding", owner="employee-7", content=given.a_content(), **details
    ).id


def take(bitim: Bitim, memorandum_id: UUID, *steps: str) -> None:
    """Take the first edition some steps on its way."""
    fields = {"clear": {"role": "legal"}, "record_partner_approval": {"party_id": "p2"}}
    for step in steps:
        getattr(bitim.memorandums, step)(memorandum_id, act(), edition_id="e1", **fields.get(step, {}))


def test_each_text_waits_for_somebody_until_every_party_has_signed(bitim: Bitim) -> None:
    memorandum_id = drafted(bitim)
    seen = [bitim.followup.counts()]
    for step in ("submit", "clear", "approve", "record_partner_approval"):
        take(bitim, memorandum_id, step)
        seen.append(bitim.followup.counts())
    for party_id in ("p1", "p2"):
        bitim.memorandums.sign(
            memorandum_id, act(), edition_id="e1", party_id=party_id, signatory="The rector", office="rector"
        )
        seen.append(bitim.followup.counts())

    assert [[name for name, number in counts.items() if number] for counts in seen] == [
        ["submission"],
        ["clearance", "ours", "partner"],
        ["ours", "partner"],
        ["partner"],
        ["signature"],
        ["signature"],
        [],
    ]


def test_those_that_wait_for_one_thing_are_listed_with_the_text_and_since_when(bitim: Bitim, clock: Hands) -> None:
    submitted, waiting = drafted(bitim), drafted(bitim)
    clock.move(days=3)
    take(bitim, submitted, "submit")

    (row,) = bitim.followup.awaiting(approval="clearance")["items"]
    assert (row["id"], row["standing"]) == (str(submitted), "in_preparation")
    assert {name: row["working"][name] for name in ("edition_id", "stage", "since")} == {
        "edition_id": "e1",
        "stage": "under_review",
        "since": "2026-09-17T07:30:00.000000Z",
    }
    (row,) = bitim.followup.awaiting(approval="submission")["items"]
    assert row["id"] == str(waiting)
    assert [row["id"] for row in bitim.followup.awaiting()["items"]] == [str(waiting), str(submitted)]


def test_the_list_has_pages(bitim: Bitim, clock: Hands) -> None:
    expected = [str(drafted(bitim)) for _ in range(3)][::-1]

    first = bitim.followup.awaiting(limit=2)
    second = bitim.followup.awaiting(limit=2, after=first["after"])

    assert [row["id"] for row in (*first["items"], *second["items"])] == expected
    assert second["after"] is None


def test_it_is_told_as_it_was_known(bitim: Bitim, clock: Hands) -> None:
    before = clock.instant
    clock.move(minutes=1)
    memorandum_id = drafted(bitim)
    known = clock.instant
    clock.move(minutes=1)
    take(bitim, memorandum_id, "submit")

    assert bitim.followup.counts(known_at=before)["submission"] == 0
    assert bitim.followup.counts(known_at=known)["submission"] == 1
    assert bitim.followup.awaiting(known_at=known)["items"][0]["working"]["stage"] == "drafted"


def test_a_planned_signing_is_listed_until_the_text_is_concluded(bitim: Bitim) -> None:
    later, sooner, some_day = drafted(bitim), drafted(bitim), drafted(bitim)
    for memorandum_id, day in ((later, "2027"), (sooner, "2026-11-20"), (some_day, None)):
        bitim.memorandums.plan_signing(
            memorandum_id, act(), edition_id="e1", event="Dushanbe forum", place="Dushanbe", planned_for=day
        )

    items = bitim.followup.planned_signings()["items"]

    assert [item["memorandum_id"] for item in items] == [str(sooner), str(later), str(some_day)]
    assert {name: items[1][name] for name in ("owner", "edition_id", "event", "place", "planned_for", "days")} == {
        "owner": "employee-7",
        "edition_id": "e1",
        "event": "Dushanbe forum",
        "place": "Dushanbe",
        "planned_for": "2027",
        "days": {"earliest": "2027-01-01", "latest": "2027-12-31"},
    }
    bitim.memorandums.withdraw(sooner, act(), edition_id="e1")
    assert len(bitim.followup.planned_signings()["items"]) == 2


def test_an_approval_that_nobody_gives_is_refused(bitim: Bitim) -> None:
    with pytest.raises(Invalid) as caught:
        bitim.followup.awaiting(approval="blessing")

    assert caught.value.field == "approval"
