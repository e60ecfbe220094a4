"""Commands that pause or end a memorandum."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from application.done import Done, Objected
from application.memorandum.commands.base import Commands
from domain.shared.act import Act
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
        self, memorandum_id: UUID, act: Act, expected_version: int | None = None, *, effective_on: str | None = None
    ) -> Done:
        """End it early; see `Memorandum.terminate`."""
        with self._change(memorandum_id, expected_version) as memorandum:
            memorandum.terminate(act, effective_on=effective_on)
        return Done.of(memorandum)

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
