"""Guards of a nomination: what it says, what both sides answer, and giving it up."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, Self
from uuid import UUID

from domain.mobility import details as parts
from domain.mobility.events import (
    MobilityAccepted,
    MobilityCancelled,
    MobilityNominated,
    MobilityRejected,
    MobilityRevised,
)
from domain.mobility.guarding import Guarding
from domain.mobility.lifecycle import SIDES
from domain.mobility.places import parse_override
from domain.shared.act import Act
from domain.shared.codes import identifier
from domain.shared.correcting import require_reason
from domain.shared.errors import Invalid
from domain.shared.text import one_of, paragraph

LONGEST_COMMENT = 2000


class Nominating(Guarding):
    """Nomination, revision, the answers of the sending side and of the host, cancellation."""

    @classmethod
    def nominate(
        cls,
        act: Act,
        *,
        case_id: UUID,
        direction: str,
        person_id: str,
        details: Mapping[str, Any],
        funding: Sequence[Mapping[str, Any]] = (),
        override: Mapping[str, Any] | None = None,
    ) -> Self:
        """Nominate a person for a stay.

        Args:
            act: who records it, and the day of the nomination.
            case_id: the id of the case, for ever.
            direction: ``outgoing`` from us or ``incoming`` to us.
            person_id: the opaque id of the person; it never changes.
            details: see `domain.mobility.details.details`.
            funding: see `domain.mobility.details.one_funding`.
            override: ``{"role", "reason"}``, where it goes beyond the places that the memorandum grants.

        Raises:
            Invalid: a part out of form, details that contradict each other, a day after today.
        """
        act.days()
        return cls._create(
            MobilityNominated,
            id=case_id,
            direction=one_of(direction, "direction", parts.DIRECTIONS),
            person_id=identifier(person_id, "person_id"),
            **parts.details(details),
            funding=parts.fundings(funding),
            override=parse_override(override),
            **act.plain(),
        )

    def revise(self, act: Act, *, changes: Mapping[str, Any], override: Mapping[str, Any] | None = None) -> None:
        """Change what the nomination says, say because the host rejected it; both sides answer it anew.

        Args:
            act: who changes it, and when.
            changes: details by name, see `domain.mobility.details.details`.
            override: see `nominate`.

        Raises:
            Invalid: a detail out of form or contradicting another.
            Refused: the stay has begun or come to an end.
        """
        self.require_stage("revise")
        found = parts.changes(changes, self.details)
        beyond = parse_override(override)
        act.days()
        if found:
            self.record(MobilityRevised, act, changes=found, override=beyond)

    def accept(self, act: Act, *, side: str, comment: str = "") -> None:
        """Record that a side accepts; the case is *accepted* once the host does, and the sending side does not object.

        Args:
            act: who records it, and the day of the answer.
            side: ``sending`` or ``host``.
            comment: what the side says to it.

        Raises:
            Invalid: a part out of form.
            Refused: the stay has begun or come to an end.
        """
        self._answer(MobilityAccepted, "accept", act, side, comment)

    def reject(self, act: Act, *, side: str, comment: str) -> None:
        """Record that a side rejects the nomination; its comment says why. It can be revised, and answered anew.

        Args:
            act: who records it, and the day of the answer.
            side: ``sending`` or ``host``.
            comment: why.

        Raises:
            Invalid: a part out of form, no comment.
            Refused: the stay has begun or come to an end.
        """
        if not comment:
            raise Invalid("comment", comment, "required")
        self._answer(MobilityRejected, "reject", act, side, comment)

    def _answer(
        self, event: type[MobilityAccepted | MobilityRejected], command: str, act: Act, side: str, comment: str
    ) -> None:
        self.require_stage(command)
        one_of(side, "side", SIDES)
        text = paragraph(comment, "comment", LONGEST_COMMENT)
        act.days()
        given = self.answer_of(side)
        if given is None or (given.accepted, given.comment) != (event.ACCEPTED, text):
            self.record(event, act, side=side, comment=text)

    def cancel(self, act: Act) -> None:
        """Give the case up before it began, or a cotutelle before its defence; the reason is required.

        Raises:
            Invalid: no reason is given.
            Refused: the stay has begun (an early return is an interruption) or come to an end.
        """
        self.require_stage("cancel")
        require_reason(act)
        self.record(MobilityCancelled, act)
