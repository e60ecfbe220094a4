"""What of a row is asked of a person, and kept until the person has decided."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from typing import Any

from application.exchange.importing.changes import Change
from application.exchange.importing.entries import Entry
from application.plain import to_json
from domain.imported_file.imported_file import Said

_LONGEST_TEXT = 500
_OF_THE_END = ("until", "length")
_FIELDS = {"term": ("term", *_OF_THE_END), "partners": ("partners", "partner")}
"""Fields of doubts, by the field of a row that says them anew."""


def questions_of(entry: Entry, changes: Sequence[Change] = ()) -> list[Said]:
    """What a row that was taken leaves to a person: its doubts, and those of its changes that no file can make."""
    doubts = (
        _question(
            doubt.field,
            doubt.reason,
            column=doubt.column,
            text=printable(doubt.text)[:_LONGEST_TEXT],
            candidates=list(doubt.candidates),
            looks_renewed=entry.looks_renewed and doubt.field in _OF_THE_END,
        )
        for doubt in entry.doubts
    )
    undecided = (
        _question(
            change.field,
            change.decide,
            before=_plain(change.before),
            after=_plain(change.after),
            looks_renewed=change.decide == "further_period",
        )
        for change in changes
        if change.decide
    )
    return [*doubts, *undecided]


def question_of_row(cells: str, reason: str, data: Mapping[str, Any]) -> Said:
    """What is asked of a row that was not taken, with its cells."""
    return _question("row", reason, text=printable(cells)[:_LONGEST_TEXT], data=_plain(data))


def fields_of(changes: Sequence[Change]) -> list[str]:
    """The fields of which a row with these changes says something else than before."""
    return [field for change in changes for field in _FIELDS.get(change.field, (change.field,))]


def printable(text: str) -> str:
    """The text without signs that cannot be shown safely; they stay in the kept file."""
    return "".join(sign if sign.isprintable() or sign == "\n" else "\ufffd" for sign in text)


def _question(field: str, reason: str, **said: Any) -> Said:
    nothing: dict[str, Any] = {
        "column": "",
        "text": "",
        "data": {},
        "candidates": [],
        "before": None,
        "after": None,
        "looks_renewed": False,
    }
    return {"field": field, "reason": reason, **nothing, **said}


def _plain(value: Any) -> Any:
    """A value as an event keeps it."""
    return json.loads(to_json(value))
