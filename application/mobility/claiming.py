"""Claiming a place of a memorandum: how many are granted, who has one, and who may go beyond them."""

from __future__ import annotations

from datetime import date
from uuid import UUID

from application.institution.decisions import override_roles
from application.store.store import Store, Unit
from domain.memorandum.memorandum import Memorandum
from domain.memorandum.standing import Timeline
from domain.mobility.case import MobilityCase
from domain.mobility.coverage import require_not_terminated
from domain.mobility.place_book import PlaceBook, place_book_id
from domain.mobility.places import Condition, Use, require_place
from domain.shared.act import Act
from domain.shared.errors import NotFound, Refused
from domain.shared.moment import current_moment

Place = tuple[str, Use]
"""The memorandum and what a place of it is taken for."""


def place_of(case: MobilityCase) -> Place | None:
    """The place that a case takes; none if it rests on no memorandum, or was given up before it began."""
    if case.memorandum_id is None or not case.uses_a_place:
        return None
    return case.memorandum_id, case.use()


class Claims:
    """Enters claims into the book of a memorandum, in the command that makes them.

    Args:
        store: of the events.
    """

    def __init__(self, store: Store) -> None:
        self._store = store

    def claim(self, unit: Unit, act: Act, case: MobilityCase, before: Place | None, *, counts: bool) -> None:
        """Have a case claim its place, if that is another one than before.

        Args:
            unit: of the command.
            act: whose claim it is.
            case: as the command leaves it.
            before: the place that it took before the command.
            counts: whether the rules of nomination hold; what happened before, entered from paper, is not refused.

        Raises:
            Refused: the memorandum was terminated before the first day; or no place is left, and nobody permitted takes
                it upon himself.
        """
        place = place_of(case)
        if place is None or place == before:
            return
        memorandum_id, use = place
        book = self._book(unit, memorandum_id)
        if counts:
            self._require_permitted(case, memorandum_id, use, book)
        year = use.academic_year
        if book is None:
            unit.add(PlaceBook.open(act, memorandum_id=memorandum_id, case_id=case.id, academic_year=year))
        else:
            book.claim(act, case_id=case.id, academic_year=year)

    def close(self, unit: Unit, act: Act, memorandum_id: str) -> list[str]:
        """Close a memorandum to further cases, in the command that ends it as a whole; tells the cases that use it."""
        book = self._book(unit, memorandum_id) or unit.add(PlaceBook.open(act, memorandum_id=memorandum_id))
        book.close(act)
        places = {id_: self._place(id_) for id_ in book.claimed_in(None)}
        return [str(id_) for id_, place in places.items() if place is not None and place[0] == memorandum_id]

    def _require_permitted(self, case: MobilityCase, memorandum_id: str, use: Use, book: PlaceBook | None) -> None:
        memorandum = self._store.get(Memorandum, UUID(memorandum_id))
        timeline, first = memorandum.timeline(current_moment().zone), case.stay().first
        require_not_terminated(timeline, first, memorandum_id)
        if memorandum.ended_as_a_whole:
            raise Refused("memorandum_ended_as_a_whole", memorandum_id=memorandum_id)
        claimed = book.claimed_in(use.academic_year) if book else []
        others = [self._place(id_) for id_ in claimed if id_ != case.id]
        uses = [other[1] for other in others if other is not None and other[0] == memorandum_id]
        override = case.overrides[-1] if case.overrides else None
        granted = conditions_on(memorandum, timeline, first.earliest)
        require_place(granted, uses, use, override, override_roles(self._store))

    def _book(self, unit: Unit, memorandum_id: str) -> PlaceBook | None:
        try:
            return unit.load(PlaceBook, place_book_id(memorandum_id))
        except NotFound:
            return None

    def _place(self, case_id: UUID) -> Place | None:
        return place_of(self._store.get(MobilityCase, case_id))


def conditions_on(memorandum: Memorandum, timeline: Timeline, day: date) -> list[Condition]:
    """The conditions of the edition that is known to hold on a day; where none is, of the one concluded last."""
    interval = timeline.on(day)
    edition = memorandum.editions.get((interval.edition_id if interval else None) or "")
    if edition is None:
        edition = next((one for one in reversed(memorandum.living_editions) if one.concluded), None)
    return list(edition.content["conditions"]) if edition else []
