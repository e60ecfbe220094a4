"""Delivery: the HTTP API, the pages and the command line, over the use cases below."""

from __future__ import annotations

from flask import Flask

from application.bitim import Bitim
from web import core, problems
from web.api import registering as api
from web.ui import registering as ui


def create_app(bitim: Bitim) -> Flask:
    """The web application that serves this Bitim."""
    app = Flask("web", static_folder=None)
    app.extensions[core.NAME] = bitim
    problems.register(app)
    api.register(app)
    ui.register(app)
    return app
