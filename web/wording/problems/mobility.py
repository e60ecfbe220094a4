"""Refusals of what is done with mobility cases."""

from __future__ import annotations

from web.wording import cases, dates, values
from web.wording.language import either
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
