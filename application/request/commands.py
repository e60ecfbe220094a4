"""What can be done with requests for a partnership."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any
from uuid import UUID, uuid4

from application.done import Begun, Done
from application.memorandum.commands import Memorandums
from application.naming import require_named
from application.store.store import Store
from domain.request.request import PartnershipRequest
from domain.shared.act import Act


class Requests:
    """The commands on requests: each is the guard of `PartnershipRequest` with the same name and fields.

    Beside what the guard raises: `NotFound` where the request, or the partner that it names, is not in the register;
    `Conflict` where it has another version than the one expected; `Unavailable` and `OutcomeUnknown` as the store does.
    Nothing is stored then.
    """

    def __init__(self, store: Store, memorandums: Memorandums) -> None:
        self._store = store
        self._memorandums = memorandums

    def make(
        self,
        act: Act,
        *,
        requester: str,
        purpose: str,
        unit: str = "",
        partner_id: str | None = None,
        partner_name: str = "",
        country: str | None = None,
        partner_kind: str | None = None,
    ) -> Done:
        """Ask for a partnership; see `PartnershipRequest.make`."""
        with self._store.command() as command:
            request = PartnershipRequest.make(
                act,
                request_id=uuid4(),
                requester=requester,
                purpose=purpose,
                unit=unit,
                partner_id=partner_id,
                partner_name=partner_name,
                country=country,
                partner_kind=partner_kind,
            )
            command.add(request)
            require_named(self._store, request)
        return Done.of(request)

    def accept(
        self,
        request_id: UUID,
        act: Act,
        expected_version: int | None = None,
        *,
        kind: str,
        owner: str,
        content: Mapping[str, Any],
        reference: str | None = None,
    ) -> Begun:
        """Answer it with the draft of a memorandum, whose id is returned: one command with `Memorandums.draft`."""
        return self._memorandums.draft(
            act,
            kind=kind,
            owner=owner,
            content=content,
            reference=reference,
            request_id=request_id,
            request_version=expected_version,
        )

    def decline(self, request_id: UUID, act: Act, expected_version: int | None = None) -> Done:
        """Decline it, with the reason; see `PartnershipRequest.decline`."""
        with self._store.change(PartnershipRequest, request_id, expected_version) as request:
            request.decline(act)
        return Done.of(request)

    def withdraw(self, request_id: UUID, act: Act, expected_version: int | None = None) -> Done:
        """Take it back, as the one who made it; see `PartnershipRequest.withdraw`."""
        with self._store.change(PartnershipRequest, request_id, expected_version) as request:
            request.withdraw(act)
        return Done.of(request)
