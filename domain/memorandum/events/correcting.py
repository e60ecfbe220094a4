"""Later statements that something recorded earlier about a memorandum was wrong."""

from __future__ import annotations

from domain.memorandum.events.base import MemorandumEvent
from domain.shared.correction import Correction, Retraction


class MemorandumCorrected(Correction, MemorandumEvent):
    """A field of an earlier event was never so: ``value`` replaces it for all days."""

    TOPIC = "memorandum.corrected"
    TOUCHES_STANDING = True


class MemorandumRetracted(Retraction, MemorandumEvent):
    """An earlier event did not happen."""

    TOPIC = "memorandum.retracted"
    TOUCHES_STANDING = True
