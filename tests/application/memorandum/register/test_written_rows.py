"""Rows that leave as JSON say what rows that are looked into say."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from application.bitim import Bitim
from application.plain import from_json, to_bytes
from tests import given
from tests.application.office import act, keep
from tests.application.sample import Hands

OTHER = UUID("00000000-0000-4000-8000-0000000000aa")


def names(bitim: Bitim, **asked: Any) -> list[list[str | None]]:
    """The names of the parties, row by row, of a list that is the same in both forms."""
    rows = from_json(to_bytes(bitim.register.list(**asked)))
    assert from_json(to_bytes(bitim.register.list(**asked, as_json=True))) == rows
    return [[party["name"] for party in row["edition"]["parties"]] for row in rows["items"]]


def a_leaver_and_a_party_without_a_name(bitim: Bitim) -> None:
    edition = given.an_edition_from_paper(
        "2024-12-03",
        term={"kind": "fixed", "until": "2030-12-31"},
        parties=given.parties(given.SHANDONG, given.CANTABRIA),
    )
    entered = bitim.memorandums.register(act(None, source=given.SCAN), kind="other", owner="me", editions=[edition])
    bitim.memorandums.give_notice(
        entered.id, act("2026-09-01"), party_id="p2", effective_on="2027-01-01", giver_only=True
    )
    draft = given.a_content()
    draft["parties"][1] |= {"partner_id": None, "counterparty": "university"}
    bitim.memorandums.draft(act(), kind="other", owner="me", content=draft)


def test_both_forms_show_the_parties_of_the_day(bitim: Bitim) -> None:
    a_leaver_and_a_party_without_a_name(bitim)
    shandong, cantabria = "Shandong Jianzhu University", "University of Cantabria"

    before, after = names(bitim, as_of="2026-12-31"), names(bitim, as_of="2027-01-01")

    assert before == [["Our institution", None], ["Our institution", shandong, cantabria]]
    assert after == [["Our institution", None], ["Our institution", cantabria]]


def test_a_row_that_has_left_before_bears_the_names_of_today(bitim: Bitim, clock: Hands) -> None:
    keep(bitim, lambda: given.a_signed_memorandum("2026-09-14"))
    assert names(bitim) == [["Our institution", "Shandong Jianzhu University"]]
    clock.move(hours=1)
    earlier = "2026-09-14T07:30:00Z"

    bitim.partners.rename(given.SHANDONG, act(), name="Jianzhu", effective_on="2026-01-01")
    assert names(bitim) == [["Our institution", "Jianzhu"]]

    keep(bitim, lambda: given.a_partner("SDJZU Jinan", partner_id=OTHER, country="CN"))
    bitim.partners.merge(given.SHANDONG, act(), survivor_id=str(OTHER))
    assert names(bitim) == [["Our institution", "SDJZU Jinan"]]
    assert names(bitim, known_at=earlier) == [["Our institution", "Shandong Jianzhu University"]]


def test_a_row_that_has_left_before_shows_what_was_entered_since(bitim: Bitim) -> None:
    keep(bitim, lambda: given.a_signed_memorandum("2026-09-14"))
    assert names(bitim)

    bitim.memorandums.assign_owner(given.MEMORANDUM, act(), owner="employee-8")

    assert names(bitim)
    (row,) = from_json(to_bytes(bitim.register.list(as_json=True)["items"]))
    assert row["owner"] == "employee-8"
