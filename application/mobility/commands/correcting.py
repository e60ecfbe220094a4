"""Commands by which something recorded about a case is said to have been wrong."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from application.done import Done
from application.mobility.commands.base import Commands
from domain.shared.act import Act


class Correcting(Commands):
    """Corrections and retractions."""

    def correct(
        self,
        case_id: UUID,
        act: Act,
        expected_version: int | None = None,
        *,
        event_version: int,
        field: str,
        value: Any,
    ) -> Done:
        """State that a field of an earlier event was never so; see `Correcting.correct`."""
        return self._claim(
            case_id,
            act,
            expected_version,
            lambda case: case.correct(act, event_version=event_version, field=field, value=value),
        )

    def retract(self, case_id: UUID, act: Act, expected_version: int | None = None, *, event_version: int) -> Done:
        """State that an event did not happen; see `Correcting.retract`."""
        return self._claim(case_id, act, expected_version, lambda case: case.retract(act, event_version=event_version))
