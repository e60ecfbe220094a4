"""The book of a memorandum's places: which cases have claimed one.

Every case that comes to rest on a memorandum is entered here, in a stream whose id follows from that of the memorandum.
Two nominations at the same instant meet in it: the later one is refused by the database, and looks again. What a case
uses is not kept here but read from the case, which may be corrected.
"""

from __future__ import annotations

from typing import Self
from uuid import UUID, uuid5

from domain.shared.act import Act
from domain.shared.event import Aggregate, Created, Event

_BOOKS = UUID("5a0c7d0e-2d44-5d0f-8e0a-6f5b1c9d7e21")


class PlaceBookOpened(Created):
    """The first case came to rest on a memorandum; or, without one, the memorandum was closed to all."""

    TOPIC = "places.opened"

    memorandum_id: str
    case_id: str | None
    academic_year: str | None

    def apply(self, aggregate: PlaceBook) -> None:
        """Know whose book it is, and enter the case."""
        aggregate.memorandum_id = self.memorandum_id
        aggregate.years = {self.case_id: self.academic_year} if self.case_id else {}


class PlaceClaimed(Event):
    """A case came to rest on the memorandum, or claims another place than before."""

    TOPIC = "places.claimed"

    case_id: str
    academic_year: str | None

    def apply(self, aggregate: PlaceBook) -> None:
        """Enter the case."""
        aggregate.years = {**aggregate.years, self.case_id: self.academic_year}


class PlaceBookClosed(Event):
    """The memorandum was ended as a whole: whoever nominates in the same instant meets this entry."""

    TOPIC = "places.closed"


class PlaceBook(Aggregate):
    """The cases that have claimed a place of one memorandum; ``years`` is the academic year claimed, by case."""

    TOPIC = "places"

    def __init__(self) -> None:
        self.memorandum_id = ""
        self.years: dict[str, str | None] = {}

    @classmethod
    def open(
        cls, act: Act, *, memorandum_id: str, case_id: UUID | None = None, academic_year: str | None = None
    ) -> Self:
        """Begin the book of a memorandum with the first case that claims a place, or with none."""
        return cls._create(
            PlaceBookOpened,
            id=place_book_id(memorandum_id),
            memorandum_id=memorandum_id,
            case_id=None if case_id is None else str(case_id),
            academic_year=academic_year,
            **act.plain(),
        )

    def claim(self, act: Act, *, case_id: UUID, academic_year: str | None) -> None:
        """Enter a case; each claim is an entry, so that two at once cannot both be stored."""
        self.trigger(PlaceClaimed, act, case_id=str(case_id), academic_year=academic_year)

    def close(self, act: Act) -> None:
        """Enter that the memorandum was ended as a whole. Whether it still is, its own record says."""
        self.trigger(PlaceBookClosed, act)

    def claimed_in(self, academic_year: str | None) -> list[UUID]:
        """The cases that may use a place in an academic year; in any, if it is not known."""
        if academic_year is None:
            return [UUID(case_id) for case_id in self.years]
        return [UUID(case_id) for case_id, year in self.years.items() if year in (None, academic_year)]


def place_book_id(memorandum_id: str) -> UUID:
    """The id of the book of a memorandum."""
    return uuid5(_BOOKS, memorandum_id)
