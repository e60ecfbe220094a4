"""Commands of a nomination: what it says, what both sides answer, giving it up."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any
from uuid import UUID, uuid4

from application.done import Done
from application.mobility.commands.base import Commands
from domain.mobility.case import MobilityCase
from domain.shared.act import Act


class Nominating(Commands):
    """Nomination, revision, answers, cancellation."""

    def nominate(
        self,
        act: Act,
        *,
        direction: str,
        details: Mapping[str, Any],
        person_id: str | None = None,
        funding: Sequence[Mapping[str, Any]] = (),
        override: Mapping[str, Any] | None = None,
    ) -> Done:
        """Nominate a person, by the opaque id or under a new one; see `MobilityCase.nominate`."""
        return self._begin(
            act,
            lambda case_id: MobilityCase.nominate(
                act,
                case_id=case_id,
                direction=direction,
                person_id=person_id or str(uuid4()),
                details=details,
                funding=funding,
                override=override,
            ),
            counts=True,
        )

    def revise(
        self,
        case_id: UUID,
        act: Act,
        expected_version: int | None = None,
        *,
        changes: Mapping[str, Any],
        override: Mapping[str, Any] | None = None,
    ) -> Done:
        """Change what the nomination says; see `MobilityCase.revise`."""
        return self._claim(
            case_id, act, expected_version, lambda case: case.revise(act, changes=changes, override=override)
        )

    def accept(
        self, case_id: UUID, act: Act, expected_version: int | None = None, *, side: str, comment: str = ""
    ) -> Done:
        """Record that a side accepts the nomination; see `MobilityCase.accept`."""
        with self._change(case_id, expected_version) as case:
            case.accept(act, side=side, comment=comment)
        return Done.of(case)

    def reject(self, case_id: UUID, act: Act, expected_version: int | None = None, *, side: str, comment: str) -> Done:
        """Record that a side rejects the nomination; see `MobilityCase.reject`."""
        with self._change(case_id, expected_version) as case:
            case.reject(act, side=side, comment=comment)
        return Done.of(case)

    def cancel(self, case_id: UUID, act: Act, expected_version: int | None = None) -> Done:
        """Give the case up; see `MobilityCase.cancel`."""
        with self._change(case_id, expected_version) as case:
            case.cancel(act)
        return Done.of(case)
