"""The mobility case: one person, one purpose, one host, one period; going out from us or coming in.

Its guards stand in one class a chapter, its effects in the events of the same chapter. It holds nothing personal: the
person is an opaque id.
"""

from __future__ import annotations

from domain.mobility.correcting import Correcting
from domain.mobility.moving import Moving
from domain.mobility.nominating import Nominating
from domain.mobility.paper import Registering
from domain.mobility.recognising import Recognising


class MobilityCase(Nominating, Registering, Moving, Recognising, Correcting):
    """One case: its nomination, both sides' answers, its stay, and every event of it."""

    TOPIC = "mobility"
