"""The request for a partnership: a wish of staff that an officer turns into a draft, or declines."""

from __future__ import annotations

from typing import Self
from uuid import UUID

from domain.partner.partner import KINDS
from domain.request.events import RequestAccepted, RequestDeclined, RequestMade, RequestWithdrawn
from domain.shared.act import Act
from domain.shared.codes import country as country_code
from domain.shared.codes import identifier
from domain.shared.correcting import require_reason
from domain.shared.dates import parse_partial
from domain.shared.errors import Invalid, Refused
from domain.shared.event import Aggregate
from domain.shared.text import line, one_of, paragraph

OUTCOMES = ("accepted", "declined", "withdrawn")


class PartnershipRequest(Aggregate):
    """One request; ``outcome`` is one of `OUTCOMES`, none while it waits for an answer."""

    TOPIC = "request"

    def __init__(self) -> None:
        self.requester = ""
        self.unit = ""
        self.partner_id: str | None = None
        self.partner_name = ""
        self.country: str | None = None
        self.partner_kind: str | None = None
        self.purpose = ""
        self.outcome: str | None = None
        self.memorandum_id: str | None = None
        self.made_on: str | None = None

    @classmethod
    def make(
        cls,
        act: Act,
        *,
        request_id: UUID,
        requester: str,
        purpose: str,
        unit: str = "",
        partner_id: str | None = None,
        partner_name: str = "",
        country: str | None = None,
        partner_kind: str | None = None,
    ) -> Self:
        """Ask for a partnership.

        Args:
            act: who enters the request, and since when it is wished.
            request_id: its id, for ever.
            requester: id of the member of staff who wishes it.
            purpose: what for.
            unit: for which faculty or department.
            partner_id: the partner wished, if it is on record; otherwise
            partner_name: its name, and as far as they are known
            country: its country (ISO 3166-1 alpha-2) and
            partner_kind: its kind.

        Raises:
            Invalid: a part out of form; no partner is named, or one on record is described besides.
        """
        name = line(partner_name, "partner_name", 300, empty=True)
        described = any((name, country, partner_kind))
        if partner_id is None and not name:
            raise Invalid("partner_name", partner_name, "required")
        if partner_id is not None and described:
            raise Invalid("partner_id", partner_id, "instead_of_description")
        text = paragraph(purpose, "purpose", 5000)
        if not text:
            raise Invalid("purpose", purpose, "required")
        act.days()
        return cls._create(
            RequestMade,
            id=request_id,
            requester=line(requester, "requester", 100),
            unit=line(unit, "unit", 200, empty=True),
            partner_id=None if partner_id is None else identifier(partner_id, "partner_id"),
            partner_name=name,
            country=None if country is None else country_code(country),
            partner_kind=None if partner_kind is None else one_of(partner_kind, "partner_kind", KINDS),
            purpose=text,
            **act.plain(),
        )

    def accept(self, act: Act, *, memorandum_id: UUID) -> None:
        """Answer it with the draft of a memorandum.

        Raises:
            Invalid: on a day before it was made.
            Refused: it is answered or withdrawn already.
        """
        self._require_open()
        self._require_made(act)
        self.trigger(RequestAccepted, act, memorandum_id=str(memorandum_id))

    def decline(self, act: Act) -> None:
        """Decline it, with the reason.

        Raises:
            Invalid: no reason is given; on a day before it was made.
            Refused: it is answered or withdrawn already.
        """
        self._require_open()
        require_reason(act)
        self._require_made(act)
        self.trigger(RequestDeclined, act)

    def withdraw(self, act: Act) -> None:
        """Take it back, as the one who made it.

        Raises:
            Invalid: on a day before it was made.
            Refused: somebody else made it; it is answered already.
        """
        if self.outcome == "withdrawn":
            return
        self._require_open()
        self._require_made(act)
        if act.actor != self.requester:
            raise Refused("not_the_requester", requester=self.requester)
        self.trigger(RequestWithdrawn, act)

    def _require_made(self, act: Act) -> None:
        """Refuse a day wholly before that on which it was made."""
        made = parse_partial(self.made_on)
        if act.days().latest < made.earliest:
            raise Invalid("occurred_on", act.occurred_on, "not_before", day=made.earliest.isoformat())

    def _require_open(self) -> None:
        if self.outcome is not None:
            raise Refused("request_closed", outcome=self.outcome, memorandum_id=self.memorandum_id)
