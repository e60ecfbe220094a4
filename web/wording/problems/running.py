"""Refusals that come from keeping records, not from the rules of agreements."""

from __future__ import annotations

from collections.abc import Callable

from web.wording import exports, values
from web.wording.fields import label
from web.wording.language import gettext as _
from web.wording.language import listing
from web.wording.names import Names
from web.wording.problems.table import Data, Problem, explains, shown


@explains("not_found")
def _not_found(data: Data, _names: Names) -> Problem:
    what = _KINDS_OF_RECORD.get(str(data.get("kind")), lambda: _("record"))()
    return Problem(
        _("Not in the register"),
        _("There is no %(what)s with the id %(id)s.", what=what, id=shown(data.get("id", ""))),
        _("Look for it in the register."),
    )


_KINDS_OF_RECORD: dict[str, Callable[[], str]] = {
    "memorandum": lambda: _("memorandum"),
    "partner": lambda: _("partner"),
    "request": lambda: _("request"),
    "document": lambda: _("document"),
    "reference": lambda: _("reference"),
}


@explains("partner_not_found")
@explains("memorandum_not_found")
def _named_not_found(data: Data, _names: Names) -> Problem:
    return Problem(
        _("What is named is not in the register"),
        _("%(field)s: nothing is recorded under “%(id)s”.", field=label(str(data["field"])), id=shown(data["id"])),
        _("Look for it in the register, or enter it first."),
    )


@explains("stale_version")
def _stale_version(data: Data, _names: Names) -> Problem:
    return Problem(
        _("Somebody else was faster"),
        _(
            "The record is at version %(version)s; the change was made for version %(expected)s.",
            version=data.get("version", "?"),
            expected=data.get("expected", "?"),
        ),
        _("Read it again, and decide again."),
    )


@explains("reference_taken")
def _reference_taken(data: Data, _names: Names) -> Problem:
    return Problem(
        _("The reference is taken"),
        _(
            "The number %(number)s was issued before; numbers are never issued twice.",
            number=shown(data.get("reference", "")),
        ),
        _("Give another number, or none: then the next free one is taken."),
    )


@explains("unavailable")
def _unavailable(_data: Data, _names: Names) -> Problem:
    return Problem(
        _("Bitim cannot reach its records"),
        _("The database or the documents do not answer at present. Nothing was stored."),
        _("Try again in a moment."),
    )


@explains("outcome_unknown")
def _outcome_unknown(data: Data, _names: Names) -> Problem:
    late = data.get("what") == "deadline"
    return Problem(
        _("It is not known whether this was stored"),
        _("The change was not stored in time; it may be stored yet.")
        if late
        else _("The connection broke off while the change was being stored."),
        _("Read the record again before doing it again."),
    )


@explains("not_migrated")
def _not_migrated(_data: Data, _names: Names) -> Problem:
    return Problem(
        _("The database is empty"),
        _("The tables of Bitim have not been made yet."),
        _("Whoever runs the service makes them with: bitim migrate"),
    )


@explains("document_damaged")
def _document_damaged(data: Data, _names: Names) -> Problem:
    return Problem(
        _("The document is damaged"),
        _("The bytes kept under %(digest)s are not those that were put in.", digest=data["sha256"]),
        _("Restore the file from a backup."),
    )


@explains("document_too_large")
def _document_too_large(data: Data, _names: Names) -> Problem:
    return Problem(
        _("The document is too large"),
        _("A document may have at most %(size)s.", size=values.size(data["limit"])),
        _("Scan it at a lower resolution, or part it."),
    )


@explains("setting_refused")
def _setting_refused(data: Data, _names: Names) -> Problem:
    return Problem(
        _("A setting is refused"),
        _("%(name)s keeps Bitim from starting.", name=data["name"]),
        _("Accepted is %(accepts)s.", accepts=data["accepts"]),
    )


@explains("rebuild_halted")
def _rebuild_halted(data: Data, _names: Names) -> Problem:
    halted = listing([str(name) for name in data.get("halted") or ()])
    return Problem(
        _("The lists could not be filled anew"),
        _("What filled them stopped: %(lists)s. The lists in use are the ones from before.", lists=halted),
        _("Whoever runs the service finds the reason under: bitim check"),
    )


@explains("register_in_use")
def _register_in_use(_data: Data, _names: Names) -> Problem:
    return Problem(
        _("The register is in use"),
        _("Something else has been entered here; the demonstration data would stand among it for ever."),
        _("Enter it into an empty database."),
    )


@explains("demo_incomplete")
def _demo_incomplete(_data: Data, _names: Names) -> Problem:
    return Problem(
        _("The demonstration data is there in part"),
        _("Entering it was broken off before its end."),
        _("Enter it again into an empty database."),
    )


@explains("usage")
def _usage(data: Data, _names: Names) -> Problem:
    return Problem(_("The command line is not understood"), shown(data["message"]), _("See: bitim --help"))


@explains("export_refused")
def _export_refused(data: Data, _names: Names) -> Problem:
    return Problem(
        _("The file is not taken in"),
        _(
            "Wrong is %(place)s. %(reason)s",
            place=exports.line(data["number"], data),
            reason=exports.reason(data["reason"]),
        ),
        _("Take the file as it was exported: “bitim export --everything”."),
    )


@explains("register_not_empty")
def _register_not_empty(_data: Data, _names: Names) -> Problem:
    return Problem(
        _("The register is not empty"),
        _("Something is recorded in it already, and would stand beside what the file holds for ever."),
        _("Take the file into an empty database."),
    )
