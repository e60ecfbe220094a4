"""Terms and lengths as people read them."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from web.wording import dates
from web.wording.language import gettext as _
from web.wording.language import ngettext


def length(value: Mapping[str, Any]) -> str:
    """``5 years``."""
    count = value["count"]
    match value["unit"]:
        case "days":
            return ngettext("%(number)d day", "%(number)d days", count)
        case "months":
            return ngettext("%(number)d month", "%(number)d months", count)
        case "academic_years":
            return ngettext("%(number)d academic year", "%(number)d academic years", count)
        case _years:
            return ngettext("%(number)d year", "%(number)d years", count)


def term(value: Mapping[str, Any] | None) -> str:
    """How long an edition lasts, in one phrase."""
    kind = value["kind"] if value else "unknown"
    said = value or {}
    match kind:
        case "fixed":
            return _fixed(said)
        case "tacit":
            return _tacit(said)
        case "evergreen":
            return _with_notice(_("without an end"), said)
        case "perpetual":
            return _("for ever")
        case _unknown:
            return _with_notice(_("how long is not known"), said)


def _fixed(said: Mapping[str, Any]) -> str:
    if said.get("until") and said.get("length"):
        return _("%(until)s (%(length)s)", until=_until(said["until"]), length=length(said["length"]))
    if said.get("until"):
        return _until(said["until"])
    if said.get("length"):
        return _("for %(length)s", length=length(said["length"]))
    return _("until a fixed day that is not known")


def _until(value: str) -> str:
    return _("until %(date)s", date=dates.partial(value))


def _tacit(said: Mapping[str, Any]) -> str:
    first = _fixed(said) if said.get("until") or said.get("length") else _("for a first period of unknown length")
    if not said.get("renewal"):
        return _with_objection(_("%(first)s, then renewed for a length that is not known", first=first), said)
    renewal = length(said["renewal"])
    return _with_objection(_("%(first)s, then renewed for %(renewal)s at a time", first=first, renewal=renewal), said)


def _with_objection(phrase: str, said: Mapping[str, Any]) -> str:
    if not said.get("notice"):
        return _("%(term)s unless a party objects", term=phrase)
    notice = length(said["notice"])
    return _("%(term)s unless a party objects %(notice)s before the end", term=phrase, notice=notice)


def _with_notice(phrase: str, said: Mapping[str, Any]) -> str:
    if not said.get("notice"):
        return phrase
    return _("%(term)s, ended by a notice of %(notice)s", term=phrase, notice=length(said["notice"]))
