"""Worlds: every choice of the uncertain dates of a record that can have been so."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from itertools import product
from math import prod
from typing import Any

from tests.domain.memorandum.oracle import record as recorded
from tests.domain.memorandum.oracle.almanac import possible_days

Before = tuple["Moment", "Moment"]
Moment = tuple[str, str | int]
"""A day of the record by name: ``("drafted", "e1")``, ``("concluded", "e1")``, ``("act", 7)``."""


@dataclass(frozen=True, eq=False)
class Fact:
    """A legal act with its days settled; ``effect`` is the day of the act where none is stated."""

    kind: str
    version: int
    day: date
    effect: date
    stated: bool
    until: date | None
    says: dict[str, Any]


@dataclass(frozen=True, eq=False)
class Paper:
    """A concluded edition with its days settled; ``stated`` and ``until`` are its first and last day as stated.

    ``closed`` is the place of its conclusion among all acts: its day, and the version of the entry (rule 12).
    """

    name: str
    version: int
    closed: tuple[date, int]
    stated: date | None
    amends: str | None
    term: dict[str, Any]
    until: date | None
    parties: tuple[tuple[str, bool], ...]

    @property
    def concluded(self) -> date:
        """The day of its conclusion."""
        return self.closed[0]


@dataclass
class World:
    """One choice of all dates."""

    papers: list[Paper]
    facts: list[Fact]
    drafts: list[tuple[date, str]]
    days: dict[Moment, date]

    def of_kind(self, *kinds: str) -> list[Fact]:
        """The facts of these kinds, by day and version."""
        return sorted((f for f in self.facts if f.kind in kinds), key=lambda f: (f.day, f.version))

    @cached_property
    def bases(self) -> list[Paper]:
        """The concluded editions that are no amendments, in the order of their conclusion."""
        return sorted((p for p in self.papers if not p.amends), key=lambda p: p.closed)


def _slots(record: recorded.Record) -> dict[Moment, tuple[date, ...]]:
    """The days that each date may be, certain or not; a withdrawn renewal changes no standing (rule 27)."""
    slots: dict[Moment, tuple[date, ...]] = {}
    for edition in record.editions.values():
        if edition.nature == "first" or not edition.withdrawn:
            slots |= _slots_of_edition(edition)
    for act in record.acts:
        slots["act", act.version] = act.days
        if act.effect:
            slots["act effective", act.version] = act.effect
        if act.until:
            slots["act until", act.version] = act.until
    return slots


def _slots_of_edition(edition: recorded.Edition) -> dict[Moment, tuple[date, ...]]:
    slots: dict[Moment, tuple[date, ...]] = {}
    if edition.nature != "paper":
        slots["drafted", edition.name] = edition.begun.acted()
    if edition.nature == "paper" and not edition.signed_by_all(dated=True):
        slots["on paper", edition.name] = possible_days(edition.signed_on, edition.begun.recorded_on)
    else:
        for number, signed in enumerate(edition.signatures):
            slots[_signing(edition, signed), number] = signed.days
    if edition.content["effective_on"]:
        slots["effective", edition.name] = possible_days(edition.content["effective_on"])
    if (edition.content["term"] or {}).get("until"):
        slots["until", edition.name] = possible_days(edition.content["term"]["until"])
    return slots


def _signing(edition: recorded.Edition, signed: recorded.Signed) -> str:
    return f"signed by {signed.party} in {edition.name}"


class NoAnswer(Exception):
    """The oracle will not say: no choice of the dates is possible, or there are too many to try."""


def worlds(record: recorded.Record, most: int) -> Iterator[World]:
    """Every choice in which no act comes before the one that it presupposes (rule 6).

    Raises:
        NoAnswer: there is none, or there are more than ``most``.
    """
    slots = _slots(record)
    if prod(map(len, slots.values())) > most:
        raise NoAnswer
    open_slots = [name for name, days in slots.items() if len(days) > 1]
    settled = {name: days[0] for name, days in slots.items() if len(days) == 1}
    first = _settle(record, {name: days[0] for name, days in slots.items()})
    last = _settle(record, {name: days[-1] for name, days in slots.items()})
    rules = _possible_rules(first.days, last.days, _presupposed(record))
    found = False
    for choice in product(*(slots[name] for name in open_slots)):
        world = _settle(record, settled | dict(zip(open_slots, choice, strict=True)))
        if all(world.days[before] <= world.days[after] for before, after in rules):
            found = True
            yield world
    if not found:
        raise NoAnswer


def _possible_rules(earliest: dict[Moment, date], latest: dict[Moment, date], rules: Iterable[Before]) -> list[Before]:
    """The rules that some choice can keep; one that the dates make impossible is dropped."""
    kept: list[Before] = []
    for rule in rules:
        if rule[0] in earliest and rule[1] in latest:
            reached = _pushed(earliest, [*kept, rule])
            kept += [rule] if all(reached[moment] <= latest[moment] for moment in reached) else []
    return kept


def _pushed(earliest: dict[Moment, date], rules: list[Before]) -> dict[Moment, date]:
    """The earliest days, each moved on to that of what it presupposes."""
    days = dict(earliest)
    for _ in rules:
        for before, after in rules:
            days[after] = max(days[after], days[before])
    return days


def _presupposed(record: recorded.Record) -> Iterator[Before]:
    """Pairs of moments of which the first cannot lie after the second."""
    for edition in record.editions.values():
        for number, signed in enumerate(edition.signatures):
            if signed.planned:
                yield ("drafted", edition.name), (_signing(edition, signed), number)
        for other in filter(None, (edition.amends, edition.follows)):
            yield ("concluded", other), ("concluded", edition.name)
    suspended: recorded.Act | None = None
    for act in record.acts:
        if act.kind == "withdrawal":
            yield from ((("drafted", name), ("act", act.version)) for name in record.editions)
            continue
        yield ("concluded", "first of all"), ("act", act.version)
        if act.kind == "resumption" and suspended:
            yield ("act", suspended.version), ("act", act.version)
        suspended = act if act.kind == "suspension" else suspended


def _settle(record: recorded.Record, days: dict[Moment, date]) -> World:
    """The world in which the dates are these; adds to them what follows from them."""
    papers = []
    for edition in record.editions.values():
        concluded = None if edition.withdrawn else _concluded(edition, days)
        if concluded is None:
            continue
        days["concluded", edition.name] = concluded[0]
        parties = tuple((party["party_id"], party["ours"]) for party in edition.parties)
        papers.append(
            Paper(
                edition.name,
                edition.version,
                concluded,
                days.get(("effective", edition.name)),
                edition.amends,
                edition.content["term"] or {"kind": "unknown"},
                days.get(("until", edition.name)),
                parties,
            )
        )
    conclusions = [paper.concluded for paper in papers if not paper.amends]
    if conclusions:
        days["concluded", "first of all"] = min(conclusions)
    facts = [_fact(act, days) for act in record.acts]
    drafts = [(days["drafted", e.name], e.name) for e in record.editions.values() if e.nature == "first"]
    return World(papers, facts, drafts, days)


def _fact(act: recorded.Act, days: dict[Moment, date]) -> Fact:
    day = days["act", act.version]
    effect = days.get(("act effective", act.version), day)
    stated = act.effect is not None
    return Fact(act.kind, act.version, day, effect, stated, days.get(("act until", act.version)), act.says)


def _concluded(edition: recorded.Edition, days: dict[Moment, date]) -> tuple[date, int] | None:
    """The last party's first signature (rule 24); what is known from paper may only know the day itself."""
    if edition.nature == "paper" and not edition.signed_by_all(dated=True):
        return days["on paper", edition.name], edition.version
    if not edition.signed_by_all():
        return None
    firsts: dict[str, tuple[date, int]] = {}
    for number, signed in enumerate(edition.signatures):
        given = days[_signing(edition, signed), number], signed.version
        firsts[signed.party] = min(given, firsts.get(signed.party, given))
    return max(firsts.values())
