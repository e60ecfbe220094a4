"""What can happen to a request for a partnership."""

from __future__ import annotations

from typing import TYPE_CHECKING

from domain.shared.event import Created, Event

if TYPE_CHECKING:
    from domain.request.request import PartnershipRequest


class RequestMade(Created):
    """A member of staff asked for a partnership with an organisation on record, or with one that is described."""

    TOPIC = "request.made"

    requester: str
    unit: str
    partner_id: str | None
    partner_name: str
    country: str | None
    partner_kind: str | None
    purpose: str

    def apply(self, aggregate: PartnershipRequest) -> None:
        """Keep what is asked for."""
        for field in ("requester", "unit", "partner_id", "partner_name", "country", "partner_kind", "purpose"):
            setattr(aggregate, field, getattr(self, field))
        aggregate.made_on = self.occurred_on


class RequestAccepted(Event):
    """An officer turned it into the draft of a memorandum."""

    TOPIC = "request.accepted"

    memorandum_id: str

    def apply(self, aggregate: PartnershipRequest) -> None:
        """Name the draft."""
        aggregate.outcome, aggregate.memorandum_id = "accepted", self.memorandum_id


class RequestDeclined(Event):
    """The office declined it; the reason is that of the act."""

    TOPIC = "request.declined"

    def apply(self, aggregate: PartnershipRequest) -> None:
        """Close it."""
        aggregate.outcome = "declined"


class RequestWithdrawn(Event):
    """The requester took it back."""

    TOPIC = "request.withdrawn"

    def apply(self, aggregate: PartnershipRequest) -> None:
        """Close it."""
        aggregate.outcome = "withdrawn"
