"""The ranks of a partner, by edition."""

from typing import Any

import pytest

from domain.partner.rankings import Ranking
from tests import given
from tests.refusing import not_accepted, nothing_recorded


def test_record_ranking_keeps_a_rank_for_each_edition() -> None:
    partner = given.a_partner()

    partner.record_ranking(given.an_act(), table="QS", edition="2024", rank=980, published_on="2023-06-27")
    partner.record_ranking(given.an_act(), table="QS", edition="2026")
    partner.record_ranking(given.an_act(), table="THE", edition="2024", rank=801, rank_to=1000)

    assert list(partner.rankings.values()) == [
        Ranking("QS", "2024", 980, None, "2023-06-27"),
        Ranking("QS", "2026", None, None, None),
        Ranking("THE", "2024", 801, 1000, None),
    ]


def test_record_ranking_again_stores_nothing_and_another_rank_takes_its_place() -> None:
    partner = given.a_partner()
    partner.record_ranking(given.an_act(), table="QS", edition="2024", rank=980)

    with nothing_recorded(partner):
        partner.record_ranking(given.an_act(), table="QS", edition="2024", rank=980)
    partner.record_ranking(given.an_act(), table="QS", edition="2024", rank=981)

    assert partner.rankings["QS", "2024"].rank == 981


@pytest.mark.parametrize(
    ("details", "field", "accepts"),
    [
        ({"table": ""}, "table", "line"),
        ({"edition": "24"}, "edition", "edition"),
        ({"edition": 2024}, "edition", "edition"),
        ({"rank": 0}, "rank", "between"),
        ({"rank": True}, "rank", "between"),
        ({"rank": 100_001}, "rank", "between"),
        ({"rank": 801, "rank_to": 800}, "rank_to", "between"),
        ({"rank_to": 800}, "rank_to", "between"),
        ({"published_on": "June"}, "published_on", "partial_date"),
    ],
)
def test_record_ranking_refuses_a_part_out_of_form(details: dict[str, Any], field: str, accepts: str) -> None:
    partner = given.a_partner()

    with not_accepted(partner, field, accepts):
        partner.record_ranking(given.an_act(), **{"table": "QS", "edition": "2024", **details})


def test_correct_the_end_of_a_band_keeps_it_behind_its_beginning() -> None:
    partner = given.a_partner()
    partner.record_ranking(given.an_act(), table="QS", edition="2024", rank=801, rank_to=1000)

    with not_accepted(partner, "value", "between"):
        partner.correct(given.with_a_reason(), event_version=2, field="rank_to", value=800)
    partner.correct(given.with_a_reason(), event_version=2, field="rank_to", value=900)

    assert partner.rankings["QS", "2024"].rank_to == 900
