"""The office's other lists: renewals, the forecast, and follow-up."""

from __future__ import annotations

from typing import Any

from web.api.rooms import Answer, Room
from web.core import bitim
from web.schemas import asking
from web.schemas.asking import Ahead, KnownAt, OfLapses, OfPlannedSignings, OfProposals, OnDay, Period
from web.schemas.shown import lists
from web.schemas.shown.memorandum import Page

renewals = Room("renewals", description="Terms that run out, objection dates, and what was renewed.")
forecast = Room("forecast", description="What stands on a day to come if nobody acts.")
follow_up = Room("follow-up", description="Whom texts in preparation wait for, and which signings are planned.")


@renewals.asks("", Ahead, lists.TermsDue)
def due(**conditions: Any) -> Answer:
    """Terms that end within some days, with nothing concluded to follow."""
    return bitim().renewals.due(**conditions)


@renewals.asks("/objections", Ahead, lists.Objections)
def objections(**conditions: Any) -> Answer:
    """Terms that will be tacitly renewed unless somebody objects within some days."""
    return bitim().renewals.objections(**conditions)


@renewals.asks("/proposals", OfProposals, lists.Proposals)
def proposals(**conditions: Any) -> Answer:
    """Renewals and amendments in preparation, with how far they have come."""
    return bitim().renewals.proposals(**conditions)


@renewals.asks("/lapsed", OfLapses, Page)
def lapsed(**conditions: Any) -> Answer:
    """Memorandums that had ended by a day, with no renewal concluded by then."""
    return bitim().renewals.lapsed(**conditions)


@renewals.asks("/updated", Period, lists.Updated)
def updated(**conditions: Any) -> Answer:
    """Memorandums renewed in an updated form in a period, with what changed."""
    return bitim().renewals.updated(**conditions)


@forecast.asks("", OnDay, lists.Forecast)
def on(day: str, **conditions: Any) -> Answer:
    """What stands, ends and is tacitly renewed by a day if nobody acts."""
    return bitim().forecast.on(day, **conditions)


@follow_up.asks("", KnownAt, lists.Counts)
def counts(**conditions: Any) -> Answer:
    """How many texts wait for what."""
    return bitim().followup.counts(**conditions)


@follow_up.asks("/awaiting", asking.OfAwaiting, lists.WaitingPage)
def awaiting(**conditions: Any) -> Answer:
    """Memorandums with a text that waits for somebody."""
    return bitim().followup.awaiting(**conditions)


@follow_up.asks("/planned-signings", OfPlannedSignings, lists.PlannedSignings)
def planned_signings(**conditions: Any) -> Answer:
    """Intended signings of what is not concluded."""
    return bitim().followup.planned_signings(**conditions)
