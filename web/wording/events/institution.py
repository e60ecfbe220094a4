"""What is said of what the institution decides, and of the numbers that it issues."""

from __future__ import annotations

from web.wording import fields, values
from web.wording.events.table import Data, says
from web.wording.language import gettext as _
from web.wording.language import listing, ngettext
from web.wording.names import Names


@says("institution.opened")
def _opened(_data: Data, _names: Names) -> str:
    return _("The record of the institution was begun.")


@says("institution.kind_defined")
def _kind_defined(data: Data, names: Names) -> str:
    return _("A kind of memorandum was defined: %(labels)s.", labels=fields.titles(data["labels"], names))


@says("institution.review_route_set")
def _review_route_set(data: Data, _names: Names) -> str:
    roles = listing([values.role(role) for role in data["route"]]) or _("nobody")
    if data.get("kind") is None:
        return _("Texts are cleared by: %(roles)s.", roles=roles)
    return _("Texts of the kind “%(kind)s” are cleared by: %(roles)s.", kind=values.kind(data["kind"]), roles=roles)


@says("institution.overrides_permitted")
def _overrides_permitted(data: Data, _names: Names) -> str:
    roles = listing([values.role(role) for role in data["roles"]]) or _("nobody")
    return _("Beyond the places granted may nominate: %(roles)s.", roles=roles)


@says("reference.issued")
def _reference_issued(data: Data, names: Names) -> str:
    return _(
        "%(number)s issued to %(memorandum)s.",
        number=data["number"],
        memorandum=names.memorandum(data["memorandum_id"]),
    )


@says("institution.universities_loaded")
def _universities_loaded(data: Data, _names: Names) -> str:
    return ngettext(
        "A list of %(number)d university was loaded: %(filename)s.",
        "A list of %(number)d universities was loaded: %(filename)s.",
        data["size"],
        filename=data["filename"],
    )
