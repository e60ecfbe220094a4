"""Refusals of what is done with mobility cases."""

from __future__ import annotations

from web.wording import cases, dates, values
from web.wording.language import capital, either, listing, small
from web.wording.language import gettext as _
from web.wording.names import Names
from web.wording.problems.table import Data, Problem, explains


@explains("case_stage_forbids")
def _case_stage_forbids(data: Data, _names: Names) -> Problem:
    detail = _(
        "To %(command)s is not possible: the case is at the stage “%(stage)s”.",
        command=values.command(data["command"]),
        stage=cases.stage(data["stage"]),
    )
    stages = [cases.stage(stage) for stage in data["possible_in"]]
    accepted = (
        _("It is possible at the stage: %(stages)s.", stages=either(stages))
        if stages
        else _("A cotutelle is enrolled, defended and awarded; other cases start, are completed and recognised.")
    )
    return Problem(_("Not possible at this stage"), detail, accepted)


@explains("stages_out_of_order")
def _stages_out_of_order(data: Data, _names: Names) -> Problem:
    detail = _(
        "“%(stage)s” (%(day)s) would come before “%(before)s” (%(before_day)s).",
        stage=cases.stage(data["stage"]),
        day=dates.partial(data["on"]),
        before=cases.stage(data["before"]),
        before_day=dates.partial(data["before_on"]),
    )
    return Problem(
        _("The stages would not follow each other"), detail, _("Give another day, or correct the earlier one first.")
    )


@explains("no_place_free")
def _no_place_free(data: Data, _names: Names) -> Problem:
    detail = _(
        "%(purpose)s, %(direction)s, %(year)s: %(granted)d places are granted, %(used)d are used.",
        purpose=cases.purpose(data["purpose"]),
        direction=small(cases.direction(data["direction"])),
        year=data["academic_year"] or _("academic year not known"),
        granted=data["granted"],
        used=data["used"],
    )
    roles = either([values.role(role) for role in data["permitted"]])
    accepted = (
        _("An override with its reason, by the role: %(roles)s.", roles=roles)
        if roles
        else _("Another year, purpose or memorandum; the institution permits nobody to go beyond the places.")
    )
    return Problem(_("No place is free"), detail, accepted)


@explains("override_not_permitted")
def _override_not_permitted(data: Data, _names: Names) -> Problem:
    roles = either([values.role(role) for role in data["permitted"]])
    return Problem(
        _("This role may not go beyond the places"),
        _("The institution does not permit it to “%(role)s”.", role=values.role(data["role"])),
        _("An override by the role: %(roles)s.", roles=roles) if roles else _("A place that is free."),
    )


@explains("memorandum_terminated")
def _memorandum_terminated(data: Data, names: Names) -> Problem:
    detail = _(
        "%(memorandum)s is terminated on %(day)s, the first day of the stay.",
        memorandum=capital(names.memorandum(data["memorandum_id"])),
        day=dates.day(data["on"]),
    )
    return Problem(
        _("The memorandum has been terminated"), detail, _("A stay that begins earlier, or another memorandum.")
    )


@explains("cases_use_it")
def _cases_use_it(data: Data, _names: Names) -> Problem:
    return Problem(
        _("Mobility cases use it"),
        _("It cannot end as a whole: these cases use it: %(cases)s.", cases=listing(data["cases"])),
        _("End it for the days to come: cases that have begun keep their cover."),
    )


@explains("memorandum_ended_as_a_whole")
def _memorandum_ended_as_a_whole(data: Data, names: Names) -> Problem:
    return Problem(
        _("The memorandum was ended as a whole"),
        _("No case may use %(memorandum)s any more.", memorandum=names.memorandum(data["memorandum_id"])),
        _("Another memorandum, or none with the reason."),
    )
