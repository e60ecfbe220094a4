"""The API as a part of the application."""

from __future__ import annotations

import flask
from flask import Flask, Response

from web.api import deadlines, exports, health, imported_files, imports, institution, mobility, partner, request
from web.api.commanding import PREFIX
from web.api.description import API
from web.api.documents import pages
from web.api.memorandum import (
    asking,
    correcting,
    drafting,
    editions,
    ending,
    keeping,
    paper,
    renewing,
    room,
    signing,
)
from web.api.reading import LARGEST_BODY
from web.core import NAME

ROOMS = (
    partner.partners,
    room.memorandums,
    request.requests,
    mobility.mobility_cases,
    deadlines.renewals,
    deadlines.forecast,
    deadlines.follow_up,
    exports.exports,
    imports.imports,
    imported_files.imported_files,
    institution.institution,
    health.health,
)
CHAPTERS = (asking, editions, drafting, signing, renewing, paper, ending, keeping, correcting)
"""The modules that furnish the room of memorandums; importing them is all that it takes."""


HEADERS = {
    "Cache-Control": "no-store",  # a standing changes at midnight without a new version
    "Content-Security-Policy": "default-src 'none'; frame-ancestors 'none'",
    "X-Content-Type-Options": "nosniff",
}
"""Of every answer: what is read is for the one who asked, and no browser makes a page of it."""


def register(app: Flask) -> None:
    """Serve the API and its description."""
    app.config["MAX_CONTENT_LENGTH"] = LARGEST_BODY + app.extensions[NAME].settings.document_limit
    api = API.of(app)
    for each in ROOMS:
        api.register_blueprint(each)
    api.describe(app)
    pages.register(app, api)

    @app.after_request
    def protect(response: Response) -> Response:
        if flask.request.path.startswith(f"{PREFIX}/"):
            response.headers.update(HEADERS)
        return response
