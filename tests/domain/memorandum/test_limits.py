"""Lives that leave open more choices of days than can be looked through: nothing that may be is left out."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta
from random import Random

import pytest

from domain.memorandum.life import EditionLife, LegalFact, Life
from domain.memorandum.standing import NOT_BEGUN, timeline
from domain.memorandum.term import Length, Term
from domain.shared.dates import FIRST_DAY, LAST_DAY, Days

TODAY = date(2022, 6, 15)
UNKNOWN = Days(FIRST_DAY, TODAY)
PARTIES = (frozenset({"ours"}), frozenset({"theirs"}))
TACIT = Term("tacit", length=Length(5, "years"), renewal=Length(1, "years"), notice=Length(3, "months"))


def an_edition(version: int, term: Term, concluded: Days, effective: Days | None = None) -> EditionLife:
    edition = EditionLife(f"e{version}", version, term, concluded=concluded, effective=effective, concluding=version)
    return replace(edition, parties=PARTIES)


def a_year(year: int) -> Days:
    return Days(date(year, 1, 1), date(year, 12, 31))


FROM_AN_UNKNOWN_DAY = Life(
    (an_edition(2, TACIT, UNKNOWN), an_edition(3, TACIT, a_year(1997), effective=a_year(2065))),
    (
        LegalFact("objection", 4, UNKNOWN),
        LegalFact("suspension", 5, UNKNOWN),
        LegalFact("resumption", 6, UNKNOWN),
        LegalFact("notice", 7, UNKNOWN, length=Length(6, "months")),
        LegalFact("suspension", 8, a_year(2020)),
    ),
)
OVER_BY_ITS_TERM = Life(
    (
        an_edition(2, Term("fixed", until="2019"), a_year(2014)),
        an_edition(3, Term("fixed", until="2024"), a_year(2018)),
    ),
    tuple(LegalFact(kind, version, a_year(2018)) for version, kind in enumerate(["suspension", "resumption"] * 4, 4)),
)


def a_day(random: Random, days: Days) -> date:
    return days.earliest + timedelta(days=random.randint(0, (days.latest - days.earliest).days))


def some_day(random: Random, days: Days) -> Days:
    day = a_day(random, days)
    return Days(day, day)


def chosen(life: Life, random: Random) -> Life:
    """The life with some day for each uncertain date: the acts after all conclusions, and in their order."""
    editions, since = [], FIRST_DAY
    for edition in life.editions:
        assert edition.concluded is not None
        concluded, end = some_day(random, edition.concluded), edition.term.end_days
        editions.append(
            replace(
                edition,
                concluded=concluded,
                effective=edition.effective and some_day(random, edition.effective),
                term=replace(edition.term, until=a_day(random, end).isoformat() if end else None),
            )
        )
        since = max(since, concluded.earliest)
    facts = []
    for fact in life.facts:
        facts.append(replace(fact, day=some_day(random, fact.day.within(since, fact.day.latest))))
        since = facts[-1].day.earliest
    return Life(tuple(editions), tuple(facts))


def days_to_ask() -> Iterator[date]:
    day = FIRST_DAY
    while day <= LAST_DAY:
        yield day
        day += timedelta(days=97)


@pytest.mark.parametrize("life", [FROM_AN_UNKNOWN_DAY, OVER_BY_ITS_TERM])
def test_what_any_choice_of_the_days_gives_is_possible(life: Life) -> None:
    told, random = timeline(life), Random(7)  # noqa: S311  the days must be the same each time

    for _ in range(40):
        exact = timeline(chosen(life, random))
        for day in days_to_ask():
            interval, possible = exact.on(day), told.on(day)
            standing = interval.standing if interval else NOT_BEGUN
            assert {standing} <= set(possible.candidates if possible else (NOT_BEGUN,)), day


def test_what_is_over_by_the_terms_is_over_however_many_acts_are_uncertain() -> None:
    told = timeline(OVER_BY_ITS_TERM)

    begun, over = told.on(date(2017, 12, 31)), told.on(date(2025, 1, 1))
    assert begun is not None
    assert "in_force" in begun.candidates
    assert over is not None
    assert over.candidates == ("expired",)


def test_which_period_runs_is_left_open_where_not_all_choices_were_looked_through() -> None:
    interval = timeline(FROM_AN_UNKNOWN_DAY).on(date(2080, 1, 1))

    assert interval is not None
    assert (interval.standing, interval.until, interval.period) == ("undetermined", None, None)
