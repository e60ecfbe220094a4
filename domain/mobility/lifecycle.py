"""The stages of a case, and what may be done in each: the one table for guards, buttons and documentation."""

from __future__ import annotations

from typing import NamedTuple

STAGES = (
    "nominated",
    "accepted",
    "started",
    "completed",
    "recognised",
    "enrolled",
    "defended",
    "degree_awarded",
    "interrupted",
    "cancelled",
)
OF_COTUTELLE = ("enrolled", "defended", "degree_awarded")
"""The stages that a cotutelle passes in the place of *started*, *completed* and *recognised*."""

GROUNDS = {"force_majeure": "recognised", "without_justification": "cancelled"}
"""Why somebody returned early, and the stage in which the case ends; while that is not known, it is *interrupted*."""

SIDES = ("sending", "host")

UNDER_WAY = ("started", "enrolled")
"""Stages in which the person is there."""
OVER = ("completed", "recognised", "defended", "degree_awarded", "interrupted")
"""Stages in which the person has been there, and the last day has come."""

STAGES_FOR: dict[str, tuple[str, ...]] = {
    "revise": ("nominated", "accepted"),
    "accept": ("nominated", "accepted"),
    "reject": ("nominated", "accepted"),
    "cancel": ("nominated", "accepted", "enrolled"),
    "change_dates": ("nominated", "accepted", "started", "enrolled"),
    "start": ("accepted",),
    "complete": ("started",),
    "interrupt": ("started", "interrupted"),
    "enrol": ("accepted",),
    "defend": ("enrolled",),
    "award_degree": ("defended",),
    "certify": ("started", "completed", "recognised", "interrupted"),
    "recognise": ("completed", "recognised", "interrupted"),
    "record_funding": tuple(stage for stage in STAGES if stage != "cancelled"),
}
"""The stages of the case in which a command on it is possible."""

_ONLY_COTUTELLE = ("enrol", "defend", "award_degree")
_NEVER_COTUTELLE = ("start", "complete", "interrupt", "certify", "recognise")

MAY_BE_REGISTERED = tuple(stage for stage in STAGES if stage != "nominated")
"""The stages at which a case is entered from paper."""

RECOGNITION_DAYS = 35
"""A host sends the transcript within five weeks (ECTS Users' Guide 2015, "ECTS for mobility"); then we recognise it."""
RECOGNISED_PURPOSES = ("studies", "traineeship")
"""Purposes whose credits are to be recognised; a completed case of another purpose waits for nothing."""


class NextStep(NamedTuple):
    """What comes next, and the day that it counts from: ``planned_from``, ``planned_until`` or ``actual_until``."""

    command: str
    due: str
    days: int = 0


_NEXT: dict[str, NextStep] = {
    "nominated": NextStep("accept", "planned_from"),
    "started": NextStep("complete", "planned_until"),
    "enrolled": NextStep("defend", "planned_until"),
    "defended": NextStep("award_degree", "planned_until"),
}


def next_step(stage: str, purpose: str) -> NextStep | None:
    """What is to come next for a case of this purpose; nothing, if it has come to its end."""
    if stage == "accepted":
        return NextStep("enrol" if purpose == "cotutelle" else "start", "planned_from")
    if stage == "completed":
        recognised = purpose in RECOGNISED_PURPOSES
        return NextStep("recognise", "actual_until", RECOGNITION_DAYS) if recognised else None
    return _NEXT.get(stage)


def suits(command: str, purpose: str) -> bool:
    """Whether a command makes sense for a case of this purpose: a cotutelle has stages of its own."""
    return command not in (_NEVER_COTUTELLE if purpose == "cotutelle" else _ONLY_COTUTELLE)


def stages_for(command: str, purpose: str) -> tuple[str, ...]:
    """The stages in which a command is possible for a case of this purpose."""
    return STAGES_FOR[command] if suits(command, purpose) else ()


def possible_commands(stage: str, purpose: str) -> list[str]:
    """The commands that the stage of a case does not rule out; a guard may still refuse one for what it is told."""
    return [*(one for one in STAGES_FOR if stage in stages_for(one, purpose)), "correct", "retract"]
