"""The guard of registration from paper: a case that happened before or outside Bitim."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, Self
from uuid import UUID

from domain.mobility import details as parts
from domain.mobility.events import MobilityRegistered
from domain.mobility.guarding import Guarding
from domain.mobility.lifecycle import MAY_BE_REGISTERED, OF_COTUTELLE
from domain.shared.act import Act
from domain.shared.codes import identifier
from domain.shared.correcting import past
from domain.shared.errors import Invalid
from domain.shared.text import one_of

_OF_OTHERS = ("started", "completed", "recognised", "interrupted")


class Registering(Guarding):
    """Entering what happened before."""

    @classmethod
    def register(
        cls,
        act: Act,
        *,
        case_id: UUID,
        direction: str,
        person_id: str,
        details: Mapping[str, Any],
        reached: str,
        actual_from: str | None = None,
        actual_until: str | None = None,
        funding: Sequence[Mapping[str, Any]] = (),
    ) -> Self:
        """Enter a case at the stage that it had reached; further acts may follow.

        Args:
            act: who enters it, from which source, and the day on which the stage was reached.
            case_id: the id of the case, for ever.
            direction, person_id, details, funding: as for `nominate`.
            reached: the stage, one of `MAY_BE_REGISTERED`.
            actual_from: the first day of the stay, partial or unknown.
            actual_until: its last day.

        Raises:
            Invalid: a part out of form, a day after today, a stage that a case of this purpose does not come to.
        """
        act.days()
        read = parts.details(details)
        require_stage_of(read["purpose"], reached, "reached")
        parts.check_order(actual_from, actual_until, "actual_until")
        return cls._create(
            MobilityRegistered,
            id=case_id,
            direction=one_of(direction, "direction", parts.DIRECTIONS),
            person_id=identifier(person_id, "person_id"),
            **read,
            funding=parts.fundings(funding),
            reached=reached,
            actual_from=past(actual_from, "actual_from"),
            actual_until=past(actual_until, "actual_until"),
            **act.plain(),
        )


def require_stage_of(purpose: str, stage: Any, field: str) -> str:
    """The stage, if a case of this purpose can come to it.

    Raises:
        Invalid: it cannot.
    """
    foreign = _OF_OTHERS if purpose == "cotutelle" else OF_COTUTELLE
    possible = tuple(one for one in MAY_BE_REGISTERED if one not in foreign)
    if stage not in possible:
        raise Invalid(field, stage, "one_of", values=possible)
    return str(stage)
