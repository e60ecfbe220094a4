"""S5: what a later page says came of the signings planned for the forum of S2.

One was signed as planned, on a day that is not told; one that was not planned was signed too. Of the other three the
page still speaks in the future tense, under a headline that says otherwise: they remain drafts.
"""

from __future__ import annotations

from application.demo.desk import ACTOR, OWNER, Desk, Page
from application.demo.s0_cantabria import TCTI
from application.demo.s2_dushanbe import OSH
from domain.shared.act import Act

PAGE = Page("S5", "A later page about the forum of rectors in Dushanbe")
KULOB = "Kulob University"


def enter(desk: Desk) -> None:
    """Enter the outcome: the memorandum with Osh, and the agreement with Kulob."""
    passage = "The memorandum with Osh State University of Technology was signed."
    for party_id in ("p1", "p2"):
        act = Act(ACTOR, source=PAGE.source(passage), reason="The page tells neither the day nor who signed.")
        desk.bitim.memorandums.record_outside_signature(desk.memorandums[OSH], act, edition_id="e1", party_id=party_id)
    passage = "An agreement with Kulob University was signed."
    desk.register_university(KULOB, "TJ", PAGE, passage)
    done = desk.bitim.memorandums.register(
        desk.entered(PAGE, passage, "It was not planned; the page does not say of what kind it is."),
        kind="other",
        owner=OWNER,
        editions=[{"parties": desk.parties(TCTI, KULOB)}],
    )
    desk.memorandums[KULOB] = done.id
