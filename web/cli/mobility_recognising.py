"""Commands of what came of a stay."""

from __future__ import annotations

from typing import Any

import click

from domain.mobility.details import FUNDERS
from web.cli.acting import Fields, changes
from web.cli.rooms import MOBILITY_CASES


@changes(MOBILITY_CASES, "certify", click.option("--certificate", required=True, help="Its name and number."))
def certify(**options: Any) -> Fields:
    """Record the host's certificate of the stay."""
    return options


@changes(MOBILITY_CASES, "recognise", click.option("--ects", metavar="NUMBER", help="The credits, if there are any."))
def recognise(**options: Any) -> Fields:
    """Recognise what was done there."""
    return options


@changes(
    MOBILITY_CASES,
    "record_funding",
    click.option("--funder", type=click.Choice(FUNDERS), required=True, help="Whose money it is."),
    click.option("--name", default="", help="The project, foundation or donor."),
    click.option("--number", "reference", default="", help="Of the project or grant."),
    click.option("--donor", "partner_id", metavar="PARTNER", help="The donor, where it is a partner on record."),
    click.option("--amount", metavar="NUMBER", help="How much."),
    click.option("--currency", metavar="CODE", help="In which currency (ISO 4217)."),
)
def record_funding(**options: Any) -> Fields:
    """Record money for the case."""
    return {"funding": options}


@changes(MOBILITY_CASES, "enrol")
def enrol(**options: Any) -> Fields:
    """Record that the candidate of a cotutelle was enrolled at the second university."""
    return options


@changes(MOBILITY_CASES, "defend")
def defend(**options: Any) -> Fields:
    """Record the defence of a cotutelle's thesis."""
    return options


@changes(MOBILITY_CASES, "award_degree")
def award_degree(**options: Any) -> Fields:
    """Record that a cotutelle's degree was awarded."""
    return options


COMMANDS = (certify, recognise, record_funding, enrol, defend, award_degree)
