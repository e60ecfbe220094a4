"""The one Bitim that a web application serves."""

from __future__ import annotations

from typing import cast

from flask import current_app

from application.bitim import Bitim

NAME = "bitim"


def bitim() -> Bitim:
    """The Bitim of the application that answers the present request."""
    return cast(Bitim, current_app.extensions[NAME])
