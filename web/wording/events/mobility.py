"""What is said of a mobility case."""

from __future__ import annotations

from web.wording import cases, fields
from web.wording.events.table import Data, says
from web.wording.language import gettext as _
from web.wording.language import listing
from web.wording.names import Names


@says("mobility.nominated")
def _nominated(data: Data, names: Names) -> str:
    return _("Nominated: %(case)s.", case=_case(data, names))


@says("mobility.registered")
def _registered(data: Data, names: Names) -> str:
    return _(
        "Entered from paper at the stage “%(stage)s”: %(case)s.",
        stage=cases.stage(data["reached"]),
        case=_case(data, names),
    )


def _case(data: Data, names: Names) -> str:
    return _(
        "%(purpose)s, %(direction)s, %(partner)s, %(days)s",
        purpose=cases.purpose(data["purpose"]),
        direction=cases.direction(data["direction"]).lower(),
        partner=names.partner(data["partner_id"]),
        days=cases.days(data.get("planned_from"), data.get("planned_until")),
    )


@says("mobility.revised")
def _revised(data: Data, _names: Names) -> str:
    parts = listing([fields.label(part) for part in data["changes"]])
    return _("The nomination was revised: %(parts)s. Both sides answer it anew.", parts=parts)


@says("mobility.accepted")
def _accepted(data: Data, _names: Names) -> str:
    return _with_comment(_("Accepted by %(side)s", side=cases.side(data["side"])), data)


@says("mobility.rejected")
def _rejected(data: Data, _names: Names) -> str:
    return _with_comment(_("Rejected by %(side)s", side=cases.side(data["side"])), data)


def _with_comment(said: str, data: Data) -> str:
    if data.get("comment"):
        return _("%(said)s: “%(comment)s”.", said=said, comment=data["comment"])
    return _("%(said)s.", said=said)


@says("mobility.cancelled")
def _cancelled(_data: Data, _names: Names) -> str:
    return _("Cancelled.")


@says("mobility.dates_changed")
def _dates_changed(data: Data, _names: Names) -> str:
    return _("Planned anew: %(days)s.", days=cases.days(data["planned_from"], data["planned_until"]))


@says("mobility.started")
def _started(_data: Data, _names: Names) -> str:
    return _("The stay began.")


@says("mobility.completed")
def _completed(_data: Data, _names: Names) -> str:
    return _("The stay was completed.")


@says("mobility.interrupted")
def _interrupted(data: Data, _names: Names) -> str:
    if data.get("ground"):
        return _("Early return: %(ground)s.", ground=cases.ground(data["ground"]))
    return _("Early return; its ground is not known yet.")


@says("mobility.certified")
def _certified(data: Data, _names: Names) -> str:
    return _("Certified by the host: %(certificate)s.", certificate=data["certificate"])


@says("mobility.recognised")
def _recognised(data: Data, _names: Names) -> str:
    if data.get("ects"):
        return _("Recognised with %(credits)s ECTS credits.", credits=data["ects"])
    return _("Recognised.")


@says("mobility.funded")
def _funded(data: Data, names: Names) -> str:
    return _("Funding: %(funding)s.", funding=cases.one_funding(data["funding"], names))


@says("mobility.enrolled")
def _enrolled(_data: Data, _names: Names) -> str:
    return _("Enrolled at the second university.")


@says("mobility.defended")
def _defended(_data: Data, _names: Names) -> str:
    return _("The thesis was defended.")


@says("mobility.degree_awarded")
def _degree_awarded(_data: Data, _names: Names) -> str:
    return _("The degree was awarded.")


@says("places.opened")
def _opened(data: Data, names: Names) -> str:
    return _("The book of places of %(memorandum)s was begun.", memorandum=names.memorandum(data["memorandum_id"]))


@says("places.claimed")
def _claimed(data: Data, _names: Names) -> str:
    return _("Case %(id)s claimed a place.", id=data["case_id"])


@says("places.closed")
def _closed(_data: Data, _names: Names) -> str:
    return _("The book of places was closed: the memorandum was ended as a whole.")
