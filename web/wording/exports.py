"""Exported files, in sentences: what a check found, and why one is not taken in."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from web.wording.language import gettext as _

REASONS: dict[str, Callable[[], str]] = {
    "altered": lambda: _("It was altered, or what stood before it was taken away."),
    "ends_early": lambda: _("The file ends too early: what came after it is missing."),
    "goes_on": lambda: _("The file goes on after its end."),
    "no_export": lambda: _("It is no file that Bitim exported."),
    "too_large": lambda: _("It is larger than a table that is checked may be; JSON Lines has no such limit."),
    "document_altered": lambda: _("It is another document than its digest says."),
    "archive_broken": lambda: _("The archive is cut off or broken."),
    "not_everything": lambda: _("It is not an export of everything."),
    "unreadable": lambda: _("It cannot be read as an event."),
    "unknown_topic": lambda: _("It is an event of a kind that this version of Bitim does not know."),
    "cannot_be_folded": lambda: _("The events of this record do not add up."),
}


def reason(code: str) -> str:
    """Why a line of a file is wrong."""
    return REASONS[code]()


def line(number: int, data: Mapping[str, Any]) -> str:
    """Which line of a file is meant, by what it says of itself as far as that can still be read."""
    if "sha256" in data:
        return _("document %(sha256)s", sha256=data["sha256"])
    if number == 0:
        return _("the head of the file")
    if "topic" in data:
        return _("event %(number)d, %(topic)s, version %(version)s of %(id)s", number=number, **_event(data))
    if "reference" in data:
        return _("row %(number)d, %(cells)s", number=number, cells=data["reference"])
    if data.get("cells"):
        return _("row %(number)d, %(cells)s", number=number, cells=", ".join(data["cells"]))
    return _("entry %(number)d", number=number)


def _event(data: Mapping[str, Any]) -> dict[str, Any]:
    return {name: data.get(name, "?") for name in ("topic", "version", "id")}
