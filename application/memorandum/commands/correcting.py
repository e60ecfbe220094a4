"""Commands by which something recorded is said to have been wrong."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from application.done import Done
from application.memorandum.commands.base import Commands
from domain.shared.act import Act


class Correcting(Commands):
    """Corrections and retractions."""

    def correct(
        self,
        memorandum_id: UUID,
        act: Act,
        expected_version: int | None = None,
        *,
        event_version: int,
        field: str,
        value: Any,
    ) -> Done:
        """State that a field of an earlier event was never so; see `Memorandum.correct`."""
        with self._change(memorandum_id, expected_version) as memorandum:
            memorandum.correct(act, event_version=event_version, field=field, value=value)
        return Done.of(memorandum)

    def retract(
        self, memorandum_id: UUID, act: Act, expected_version: int | None = None, *, event_version: int
    ) -> Done:
        """State that an event did not happen; see `Memorandum.retract`."""
        with self._change(memorandum_id, expected_version) as memorandum:
            memorandum.retract(act, event_version=event_version)
        return Done.of(memorandum)
