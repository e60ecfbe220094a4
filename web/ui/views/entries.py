"""An entry of the history, in words."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any
from zoneinfo import ZoneInfo

from web.wording import cases, dates, fields, history, values
from web.wording.names import Names

FEW = 3
"""Changes that are shown at once; of more, those that were new are folded away."""


@dataclass(frozen=True, slots=True)
class EntryView:
    """What happened, when, who recorded it and when, on what ground, and what came of it.

    ``state`` is ``corrected``, ``retracted``, ``untrue``, or empty. ``case`` is the id and the short name of the case
    whose act it is, where it stands in the history of a memorandum.
    """

    version: int
    case: tuple[str, str] | None
    sentence: str
    occurred: str
    recorded: str
    actor: str
    source: str
    reason: str
    changed: list[history.Change]
    new: list[history.Change]
    standings: list[str]
    remarks: list[str]
    state: str


def entry(given: Mapping[str, Any], names: Names, zone: ZoneInfo) -> EntryView:
    """An entry, in words."""
    told, case = history.changes(given, names), given.get("case")
    return EntryView(
        version=given["version"],
        case=(case["id"], cases.called(case)) if case else None,
        sentence=history.sentence(given, names),
        occurred=dates.partial(given["occurred_on"], given["certainty"]),
        recorded=dates.instant(given["recorded_at"], zone),
        actor=values.person(given["actor"]),
        source=fields.value("source", given["source"], names) if given["source"] else "",
        reason=given["reason"],
        changed=[change for change in told if change.was] if len(told) > FEW else told,
        new=[change for change in told if not change.was] if len(told) > FEW else [],
        standings=history.standings(given),
        remarks=history.remarks(given, names),
        state=_state(given),
    )


def _state(given: Mapping[str, Any]) -> str:
    if given["retracted_by"]:
        return "retracted"
    if given["untrue"]:
        return "untrue"
    return "corrected" if given["corrected_by"] else ""
