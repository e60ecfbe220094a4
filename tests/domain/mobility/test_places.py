"""The places that a memorandum grants, and the nomination that goes beyond them."""

from typing import Any

import pytest

from domain.mobility.places import Use, allot, parse_override, require_place
from domain.shared.errors import Invalid, Refused

ANY: dict[str, Any] = {
    "direction": "outgoing",
    "purpose": "studies",
    "places": 2,
    "academic_years": [],
    "fields": [],
    "levels": [],
}
CHEMISTRY = {**ANY, "places": 1, "fields": ["0711"]}
STUDENT = Use("outgoing", "studies", "2025/2026", "0711", 6)


def used(conditions: list[dict[str, Any]], *uses: Use) -> list[tuple[int, int]]:
    return [(taken.used, taken.free) for taken in allot(conditions, uses)]


def test_a_case_takes_a_place_under_the_narrowest_condition_that_has_one() -> None:
    assert used([ANY, CHEMISTRY], STUDENT) == [(0, 2), (1, 0)]
    assert used([ANY, CHEMISTRY], STUDENT, STUDENT) == [(1, 1), (1, 0)]
    assert used([ANY, CHEMISTRY], STUDENT._replace(field="0721")) == [(1, 1), (0, 1)]


def test_a_case_beyond_the_places_counts_where_it_was_meant() -> None:
    assert used([CHEMISTRY], STUDENT, STUDENT) == [(2, 0)]


@pytest.mark.parametrize(
    "other",
    [
        STUDENT._replace(direction="incoming"),
        STUDENT._replace(purpose="teaching"),
        STUDENT._replace(field="0721"),
    ],
)
def test_a_case_for_something_else_takes_no_place(other: Use) -> None:
    assert used([CHEMISTRY], other) == [(0, 1)]


def test_what_is_not_known_of_a_case_may_be_what_is_granted() -> None:
    assert used([CHEMISTRY], STUDENT._replace(field=None, academic_year=None)) == [(1, 0)]


def test_nobody_counts_where_a_memorandum_says_nothing_of_places() -> None:
    require_place([], [STUDENT] * 10, STUDENT, None, ())
    require_place([{**ANY, "purpose": "teaching"}], [STUDENT] * 10, STUDENT, None, ())


def test_a_place_is_refused_when_all_are_used_or_none_is_granted_for_the_year() -> None:
    with pytest.raises(Refused) as full:
        require_place([ANY], [STUDENT, STUDENT], STUDENT, None, ("head",))
    with pytest.raises(Refused) as none:
        require_place([{**ANY, "academic_years": ["2024/2025"]}], [], STUDENT, None, ())

    assert (full.value.code, full.value.data["granted"], full.value.data["used"]) == ("no_place_free", 2, 2)
    assert full.value.data["permitted"] == ["head"]
    assert (none.value.data["granted"], none.value.data["used"]) == (0, 0)


def test_a_role_that_is_permitted_goes_beyond_and_no_other() -> None:
    override = {"role": "head", "reason": "A twin of one nominated"}

    require_place([ANY], [STUDENT, STUDENT], STUDENT, override, ("head",))
    with pytest.raises(Refused) as refusal:
        require_place([ANY], [STUDENT, STUDENT], STUDENT, override, ("rector",))

    assert refusal.value.code == "override_not_permitted"


@pytest.mark.parametrize(
    ("value", "field"),
    [
        ("head", "override"),
        ({"role": "head"}, "override"),
        ({"role": "The head", "reason": "A twin"}, "override.role"),
        ({"role": "head", "reason": " "}, "override.reason"),
    ],
)
def test_an_override_out_of_form_is_refused(value: Any, field: str) -> None:
    with pytest.raises(Invalid) as refusal:
        parse_override(value)

    assert refusal.value.field == field
