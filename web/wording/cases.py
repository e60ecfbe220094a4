"""Mobility cases as people read them: stages, purposes, sides, money, and the fields of a case."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from babel.numbers import format_currency

from web.wording import dates, values
from web.wording.language import current, listing, mark, small
from web.wording.language import gettext as _
from web.wording.names import Names

STAGES = {
    "nominated": mark("Nominated"),
    "accepted": mark("Accepted"),
    "started": mark("Started"),
    "completed": mark("Completed"),
    "recognised": mark("Recognised"),
    "enrolled": mark("Enrolled"),
    "defended": mark("Defended"),
    "degree_awarded": mark("Degree awarded"),
    "interrupted": mark("Interrupted"),
    "cancelled": mark("Cancelled"),
    "undetermined": mark("Undetermined"),
    "not_begun": mark("Not begun"),
}
PURPOSES = {
    "studies": mark("Studies"),
    "traineeship": mark("Traineeship"),
    "teaching": mark("Teaching"),
    "staff_training": mark("Staff training"),
    "internship": mark("Internship"),
    "research_stay": mark("Research stay"),
    "cotutelle": mark("Cotutelle"),
    "conference": mark("Conference"),
    "olympiad": mark("Olympiad"),
    "short_visit": mark("Short visit"),
}
DIRECTIONS = {"outgoing": mark("Outgoing"), "incoming": mark("Incoming")}
SIDES = {"sending": mark("the sending side"), "host": mark("the host")}
GROUNDS = {"force_majeure": mark("force majeure"), "without_justification": mark("without justification")}
FUNDERS = {
    "erasmus_project": mark("Erasmus+ project"),
    "foundation": mark("Foundation"),
    "donor": mark("Donor"),
    "own": mark("Own funds"),
    "host": mark("Funds of the host"),
}
PRESENCES = {
    "certain": mark("there"),
    "possible": mark("perhaps there"),
    "expected": mark("expected"),
}
REASONS = {
    "without_memorandum": mark("there is no memorandum"),
    "other_activity": mark("the memorandum does not name this activity"),
}
LABELS = {
    "details": mark("Details"),
    "direction": mark("Direction"),
    "person_id": mark("Person"),
    "purpose": mark("Purpose"),
    "partner_unit": mark("Unit there"),
    "eqf_level": mark("Level (EQF)"),
    "academic_year": mark("Academic year"),
    "programme": mark("Programme"),
    "memorandum_id": mark("Memorandum"),
    "without_memorandum": mark("Why without a memorandum"),
    "planned_from": mark("Planned from"),
    "planned_until": mark("Planned until"),
    "actual_from": mark("Began"),
    "actual_until": mark("Ended"),
    "reached": mark("Stage reached"),
    "funding": mark("Funding"),
    "comment": mark("Comment"),
    "ground": mark("Ground"),
    "certificate": mark("Certificate"),
    "ects": mark("ECTS credits"),
    "override": mark("Beyond the places"),
    "funder": mark("Funding"),
    "overdue": mark("Overdue"),
    "by": mark("Counted by"),
    "side": mark("Side"),
}


def stage(code: str) -> str:
    """Where a case stands."""
    return _(STAGES[code])


def stage_of(row: Mapping[str, Any]) -> str:
    """Where a case stands on a day; of an undetermined one, where it may."""
    if row["stage"] != "undetermined":
        return stage(row["stage"])
    possible = listing([small(stage(one)) for one in row["candidates"]])
    return _("%(stage)s: %(possible)s", stage=stage(row["stage"]), possible=possible)


def purpose(code: str) -> str:
    """What a person goes for."""
    return _(PURPOSES[code])


def direction(code: str) -> str:
    """Whether a person goes out or comes in."""
    return _(DIRECTIONS[code])


def called(case: Mapping[str, Any]) -> str:
    """A case in a few words: what for, which way, with whom."""
    partner = case["partner"] or case["partner_id"]
    return _(
        "%(purpose)s, %(direction)s, %(partner)s",
        purpose=purpose(case["purpose"]),
        direction=small(direction(case["direction"])),
        partner=partner,
    )


def side(code: str) -> str:
    """Who answers a nomination."""
    return _(SIDES[code])


def ground(code: str) -> str:
    """Why somebody returned early."""
    return _(GROUNDS[code])


def funder(code: str) -> str:
    """Whose money it is."""
    return _(FUNDERS[code])


def presence(code: str) -> str:
    """How sure it is that somebody is there."""
    return _(PRESENCES[code])


def one_funding(given: Mapping[str, Any], _names: Names) -> str:
    """Whose money, of what name and number, and how much."""
    said = [funder(given["funder"]), given.get("name"), given.get("reference")]
    if given.get("amount"):
        said.append(format_currency(given["amount"], given["currency"], locale=current().locale))
    return ", ".join(part for part in said if part)


def _funding(given: Any, names: Names) -> str:
    return "; ".join(one_funding(one, names) for one in (given if isinstance(given, list | tuple) else [given]))


def days(first: str | None, until: str | None) -> str:
    """The days of a stay, as far as they are known."""
    if first is None and until is None:
        return _("days not known")
    if until is None:
        return dates.from_(first)
    if first is None:
        return _("until %(date)s", date=dates.partial(until))
    return _("%(first)s until %(last)s", first=dates.partial(first), last=dates.partial(until))


def answer(given: Mapping[str, Any]) -> str:
    """What a side answered, with its comment."""
    said = _("accepted") if given["accepted"] else _("rejected")
    return _("%(answer)s: %(comment)s", answer=said, comment=given["comment"]) if given.get("comment") else said


def shown_days(row: Mapping[str, Any]) -> str:
    """The days of a case as a list shows it: the actual ones, else those planned."""
    return days(row["actual_from"] or row["planned_from"], row["actual_until"] or row["planned_until"])


def answers(given: Mapping[str, Any]) -> str:
    """What both sides answered, the host last."""
    return listing(
        [_("%(side)s %(answer)s", side=side(one), answer=answer(said)) for one, said in given.items() if said]
    )


def override(given: Mapping[str, Any]) -> str:
    """In which role somebody went beyond the places granted, and why."""
    return _("%(role)s: %(reason)s", role=values.role(given["role"]), reason=given["reason"])


def taken(condition: Mapping[str, Any]) -> str:
    """How many places of a condition are used and free."""
    return _(
        "%(used)s used, %(free)s free", used=values.number(condition["used"]), free=values.number(condition["free"])
    )


def covered(stretch: Mapping[str, Any]) -> str:
    """Whether the days of a stretch are covered, and why not."""
    if stretch["covered"] is not None:
        said = _("covered") if stretch["covered"] else _("uncovered: %(reason)s", reason=_uncovered(stretch["reason"]))
    else:
        said = _("cannot be told: %(reason)s", reason=_uncovered(stretch["reason"]))
    return said if stretch["certain"] else _("%(said)s; perhaps not a day of the stay", said=said)


def uncovered(row: Mapping[str, Any]) -> str:
    """The days of a case that are uncovered."""
    return "; ".join(dates.span(one["first"], one["until"]) for one in row["uncovered"])


def why_uncovered(stretch: Mapping[str, Any]) -> str:
    """Why nothing covers the days of a stretch."""
    return _uncovered(stretch["reason"])


def surely(counted: Mapping[str, Any], way: str) -> str:
    """How many were sent or received in a period, and how many more it may have been."""
    number, more = values.number(counted[way]), counted[f"{way}_possible"]
    return _("%(number)s, perhaps %(more)s more", number=number, more=values.number(more)) if more else number


def _uncovered(reason: str) -> str:
    return _(REASONS[reason]) if reason in REASONS else small(values.standing(reason))


def _partial(given: str, _names: Names) -> str:
    return dates.partial(given)


VALUES: dict[str, Callable[[Any, Names], str]] = {
    "direction": lambda given, _names: direction(given),
    "purpose": lambda given, _names: purpose(given) if given in PURPOSES else str(given),
    "field": lambda given, _names: values.field_of_study(given),
    "memorandum_id": lambda given, names: names.memorandum(given),
    "planned_from": _partial,
    "planned_until": _partial,
    "actual_from": _partial,
    "actual_until": _partial,
    "reached": lambda given, _names: stage(given),
    "funding": _funding,
    "ground": lambda given, _names: ground(given),
}
"""How the fields of a case read; a request for a partnership has a purpose too, in its own words."""
