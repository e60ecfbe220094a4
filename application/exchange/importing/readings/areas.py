"""What registers write of the areas of cooperation."""

from __future__ import annotations

import re
from dataclasses import dataclass

from application.exchange.importing.readings.names import clean
from application.exchange.importing.readings.words import BROUGHT, Words
from domain.shared.codes import AREAS

_PARTS = re.compile(r"[\n;,•·]+")


@dataclass(frozen=True, slots=True)
class AreasReading:
    """The areas that a cell names; where not all of it is understood, those that are, with a reason."""

    areas: tuple[str, ...] = ()
    reason: str | None = None


def read_areas(text: str, words: Words = BROUGHT) -> AreasReading:
    """The areas of cooperation that a cell names, in the order of the codes.

    Lines, commas and semicolons part them. One that is not known leaves the whole cell to a person: half of the areas
    would read as all of them.
    """
    parts = [part for one in _PARTS.split(text) if (part := clean(one))]
    whole = words.find("areas", text)
    found = {whole} if whole else {words.find("areas", part) for part in parts}
    areas = tuple(area for area in AREAS if area in found)
    return AreasReading(areas, "area_unknown" if None in found else None)
