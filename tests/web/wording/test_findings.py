"""What a check found, in sentences."""

import re
from pathlib import Path

import application.checking
from web.wording.findings import FINDINGS, finding


def test_a_finding_names_what_does_not_agree() -> None:
    ended = {"link": "framework", "other": "7b357fe9", "on": "2026-09-14", "standing": "terminated", "reference": "A-1"}

    assert finding("link_without_ground", ended) == (
        "Under the framework: on 14 September 2026 the standing of A-1 was: Terminated."
    )
    assert (
        finding("version_missing", {"versions": [1, 2, 4]}) == "Events are missing: there are the versions 1, 2 and 4."
    )


def test_every_finding_of_the_check_has_words() -> None:
    room = Path(application.checking.__file__).parent
    source = "".join(path.read_text("utf-8") for path in room.glob("*.py"))

    assert set(re.findall(r'Finding\("(\w+)"', source)) == set(FINDINGS)
