"""What sort of edition it is, with what its number tells of one that was entered from paper."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from domain.shared.dates import FIRST_DAY
from web.wording.language import gettext as _
from web.wording.language import mark

_UNKNOWN = {"earliest": FIRST_DAY.isoformat()}
NATURES = {
    "first": mark("First edition"),
    "renewal": mark("Renewal in an updated form"),
    "amendment": mark("Amendment"),
    "paper": mark("Entered from paper"),
}


def nature(edition: Mapping[str, Any]) -> str:
    """What sort of edition it is.

    Args:
        edition: ``nature``; ``number``, if it has one; ``stub``, if little more was known than that it existed, and
            ``signed_on``, the days that may have become known since.
    """
    if edition.get("stub") and (edition.get("signed_on") or _UNKNOWN)["earliest"] == _UNKNOWN["earliest"]:
        return _("Known only to have existed")
    number = edition.get("number") or "1"
    if edition["nature"] != "paper" or number == "1":
        return _(NATURES[edition["nature"]])
    if "." in number:
        return _("Amendment, from paper")
    return _("Renewal in an updated form, from paper")
