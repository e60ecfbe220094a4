"""S1: a page about a visit from Shandong, at which a memorandum of understanding was signed in an updated form.

So there was an earlier edition, of which nothing else is known. The page does not say who signed, for how long, or from
which day on.
"""

from __future__ import annotations

from application.demo.desk import OWNER, Desk, Page
from application.demo.s0_cantabria import TCTI

PAGE = Page("S1", "A delegation from Shandong at the Tashkent Institute of Chemical Technology, 3 December 2024")
SHANDONG = "Shandong Jianshu University"
SIGNED_ON = "2024-12-03"
AREAS = ["student_exchange", "staff_exchange", "joint_programmes", "joint_research", "innovation_projects"]


def enter(desk: Desk) -> None:
    """Enter the partner, and the memorandum with the edition that was updated as a stub."""
    desk.register_university(SHANDONG, "CN", PAGE, "A delegation of Shandong Jianshu University")
    spelling = desk.entered(PAGE, "Shandong Jianshu University", "The usual spelling is Jianzhu.")
    desk.bitim.partners.add_alias(desk.partners[SHANDONG], spelling, alias="Shandong Jianzhu University")
    edition = {
        "signed_on": SIGNED_ON,
        "parties": desk.parties(TCTI, SHANDONG),
        "areas": AREAS,
        "signatures": [{"party_id": party, "place": TCTI, "signed_on": SIGNED_ON} for party in ("p1", "p2")],
    }
    done = desk.bitim.memorandums.register(
        desk.entered(
            PAGE,
            "The memorandum of understanding was signed in an updated form.",
            "The areas are the four topics of the talks; the page does not quote the text itself.",
        ),
        kind="memorandum_of_understanding",
        owner=OWNER,
        editions=[edition],
        updated_form=True,
    )
    desk.memorandums[SHANDONG] = done.id
