"""Commands that pause or end a memorandum."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from application.done import Done, Objected
from application.memorandum.commands.base import Commands
from application.mobility.claiming import Claims
from domain.memorandum.memorandum import Memorandum
from domain.mobility.place_book import place_book_id
from domain.shared.act import Act
from domain.shared.errors import Conflict
from domain.shared.moment import current_moment


class Ending(Commands):
    """Objection, suspension, notice, termination, supersession."""

    def object(
        self,
        memorandum_id: UUID,
        act: Act,
        expected_version: int | None = None,
        *,
        party_id: str,
        against: str | None = None,
    ) -> Objected:
        """Record an objection to a tacit renewal, and say whether it came too late; see `Memorandum.object`."""
        with self._change(memorandum_id, expected_version) as memorandum:
            memorandum.object(act, party_id=party_id, against=against)
            late = memorandum.objection_is_late(memorandum.version, current_moment().zone)
        return Objected.of(memorandum, late=late)

    def suspend(
        self,
        memorandum_id: UUID,
        act: Act,
        expected_version: int | None = None,
        *,
        effective_on: str | None = None,
        until: str | None = None,
    ) -> Done:
        """Suspend what is in force; see `Memorandum.suspend`."""
        with self._change(memorandum_id, expected_version) as memorandum:
            memorandum.suspend(act, effective_on=effective_on, until=until)
        return Done.of(memorandum)

    def resume(
        self, memorandum_id: UUID, act: Act, expected_version: int | None = None, *, effective_on: str | None = None
    ) -> Done:
        """End the suspension; see `Memorandum.resume`."""
        with self._change(memorandum_id, expected_version) as memorandum:
            memorandum.resume(act, effective_on=effective_on)
        return Done.of(memorandum)

    def give_notice(
        self,
        memorandum_id: UUID,
        act: Act,
        expected_version: int | None = None,
        *,
        party_id: str,
        length: dict[str, Any] | None = None,
        effective_on: str | None = None,
        giver_only: bool = False,
    ) -> Done:
        """Record a party's notice; see `Memorandum.give_notice`."""
        with self._change(memorandum_id, expected_version) as memorandum:
            memorandum.give_notice(
                act, party_id=party_id, length=length, effective_on=effective_on, giver_only=giver_only
            )
        return Done.of(memorandum)

    def terminate(
        self,
        memorandum_id: UUID,
        act: Act,
        expected_version: int | None = None,
        *,
        effective_on: str | None = None,
        as_a_whole: bool = False,
    ) -> Done:
        """End it early; see `Memorandum.terminate`. As a whole, it is closed to cases in the same command."""
        if as_a_whole:
            return self._end_as_a_whole(memorandum_id, act, expected_version, effective_on)
        with self._change(memorandum_id, expected_version) as memorandum:
            memorandum.terminate(act, effective_on=effective_on)
        return Done.of(memorandum)

    def _end_as_a_whole(
        self, memorandum_id: UUID, act: Act, expected_version: int | None, effective_on: str | None
    ) -> Done:
        """Again, if somebody has claimed a place in the same instant."""
        while True:
            try:
                with self._store.command() as unit:
                    memorandum = unit.load(Memorandum, memorandum_id, expected_version)
                    used_by = Claims(self._store).close(unit, act, str(memorandum_id))
                    memorandum.terminate(act, effective_on=effective_on, as_a_whole=True, used_by=used_by)
                return Done.of(memorandum)
            except Conflict as conflict:
                if conflict.data.get("id") != str(place_book_id(str(memorandum_id))):
                    raise

    def supersede(
        self,
        memorandum_id: UUID,
        act: Act,
        expected_version: int | None = None,
        *,
        by_memorandum_id: str,
        effective_on: str | None = None,
    ) -> Done:
        """Record that another memorandum takes over; see `Memorandum.supersede`."""
        with self._change(memorandum_id, expected_version) as memorandum:
            memorandum.supersede(act, by_memorandum_id=by_memorandum_id, effective_on=effective_on)
        return Done.of(memorandum)
