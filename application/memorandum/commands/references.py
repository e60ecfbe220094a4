"""References: which number is free."""

from __future__ import annotations

from collections.abc import Callable
from uuid import UUID

from application.store.store import Store
from domain.memorandum.reference import Reference, next_number, parse_number, reference_id
from domain.shared.errors import NotFound, Taken
from domain.shared.moment import current_moment


class References:
    """Finds free numbers; they are issued by being stored together with the memorandum that bears them."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._from: dict[int, int] = {}  # by year, where this process found the last free one: a hint, no more

    def free(self, given: str | None) -> str:
        """The number given by the officer, or the next one of this year that nobody bears or bore.

        Raises:
            Invalid: the number given is not of the form of numbers.
            Taken: it is in use, or was; names the memorandum that bears it.
        """
        if given is None:
            return self._next(current_moment().today.year)
        number = parse_number(given)
        holder = self._issued(reference_id(number))
        if holder is not None:
            raise Taken(field="reference", reference=holder.number, memorandum_id=holder.memorandum_id)
        return number

    def is_reference(self, stream_id: str) -> bool:
        """Whether the stream with this id is that of an issued number."""
        return self._issued(UUID(stream_id)) is not None

    def _next(self, year: int) -> str:
        def taken(sequence: int) -> bool:
            return self._issued(reference_id(next_number(year, sequence))) is not None

        self._from[year] = _first_free(taken, self._from.get(year, 1))
        return next_number(year, self._from[year])

    def _issued(self, stream_id: UUID) -> Reference | None:
        try:
            return self._store.get(Reference, stream_id)
        except NotFound:
            return None


def _first_free(taken: Callable[[int], bool], start: int) -> int:
    """A free number with a taken one before it, or ``start``; in few steps, as gaps are allowed and rare."""
    if not taken(start):
        return start
    last_taken, step = start, 1
    while taken(last_taken + step):
        last_taken, step = last_taken + step, step * 2
    first_free = last_taken + step
    while first_free - last_taken > 1:
        middle = (last_taken + first_free) // 2
        if taken(middle):
            last_taken = middle
        else:
            first_free = middle
    return first_free
