"""What commands on requests for a partnership take."""

from __future__ import annotations

from domain.partner.partner import KINDS
from web.schemas.act import Act
from web.schemas.fields import Id, Line, Paragraph, Text
from web.schemas.partner import COUNTRY


class MakeRequest(Act):
    """A wish for a partnership, with a partner on record or with one that is described."""

    requester = Line(
        "The id of the member of staff who wishes it.", required=True, minLength=1, maxLength=100, example="lecturer-7"
    )
    purpose = Paragraph(
        "What for.", required=True, minLength=1, maxLength=5000, example="Joint field work on irrigation"
    )
    unit = Line("For which faculty or department.", maxLength=200)
    partner_id = Id("The partner, if it is on record; otherwise", allow_none=True)
    partner_name = Line("its name, and as far as they are known", maxLength=300)
    country = Text("its country and", allow_none=True, **COUNTRY)
    partner_kind = Text("its kind.", allow_none=True, enum=list(KINDS))


class Decline(Act):
    """A refusal, with its reason."""

    reason = Paragraph(
        "Why, in the office's words.", required=True, minLength=1, maxLength=2000, example="No funds in 2026"
    )
