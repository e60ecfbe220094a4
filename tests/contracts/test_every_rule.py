"""Every rule of time and standing is shown by tests that bear its number: ``test_r25_…``, ``test_s20_r35_…``."""

from __future__ import annotations

import re
from collections.abc import Iterable
from pathlib import Path

RULES = range(1, 43)
_NAMED = re.compile(r"^def test_(?:s\d+_)?r(\d+)_", re.MULTILINE)


def rules_named(sources: Iterable[str]) -> set[int]:
    """The numbers that tests bear."""
    return {int(number) for source in sources for number in _NAMED.findall(source)}


def test_every_rule_has_a_test_that_bears_its_number() -> None:
    tests = Path(__file__).parents[1].rglob("test_*.py")

    assert set(RULES) - rules_named(path.read_text(encoding="utf-8") for path in tests) == set()


def test_a_rule_that_is_only_mentioned_is_missed() -> None:
    assert rules_named(["def test_r01_x() -> None:\n    '''rule 2'''", "def test_s20_r35_y() -> None: ..."]) == {1, 35}
