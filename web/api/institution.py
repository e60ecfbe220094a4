"""The institution: what it decides for itself."""

from __future__ import annotations

from typing import Any

from application.done import Done
from domain.institution.institution import INSTITUTION_ID
from domain.shared.act import Act
from web.api.rooms import Answer, Room
from web.core import bitim
from web.schemas.asking import Nothing, OfUniversities
from web.schemas.institution import DefineKind, LoadUniversities, PermitOverrides, SetReviewRoute
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


@institution.changes("/load-universities", LoadUniversities, location="form")
def load_universities(act: Act, expected: int, *, content: bytes, filename: str, media_type: str) -> Done:  # noqa: ARG001  the bytes say what they are
    """Take a list of universities to look partners up in; its bytes come as a file."""
    return bitim().institution.load_universities(act, expected, content=content, filename=filename)


@institution.asks("/universities", OfUniversities, shown.FoundUniversities)
def universities(q: str, **conditions: Any) -> Answer:
    """Universities in the list that was loaded, by words of their names or domains."""
    return bitim().universities.find(q, **conditions)


@institution.asks("", Nothing, shown.Institution, versioned=True)
def get() -> Answer:
    """What the institution has decided."""
    return bitim().decisions.get()
