"""The lists of the register equal a fresh fold of the events recorded by then, on random days and instants."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from random import Random
from uuid import UUID

import pytest

from application.bitim import Bitim
from application.read_models import PROJECTIONS
from tests.application.memorandum.register.lives import (
    END_OF_ALL_LIVES,
    Register,
    in_log_order,
    listed_row,
    pages,
    random_register,
    record,
)
from tests.application.office import open_bitim
from tests.application.read_models import assert_rebuilt_equals_kept
from tests.application.sample import Hands
from tests.databases import Database

SEEDS = (1, 3)
MEMORANDUMS = 10


@pytest.fixture(params=SEEDS)
def random(request: pytest.FixtureRequest) -> Random:
    return Random(request.param)  # noqa: S311  lives of memorandums, not keys


@pytest.fixture
def bitim(database: Database) -> Iterator[Bitim]:
    with open_bitim(database, Hands(END_OF_ALL_LIVES)) as bitim:
        yield bitim


@pytest.fixture
def register(bitim: Bitim, random: Random) -> Register:
    """Random memorandums, projected in portions of random size."""
    register = random_register(random, MEMORANDUMS)
    record(bitim, in_log_order(register), iter(lambda: random.randint(1, 9), None))
    return register


def test_the_list_equals_a_fresh_fold_of_what_was_recorded_by_then(
    bitim: Bitim, register: Register, random: Random
) -> None:
    days, instants = register.days(), register.instants
    for _ in range(40):
        day = random.choice(days) + timedelta(days=random.choice((-1, 0, 0, 1)))
        known_at = random.choice((*instants, END_OF_ALL_LIVES))

        listed = pages(bitim, random.choice((1, 5, 500)), as_of=day, known_at=known_at)

        assert [listed_row(row) for row in listed] == register.rows(day, known_at)


def test_a_list_of_one_standing_has_those_of_the_fresh_fold(bitim: Bitim, register: Register, random: Random) -> None:
    for _ in range(20):
        day, known_at = random.choice(register.days()), random.choice(register.instants)
        rows = register.rows(day, known_at)
        wanted = random.sample(sorted({row["standing"] for row in rows} | {"suspended"}), k=1)

        listed = pages(bitim, 3, as_of=day, known_at=known_at, standing=wanted)

        assert [listed_row(row) for row in listed] == [row for row in rows if row["standing"] in wanted]


def test_one_memorandum_in_full_says_what_its_row_in_the_list_says(
    bitim: Bitim, register: Register, random: Random
) -> None:
    for _ in range(20):
        day, known_at = random.choice(register.days()), random.choice(register.instants)
        for row in pages(bitim, 500, as_of=day, known_at=known_at):
            found = bitim.register.get(UUID(row["id"]), as_of=day, known_at=known_at)
            texts = found["edition"].pop("texts")

            assert {name: found[name] for name in row} == row
            assert texts == next(
                e["texts"] for e in found["editions"] if e["edition_id"] == row["edition"]["edition_id"]
            )


def test_a_register_filled_anew_equals_the_one_that_was_kept(
    bitim: Bitim, register: Register, caplog: pytest.LogCaptureFixture
) -> None:
    kept = assert_rebuilt_equals_kept(bitim.projector, PROJECTIONS)

    assert caplog.messages == [], "a batch that fails is tried again event by event, which may hide why"
    assert len(kept["register_entry"]) == len(register.lives)
    recorded = {name: rows for name, rows in kept.items() if name != "register_entry"}
    assert [(name, row) for name, rows in recorded.items() for row in rows if row[-2] >= row[-1]] == []


def test_the_counts_by_standing_are_those_of_the_fresh_fold(bitim: Bitim, register: Register, random: Random) -> None:
    for _ in range(20):
        day, known_at = random.choice(register.days()), random.choice(register.instants)
        standings = [row["standing"] for row in register.rows(day, known_at)]

        counted = bitim.register.summary(as_of=day, known_at=known_at, archived=None)

        assert counted["standings"] == {standing: standings.count(standing) for standing in set(standings)}
        assert counted["total"] == len(standings)


def test_a_memorandum_not_yet_recorded_is_in_no_list(bitim: Bitim, register: Register) -> None:
    id_, life = next(iter(register.lives.items()))
    before = life[0].timestamp - timedelta(microseconds=1)

    assert id_ not in {row["id"] for row in pages(bitim, 500, as_of=register.days()[-1], known_at=before)}
    assert bitim.register.get(life[0].originator_id, known_at=before)["no_standing"] == "not_in_register"
    assert bitim.register.get(life[0].originator_id)["version_known"] == len(life)
