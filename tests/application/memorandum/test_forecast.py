"""What stands on a day to come, if nobody acts."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import pytest

from application.bitim import Bitim
from domain.shared.errors import Invalid
from tests import given
from tests.application.office import act
from tests.application.sample import Hands

TERMS: dict[str, dict[str, Any] | None] = {
    "FIXED-1": {"kind": "fixed", "until": "2028-12-31"},
    "TACIT-2": {"kind": "tacit", "until": "2026-12-31", "renewal": {"count": 2, "unit": "years"}},
    "PERPETUAL-3": {"kind": "perpetual"},
    "UNKNOWN-4": None,
}
SEPTEMBER_2030 = "2030-09-01"


@pytest.fixture(autouse=True)
def register(bitim: Bitim) -> None:
    """One memorandum of each kind of term, and one with notice given."""
    for reference, term in {**TERMS, "NOTICE-5": {"kind": "evergreen"}}.items():
        begun = bitim.memorandums.register(
            act(None, source=given.SCAN),
            kind="memorandum_of_understanding",
            owner="employee-7",
            reference=reference,
            editions=[given.an_edition_from_paper("2024-12-03", term=term)],
        )
    length = {"count": 1, "unit": "academic_years"}
    bitim.memorandums.give_notice(begun.id, act("2026-09-01"), party_id="p2", length=length)


def standings(bitim: Bitim, day: str) -> dict[str, tuple[str, dict[str, str] | None]]:
    return {row["reference"]: (row["standing"], row["until"]) for row in bitim.register.list(as_of=day)["items"]}


def test_s27_terms_tacit_renewals_and_notices_alone_answer_for_a_day_to_come(bitim: Bitim) -> None:
    assert standings(bitim, SEPTEMBER_2030) == {
        "FIXED-1": ("expired", None),
        "TACIT-2": ("in_force", {"earliest": "2030-12-31", "latest": "2030-12-31"}),
        "PERPETUAL-3": ("in_force", None),
        "UNKNOWN-4": ("undetermined", None),
        "NOTICE-5": ("terminated", None),
    }
    assert bitim.forecast.on(SEPTEMBER_2030)["standings"] == {
        "expired": 1,
        "in_force": 2,
        "undetermined": 1,
        "terminated": 1,
    }


def test_s27_when_the_day_comes_the_real_standing_equals_the_forecast(bitim: Bitim, clock: Hands) -> None:
    forecast = standings(bitim, SEPTEMBER_2030)
    clock.move(days=(date.fromisoformat(SEPTEMBER_2030) - bitim.today()).days)
    bitim.sweep()

    assert bitim.today().isoformat() == SEPTEMBER_2030
    assert standings(bitim, SEPTEMBER_2030) == forecast


def test_it_tells_what_ends_and_what_renews_itself_until_then(bitim: Bitim) -> None:
    told = bitim.forecast.on(SEPTEMBER_2030)

    assert [(row["reference"], row["on"]) for row in told["ends"]] == [("FIXED-1", "2028-12-31")]
    assert [(row["reference"], row["on"]) for row in told["renews"]] == [
        ("TACIT-2", "2027-01-01"),
        ("TACIT-2", "2029-01-01"),
    ]
    assert (told["day"], told["today"]) == (SEPTEMBER_2030, "2026-09-14")


def test_on_the_last_day_nothing_has_ended_yet(bitim: Bitim) -> None:
    assert bitim.forecast.on("2028-12-31")["ends"] == []
    assert [row["reference"] for row in bitim.forecast.on("2029-01-01")["ends"]] == ["FIXED-1"]


def test_a_day_that_has_come_has_nothing_to_come(bitim: Bitim) -> None:
    told = bitim.forecast.on(bitim.today() - timedelta(days=1))

    assert (told["ends"], told["renews"]) == ([], [])


def test_it_is_told_as_it_was_known(bitim: Bitim) -> None:
    assert bitim.forecast.on(SEPTEMBER_2030, known_at="2026-09-13")["standings"] == {}


def test_a_day_out_of_form_is_refused(bitim: Bitim) -> None:
    with pytest.raises(Invalid):
        bitim.forecast.on("2030-09")
