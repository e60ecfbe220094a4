"""What the caseload may be narrowed to."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Self

from domain.mobility.details import DIRECTIONS, FUNDERS, PURPOSES
from domain.mobility.lifecycle import STAGES
from domain.mobility.stages import UNDETERMINED
from domain.shared.academic_year import academic_year as parse_year
from domain.shared.codes import identifier
from domain.shared.errors import Invalid
from domain.shared.text import line, one_of


@dataclass(frozen=True, slots=True)
class Filters:
    """The conditions of a list, by name, and their values as statements take them."""

    conditions: tuple[str, ...]
    values: dict[str, Any]

    @classmethod
    def read(
        cls,
        *,
        stage: str | None = None,
        direction: str | None = None,
        purpose: str | None = None,
        partner: str | None = None,
        unit: str | None = None,
        academic_year: str | None = None,
        funder: str | None = None,
        memorandum: str | None = None,
        person: str | None = None,
        overdue: bool = False,
    ) -> Self:
        """Read what people ask for.

        Args:
            stage: on the day asked, one of `STAGES` or *undetermined*.
            direction: ``outgoing`` or ``incoming``.
            purpose: one of `PURPOSES`.
            partner: id of the other side.
            unit: our faculty or department, as it is entered.
            academic_year: such as ``2025/2026``.
            funder: one of `FUNDERS`.
            memorandum: id of the memorandum on which it rests.
            person: opaque id of the person.
            overdue: only those whose next step has been due before the day asked.

        Raises:
            Invalid: a value that the field cannot have.
        """
        if not isinstance(overdue, bool):
            raise Invalid("overdue", overdue, "boolean")
        asked = {
            "stage": None if stage is None else one_of(stage, "stage", (*STAGES, UNDETERMINED)),
            "direction": None if direction is None else one_of(direction, "direction", DIRECTIONS),
            "purpose": None if purpose is None else one_of(purpose, "purpose", PURPOSES),
            "partner": None if partner is None else identifier(partner, "partner"),
            "unit": None if unit is None else line(unit, "unit", 200),
            "academic_year": None if academic_year is None else parse_year(academic_year),
            "funder": None if funder is None else f",{one_of(funder, 'funder', FUNDERS)},",
            "memorandum": None if memorandum is None else identifier(memorandum, "memorandum"),
            "person": None if person is None else identifier(person, "person"),
        }
        values = {name: value for name, value in asked.items() if value is not None}
        return cls((*values, *(("overdue",) if overdue else ())), values)
