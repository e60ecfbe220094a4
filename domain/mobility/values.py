"""The values of a mobility case that people see: ``stage``, ``planned_from``, ``answers.host``."""

from __future__ import annotations

from typing import Any

from domain.mobility.lifecycle import SIDES
from domain.mobility.state import MobilityState
from domain.shared.values import Values


def values(case: MobilityState) -> Values:
    """The values of a case as it stands."""
    single: dict[str, Any] = {
        "direction": case.direction,
        "person_id": case.person_id,
        **{name: value for name, value in case.details.items() if value not in (None, "")},
        "stage": case.stage,
        "actual_from": case.actual_from,
        "actual_until": case.actual_until,
        "ground": case.ground,
        "ects": case.ects,
    }
    for side in SIDES:
        answer = case.answer_of(side)
        if answer is not None:
            single[f"answers.{side}"] = {"accepted": answer.accepted, "comment": answer.comment}
    several: dict[str, tuple[Any, ...]] = {
        "funding": case.funding,
        "certificates": case.certificates,
        "overrides": case.overrides,
    }
    return Values(single, several)
