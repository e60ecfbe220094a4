"""The places that a memorandum grants, which cases take them, and the nomination that goes beyond them."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, NamedTuple

from domain.shared.errors import Invalid, Refused
from domain.shared.text import code, paragraph

Condition = Mapping[str, Any]
"""As `domain.memorandum.conditions` reads it."""


class Use(NamedTuple):
    """What a case takes a place for; ``None`` is not known, and may be any."""

    direction: str
    purpose: str
    academic_year: str | None
    field: str | None
    level: int | None


@dataclass(frozen=True, slots=True)
class Taken:
    """A condition with the number of cases that use it; more than it grants, where an override let them in."""

    condition: Condition
    used: int

    @property
    def granted(self) -> int:
        """The places a year."""
        return int(self.condition["places"])

    @property
    def free(self) -> int:
        """The places that nobody has taken."""
        return max(0, self.granted - self.used)


def grants(condition: Condition, use: Use) -> bool:
    """Whether a condition grants places for such a case."""
    return (
        (condition["direction"], condition["purpose"]) == (use.direction, use.purpose)
        and _one_of(use.academic_year, condition["academic_years"])
        and _one_of(use.field, condition["fields"])
        and _one_of(use.level, condition["levels"])
    )


def _one_of(value: Any, values: Collection[Any]) -> bool:
    return value is None or not values or value in values


def allot(conditions: Sequence[Condition], uses: Sequence[Use]) -> list[Taken]:
    """The conditions of one academic year with the cases that use them.

    Each case takes a place under the narrowest condition that has one left; one that finds none counts under the
    narrowest that is meant for it.
    """
    used = [0] * len(conditions)
    for use in uses:
        fitting = sorted(
            (index for index, condition in enumerate(conditions) if grants(condition, use)),
            key=lambda index: _width(conditions[index]),
        )
        free = [index for index in fitting if used[index] < conditions[index]["places"]]
        for index in (free or fitting)[:1]:
            used[index] += 1
    return [Taken(condition, number) for condition, number in zip(conditions, used, strict=True)]


def _width(condition: Condition) -> tuple[bool, bool, int, int]:
    fields, levels = condition["fields"], condition["levels"]
    return (not fields, not levels, len(fields), len(levels))


def is_limited(conditions: Sequence[Condition], use: Use) -> bool:
    """Whether a memorandum says anything of places for this direction and purpose; if not, nobody counts them."""
    return any((one["direction"], one["purpose"]) == (use.direction, use.purpose) for one in conditions)


def require_place(
    conditions: Sequence[Condition],
    others: Sequence[Use],
    use: Use,
    override: Mapping[str, str] | None,
    permitted: Collection[str],
) -> None:
    """Refuse a case for which the memorandum has no place left, unless somebody permitted takes it upon himself.

    Args:
        conditions: those of the edition in effect on the first day.
        others: the cases that rest on the memorandum already.
        use: what the case takes a place for.
        override: ``{"role", "reason"}``, if it is to go beyond the places.
        permitted: the roles that may do so.

    Raises:
        Refused: ``no_place_free``, with the places granted and used and the roles permitted;
            ``override_not_permitted``.
    """
    if not is_limited(conditions, use):
        return
    taken = [one for one in allot(conditions, others) if grants(one.condition, use)]
    if any(one.free for one in taken):
        return
    if override is None:
        raise Refused(
            "no_place_free",
            direction=use.direction,
            purpose=use.purpose,
            academic_year=use.academic_year,
            granted=sum(one.granted for one in taken),
            used=sum(one.used for one in taken),
            permitted=sorted(permitted),
        )
    if override["role"] not in permitted:
        raise Refused("override_not_permitted", role=override["role"], permitted=sorted(permitted))


def parse_override(value: Any, field: str = "override") -> dict[str, str] | None:
    """In which role somebody goes beyond the places granted, and why; none if nobody does.

    Raises:
        Invalid: not of this form, or no reason.
    """
    if value is None:
        return None
    if not isinstance(value, Mapping) or set(value) != {"role", "reason"}:
        raise Invalid(field, value, "override")
    reason = paragraph(value["reason"], f"{field}.reason", 2000)
    if not reason:
        raise Invalid(f"{field}.reason", value["reason"], "required")
    return {"role": code(value["role"], f"{field}.role"), "reason": reason}
