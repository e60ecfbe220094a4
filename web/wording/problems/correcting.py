"""Refusals of corrections and retractions."""

from __future__ import annotations

from web.wording.language import gettext as _
from web.wording.language import listing
from web.wording.names import Names
from web.wording.problems.table import Data, Problem, explains


@explains("retracted_already")
def _retracted_already(data: Data, _names: Names) -> Problem:
    return Problem(
        _("The entry is retracted already"),
        _("Entry %(version)d no longer counts.", version=data["event_version"]),
        _("To bring it back, retract its retraction."),
    )


@explains("cannot_be_retracted")
def _cannot_be_retracted(data: Data, _names: Names) -> Problem:
    return Problem(
        _("This entry cannot be retracted"),
        _("The record rests on entry %(version)d, or time itself made it.", version=data["event_version"]),
        _("Correct the entry, or the dates from which it follows."),
    )


@explains("cannot_be_corrected")
def _cannot_be_corrected(data: Data, _names: Names) -> Problem:
    return Problem(
        _("This entry cannot be corrected"),
        _(
            "Entry %(version)d is itself a correction or a retraction, or time itself made it.",
            version=data["event_version"],
        ),
        _("Correct the entry that it speaks of; the last correction of a field holds."),
    )


@explains("later_events_rest_on_it")
def _later_events_rest_on_it(data: Data, _names: Names) -> Problem:
    entries = listing([str(version) for version in data["versions"]])
    return Problem(
        _("Later entries rest on it"),
        _("These entries rest on entry %(version)d: %(entries)s.", version=data["event_version"], entries=entries),
        _("Retract them first, the latest one first."),
    )


@explains("event_not_found")
def _event_not_found(data: Data, _names: Names) -> Problem:
    return Problem(
        _("There is no such entry"),
        _("Entry %(version)s is not in this history.", version=data["event_version"]),
        _("The entries are numbered from 1 to %(last)d.", last=data["last"]),
    )
