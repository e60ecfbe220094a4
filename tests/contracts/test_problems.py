"""Every refusal has its words, its status and its heading."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from application import naming
from domain.shared.errors import BitimError
from web.answering import CODE_OF_STATUS
from web.problems import STATUS_OF_CODE
from web.wording.problems import PROBLEMS

ROOT = Path(__file__).parents[2]
DOCUMENT = (ROOT / "docs" / "problems.md").read_text("utf-8")
HEADINGS = re.findall(r"^### (\S+)$", DOCUMENT, re.MULTILINE)
RAISED = re.compile(r"""(?:Refused|NotFound|Conflict|Taken|RequestRefused)\(\s*"([a-z_]+)\"""")


def raised(source: str) -> set[str]:
    """The codes that a module raises by name."""
    return set(RAISED.findall(source))


def classes(base: type[BitimError] = BitimError) -> set[str]:
    """The codes that errors have by themselves."""
    return {base.code}.union(*(classes(kind) for kind in base.__subclasses__()))


def test_every_code_has_its_words_and_its_heading() -> None:
    sources = [
        path.read_text("utf-8") for floor in ("domain", "application", "web") for path in (ROOT / floor).rglob("*.py")
    ]
    named = {code for _kind, code in naming._RECORDS.values()}
    codes = {*classes(), *named, *STATUS_OF_CODE, *CODE_OF_STATUS.values()}.union(*map(raised, sources))

    assert "approvals_missing" in codes
    assert codes - set(PROBLEMS) == set()
    assert codes - set(HEADINGS) == set()


def test_no_heading_is_left_over_or_there_twice() -> None:
    assert sorted(HEADINGS) == sorted(PROBLEMS)


def test_a_code_without_a_heading_is_found() -> None:
    assert raised('raise Refused("never_heard_of", edition_id=edition_id)') - set(HEADINGS) == {"never_heard_of"}
    assert raised("raise Conflict(\n    'x')") == set()


@pytest.mark.parametrize(("code", "status"), STATUS_OF_CODE.items())
def test_the_heading_says_the_status(code: str, status: int) -> None:
    assert f"### {code}\n{status}" in DOCUMENT
