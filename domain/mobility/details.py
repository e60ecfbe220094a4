"""What a nomination says: purpose, the two sides, what is studied, when, on which memorandum and with which money.

Details are kept as plain data, as events store them; what is not known is ``None`` or empty.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from domain.shared.academic_year import academic_year, academic_year_of
from domain.shared.amount import amount
from domain.shared.codes import currency, eqf_level, field_of_study, identifier
from domain.shared.correcting import Parser, partial, text
from domain.shared.dates import parse_partial
from domain.shared.errors import Invalid
from domain.shared.text import line, one_of

DIRECTIONS = ("outgoing", "incoming")
PURPOSES = (
    "studies",
    "traineeship",
    "teaching",
    "staff_training",
    "internship",
    "research_stay",
    "cotutelle",
    "conference",
    "olympiad",
    "short_visit",
)
FUNDERS = ("erasmus_project", "foundation", "donor", "own", "host")
"""Whose money it is: an Erasmus+ project's, a foundation's, another donor's, our own, the host's."""

AREAS_OF: dict[str, tuple[str, ...]] = {
    "studies": ("student_exchange", "joint_programmes"),
    "traineeship": ("internships", "student_exchange", "training"),
    "teaching": ("staff_exchange", "joint_programmes"),
    "staff_training": ("staff_exchange", "training", "capacity_building"),
    "internship": ("internships", "staff_exchange", "training"),
    "research_stay": ("joint_research", "staff_exchange", "student_exchange", "innovation_projects"),
    "cotutelle": ("cotutelle", "joint_programmes"),
    "conference": ("conferences", "staff_exchange", "joint_research"),
    "olympiad": ("conferences", "student_exchange"),
    "short_visit": ("staff_exchange", "capacity_building", "conferences"),
}
"""The areas of cooperation under which a memorandum covers a purpose; the area *other* covers every one."""

Details = dict[str, Any]
Funding = dict[str, Any]
MOST_FUNDING = 20


def _optional(parse: Parser) -> Parser:
    return lambda value, field: None if value is None else parse(value, field)


PARSERS: dict[str, Parser] = {
    "purpose": lambda value, field: one_of(value, field, PURPOSES),
    "partner_id": identifier,
    "partner_unit": text(200),
    "unit": text(200),
    "office": text(200),
    "eqf_level": _optional(eqf_level),
    "field": _optional(field_of_study),
    "academic_year": _optional(academic_year),
    "programme": text(300),
    "memorandum_id": _optional(identifier),
    "without_memorandum": text(500),
    "planned_from": partial,
    "planned_until": partial,
}
"""How each detail is read, in the order in which they are shown."""
DETAILS = tuple(PARSERS)

_UNSTATED: Details = {
    "partner_unit": "",
    "unit": "",
    "office": "",
    "eqf_level": None,
    "field": None,
    "academic_year": None,
    "programme": "",
    "memorandum_id": None,
    "without_memorandum": "",
    "planned_from": None,
    "planned_until": None,
}


def details(values: Mapping[str, Any]) -> Details:
    """All details of a case. The academic year is that of the first day planned, where that is certain.

    Args:
        values: by the names in `DETAILS`: ``purpose`` (one of `PURPOSES`), ``partner_id`` (the other side: the host of
            an outgoing case, the sending side of an incoming one) and its ``partner_unit``, our ``unit``; ``office``
            held or studies pursued at the time, ``eqf_level``, ``field`` (ISCED-F 2013), ``academic_year``,
            ``programme``; ``memorandum_id`` that it rests on, or else ``without_memorandum``, the reason; partial
            ``planned_from`` and ``planned_until``, the first and the last day.

    Raises:
        Invalid: a detail that is not known by this name, missing or not of its form; a memorandum as well as a reason
            for none, or neither; a last day before the first.
    """
    for name in values:
        one_of(name, "details", DETAILS)
    plain = {name: _read(name, values) for name in DETAILS}
    if plain["academic_year"] is None and plain["planned_from"]:
        plain["academic_year"] = _year_of(plain["planned_from"])
    check(plain)
    return plain


def _read(name: str, values: Mapping[str, Any]) -> Any:
    if name not in values and name in _UNSTATED:
        return _UNSTATED[name]
    return PARSERS[name](values.get(name), name)


def _year_of(planned_from: str) -> str | None:
    days = parse_partial(planned_from)
    first, last = academic_year_of(days.earliest), academic_year_of(days.latest)
    return first if first == last else None


def changes(values: Mapping[str, Any], now: Details) -> Details:
    """The details among ``values`` that differ from those of now.

    A memorandum takes the place of the reason for none, and the other way round.

    Raises:
        Invalid: as `details`.
    """
    for name in values:
        one_of(name, "changes", DETAILS)
    read = {name: PARSERS[name](value, f"changes.{name}") for name, value in values.items()}
    if read.get("memorandum_id"):
        read.setdefault("without_memorandum", "")
    elif read.get("without_memorandum"):
        read.setdefault("memorandum_id", None)
    check({**now, **read})
    return {name: value for name, value in read.items() if value != now[name]}


def check(plain: Details) -> None:
    """Refuse details that contradict each other.

    Raises:
        Invalid: a memorandum and a reason for none, or neither; a last day before the first.
    """
    if bool(plain["memorandum_id"]) == bool(plain["without_memorandum"]):
        raise Invalid("without_memorandum", plain["without_memorandum"], "instead_of_memorandum")
    check_order(plain["planned_from"], plain["planned_until"], "planned_until")


def check_order(first: str | None, until: str | None, field: str) -> None:
    """Refuse a last day that lies before the first.

    Raises:
        Invalid: it does.
    """
    if first and until and parse_partial(until).latest < parse_partial(first).earliest:
        raise Invalid(field, until, "not_before", day=first)


def one_funding(value: Any, field: str = "funding") -> Funding:
    """Money for a case: ``{"funder", "name", "reference", "partner_id", "amount", "currency"}``.

    ``funder`` is one of `FUNDERS`; ``name`` the project, foundation or donor; ``reference`` the number of the project
    or grant; ``partner_id`` the donor where it is a partner on record; an amount has a currency.

    Raises:
        Invalid: a part out of form, an amount without a currency, a funder from outside that is not named.
    """
    known = {"funder", "name", "reference", "partner_id", "amount", "currency"}
    if not isinstance(value, Mapping) or not {"funder"} <= set(value) <= known:
        raise Invalid(field, value, "funding")
    funder = one_of(value["funder"], f"{field}.funder", FUNDERS)
    partner_id, sum_, unit = (value.get(name) for name in ("partner_id", "amount", "currency"))
    if (sum_ is None) is not (unit is None):
        raise Invalid(f"{field}.currency", unit, "with_amount")
    return {
        "funder": funder,
        "name": line(value.get("name") or "", f"{field}.name", 300, empty=True),
        "reference": line(value.get("reference") or "", f"{field}.reference", 100, empty=True),
        "partner_id": None if partner_id is None else identifier(partner_id, f"{field}.partner_id"),
        "amount": None if sum_ is None else amount(sum_, f"{field}.amount"),
        "currency": None if unit is None else currency(unit, f"{field}.currency"),
    }


def fundings(value: Any, field: str = "funding") -> list[Funding]:
    """All money for a case.

    Raises:
        Invalid: not a list, too many, or one out of form.
    """
    if not isinstance(value, list | tuple) or len(value) > MOST_FUNDING:
        raise Invalid(field, value, "at_most", maximum=MOST_FUNDING)
    return [one_funding(one, f"{field}.{index}") for index, one in enumerate(value)]
