"""The memorandum: any written instrument of cooperation that the office keeps, from first draft to renewal.

Its guards stand in one class a chapter, its effects in the events of the same chapter.
"""

from __future__ import annotations

from domain.memorandum.correcting import Correcting
from domain.memorandum.drafting import Drafting
from domain.memorandum.ending import Ending
from domain.memorandum.keeping import Keeping
from domain.memorandum.paper import Registering
from domain.memorandum.renewing import Renewing
from domain.memorandum.signing import Signing


class Memorandum(Drafting, Signing, Renewing, Registering, Ending, Keeping, Correcting):
    """One memorandum: its editions, its legal life, and every event of it."""

    TOPIC = "memorandum"
