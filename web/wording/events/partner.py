"""What is said of partners."""

from __future__ import annotations

from web.wording import dates, values
from web.wording.events.table import Data, says
from web.wording.language import gettext as _
from web.wording.names import Names


@says("partner.registered")
def _registered(data: Data, _names: Names) -> str:
    if data.get("country") is None:
        return _("Entered into the register as %(name)s.", name=data["name"])
    return _(
        "Entered into the register as %(name)s, %(country)s.",
        name=data["name"],
        country=values.country(data["country"]),
    )


@says("partner.renamed")
def _renamed(data: Data, _names: Names) -> str:
    if data.get("effective_on"):
        return _("Renamed %(name)s, %(day)s.", name=data["name"], day=dates.from_(data["effective_on"]))
    return _("Renamed %(name)s.", name=data["name"])


@says("partner.alias_added")
def _alias_added(data: Data, _names: Names) -> str:
    return _("Also written %(alias)s.", alias=data["alias"])


@says("partner.identified")
def _identified(data: Data, _names: Names) -> str:
    return _("%(scheme)s: %(value)s.", scheme=values.scheme(data["scheme"]), value=data["value"])


@says("partner.succeeded")
def _succeeded(data: Data, names: Names) -> str:
    successor = names.partner(data["successor_id"])
    if data.get("effective_on"):
        return _("%(successor)s took its place %(day)s.", successor=successor, day=dates.from_(data["effective_on"]))
    return _("%(successor)s took its place.", successor=successor)


@says("partner.merged")
def _merged(data: Data, names: Names) -> str:
    return _("Found to be the same organisation as %(partner)s.", partner=names.partner(data["survivor_id"]))


@says("partner.absorbed")
def _absorbed(data: Data, names: Names) -> str:
    return _("%(partner)s was found to be the same organisation.", partner=names.partner(data["merged_id"]))


@says("partner.ranked")
def _ranked(data: Data, _names: Names) -> str:
    return _("%(table)s %(edition)s: %(rank)s.", table=data["table"], edition=data["edition"], rank=values.rank(data))
