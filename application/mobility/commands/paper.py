"""The command of registration from paper."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any
from uuid import uuid4

from application.done import Done
from application.mobility.commands.base import Commands
from domain.mobility.case import MobilityCase
from domain.shared.act import Act


class Registering(Commands):
    """Entering what happened before."""

    def register(
        self,
        act: Act,
        *,
        direction: str,
        details: Mapping[str, Any],
        reached: str,
        person_id: str | None = None,
        actual_from: str | None = None,
        actual_until: str | None = None,
        funding: Sequence[Mapping[str, Any]] = (),
    ) -> Done:
        """Enter a case at the stage that it had reached; see `MobilityCase.register`."""
        return self._begin(
            act,
            lambda case_id: MobilityCase.register(
                act,
                case_id=case_id,
                direction=direction,
                person_id=person_id or str(uuid4()),
                details=details,
                reached=reached,
                actual_from=actual_from,
                actual_until=actual_until,
                funding=funding,
            ),
            counts=False,
        )
