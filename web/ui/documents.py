"""Documents of memorandums, handed out to be saved: never shown inside a page of ours."""

from __future__ import annotations

from uuid import UUID

from flask import Response

from application.bitim import Bitim
from domain.shared.errors import NotFound


def hand_out(bitim: Bitim, memorandum_id: str, sha256: str) -> Response:
    """The bytes of a document under the name it was attached with.

    The browser is told that they are nothing that it could run, whatever type they were said to have.

    Raises:
        NotFound: the memorandum has no such document.
        DocumentDamaged: the bytes are no longer those that were attached.
    """
    document = _document(bitim, memorandum_id, sha256)
    response = Response(bitim.files.get(sha256), content_type="application/octet-stream")
    response.headers.set("Content-Disposition", "attachment", filename=document["filename"])
    return response


def _document(bitim: Bitim, memorandum_id: str, sha256: str) -> dict[str, str]:
    try:
        found = bitim.register.get(UUID(memorandum_id))["documents"]
    except ValueError:
        found = []
    for document in found:
        if document["sha256"] == sha256:
            return dict(document)
    raise NotFound(kind="document", id=sha256[:100])
