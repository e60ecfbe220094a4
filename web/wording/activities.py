"""What happened last under a memorandum, and since when it is quiet."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from web.wording import dates
from web.wording.language import gettext as _
from web.wording.language import mark

KINDS = {"case": mark("Mobility case"), "agreement": mark("Agreement under it")}


def last(row: Mapping[str, Any]) -> str:
    """What happened last, and when."""
    activity = row["last_activity"]
    if activity is None:
        return _("Nothing so far")
    return _("%(what)s, %(day)s", what=_(KINDS[activity["kind"]]), day=_days(activity["days"]))


def quiet(row: Mapping[str, Any]) -> str:
    """Since when nothing happened, and whether that is sure."""
    since = _days(row["quiet_since"])
    if row["dormant"] == "possible":
        return _("Perhaps nothing since %(day)s", day=since)
    return _("Nothing since %(day)s", day=since)


def _days(given: Mapping[str, str]) -> str:
    return dates.days(given["earliest"], given["latest"])
