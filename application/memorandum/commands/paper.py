"""Commands that enter what was concluded before or outside Bitim."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any
from uuid import UUID

from application.done import Begun, Done
from application.memorandum.commands.base import Commands
from domain.memorandum.memorandum import Memorandum
from domain.shared.act import Act


class Registering(Commands):
    """Registration from paper."""

    def register(
        self,
        act: Act,
        *,
        kind: str,
        owner: str,
        editions: Sequence[Mapping[str, Any]],
        reference: str | None = None,
        updated_form: bool = False,
    ) -> Begun:
        """Enter a memorandum from paper, with its editions from the oldest to the newest; see `Memorandum.register`.

        Args:
            act, kind, owner, editions, updated_form: as the guard takes them.
            reference: the number given by the officer; none: the next one that is free (``MOU-2026-0031``).

        Raises:
            Taken: the reference is in use, or was; names the memorandum that bears it.
        """

        def make(memorandum_id: UUID, number: str) -> Memorandum:
            return Memorandum.register(
                act,
                memorandum_id=memorandum_id,
                reference=number,
                kind=kind,
                owner=owner,
                editions=editions,
                updated_form=updated_form,
            )

        return self._begin(act, reference, make)

    def record_edition(
        self, memorandum_id: UUID, act: Act, expected_version: int | None = None, *, edition: Mapping[str, Any]
    ) -> Done:
        """Enter a further edition that was concluded outside; see `Memorandum.record_edition`."""
        with self._change(memorandum_id, expected_version) as memorandum:
            memorandum.record_edition(act, edition=edition)
        return Done.of(memorandum)

    def complete_stub(
        self,
        memorandum_id: UUID,
        act: Act,
        expected_version: int | None = None,
        *,
        edition_id: str,
        known: Mapping[str, Any],
    ) -> Done:
        """Enter what has become known of an edition from paper; see `Memorandum.complete_stub`."""
        with self._change(memorandum_id, expected_version) as memorandum:
            memorandum.complete_stub(act, edition_id=edition_id, known=known)
        return Done.of(memorandum)
