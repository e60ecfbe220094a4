"""2,000 cases against the running service, always the same ones; other ones, and more: see `__main__`."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.contracts.test_openapi import NOT_OVER_HTTP, commands
from tests.web.fuzzing.following import Done
from tests.web.fuzzing.walking import Walker
from tests.web.serving import served

CASES, MOST, SEED = 2000, 4000, 1


@pytest.mark.timeout(900)  # a minute, on a machine that does nothing else
def test_no_case_is_answered_otherwise_than_described_and_every_command_succeeds(
    tmp_path: Path, record_property: Callable[[str, object], None]
) -> None:
    with served({"BITIM_DATABASE": f"sqlite:///{tmp_path / 'data'}"}, tmp_path / "log") as (address, _process):
        walker = Walker(address, SEED)
        never_done = walker.walk_until_done(set(commands()) - NOT_OVER_HTTP, CASES, MOST)

    record_property("table", walker.table())
    assert walker.failures == {}, walker.table()
    assert never_done == set(), walker.table()


def test_a_link_is_filled_in_from_the_answer_and_from_what_was_sent() -> None:
    done = Done("memorandums.draft", {"parties": [{"id": "p"}]}, {"id": "m", "version": 3}, {"etag": '"3"'})

    link = {
        "id": "$response.body#/id",
        "If-Match": "$response.header.ETag",
        "edition_id": "e{$response.body#/version}",
        "sides": [{"party": "$request.body#/parties/0/id", "ours": True}],
        "none": "$request.body#/unit",
    }

    assert done.resolve(link) == {
        "id": "m",
        "If-Match": '"3"',
        "edition_id": "e3",
        "sides": [{"party": "p", "ours": True}],
        "none": None,
    }
