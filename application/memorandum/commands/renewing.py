"""Commands that begin a further edition."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any
from uuid import UUID

from application.done import Done
from application.memorandum.commands.base import Commands
from domain.shared.act import Act


class Renewing(Commands):
    """Renewal in an updated form, and amendment."""

    def propose_renewal(
        self,
        memorandum_id: UUID,
        act: Act,
        expected_version: int | None = None,
        *,
        changes: Mapping[str, Any],
        follows: str | None = None,
    ) -> Done:
        """Draft a renewal in an updated form; see `Memorandum.propose_renewal`."""
        with self._change(memorandum_id, expected_version) as memorandum:
            memorandum.propose_renewal(act, changes=changes, follows=follows)
        return Done.of(memorandum)

    def propose_amendment(
        self,
        memorandum_id: UUID,
        act: Act,
        expected_version: int | None = None,
        *,
        amends: str,
        changes: Mapping[str, Any],
    ) -> Done:
        """Draft an amendment inside the term of an edition; see `Memorandum.propose_amendment`."""
        with self._change(memorandum_id, expected_version) as memorandum:
            memorandum.propose_amendment(act, amends=amends, changes=changes)
        return Done.of(memorandum)
