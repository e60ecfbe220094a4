"""The web application: the pages and the HTTP API."""

from __future__ import annotations

from flask import Flask

from application.bitim import Bitim
from web import answering, core
from web.api import registering as api
from web.in_time import InTime
from web.ui import registering as ui

LONGEST_WORK = 15.0  # seconds that a request may take beside waiting for its turn to write


def create_app(bitim: Bitim, deadline: float | None = None) -> Flask:
    """The web application that serves this Bitim.

    Args:
        bitim: to be served.
        deadline: seconds within which each request is answered; if not given, those that a command may wait for its
            turn to write, and 15 more.
    """
    app = Flask("web", static_folder=None)
    app.extensions[core.NAME] = bitim
    answering.register(app)
    ui.register(app)
    api.register(
        app
    )  # last, for what is registered last sees an answer first: the API's headers come before the pages'
    seconds = bitim.settings.lock_timeout + LONGEST_WORK if deadline is None else deadline
    app.wsgi_app = InTime(app, seconds)  # type: ignore[method-assign]  as Flask's documentation has it
    return app
