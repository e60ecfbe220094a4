"""Registration from paper: a case that happened before or outside Bitim."""

from typing import Any

import pytest

from domain.shared.errors import Invalid
from tests import given


def test_register_enters_a_case_at_the_stage_that_it_had_reached() -> None:
    case = given.a_case_from_paper(actual_from="2022-03", actual_until="2022-06")

    assert [one.stage for one in case.path] == ["started", "completed"]
    assert (case.actual_from, case.actual_until, case.uses_a_place) == ("2022-03", "2022-06", True)


def test_register_enters_a_cotutelle_of_which_only_the_defence_is_known() -> None:
    case = given.a_case_from_paper("defended", purpose="cotutelle")

    assert [one.stage for one in case.path] == ["defended"]
    assert (case.actual_from, case.actual_until, case.has_begun) == (None, None, True)
    case.award_degree(given.an_act())
    assert case.stage == "degree_awarded"


@pytest.mark.parametrize(
    ("reached", "stages"),
    [
        ("accepted", ["accepted"]),
        ("started", ["started"]),
        ("recognised", ["recognised"]),
        ("interrupted", ["interrupted"]),
        ("cancelled", ["cancelled"]),
    ],
)
def test_register_takes_every_stage(reached: str, stages: list[str]) -> None:
    case = given.a_case_from_paper(reached, "2022")

    assert [one.stage for one in case.path] == stages


@pytest.mark.parametrize(
    ("parts", "field"),
    [
        ({"reached": "nominated"}, "reached"),
        ({"reached": "defended"}, "reached"),
        ({"reached": "completed", "purpose": "cotutelle"}, "reached"),
        ({"actual_from": "2022-06", "actual_until": "2022-03"}, "actual_until"),
        ({"actual_until": "2026-10"}, "actual_until"),
    ],
)
def test_register_refuses_what_cannot_have_happened(parts: dict[str, Any], field: str) -> None:
    with pytest.raises(Invalid) as refusal:
        given.a_case_from_paper(**parts)

    assert refusal.value.field == field
