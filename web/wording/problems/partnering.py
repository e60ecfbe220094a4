"""Refusals around partners, requests for a partnership, and the institution's own kinds."""

from __future__ import annotations

from web.wording import values
from web.wording.language import capital, listing
from web.wording.language import gettext as _
from web.wording.names import Names
from web.wording.problems.table import Data, Problem, explains


@explains("request_closed")
def _request_closed(data: Data, _names: Names) -> Problem:
    return Problem(
        _("The request is closed"),
        _("It was answered or taken back before: %(outcome)s.", outcome=values.outcome(data["outcome"])),
        _("Make a new request."),
    )


@explains("not_the_requester")
def _not_the_requester(data: Data, _names: Names) -> Problem:
    return Problem(
        _("Somebody else made the request"),
        _("It was made by %(requester)s, who alone can take it back.", requester=data["requester"]),
        _("An officer can decline it, with a reason."),
    )


@explains("succeeds_itself")
def _succeeds_itself(_data: Data, _names: Names) -> Problem:
    return Problem(
        _("A partner cannot succeed itself"), _("The partner named is this one."), _("Name another partner.")
    )


@explains("kind_of_every_institution")
def _kind_of_every_institution(data: Data, _names: Names) -> Problem:
    return Problem(
        _("Every institution has this kind"),
        _("“%(kind)s” is a kind that Bitim brings along.", kind=values.kind(data["kind"])),
        _("Use it as it is, or define a kind with another code."),
    )


@explains("merged_with_itself")
def _merged_with_itself(_data: Data, _names: Names) -> Problem:
    return Problem(
        _("A partner cannot be merged with itself"), _("The partner named is this one."), _("Name another partner.")
    )


@explains("merged_already")
def _merged_already(data: Data, names: Names) -> Problem:
    return Problem(
        _("The partner is merged already"),
        _(
            "%(partner)s is shown under %(survivor)s.",
            partner=capital(names.partner(data["partner_id"])),
            survivor=names.partner(data["survivor_id"]),
        ),
        _("Merge with that one; or retract the entry that merged them, and merge anew."),
    )


@explains("parties_of_one_memorandum")
def _parties_of_one_memorandum(data: Data, _names: Names) -> Problem:
    return Problem(
        _("Both are parties of one memorandum"),
        _("They stand side by side in %(references)s.", references=listing(data["references"])),
        _("Correct the parties of that memorandum, if they are one organisation."),
    )
