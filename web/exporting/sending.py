"""A file on its way over HTTP."""

from __future__ import annotations

from flask import Response

from web.exporting.files import File


def sent(file: File) -> Response:
    """The file, to be saved under its name, one piece after the other."""
    response = Response(file.content, content_type=file.media_type)
    response.headers.set("Content-Disposition", "attachment", filename=file.name)
    return response
