"""What a list of the register may be narrowed to."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Self

from application.searching import words_of
from domain.memorandum.lifecycle import STAGES
from domain.memorandum.standing import STANDINGS
from domain.shared.codes import AREAS, country, identifier
from domain.shared.dates import parse_day
from domain.shared.errors import Invalid
from domain.shared.text import code, line, one_of


@dataclass(frozen=True, slots=True)
class Filters:
    """The conditions of a list, read.

    ``facets`` holds the value asked for by facet: stage, kind and owner of the memorandum, partner and area of
    the edition in effect.
    """

    standings: tuple[str, ...] = ()
    facets: tuple[tuple[str, str], ...] = ()
    country: str | None = None
    ends_before: date | None = None
    archived: bool | None = False
    words: tuple[str, ...] = ()

    @property
    def are_several(self) -> bool:
        """Whether there is more than one condition that may be met by few."""
        single = (self.standings, self.country, self.ends_before, self.archived)
        return sum(map(bool, single)) + len(self.facets) + len(self.words) > 1

    @classmethod
    def read(
        cls,
        *,
        standing: Sequence[str] | str = (),
        stage: str | None = None,
        kind: str | None = None,
        country_code: str | None = None,
        partner: str | None = None,
        area: str | None = None,
        owner: str | None = None,
        ends_before: date | str | None = None,
        archived: bool | None = False,
        q: str = "",
    ) -> Self:
        """Read what people ask for.

        Raises:
            Invalid: a value that the field cannot have.
        """
        standings = (standing,) if isinstance(standing, str) else tuple(dict.fromkeys(standing))
        if archived not in (True, False, None):
            raise Invalid("archived", archived, "boolean")
        asked = {
            "stage": None if stage is None else one_of(stage, "stage", STAGES),
            "kind": None if kind is None else code(kind, "kind"),
            "owner": None if owner is None else line(owner, "owner", 100),
            "partner": None if partner is None else identifier(partner, "partner"),
            "area": None if area is None else one_of(area, "area", AREAS),
        }
        return cls(
            tuple(one_of(one, "standing", STANDINGS) for one in standings),
            tuple((facet, value) for facet, value in asked.items() if value is not None),
            None if country_code is None else country(country_code),
            None if ends_before is None else parse_day(ends_before, "ends_before"),
            archived,
            words_of(q),
        )
