"""Refusals because of the stage, the standing, or a later fact."""

from __future__ import annotations

from collections.abc import Callable

from web.wording import dates, values
from web.wording.language import either, listing, ngettext
from web.wording.language import gettext as _
from web.wording.names import Names
from web.wording.problems.table import Data, Problem, explains


@explains("stage_forbids")
def _stage_forbids(data: Data, names: Names) -> Problem:
    detail = _(
        "To %(command)s is not possible: %(edition)s is at the stage “%(stage)s”.",
        command=values.command(data["command"]),
        edition=names.edition(data["edition_id"]),
        stage=values.stage(data["stage"]),
    )
    stages = either([values.stage(stage) for stage in data["possible_in"]])
    return Problem(
        _("Not possible at this stage"), detail, _("It is possible at the stage: %(stages)s.", stages=stages)
    )


@explains("standing_forbids")
def _standing_forbids(data: Data, _names: Names) -> Problem:
    detail = _(
        "To %(command)s on %(day)s is not possible: the standing on that day is “%(standing)s”.",
        command=values.command(data["command"]),
        day=dates.day(data["on"]),
        standing=values.standing(data["standing"]),
    )
    possible = either([values.standing(standing) for standing in data["possible_in"]])
    return Problem(
        _("Not possible with this standing"),
        detail,
        _("It is possible where the standing is: %(standings)s.", standings=possible),
    )


@explains("later_facts_forbid")
def _later_facts_forbid(data: Data, _names: Names) -> Problem:
    facts = [
        _(
            "entry %(version)d (%(kind)s on %(day)s)",
            version=fact["version"],
            kind=_FACTS[fact["kind"]](),
            day=dates.day(fact["on"]),
        )
        for fact in data["facts"]
    ]
    return Problem(
        _("A later entry stands against it"),
        _("It would make impossible what is recorded for a later day: %(facts)s.", facts=listing(facts)),
        _("Correct or retract these entries first, or give another day."),
    )


_FACTS: dict[str, Callable[[], str]] = {
    "objection": lambda: _("objection"),
    "suspension": lambda: _("suspension"),
    "resumption": lambda: _("resumption"),
    "notice": lambda: _("notice"),
    "termination": lambda: _("termination"),
    "supersession": lambda: _("superseded"),
    "withdrawal": lambda: _("withdrawal"),
}


@explains("no_tacit_renewal")
def _no_tacit_renewal(_data: Data, _names: Names) -> Problem:
    return Problem(
        _("Nothing renews itself"),
        _("No edition has a term that is renewed tacitly, so there is nothing to object to."),
        _("To end it, give notice or terminate it."),
    )


@explains("too_few_parties")
def _too_few_parties(data: Data, _names: Names) -> Problem:
    return Problem(
        _("Too few parties would remain"),
        ngettext(
            "Where %(number)d party is left, its leaving ends the memorandum for all.",
            "Where %(number)d parties are left, one leaving ends the memorandum for all.",
            data["parties"],
        ),
        _("Give notice for the memorandum as a whole."),
    )


@explains("supersedes_itself")
def _supersedes_itself(_data: Data, _names: Names) -> Problem:
    return Problem(
        _("It cannot take over from itself"), _("The memorandum named is this one."), _("Name another memorandum.")
    )


@explains("framework_of_itself")
def _framework_of_itself(_data: Data, _names: Names) -> Problem:
    return Problem(
        _("It cannot be its own framework"), _("The memorandum named is this one."), _("Name another memorandum.")
    )


@explains("linked_in_a_circle")
def _linked_in_a_circle(_data: Data, _names: Names) -> Problem:
    return Problem(
        _("The links would lead in a circle"),
        _("The memorandum named is linked to this one in the same way, at once or by way of others."),
        _("Name another memorandum, or retract the other link first."),
    )


@explains("in_preparation")
def _in_preparation(data: Data, names: Names) -> Problem:
    edition = names.edition(data["edition_id"])
    return Problem(
        _("A draft is in preparation"),
        _("It cannot go into the archive while %(edition)s is in preparation.", edition=edition),
        _("Conclude or withdraw the draft first."),
    )
