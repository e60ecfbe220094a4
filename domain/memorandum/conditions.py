"""Conditions of cooperation: how many places a year an edition grants, in which direction and for what."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from domain.mobility.details import DIRECTIONS, PURPOSES
from domain.shared.academic_year import academic_year
from domain.shared.codes import eqf_level, field_of_study
from domain.shared.errors import Invalid
from domain.shared.text import one_of

Condition = dict[str, Any]
MOST_CONDITIONS = 100
MOST_PLACES = 100_000
MOST_VALUES = 100


def conditions(value: Any, field: str = "conditions") -> list[Condition]:
    """The conditions of an edition, each ``{"direction", "purpose", "places", "academic_years", "fields", "levels"}``.

    ``places`` is the yearly maximum. The academic years, fields of study (ISCED-F 2013) and levels (EQF) are those for
    which it holds; none: all.

    Raises:
        Invalid: not a list, too many, one out of form, or two for the same.
    """
    if not isinstance(value, list) or len(value) > MOST_CONDITIONS:
        raise Invalid(field, value, "at_most", maximum=MOST_CONDITIONS)
    found = [_condition(one, f"{field}.{index}") for index, one in enumerate(value)]
    named = [{**one, "places": None} for one in found]
    if any(one in named[:index] for index, one in enumerate(named)):
        raise Invalid(field, value, "each_once")
    return found


def _condition(value: Any, field: str) -> Condition:
    least, most = {"direction", "purpose", "places"}, {"academic_years", "fields", "levels"}
    if not isinstance(value, Mapping) or not least <= set(value) <= least | most:
        raise Invalid(field, value, "condition")
    places = value["places"]
    if not isinstance(places, int) or isinstance(places, bool) or not 0 <= places <= MOST_PLACES:
        raise Invalid(f"{field}.places", places, "between", minimum=0, maximum=MOST_PLACES)
    return {
        "direction": one_of(value["direction"], f"{field}.direction", DIRECTIONS),
        "purpose": one_of(value["purpose"], f"{field}.purpose", PURPOSES),
        "places": places,
        "academic_years": _several(value.get("academic_years"), f"{field}.academic_years", academic_year),
        "fields": _several(value.get("fields"), f"{field}.fields", field_of_study),
        "levels": _several(value.get("levels"), f"{field}.levels", eqf_level),
    }


def _several(value: Any, field: str, parse: Callable[[Any, str], Any]) -> list[Any]:
    if value is None:
        return []
    if not isinstance(value, list) or len(value) > MOST_VALUES:
        raise Invalid(field, value, "at_most", maximum=MOST_VALUES)
    return sorted({parse(one, f"{field}.{index}") for index, one in enumerate(value)})
