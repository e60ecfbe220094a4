"""The institution: what it decides for itself."""

from __future__ import annotations

from typing import Any

from application.done import Done
from domain.institution.institution import INSTITUTION_ID
from domain.shared.act import Act
from web.api.rooms import Answer, Room
from web.core import bitim
from web.schemas.asking import Nothing
from web.schemas.institution import DefineKind, PermitOverrides, SetReviewRoute
from web.schemas.shown import others as shown

institution = Room(
    "institution",
    record_id=INSTITUTION_ID,
    description="What the institution decides for itself: kinds of memorandum, review routes.",
)


@institution.changes("/define-kind", DefineKind)
def define_kind(act: Act, expected: int, **fields: Any) -> Done:
    """Define a further kind of memorandum, or label it anew."""
    return bitim().institution.define_kind(act, expected, **fields)


@institution.changes("/set-review-route", SetReviewRoute)
def set_review_route(act: Act, expected: int, **fields: Any) -> Done:
    """Set the roles that must clear a text before our side approves it."""
    return bitim().institution.set_review_route(act, expected, **fields)


@institution.changes("/permit-overrides", PermitOverrides)
def permit_overrides(act: Act, expected: int, **fields: Any) -> Done:
    """Name the roles that may nominate beyond the places that a memorandum grants."""
    return bitim().institution.permit_overrides(act, expected, **fields)


@institution.asks("", Nothing, shown.Institution, versioned=True)
def get() -> Answer:
    """What the institution has decided."""
    return bitim().decisions.get()
