"""What a register that is taken in leaves to a person, until the person has decided."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

DECISIONS = ("recorded", "nothing_to_record")
"""What a person may decide: it has been recorded in Bitim, or there is nothing to record."""
OVERTAKEN = "overtaken"
"""A later edition of the file says something else: what was asked before needs no answer any more."""

Identity = tuple[Any, ...]


@dataclass(frozen=True, slots=True)
class Decision:
    """How a question was decided: by whom, when, and why."""

    code: str
    actor: str
    occurred_on: str | None
    recorded_at: datetime
    reason: str


@dataclass(frozen=True, slots=True)
class Question:
    """Something of a row that only a person can decide.

    Args:
        question_id: ``q`` and the version of the event that asks it.
        filename: of the edition of the file that raised it.
        sheet, row: where it stands there.
        memorandum_id: that the row belongs to; none, if it was not taken.
        said: what is asked: ``field``, ``column``, ``text`` of the cell, ``reason`` as a code with its ``data``,
            ``candidates``; of a change, the values ``before`` and ``after``; and whether the row ``looks_renewed``.
        asked_at: the instant at which it was recorded.
        decision: none, as long as it is open.
    """

    question_id: str
    filename: str
    sheet: str
    row: int
    memorandum_id: str | None
    said: Mapping[str, Any]
    asked_at: datetime
    decision: Decision | None = None

    @property
    def identity(self) -> Identity:
        """What makes it the same question in another edition of the file."""
        return identity(self.memorandum_id, self.said)

    def decided(self, decision: Decision) -> Question:
        """The question with its answer."""
        return replace(self, decision=decision)


def identity(memorandum_id: str | None, said: Mapping[str, Any]) -> Identity:
    """What makes a question the same wherever its row stands: the memorandum, the field, the reason and the values."""
    told = (said[name] for name in ("field", "reason", "text", "before", "after"))
    return memorandum_id, *(json.dumps(value, sort_keys=True, default=str) for value in told)
