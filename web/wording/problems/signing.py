"""Refusals on the way from a draft to the signatures."""

from __future__ import annotations

from web.wording import values
from web.wording.language import gettext as _
from web.wording.language import listing
from web.wording.names import Names
from web.wording.problems.table import Data, Problem, explains


@explains("approvals_missing")
def _approvals_missing(data: Data, names: Names) -> Problem:
    missing = [values.awaited(entry, names) for entry in data["missing"]]
    return Problem(
        _("Approvals are missing"),
        _("Before it can be signed it needs: %(missing)s.", missing=listing(missing)),
        _("Record these first; or, if it was signed outside Bitim, record the signature with its source."),
    )


@explains("clearance_missing")
def _clearance_missing(data: Data, _names: Names) -> Problem:
    roles = listing([values.role(role) for role in data["roles"]])
    return Problem(
        _("A clearance is missing"),
        _("Not cleared yet by: %(roles)s.", roles=roles),
        _("It is possible when they have cleared the text as it is."),
    )


@explains("counterparty_not_named")
def _counterparty_not_named(data: Data, names: Names) -> Problem:
    parties = listing([names.party_called(party_id) for party_id in data["party_ids"]])
    return Problem(
        _("A party is not yet named"),
        _("Nobody can sign while a party is not named: %(parties)s.", parties=parties),
        _("Name the counterparty first."),
    )


@explains("counterparty_named")
def _counterparty_named(data: Data, names: Names) -> Problem:
    return Problem(
        _("The party is named already"),
        _("It is %(partner)s.", partner=names.partner(data["partner_id"])),
        _("If that was never so, correct the entry that named it."),
    )


@explains("signed_already")
def _signed_already(data: Data, names: Names) -> Problem:
    return Problem(
        _("This person has signed already"),
        _(
            "%(signatory)s signed for %(party)s; see entry %(version)d.",
            signatory=data["signatory"] or _("Somebody not named"),
            party=names.party_called(data["party_id"]),
            version=data["version"],
        ),
        _("If the entry is wrong, correct it."),
    )


@explains("concluded_cannot_be_withdrawn")
def _concluded_cannot_be_withdrawn(data: Data, names: Names) -> Problem:
    edition = names.edition(data["edition_id"])
    return Problem(
        _("It is concluded and cannot be withdrawn"),
        _("Every party has signed %(edition)s.", edition=edition),
        _("It can be terminated instead."),
    )


@explains("never_approved")
def _never_approved(data: Data, names: Names) -> Problem:
    edition = names.edition(data["edition_id"])
    return Problem(
        _("No text of it was ever approved"),
        _("Neither we nor a partner has approved %(edition)s in any form.", edition=edition),
        _("Revise the text instead."),
    )
