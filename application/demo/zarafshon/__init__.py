"""Some sixty memorandums of a fictitious institute, in every standing and stage, and three hundred mobility cases."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import TYPE_CHECKING, Any
from uuid import UUID

from application.demo.zarafshon import cases
from application.demo.zarafshon.calendar import day
from application.demo.zarafshon.cast import REGISTER, Cast, fictitious_act, read
from application.demo.zarafshon.story import ROUTE, Story

if TYPE_CHECKING:
    from application.bitim import Bitim

__all__ = ["REGISTER", "enter", "read", "stories"]

CHAPTERS = ("in_preparation", "in_force", "renewed", "ended", "from_paper")


def stories() -> dict[str, dict[str, Any]]:
    """What the data files say of each memorandum, by reference."""
    return {reference: told for chapter in CHAPTERS for reference, told in read(f"{chapter}.toml").items()}


def enter(bitim: Bitim, today: date) -> None:
    """Enter the partners, requests and memorandums of the fictitious institute; days are counted from ``today``."""
    bitim.institution.set_review_route(fictitious_act(day("-12y", today), "Rules, page 3"), route=list(ROUTE))
    cast = Cast()
    for partner in cast.partners:
        _register(bitim, cast, partner, today)
    requests = read("requests.toml")
    for request, told in requests.items():
        _request(bitim, cast, request, told, today)
    for reference, told in stories().items():
        cast.memorandum_ids[reference] = Story(bitim, cast, reference, told, today).tell()
    cases.enter(bitim, cast, _memorandums(bitim, cast), today)
    for request, told in requests.items():
        if "declined" in told:
            answer = told["declined"]
            act = fictitious_act(day(answer["on"], today), f"Tray of requests, {request}", answer["reason"])
            bitim.requests.decline(cast.request_ids[request], act)


def _memorandums(bitim: Bitim, cast: Cast) -> dict[str, UUID]:
    """By partner, the memorandum on which cases rest: the last one told with it that is in force."""
    in_force = {row["reference"] for row in bitim.register.list(standing="in_force", limit=500)["items"]}
    return {
        told["partner"]: cast.memorandum_ids[reference]
        for reference, told in stories().items()
        if reference in in_force and "partner" in told
    }


def _register(bitim: Bitim, cast: Cast, partner: str, today: date) -> None:
    told = cast.partners[partner]
    done = bitim.partners.register(
        fictitious_act(day("-12y", today), f"Card of {told['name']}"),
        name=told["name"],
        kind=told["kind"],
        country=told["country"],
        aliases=[told["alias"]] if "alias" in told else [],
        identifiers={"schac": told["schac"]} if "schac" in told else {},
    )
    cast.partner_ids[partner] = done.id
    if "renamed" in told:
        renamed = told["renamed"]
        act = fictitious_act(day(renamed["on"], today), f"Card of {renamed['name']}", renamed["reason"])
        bitim.partners.rename(done.id, act, name=renamed["name"])


def _request(bitim: Bitim, cast: Cast, request: str, told: Mapping[str, Any], today: date) -> None:
    wish = {name: value for name, value in told.items() if name not in ("partner", "on", "declined")}
    if "partner" in told:
        wish["partner_id"] = str(cast.partner_ids[told["partner"]])
    done = bitim.requests.make(fictitious_act(day(told["on"], today), f"Tray of requests, {request}"), **wish)
    cast.request_ids[request] = done.id
