"""A view of Flask that does nothing: what remains of a request is the server's and Flask's."""

from __future__ import annotations

from flask import Flask

application = Flask("empty")


@application.get("/")
def nothing() -> str:
    """Nothing."""
    return ""
