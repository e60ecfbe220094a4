"""Commands of a nomination: what it says, what both sides answer, giving it up."""

from __future__ import annotations

from typing import Any

import click

from domain.mobility.details import DIRECTIONS, FUNDERS, PURPOSES
from domain.mobility.lifecycle import SIDES
from domain.shared.codes import EQF_LEVELS
from web.cli.acting import Fields, Option, begins, changes, using
from web.cli.listing import Bounded
from web.cli.rooms import MOBILITY_CASES


class Funding(click.ParamType):
    """``foundation``, or with what more is known: ``foundation; El-Yurt Umidi; GRANT-7; 1200.50 USD``."""

    name = "FUNDER[;NAME[;NUMBER[;AMOUNT CURRENCY]]]"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> dict[str, Any]:
        if isinstance(value, dict):
            return value
        funder, name, reference, money = [*(part.strip() for part in value.split(";")), "", "", "", ""][:4]
        if funder not in FUNDERS:
            self.fail(f"{funder!r} funds nobody; accepted are: {', '.join(FUNDERS)}.", param, ctx)
        found = {"funder": funder, "name": name, "reference": reference}
        amount, _space, currency = money.partition(" ")
        return {**found, "amount": amount, "currency": currency.strip()} if money else found


DETAILS: Option = using(
    click.option("--partner", "partner_id", metavar="PARTNER", help="The other side, by name or id."),
    click.option("--partner-unit", metavar="TEXT", help="Its faculty or department."),
    click.option("--unit", metavar="TEXT", help="Our faculty or department."),
    click.option("--office", metavar="TEXT", help="The office held, or the studies pursued, at the time."),
    click.option("--level", "eqf_level", type=Bounded(EQF_LEVELS[0], EQF_LEVELS[-1]), help="Level of the EQF."),
    click.option("--field", metavar="CODE", help="Field of study: four digits of ISCED-F 2013."),
    click.option("--year", "academic_year", metavar="2025/2026", help="[default: that of the first day]"),
    click.option("--programme", metavar="TEXT", help="The programme under which the person goes."),
    click.option("--memorandum", "memorandum_id", metavar="MEMORANDUM", help="The memorandum on which it rests."),
    click.option("--without-memorandum", metavar="TEXT", help="Why it rests on none."),
    click.option("--from", "planned_from", metavar="DATE", help="The first day planned, if known."),
    click.option("--until", "planned_until", metavar="DATE", help="The last day planned, if known."),
)
_NAMES = (
    "partner_id",
    "partner_unit",
    "unit",
    "office",
    "eqf_level",
    "field",
    "academic_year",
    "programme",
    "memorandum_id",
    "without_memorandum",
    "planned_from",
    "planned_until",
)
BEGINNING: Option = using(
    click.option("--direction", type=click.Choice(DIRECTIONS), default=DIRECTIONS[0], show_default=True, help="Way."),
    click.option("--purpose", type=click.Choice(PURPOSES), required=True, help="What for."),
    click.option("--person", "person_id", metavar="ID", help="The opaque id of the person. [default: a new one]"),
    DETAILS,
    click.option("--funding", type=Funding(), multiple=True, help="Money for it."),
)
OVERRIDE: Option = using(
    click.option("--override-role", metavar="ROLE", help="Go beyond the places granted, in this role."),
    click.option("--override-reason", metavar="TEXT", default="", help="Why."),
)
COMMENT = click.option("--comment", metavar="TEXT", default="", help="What it says to that.")
SIDE = click.option("--side", type=click.Choice(SIDES), default="host", show_default=True, help="Who answers.")


def details(options: dict[str, Any]) -> dict[str, Any]:
    """The details that the options give; takes them out of ``options``."""
    given = {name: options.pop(name) for name in ("purpose", *_NAMES)}
    return {name: value for name, value in given.items() if value is not None}


def _override(options: dict[str, Any]) -> dict[str, str] | None:
    role, reason = options.pop("override_role"), options.pop("override_reason")
    return None if role is None else {"role": role, "reason": reason}


@begins(MOBILITY_CASES, "nominate", BEGINNING, OVERRIDE)
def nominate(**options: Any) -> Fields:
    """Nominate a person for a stay; the host's answer is recorded apart."""
    return {"details": details(options), "override": _override(options), **options}


@changes(
    MOBILITY_CASES,
    "revise",
    click.option("--purpose", type=click.Choice(PURPOSES), help="What for."),
    DETAILS,
    OVERRIDE,
)
def revise(**options: Any) -> Fields:
    """Change what the nomination says, say because the host rejected it; both sides answer it anew."""
    return {"changes": details(options), "override": _override(options), **options}


@changes(MOBILITY_CASES, "accept", SIDE, COMMENT)
def accept(**options: Any) -> Fields:
    """Record that the host, or the sending side, accepts the nomination."""
    return options


@changes(MOBILITY_CASES, "reject", SIDE, COMMENT)
def reject(**options: Any) -> Fields:
    """Record that the host, or the sending side, rejects the nomination; give the --comment."""
    return options


@changes(MOBILITY_CASES, "cancel")
def cancel(**options: Any) -> Fields:
    """Give the case up before it began; give the --reason."""
    return options


COMMANDS = (nominate, revise, accept, reject, cancel)
