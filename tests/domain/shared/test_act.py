"""Who says so, when it happened, and on what ground."""

import pytest

from domain.shared.act import Act, Source
from domain.shared.errors import Invalid
from tests import given


def test_an_act_is_stored_as_it_was_read() -> None:
    act = Act(" officer-1 ", occurred_on="2023-09", source=Source(" Cafe\u0301 "), reason="  Found.\r\nIn a drawer. ")

    assert act.plain() == {
        "occurred_on": "2023-09",
        "certainty": "stated",
        "actor": "officer-1",
        "source": {"title": "Café", "passage": "", "sha256": None},
        "reason": "Found.\nIn a drawer.",
    }


@pytest.mark.parametrize("occurred_on", ["2026-02-30", "2026-13", "26-01-01", "1899", "2101", "2026-9-1", "", 2026])
def test_an_act_refuses_a_day_that_is_none(occurred_on: str) -> None:
    with pytest.raises(Invalid) as refusal:
        Act("officer-1", occurred_on=occurred_on)

    assert (refusal.value.field, refusal.value.data["accepts"]) == ("occurred_on", "partial_date")


def test_an_act_of_this_year_happened_at_the_latest_today() -> None:
    days = given.an_act("2026").days()

    assert (days.earliest.isoformat(), days.latest.isoformat()) == ("2026-01-01", "2026-09-14")


def test_an_act_refuses_a_day_to_come() -> None:
    with pytest.raises(Invalid) as refusal:
        given.an_act("2026-09-15").days()

    assert refusal.value.data["limits"] == {"day": "2026-09-14"}


@pytest.mark.parametrize(
    ("details", "field"),
    [
        ({"actor": ""}, "actor"),
        ({"certainty": "guessed"}, "certainty"),
        ({"reason": "x" * 2001}, "reason"),
        ({"reason": "\ud800"}, "reason"),
    ],
)
def test_an_act_refuses_a_part_out_of_form(details: dict[str, str], field: str) -> None:
    with pytest.raises(Invalid) as refusal:
        Act(**{"actor": "officer-1", **details})

    assert refusal.value.field == field


@pytest.mark.parametrize(
    ("details", "field"), [({"title": ""}, "source.title"), ({"title": "Scan", "sha256": "abc"}, "source.sha256")]
)
def test_a_source_refuses_a_part_out_of_form(details: dict[str, str], field: str) -> None:
    with pytest.raises(Invalid) as refusal:
        Source(**details)

    assert refusal.value.field == field
