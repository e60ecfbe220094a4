"""How far a working text has come: its stage, whose approval it has, and whose is awaited."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from web.wording import values
from web.wording.language import gettext as _
from web.wording.language import listing, ngettext
from web.wording.names import Names


def stage(text: Mapping[str, Any]) -> str:
    """Where a text stands; of one that only one side has still to approve, which side that is.

    Args:
        text: ``stage``, and what is ``awaited``.
    """
    waits_for = [entry["approval"] for entry in text.get("awaited") or ()]
    if text["stage"] == "under_review" and set(waits_for) == {"partner"}:
        return ngettext(
            "Approved by us, awaiting partner", "Approved by us, awaiting %(number)d partners", len(waits_for)
        )
    if text["stage"] == "under_review" and waits_for == ["ours"]:
        return _("Approved by partner, awaiting us")
    return values.stage(text["stage"])


def awaited(entries: Sequence[Mapping[str, Any]], names: Names) -> str:
    """What a text waits for, in one phrase; empty where it waits for nothing."""
    return listing([values.awaited(entry, names) for entry in entries])


def approvals(edition: Mapping[str, Any], names: Names) -> list[str]:
    """Who approved or cleared an edition; an approval of an earlier text stays visible, and says so."""
    return [
        values.approver(one["by"], names)
        if one["counts"]
        else _("%(approval)s, of an earlier text: no longer counts", approval=values.approver(one["by"], names))
        for one in edition["approvals"]
    ]
