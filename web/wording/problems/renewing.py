"""Refusals of renewals, amendments, and editions from paper."""

from __future__ import annotations

from web.wording import fields
from web.wording.language import gettext as _
from web.wording.language import listing
from web.wording.names import Names
from web.wording.problems.table import Data, Problem, explains, shown


@explains("nothing_to_renew")
def _nothing_to_renew(_data: Data, _names: Names) -> Problem:
    return Problem(
        _("There is nothing to renew yet"),
        _("A renewal follows an edition that every party has signed."),
        _("Conclude the first edition; while it is a draft, revise its text."),
    )


@explains("renewal_in_preparation")
def _renewal_in_preparation(data: Data, names: Names) -> Problem:
    edition = names.edition(data["edition_id"])
    return Problem(
        _("Another edition is in preparation"),
        _("There is a working text already: %(edition)s.", edition=edition),
        _("Revise that text, or withdraw it first."),
    )


@explains("nothing_changed")
def _nothing_changed(_data: Data, _names: Names) -> Problem:
    return Problem(
        _("Nothing would change"),
        _("The amendment says the same as the edition that it amends."),
        _("Give at least one part that differs."),
    )


@explains("not_from_paper")
def _not_from_paper(_data: Data, _names: Names) -> Problem:
    return Problem(
        _("The edition was not entered from paper"),
        _("Only an edition from paper has parts that are not known."),
        _("What was recorded wrongly is corrected; what changed from a day on is amended."),
    )


@explains("known_already")
def _known_already(data: Data, _names: Names) -> Problem:
    known = listing([fields.label(field) for field in data["fields"]])
    return Problem(
        _("It is known already"),
        _("These parts are on record: %(fields)s.", fields=known),
        _("If what is on record was never so, correct it."),
    )


@explains("edition_not_concluded")
def _edition_not_concluded(data: Data, names: Names) -> Problem:
    edition = names.edition(data["edition_id"])
    return Problem(
        _("The edition is not concluded"),
        _("Not every party has signed %(edition)s.", edition=edition),
        _("Name an edition that is concluded, and not an amendment."),
    )


@explains("edition_not_found")
def _edition_not_found(data: Data, _names: Names) -> Problem:
    return Problem(
        _("There is no such edition"),
        _("The memorandum has no edition “%(edition)s”.", edition=shown(data["edition_id"])),
        _("It has: %(editions)s.", editions=", ".join(data["editions"])),
    )
