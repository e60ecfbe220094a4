"""What a check of the whole register found, in sentences."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from web.wording import dates, values
from web.wording.language import gettext as _
from web.wording.language import listing, mark

Data = Mapping[str, Any]


def finding(code: str, data: Data) -> str:
    """What is the matter with a record."""
    return FINDINGS[code](data)


LINKS = {
    "successor": mark("Superseded by"),
    "framework": mark("Under the framework"),
    "memorandum": mark("Resting on the memorandum"),
    "partner": mark("With the partner"),
    "case": mark("A place claimed for the case"),
}
"""What a record is tied to another by, in a finding."""

FINDINGS: dict[str, Callable[[Data], str]] = {
    "event_unreadable": lambda data: _("A stored event cannot be read: %(reason)s", **data),
    "version_missing": lambda data: _("Events are missing: there are the versions %(versions)s.", versions=_all(data)),
    "time_falls": lambda data: _("Event %(version)d was recorded before the one that comes before it.", **data),
    "cannot_be_folded": lambda data: _("Its events do not add up: %(reason)s", **data),
    "reference_not_its_own": lambda data: _("Its reference %(reference)s was not issued to it.", **data),
    "reference_of_nothing": lambda data: _(
        "The reference %(number)s was issued to a memorandum that is not there.", **data
    ),
    "reference_twice": lambda data: _("Several memorandums bear the same reference: %(ids)s.", ids=_ids(data)),
    "request_not_answered_by": lambda data: _(
        "The draft that is said to answer it, %(memorandum_id)s, does not.", **data
    ),
    "parties_are_one": lambda data: _(
        "Parties of %(edition)s were found to be one organisation: %(partners)s.",
        edition=data["edition_id"],
        partners=listing(data["partners"]),
    ),
    "link_to_nothing": lambda data: _(
        "%(link)s: %(other)s is not in the register.", link=_link(data), other=data["other"]
    ),
    "link_without_ground": lambda data: _(
        "%(link)s: on %(day)s the standing of %(reference)s was: %(standing)s.",
        link=_link(data),
        day=dates.day(data["on"]),
        reference=data["reference"],
        standing=values.standing(data["standing"]),
    ),
    "place_not_claimed": lambda data: _(
        "It uses a place of the memorandum %(memorandum_id)s of which the book of places knows nothing.", **data
    ),
    "document_missing": lambda data: _("The document %(filename)s is not in the file store.", **data),
    "document_damaged": lambda data: _(
        "The bytes of the document %(filename)s are not those that were put in.", **data
    ),
    "read_model_behind": lambda data: _("It is behind the log, at position %(position)d.", **data),
    "read_model_halted": lambda data: _("It has halted at position %(position)d: %(reason)s", **data),
}
"""Findings in words, by their codes."""


def _all(data: Data) -> str:
    return listing([str(version) for version in data["versions"]])


def _ids(data: Data) -> str:
    return listing(list(data["memorandums"]))


def _link(data: Data) -> str:
    return _(LINKS[data["link"]])
