"""What a mobility case says of itself, field by field."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from typing import Any

from web.wording import cases, fields
from web.wording.names import Names

_FIELDS = (
    "purpose",
    "direction",
    "partner_unit",
    "unit",
    "office",
    "eqf_level",
    "field",
    "academic_year",
    "programme",
    "memorandum_id",
    "without_memorandum",
    "planned_from",
    "planned_until",
    "actual_from",
    "actual_until",
    "ground",
    "ects",
    "funding",
    "person_id",
)


def stated(case: Mapping[str, Any], names: Names, *, told_apart: Collection[str] = ()) -> list[tuple[str, str]]:
    """What is stated of a case, each with what it is called.

    Args:
        case: as the caseload answers it.
        names: of what the ids in it mean.
        told_apart: the fields that stand elsewhere, as on a page in its heading.
    """
    return [
        (fields.label(field), fields.value(field, case[field], names))
        for field in _FIELDS
        if case[field] and field not in told_apart
    ]


def group_value(by: str, group: Mapping[str, Any]) -> str:
    """What a group of cases has in common, where they are counted."""
    if by == "partner":
        return str(group["name"] or group["value"])
    if by == "funder" and group["value"]:
        return cases.funder(group["value"])
    return fields.value(by, group["value"], Names())
