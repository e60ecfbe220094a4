"""Questions about the editions of a memorandum, and its documents."""

from __future__ import annotations

from io import BytesIO
from typing import Any
from uuid import UUID

from flask import Response, send_file

from domain.memorandum.memorandum import Memorandum
from domain.shared.errors import NotFound
from web.api.memorandum.room import memorandums
from web.api.rooms import REFUSED_ABOUT_A_RECORD, Answer
from web.core import bitim
from web.schemas.asking import Against, Asked, KnownAt
from web.schemas.shown.edition import Changes, Documents, Edition, Editions


@memorandums.asks("/<uuid:memorandum_id>/editions", Asked, Editions)
def editions(memorandum_id: UUID, **conditions: Any) -> Answer:
    """Its editions in full, by number."""
    return {"items": bitim().editions.list(memorandum_id, **conditions)}


@memorandums.asks("/<uuid:memorandum_id>/editions/<edition>", Asked, Edition)
def edition(memorandum_id: UUID, edition: str, **conditions: Any) -> Answer:
    """One edition in full, by its number or id."""
    known = bitim().editions.list(memorandum_id, **conditions)
    return known[_place(known, edition)]


@memorandums.asks("/<uuid:memorandum_id>/editions/<edition>/changes", Against, Changes)
def changes(memorandum_id: UUID, edition: str, against: str | None = None, **conditions: Any) -> Answer:
    """What changed in an edition against another one: against the one before, unless said otherwise."""
    known = bitim().editions.list(memorandum_id, **conditions)
    place = _place(known, edition)
    old = known[max(place - 1, 0) if against is None else _place(known, against)]
    return bitim().editions.compare(memorandum_id, old["edition_id"], known[place]["edition_id"], **conditions)


@memorandums.asks("/<uuid:memorandum_id>/documents", KnownAt, Documents)
def documents(memorandum_id: UUID, **conditions: Any) -> Answer:
    """Its documents, in the order in which they were attached."""
    return {"items": bitim().register.get(memorandum_id, **conditions)["documents"]}


@memorandums.get("/<uuid:memorandum_id>/documents/<sha256>")
@memorandums.doc(operationId="memorandums.document", responses=REFUSED_ABOUT_A_RECORD)
@memorandums.response(200, {"type": "string", "format": "binary"}, content_type="*/*")
def document(memorandum_id: UUID, sha256: str) -> Response:
    """The bytes of one of its documents, checked against their digest."""
    attached = bitim().store.get(Memorandum, memorandum_id).documents
    found = next((one for one in attached if one["sha256"] == sha256), None)
    if found is None:
        raise NotFound(kind="document", id=sha256)
    content = BytesIO(bitim().files.get(sha256))
    return send_file(
        content,
        found["media_type"],
        as_attachment=True,  # whatever it is, a browser does not open it as a page of ours
        download_name=found["filename"],
        conditional=False,
        etag=False,
    )


def _place(known: list[dict[str, Any]], edition: str) -> int:
    """Where an edition stands among those that were known.

    Raises:
        NotFound: no edition has this number or id.
    """
    for place, one in enumerate(known):
        if edition in (one["edition_id"], one["number"]):
            return place
    names = [one["number"] or one["edition_id"] for one in known]
    raise NotFound("edition_not_found", edition_id=edition, editions=names)
