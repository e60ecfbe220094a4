"""The standing computed at once for all days equals the one asked day by day, world by world, of the oracle.

``ORACLE_LIVES=5000`` tries so many random lives, ``ORACLE_WORLDS=12000`` lets each leave open so many choices of its
uncertain dates (a month and a year).
"""

from __future__ import annotations

import ast
import os
from datetime import date, datetime, timedelta
from pathlib import Path
from random import Random

import pytest
from hypothesis import given, note, settings
from hypothesis import strategies as st

from domain.memorandum.standing import Interval
from domain.shared.moment import TASHKENT
from tests.domain.memorandum import oracle
from tests.domain.memorandum.clerk import timeline
from tests.domain.memorandum.lives import MOST_WORLDS, Life, a_life
from tests.domain.memorandum.oracle import Answer, NoAnswer, answers

LIVES = int(os.environ.get("ORACLE_LIVES", "120"))


@pytest.mark.timeout(60 + LIVES * 5)  # time to find the smallest life that fails
@settings(max_examples=LIVES)
@given(random=st.randoms(use_true_random=False))
def test_every_random_life_has_the_standing_that_brute_force_finds(random: Random) -> None:
    life = a_life(random)
    note(str(life))
    ask_at_random(life, random)


def days_worth_asking(life: Life, known_at: datetime) -> list[date]:
    """The days on either side of every boundary, and some others."""
    bounds = {d for i in timeline(life.recorded, known_at).intervals for d in (i.first, i.out)}
    days = {bound + timedelta(days=n) for bound in bounds for n in (-1, 0)} | {life.now.date()}
    return sorted(day for day in days if date(1900, 1, 1) <= day <= date(2100, 12, 31))


def assert_same(life: Life, known_at: datetime, days: list[date]) -> None:
    """Refuse any difference between the timeline and the oracle on these days."""
    line = timeline(life.recorded, known_at)
    try:
        expected = answers(life.recorded, known_at, TASHKENT, days, 2 * MOST_WORLDS)
    except NoAnswer:
        return
    for day, answer in expected.items():
        interval = line.on(day)
        got = set(interval.candidates) if interval else {"not_begun"}
        assert got == answer.standings, f"{day}: {sorted(got)}, the oracle says {sorted(answer.standings)}"
        if interval is not None:
            assert interval.standing == (got.pop() if len(got) == 1 else "undetermined"), f"{day}: {interval}"
            if answer.standings <= {"in_force", "suspended"}:
                assert_same_in_force(day, interval, answer)


def assert_same_in_force(day: date, interval: Interval, answer: Answer) -> None:
    """The edition is given if it is one, and the last day of the running period is one of those it may be."""
    edition = next(iter(answer.editions)) if len(answer.editions) == 1 else None
    assert interval.edition_id == edition, f"{day}: {interval.editions}, the oracle says {set(answer.editions)}"
    told = f"{day}: until {interval.until}, the oracle says {sorted(map(str, answer.untils))}"
    if None in answer.untils:
        assert interval.until is None, told
    elif interval.until is None:
        raise AssertionError(told)
    else:
        possible = [until for until in answer.untils if until is not None]
        assert interval.until.earliest <= min(possible) <= max(possible) <= interval.until.latest, told
        certain = max(interval.until.earliest, day) == interval.until.latest
        assert certain or len(possible) > 1 or edition is None, told


def ask_at_random(life: Life, random: Random) -> None:
    """Compare some days, as known at some instant."""
    instants = sorted({event.timestamp for event in life.recorded})
    known_at = instants[-1] if random.randint(0, 2) else instants[random.randint(0, len(instants) - 1)]
    days = days_worth_asking(life, known_at)
    if not days:
        days = [life.now.date()]
    assert_same(life, known_at, sorted({days[random.randint(0, len(days) - 1)] for _ in range(6)}))


def foreign_imports(source: str) -> set[str]:
    """The modules of the house that a source imports, but for the oracle's own."""
    found = set()
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.ImportFrom):
            found.add(node.module or "")
        elif isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
    ours = {name for name in found if name.split(".")[0] in ("domain", "application", "web", "tests")}
    return {name for name in ours if not name.startswith(oracle.__name__)}


def test_the_oracle_shares_nothing_with_what_it_checks() -> None:
    sources = [path.read_text(encoding="utf-8") for path in Path(oracle.__file__).parent.glob("*.py")]

    assert len(sources) > 3
    assert {name for source in sources for name in foreign_imports(source)} == set()


def test_an_oracle_that_borrows_is_found_out() -> None:
    assert foreign_imports("from domain.memorandum.term import add\nimport datetime") == {"domain.memorandum.term"}
