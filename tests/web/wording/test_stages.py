"""How far a working text has come."""

from __future__ import annotations

from typing import Any

import pytest

from web.wording import stages
from web.wording.names import Names

CLEARANCE, OURS = {"approval": "clearance", "role": "legal"}, {"approval": "ours"}


def partner(party_id: str) -> dict[str, Any]:
    return {"approval": "partner", "party_id": party_id}


@pytest.mark.parametrize(
    ("stage", "awaited", "said"),
    [
        ("under_review", [partner("p2")], "Approved by us, awaiting partner"),
        ("under_review", [partner("p2"), partner("p3")], "Approved by us, awaiting 2 partners"),
        ("under_review", [OURS], "Approved by partner, awaiting us"),
        ("under_review", [CLEARANCE, OURS], "Under review"),
        ("under_review", [OURS, partner("p2")], "Under review"),
        ("drafted", [{"approval": "submission"}], "Drafted"),
        ("approved", [{"approval": "signature", "party_id": "p2"}], "Approved"),
        ("signed", [], "Signed"),
    ],
)
def test_a_text_that_one_side_has_still_to_approve_says_which(
    stage: str, awaited: list[dict[str, Any]], said: str
) -> None:
    assert stages.stage({"stage": stage, "awaited": awaited}) == said


def test_an_approval_of_an_earlier_text_stays_visible() -> None:
    edition = {"approvals": [{"by": "ours", "counts": True}, {"by": "role:legal", "counts": False}]}

    assert stages.approvals(edition, Names()) == [
        "our approval",
        "clearance by Legal, of an earlier text: no longer counts",
    ]
